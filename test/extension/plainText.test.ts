import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/extension/plainText';

describe('plain text', () => {
  it('never holds an icon or a link, and looks the same', () => {
    const tricky = fc.array(fc.constantFrom('$', '(', ')', '[', ']', 'x', '~', '$(zap)', '[a](command:b)')).map((parts) => parts.join('')); // prettier-ignore
    fc.assert(
      fc.property(tricky, (text) => {
        expect(plainText(text)).not.toMatch(/\$\(|\]\(/);
        expect(plainText(text).replaceAll('\u200b', '')).toBe(text);
      }),
    );
  });
});
