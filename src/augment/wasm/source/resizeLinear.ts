/**
 * Bilinear resize in OpenCV's fixed point. Rows of the source are first resized along x, to values of 15 bits in 32-bit lanes (11 fraction
 * bits, the lowest four cut off), two rows at a time; the latest four are kept, and two of them blended along y.
 *
 * `sourceStride` is the distance of source rows in bytes, so that the source may be a part of a larger picture. `scratch` needs
 * 8 · width + 4 · (4 · width · channels + 64) bytes.
 */
export function resizeLinear(
  source: usize,
  sourceStride: i32,
  sourceHeight: i32,
  sourceWidth: i32,
  target: usize,
  height: i32,
  width: i32,
  channels: i32,
  scratch: usize,
): void {
  const columns = scratch;
  fillColumns(columns, sourceWidth, width, channels);
  const rows = columns + 8 * width;
  const length = width * channels;
  const rowSize = 4 * length + 64;
  const last = sourceHeight - 1;
  // Row r lies in slot r mod 4; all rows below `ready` that are still needed are there.
  let ready = 0;
  const scale: f64 = 1.0 / ((height as f64) / (sourceHeight as f64));
  for (let y = 0; y < height; y++) {
    const position = (((y as f64) + 0.5) * scale - 0.5) as f32;
    const before = floor<f32>(position);
    const fraction: f32 = position - before;
    const first = min<i32>(max<i32>(before as i32, 0), last);
    const second = min<i32>(max<i32>((before as i32) + 1, 0), last);
    if (second >= ready) {
      const next = first >= ready ? first : second;
      const following = min<i32>(next + 1, last);
      resizeTwoRows(
        source + next * sourceStride,
        source + following * sourceStride,
        rows + (next & 3) * rowSize,
        rows + ((next + 1) & 3) * rowSize,
        columns,
        width,
        channels,
      );
      ready = next + 2;
    }
    blendRows(
      rows + (first & 3) * rowSize,
      rows + (second & 3) * rowSize,
      weight((1 as f32) - fraction),
      weight(fraction),
      target,
      length,
    );
    target += length;
  }
}

function weight(share: f32): i32 {
  return nearest<f32>(share * (2048 as f32)) as i32;
}

/** For each output column the byte offset of its left neighbour, and the two weights side by side in 16 bits. */
function fillColumns(columns: usize, sourceWidth: i32, width: i32, channels: i32): void {
  const scale: f64 = 1.0 / ((width as f64) / (sourceWidth as f64));
  for (let x = 0; x < width; x++) {
    const position = (((x as f64) + 0.5) * scale - 0.5) as f32;
    let before = floor<f32>(position) as i32;
    let fraction: f32 = position - floor<f32>(position);
    // Beyond the outermost pixel centres the fraction is dropped along x (along y it is not).
    if (before < 0 || before >= sourceWidth - 1) {
      before = before < 0 ? 0 : sourceWidth - 1;
      fraction = 0;
    }
    store<i32>(columns + 8 * x, before * channels);
    store<i32>(columns + 8 * x, weight((1 as f32) - fraction) | (weight(fraction) << 16), 4);
  }
}

/** One column at a time: a pixel and its neighbour are eight bytes or less, paired by channel and multiplied with both weights at once. */
function resizeTwoRows(
  firstRow: usize,
  secondRow: usize,
  firstOutput: usize,
  secondOutput: usize,
  columns: usize,
  width: i32,
  channels: i32,
): void {
  const pairs =
    channels === 3
      ? i8x16(0, -1, 3, -1, 1, -1, 4, -1, 2, -1, 5, -1, -1, -1, -1, -1)
      : i8x16(0, -1, 1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1);
  const step = 4 * channels;
  for (const end = columns + 8 * width; columns < end; columns += 8) {
    const offset = load<i32>(columns);
    const weights = v128.load32_splat(columns, 4);
    const first = i8x16.swizzle(v128.load64_zero(firstRow + offset), pairs);
    const second = i8x16.swizzle(v128.load64_zero(secondRow + offset), pairs);
    v128.store(firstOutput, i32x4.shr_s(i32x4.dot_i16x8_s(first, weights), 4));
    v128.store(secondOutput, i32x4.shr_s(i32x4.dot_i16x8_s(second, weights), 4));
    firstOutput += step;
    secondOutput += step;
  }
}

/** (upper·a >> 16) + (lower·b >> 16), rounded to a quarter: each product is cut before the sum. */
function blendRows(upper: usize, lower: usize, a: i32, b: i32, target: usize, length: i32): void {
  const upperWeight = i32x4.splat(a);
  const lowerWeight = i32x4.splat(b);
  for (const end = target + length; target < end; target += 16) {
    const low = blendEight(upper, lower, upperWeight, lowerWeight);
    const high = blendEight(upper + 32, lower + 32, upperWeight, lowerWeight);
    v128.store(target, i8x16.narrow_i16x8_u(low, high));
    upper += 64;
    lower += 64;
  }
}

function blendEight(upper: usize, lower: usize, upperWeight: v128, lowerWeight: v128): v128 {
  const sum = i16x8.narrow_i32x4_s(
    i32x4.add(cutProduct(upper, upperWeight), cutProduct(lower, lowerWeight)),
    i32x4.add(cutProduct(upper + 16, upperWeight), cutProduct(lower + 16, lowerWeight)),
  );
  return i16x8.shr_u(i16x8.add(sum, i16x8.splat(2)), 2);
}

/** Both factors fit into the lower 16 bits of their lanes, so that the sum of two products of halves is their product. */
function cutProduct(address: usize, weight: v128): v128 {
  return i32x4.shr_s(i32x4.dot_i16x8_s(v128.load(address), weight), 16);
}
