/**
 * Compares texts by Unicode code points, the order of their UTF-8 bytes: the same on every system and in every language.
 * JavaScript's own `<` puts characters beyond U+FFFF before U+E000..U+FFFF.
 */
export function compareByCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

/** A UTF-16 unit in an order where surrogates come last, as the characters they stand for do. */
function rank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
