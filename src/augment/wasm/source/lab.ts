/**
 * RGB → 8-bit Lab planes, four pixels at a time. `linearLight` (256 × u16) and `cubeRoot` (2041 × u16) are tables; matrix rows are applied
 * to pairs (red, green) and (blue, 1), the 1 carrying the rounding term.
 */
export function rgbToLab(
  source: usize,
  count: i32,
  linearLight: usize,
  cubeRoot: usize,
  lightness: usize,
  a: usize,
  b: usize,
): void {
  const ones = i32x4.splat(1 << 16);
  const zero = i32x4.splat(0);
  for (let i = 0; i < count; i += 4) {
    const redGreen = lightOf(source, linearLight, zero, true);
    const blueOne = lightOf(source, linearLight, ones, false);
    const fx = rootOf(apply(redGreen, blueOne, 1777, 1541, 778), cubeRoot);
    const fy = rootOf(apply(redGreen, blueOne, 871, 2929, 296), cubeRoot);
    const fz = rootOf(apply(redGreen, blueOne, 73, 448, 3575), cubeRoot);
    const centre = i32x4.splat((128 << 15) + 16384);
    storeBytes(lightness + i, i32x4.add(i32x4.mul(fy, i32x4.splat(296)), i32x4.splat(16384 - 1336934)));
    storeBytes(a + i, i32x4.add(i32x4.mul(i32x4.sub(fx, fy), i32x4.splat(500)), centre));
    storeBytes(b + i, i32x4.add(i32x4.mul(i32x4.sub(fy, fz), i32x4.splat(200)), centre));
    source += 12;
  }
}

/** Linear light of four pixels in 32-bit lanes: red and green in their halves, or blue in the lower one. */
function lightOf(source: usize, table: usize, start: v128, redGreen: boolean): v128 {
  let lanes = start;
  if (redGreen) {
    lanes = v128.load16_lane(table + 2 * load<u8>(source), lanes, 0);
    lanes = v128.load16_lane(table + 2 * load<u8>(source, 1), lanes, 1);
    lanes = v128.load16_lane(table + 2 * load<u8>(source, 3), lanes, 2);
    lanes = v128.load16_lane(table + 2 * load<u8>(source, 4), lanes, 3);
    lanes = v128.load16_lane(table + 2 * load<u8>(source, 6), lanes, 4);
    lanes = v128.load16_lane(table + 2 * load<u8>(source, 7), lanes, 5);
    lanes = v128.load16_lane(table + 2 * load<u8>(source, 9), lanes, 6);
    return v128.load16_lane(table + 2 * load<u8>(source, 10), lanes, 7);
  }
  lanes = v128.load16_lane(table + 2 * load<u8>(source, 2), lanes, 0);
  lanes = v128.load16_lane(table + 2 * load<u8>(source, 5), lanes, 2);
  lanes = v128.load16_lane(table + 2 * load<u8>(source, 8), lanes, 4);
  return v128.load16_lane(table + 2 * load<u8>(source, 11), lanes, 6);
}

/** One row of the matrix (in 1/4096), rounded. */
function apply(redGreen: v128, blueOne: v128, red: i32, green: i32, blue: i32): v128 {
  const sum = i32x4.add(
    i32x4.dot_i16x8_s(redGreen, i32x4.splat(red | (green << 16))),
    i32x4.dot_i16x8_s(blueOne, i32x4.splat(blue | (2048 << 16))),
  );
  return i32x4.shr_u(sum, 12);
}

/** Table entries (u16) for four indices. */
function rootOf(indices: v128, table: usize): v128 {
  let lanes = i32x4.splat(0);
  lanes = v128.load16_lane(table + 2 * i32x4.extract_lane(indices, 0), lanes, 0);
  lanes = v128.load16_lane(table + 2 * i32x4.extract_lane(indices, 1), lanes, 2);
  lanes = v128.load16_lane(table + 2 * i32x4.extract_lane(indices, 2), lanes, 4);
  return v128.load16_lane(table + 2 * i32x4.extract_lane(indices, 3), lanes, 6);
}

/** Cuts 15 fraction bits off, saturates to 0..255 and stores four bytes. */
function storeBytes(address: usize, values: v128): void {
  const words = i16x8.narrow_i32x4_s(i32x4.shr_s(values, 15), i32x4.splat(0));
  v128.store32_lane(address, i8x16.narrow_i16x8_u(words, words), 0);
}

/**
 * 8-bit Lab planes → RGB, four pixels at a time. `luminance` holds for every L the pair (f(Y), Y) as two u16; `encoded` (4096 × u8)
 * leads from linear light to levels.
 */
