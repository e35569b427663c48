import { reflect101 } from './reflect101';

/**
 * Means over k × k windows, k odd. The sums of k rows are kept per column (16 bits, `sums` has room for length + 2·radius·channels of
 * them and 32 more) and updated from row to row; the sum of k of them plus half of k², divided by k², is the mean. The division is a
 * multiplication by `multiplier` and a shift by 16 + `shift` bits, exact for all sums that can occur.
 */
export function boxBlur(
  source: usize,
  target: usize,
  height: i32,
  width: i32,
  channels: i32,
  k: i32,
  sums: usize,
  multiplier: i32,
  shift: i32,
): void {
  const radius = k >> 1;
  const length = width * channels;
  const columns = sums + 2 * radius * channels;
  for (let i = 0; i < length; i += 8) v128.store(columns + 2 * i, i32x4.splat(0));
  for (let y = -radius; y <= radius; y++) addRow(columns, source + reflect101(y, height) * length, length);

  for (let y = 0; y < height; y++) {
    mirrorEnds(columns, width, channels, radius);
    if (k === 3) averageThree(sums, target, length, channels);
    else averageWindows(sums, target, length, channels, k, multiplier, shift);
    target += length;
    const entering = source + reflect101(y + radius + 1, height) * length;
    const leaving = source + reflect101(y - radius, height) * length;
    replaceRow(columns, entering, leaving, length);
  }
}

function addRow(columns: usize, row: usize, length: i32): void {
  for (let i = 0; i < length; i += 8) {
    const sum = columns + 2 * i;
    v128.store(sum, i16x8.add(v128.load(sum), v128.load8x8_u(row + i)));
  }
}

function replaceRow(columns: usize, entering: usize, leaving: usize, length: i32): void {
  for (let i = 0; i < length; i += 8) {
    const sum = columns + 2 * i;
    const change = i16x8.sub(v128.load8x8_u(entering + i), v128.load8x8_u(leaving + i));
    v128.store(sum, i16x8.add(v128.load(sum), change));
  }
}

/** Continues a row of sums beyond both ends. */
function mirrorEnds(columns: usize, width: i32, channels: i32, radius: i32): void {
  for (let i = 1; i <= radius; i++) {
    const left = reflect101(-i, width);
    const right = reflect101(width - 1 + i, width);
    for (let c = 0; c < channels; c++) {
      store<u16>(columns + 2 * (c - i * channels), load<u16>(columns + 2 * (c + left * channels)));
      store<u16>(columns + 2 * (c + (width - 1 + i) * channels), load<u16>(columns + 2 * (c + right * channels)));
    }
  }
}

/** The common case: sum · 3641 / 2^15, rounded, is sum / 9, rounded, for all sums up to 9 · 255. */
function averageThree(sums: usize, target: usize, length: i32, channels: i32): void {
  const ninth = i16x8.splat(3641);
  const step = 2 * channels;
  for (let i = 0; i < length; i += 16) {
    const at = sums + 2 * i;
    const low = i16x8.add(i16x8.add(v128.load(at), v128.load(at + step)), v128.load(at + 2 * step));
    const high = i16x8.add(i16x8.add(v128.load(at, 16), v128.load(at + step, 16)), v128.load(at + 2 * step, 16));
    v128.store(target + i, i8x16.narrow_i16x8_u(i16x8.q15mulr_sat_s(low, ninth), i16x8.q15mulr_sat_s(high, ninth)));
  }
}

function averageWindows(
  sums: usize,
  target: usize,
  length: i32,
  channels: i32,
  k: i32,
  multiplier: i32,
  shift: i32,
): void {
  const half = i16x8.splat(((k * k) >> 1) as i16);
  const factor = i16x8.splat(multiplier as i16);
  for (let i = 0; i < length; i += 8) {
    let sum = half;
    for (let j = 0; j < k; j++) sum = i16x8.add(sum, v128.load(sums + 2 * (i + j * channels)));
    const low = i32x4.shr_u(i32x4.extmul_low_i16x8_u(sum, factor), 16);
    const high = i32x4.shr_u(i32x4.extmul_high_i16x8_u(sum, factor), 16);
    const means = i16x8.shr_u(i16x8.narrow_i32x4_u(low, high), shift);
    v128.store64_lane(target + i, i8x16.narrow_i16x8_u(means, means), 0);
  }
}
