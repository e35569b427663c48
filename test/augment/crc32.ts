/** CRC-32 (zlib) as eight hexadecimal digits; node:zlib has it only from Node 22 on. */
export function crc32(bytes: Uint8Array): string {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (~crc >>> 0).toString(16).padStart(8, '0');
}

/** The little-endian bytes of numbers of `width` bits, signed or not. */
export function littleEndian(values: Iterable<number>, width: 16 | 32): Uint8Array {
  return Uint8Array.from([...values].flatMap((value) => bytesOf(value, width / 8)));
}

function bytesOf(value: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => (value >> (8 * i)) & 255);
}
