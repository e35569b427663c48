import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { computedTexts, hostTexts } from './hostTexts';
import { panelStrings } from '../../src/protocol/panelStrings';

const bundle = JSON.parse(readFileSync(new URL('../../l10n/bundle.l10n.de.json', import.meta.url), 'utf8')) as Record<
  string,
  string
>;
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\d+\}|\$\([a-z-]+\)/g)].map(([one]) => one).sort();

describe('the extension in German', () => {
  const texts = hostTexts();

  it('says every text of the host', () => {
    const missing = texts.filter(({ text }) => !(text in bundle));
    expect(missing).toEqual([]);
  });

  it('says no text that is put together, since nobody could translate it', () => {
    // Messages that were found as such, descriptions of targets, and the panel's own strings.
    const allowed = ['commands/export.ts', 'panel/runPanel.ts', 'words/translated.ts'];
    expect(computedTexts()).toEqual(allowed);
  });

  it('fills in and draws the same things', () => {
    for (const { text } of texts) expect(placeholders(bundle[text] ?? text), text).toEqual(placeholders(text));
  });

  it('holds nothing that is no longer said', () => {
    const said = new Set<string>([...texts.map(({ text }) => text), ...Object.values(panelStrings)]);
    expect(Object.keys(bundle).filter((text) => !said.has(text))).toEqual([]);
  });
});