export function labToRgb(
  lightness: usize,
  a: usize,
  b: usize,
  count: i32,
  luminance: usize,
  encoded: usize,
  target: usize,
): void {
  for (let i = 0; i < count; i += 4) {
    const pair = luminanceOf(lightness + i, luminance);
    const f = v128.and(pair, i32x4.splat(0xffff));
    const y = i32x4.shr_u(pair, 16);
    // (5·a·53687 + 128 >> 13) − 4194 and (b·41943 + 16 >> 9) − 10484
    const fromA = i32x4.add(i32x4.mul(loadBytes(a + i), i32x4.splat(5 * 53687)), i32x4.splat(128));
    const fromB = i32x4.add(i32x4.mul(loadBytes(b + i), i32x4.splat(41943)), i32x4.splat(16));
    const fx = i32x4.add(f, i32x4.sub(i32x4.shr_s(fromA, 13), i32x4.splat(4194)));
    const fz = i32x4.sub(f, i32x4.sub(i32x4.shr_s(fromB, 9), i32x4.splat(10484)));
    const x = cube(fx);
    const z = cube(fz);
    const red = combine(x, y, z, 12615, -6296, -2223);
    const green = combine(x, y, z, -3773, 7684, 185);
    const blue = combine(x, y, z, 217, -836, 4715);
    store<u8>(target, load<u8>(encoded + i32x4.extract_lane(red, 0)));
    store<u8>(target, load<u8>(encoded + i32x4.extract_lane(green, 0)), 1);
    store<u8>(target, load<u8>(encoded + i32x4.extract_lane(blue, 0)), 2);
    store<u8>(target, load<u8>(encoded + i32x4.extract_lane(red, 1)), 3);
    store<u8>(target, load<u8>(encoded + i32x4.extract_lane(green, 1)), 4);
    store<u8>(target, load<u8>(encoded + i32x4.extract_lane(blue, 1)), 5);
    store<u8>(target, load<u8>(encoded + i32x4.extract_lane(red, 2)), 6);
    store<u8>(target, load<u8>(encoded + i32x4.extract_lane(green, 2)), 7);
    store<u8>(target, load<u8>(encoded + i32x4.extract_lane(blue, 2)), 8);
    store<u8>(target, load<u8>(encoded + i32x4.extract_lane(red, 3)), 9);
    store<u8>(target, load<u8>(encoded + i32x4.extract_lane(green, 3)), 10);
    store<u8>(target, load<u8>(encoded + i32x4.extract_lane(blue, 3)), 11);
    target += 12;
  }
}

function luminanceOf(lightness: usize, table: usize): v128 {
  let lanes = v128.load32_zero(table + 4 * load<u8>(lightness));
  lanes = v128.load32_lane(table + 4 * load<u8>(lightness, 1), lanes, 1);
  lanes = v128.load32_lane(table + 4 * load<u8>(lightness, 2), lanes, 2);
  return v128.load32_lane(table + 4 * load<u8>(lightness, 3), lanes, 3);
}

/** Four bytes, widened. */
function loadBytes(address: usize): v128 {
  return i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(address)));
}

/**
 * Inverse of CIE's f, 16384 being 1: (f² >> 14)·f >> 14, and trunc(108·f / 841) − 290 where f is small; the quotient's fractions are
 * multiples of 1/841, too coarse for float32 to round them to a wrong integer.
 */
function cube(f: v128): v128 {
  const cubed = i32x4.shr_s(i32x4.mul(i32x4.shr_s(i32x4.mul(f, f), 14), f), 14);
  const scaled = f32x4.convert_i32x4_s(i32x4.mul(f, i32x4.splat(108)));
  const quotient = i32x4.trunc_sat_f32x4_s(f32x4.div(scaled, f32x4.splat(841)));
  const linear = i32x4.sub(quotient, i32x4.splat(290));
  return v128.bitselect(cubed, linear, i32x4.gt_s(f, i32x4.splat(3390)));
}

/** One row of the matrix (in 1/16384), rounded and limited to 12 bits. */
function combine(x: v128, y: v128, z: v128, forX: i32, forY: i32, forZ: i32): v128 {
  const sum = i32x4.add(
    i32x4.add(i32x4.mul(x, i32x4.splat(forX)), i32x4.mul(y, i32x4.splat(forY))),
    i32x4.add(i32x4.mul(z, i32x4.splat(forZ)), i32x4.splat(8192)),
  );
  return i32x4.min_s(i32x4.max_s(i32x4.shr_s(sum, 14), i32x4.splat(0)), i32x4.splat(4095));
}
