import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { panelStrings } from '../../../src/protocol/panelStrings';

const bundle = JSON.parse(
  readFileSync(new URL('../../../l10n/bundle.l10n.de.json', import.meta.url), 'utf8'),
) as Record<string, string>;
const placeholders = (text: string): string[] => [...text.matchAll(/\{\d+\}/g)].map(([found]) => found).sort();

describe('the panel in German', () => {
  it.each(Object.entries(panelStrings))('says %s, with everything that is filled in', (_, english) => {
    expect(bundle[english]).toBeTruthy();
    expect(placeholders(bundle[english])).toEqual(placeholders(english));
  });
});
