/**
 * Four 32-bit words from a list of numbers and strings (MurmurHash3's 32-bit mixing over the UTF-16 code units, run with four
 * different starts). Not cryptographic: it only has to send different names to unrelated states.
 */
export function hashWords(parts: readonly (string | number)[]): [number, number, number, number] {
  const text = parts.map((part) => (typeof part === 'number' ? `#${part}` : `$${part.length}:${part}`)).join('|');
  return [hash32(text, 0x9e3779b9), hash32(text, 0x243f6a88), hash32(text, 0xb7e15162), hash32(text, 0x85a308d3)];
}

function hash32(text: string, start: number): number {
  let h = start | 0;
  for (let i = 0; i < text.length; i++) {
    let k = Math.imul(text.charCodeAt(i), 0xcc9e2d51);
    k = (k << 15) | (k >>> 17);
    h ^= Math.imul(k, 0x1b873593);
    h = (h << 13) | (h >>> 19);
    h = (Math.imul(h, 5) + 0xe6546b64) | 0;
  }
  h ^= text.length;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
