/** Replaces `length` bytes by their entries in a table of 256, four at a time. */
export function lookup(source: usize, target: usize, length: i32, table: usize): void {
  const end = source + length;
  while (source < end) {
    store<u32>(
      target,
      load<u8>(table + load<u8>(source)) |
        (load<u8>(table + load<u8>(source, 1)) << 8) |
        (load<u8>(table + load<u8>(source, 2)) << 16) |
        (load<u8>(table + load<u8>(source, 3)) << 24),
    );
    source += 4;
    target += 4;
  }
}
