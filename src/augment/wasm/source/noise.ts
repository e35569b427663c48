/**
 * Fields of standard normal noise. Words come from sfc32 (C. Doty-Humphrey, PractRand) in four lanes of one vector; normals by the
 * ziggurat method of Marsaglia and Tsang (2000) with 128 layers, in Doornik's form (2005): the bits that choose the layer take no part
 * in the value.
 */

const wordsAtOnce = 1024;

/** The generator's four state vectors, then a buffer of words; where the next word lies, and where they end. */
let state: usize = 0;
let nextWord: usize = 0;
let wordsEnd: usize = 0;

/**
 * Fills `field` (f32) with `count` normals. `layers` holds for each layer, as f64: its edge and the density there; edge 0 is as
 * wide as a box that holds the tail too, and the entry behind the last has edge 0. `scratch` needs 4160 + 1024 bytes.
 */
export function normals(field: usize, count: i32, seed: i32, layers: usize, scratch: usize): void {
  const fast = scratch + 64 + 4 * wordsAtOnce;
  fillFast(fast, layers);
  start(scratch, seed);
  const end = field + 4 * count;
  let next = nextWord;
  for (; field < end; field += 4) {
    if (next === wordsEnd) {
      refill();
      next = nextWord;
    }
    const word = load<i32>(next);
    next += 4;
    const entry = fast + 8 * (word & 127);
    const signed = 2 * (word >> 7) + 1;
    let value: f32 = (signed as f32) * load<f32>(entry);
    if (abs<i32>(signed) >= load<i32>(entry, 4)) {
      nextWord = next;
      value = decide(word & 127, value as f64, layers) as f32;
      next = nextWord;
    }
    store<f32>(field, value);
  }
}

/** For each layer the value of one unit of its signed 26-bit numbers, and the number from which on the density must be asked. */
function fillFast(fast: usize, layers: usize): void {
  for (let i = 0; i < 128; i++) {
    const edge = load<f64>(layers + 16 * i);
    store<f32>(fast + 8 * i, (edge / 33554432.0) as f32);
    store<i32>(fast + 8 * i, floor<f64>((load<f64>(layers + 16 * (i + 1)) / edge) * 33554432.0) as i32, 4);
  }
}

/** About one draw in eighty: keeps `value` if it lies under the curve, else draws anew. */
function decide(layer: i32, value: f64, layers: usize): f64 {
  while (true) {
    if (layer === 0 && abs<f64>(value) >= load<f64>(layers, 16)) return tail(load<f64>(layers, 16), value);
    const low = load<f64>(layers + 16 * layer, 8);
    const high = load<f64>(layers + 16 * (layer + 1), 8);
    if (low + uniform() * (high - low) < Math.exp(-0.5 * value * value)) return value;
    const word = draw();
    layer = word & 127;
    value = ((2 * (word >> 7) + 1) as f64) * (load<f64>(layers + 16 * layer) / 33554432.0);
    if (abs<f64>(value) < load<f64>(layers + 16 * (layer + 1))) return value;
  }
}

/** A normal draw beyond the last edge, on the side of `value` (Marsaglia, 1964). */
function tail(edge: f64, value: f64): f64 {
  while (true) {
    const x = -Math.log(uniform()) / edge;
    if (-2.0 * Math.log(uniform()) > x * x) return value < 0 ? -edge - x : edge + x;
  }
}

/** A double in (0, 1). */
function uniform(): f64 {
  return ((draw() as u32 as f64) + 0.5) / 4294967296.0;
}

function draw(): i32 {
  if (nextWord === wordsEnd) refill();
  const word = load<i32>(nextWord);
  nextWord += 4;
  return word;
}

function start(scratch: usize, seed: i32): void {
  state = scratch;
  wordsEnd = scratch + 64 + 4 * wordsAtOnce;
  v128.store(state, i32x4(0, 1, 2, 3));
  v128.store(state, i32x4.splat(seed), 16);
  v128.store(state, i32x4.splat(-1640531527), 32);
  v128.store(state, i32x4.splat(1), 48);
  // The first words still show the seed: the first buffer is thrown away.
  refill();
  nextWord = wordsEnd;
}

function refill(): void {
  nextWord = state + 64;
  let a = v128.load(state);
  let b = v128.load(state, 16);
  let c = v128.load(state, 32);
  let counter = v128.load(state, 48);
  const one = i32x4.splat(1);
  for (let address = nextWord; address < wordsEnd; address += 16) {
    const word = i32x4.add(i32x4.add(a, b), counter);
    counter = i32x4.add(counter, one);
    a = v128.xor(b, i32x4.shr_u(b, 9));
    b = i32x4.add(c, i32x4.shl(c, 3));
    c = i32x4.add(v128.or(i32x4.shl(c, 21), i32x4.shr_u(c, 11)), word);
    v128.store(address, word);
  }
  v128.store(state, a);
  v128.store(state, b, 16);
  v128.store(state, c, 32);
  v128.store(state, counter, 48);
}

/** The smallest of `count` (at least 1) f32 values. */
export function minimum(field: usize, count: i32): f32 {
  let smallest = load<f32>(field);
  for (let i = 1; i < count; i++) smallest = min<f32>(smallest, load<f32>(field + 4 * i));
  return smallest;
}

/** Adds trunc(field · scale − offset), in float32 steps, to `count` bytes and saturates to 0..255. */
export function addNoise(source: usize, target: usize, count: i32, field: usize, scale: f32, offset: f32): void {
  const scales = f32x4.splat(scale);
  const offsets = f32x4.splat(offset);
  for (let i = 0; i < count; i += 16) {
    const levels = v128.load(source + i);
    const at = field + 4 * i;
    const low = i16x8.narrow_i32x4_s(truncated(at, scales, offsets), truncated(at + 16, scales, offsets));
    const high = i16x8.narrow_i32x4_s(truncated(at + 32, scales, offsets), truncated(at + 48, scales, offsets));
    const lowSum = i16x8.add_sat_s(i16x8.extend_low_i8x16_u(levels), low);
    const highSum = i16x8.add_sat_s(i16x8.extend_high_i8x16_u(levels), high);
    v128.store(target + i, i8x16.narrow_i16x8_u(lowSum, highSum));
  }
}

function truncated(address: usize, scales: v128, offsets: v128): v128 {
  return i32x4.trunc_sat_f32x4_s(f32x4.sub(f32x4.mul(v128.load(address), scales), offsets));
}
