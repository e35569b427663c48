/**
 * The part of AssemblyScript's built-ins that the kernels use, so that they are type-checked and linted as TypeScript. What the names
 * mean: https://www.assemblyscript.org/stdlib/globals.html and, for vectors, the WebAssembly SIMD proposal.
 */

type i8 = number;
type u8 = number;
type i16 = number;
type u16 = number;
type i32 = number;
type u32 = number;
type f32 = number;
type f64 = number;
type u64 = number;
/** An address in memory. */
type usize = number;
/** Sixteen bytes, seen as lanes of 8, 16, 32 or 64 bits. */
type v128 = { readonly lanes: 'v128' };

/** The first address behind the module's own data. */
declare const __heap_base: usize;

declare function load<T>(address: usize, offset?: usize): T;
declare function store<T>(address: usize, value: T, offset?: usize): void;
declare function abs<T>(value: T): T;
declare function min<T>(a: T, b: T): T;
declare function max<T>(a: T, b: T): T;
declare function nearest<T>(value: T): T;
declare function floor<T>(value: T): T;

declare namespace v128 {
  function load(address: usize, offset?: usize): v128;
  function load32_zero(address: usize, offset?: usize): v128;
  function load64_zero(address: usize, offset?: usize): v128;
  function load32_splat(address: usize, offset?: usize): v128;
  function load8x8_u(address: usize, offset?: usize): v128;
  function load16_lane(address: usize, vector: v128, lane: u8): v128;
  function load32_lane(address: usize, vector: v128, lane: u8): v128;
  function store(address: usize, vector: v128, offset?: usize): void;
  function store32_lane(address: usize, vector: v128, lane: u8): void;
  function store64_lane(address: usize, vector: v128, lane: u8): void;
  function and(a: v128, b: v128): v128;
  function or(a: v128, b: v128): v128;
  function xor(a: v128, b: v128): v128;
  /** T is the type of the lanes. */
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  function shuffle<T>(a: v128, b: v128, ...lanes: u8[]): v128;
  function bitselect(ifSet: v128, ifClear: v128, mask: v128): v128;
}

declare function i8x16(...lanes: i8[]): v128;
declare namespace i8x16 {
  function swizzle(vector: v128, indices: v128): v128;
  function narrow_i16x8_u(low: v128, high: v128): v128;
}

declare namespace i16x8 {
  function splat(value: i16): v128;
  function add(a: v128, b: v128): v128;
  function sub(a: v128, b: v128): v128;
  function shr_u(a: v128, bits: i32): v128;
  function q15mulr_sat_s(a: v128, b: v128): v128;
  function add_sat_s(a: v128, b: v128): v128;
  function extend_low_i8x16_u(a: v128): v128;
  function extend_high_i8x16_u(a: v128): v128;
  function narrow_i32x4_s(low: v128, high: v128): v128;
  function narrow_i32x4_u(low: v128, high: v128): v128;
}

declare function i32x4(a: i32, b: i32, c: i32, d: i32): v128;
declare namespace i32x4 {
  function splat(value: i32): v128;
  function add(a: v128, b: v128): v128;
  function sub(a: v128, b: v128): v128;
  function mul(a: v128, b: v128): v128;
  function shl(a: v128, bits: i32): v128;
  function shr_s(a: v128, bits: i32): v128;
  function shr_u(a: v128, bits: i32): v128;
  function min_s(a: v128, b: v128): v128;
  function max_s(a: v128, b: v128): v128;
  function gt_s(a: v128, b: v128): v128;
  function dot_i16x8_s(a: v128, b: v128): v128;
  function extmul_low_i16x8_s(a: v128, b: v128): v128;
  function extmul_high_i16x8_s(a: v128, b: v128): v128;
  function extmul_low_i16x8_u(a: v128, b: v128): v128;
  function extmul_high_i16x8_u(a: v128, b: v128): v128;
  function extend_low_i16x8_u(a: v128): v128;
  function extend_high_i16x8_u(a: v128): v128;
  function trunc_sat_f32x4_s(a: v128): v128;
  function extract_lane(a: v128, lane: u8): i32;
}

declare namespace i64x2 {
  function splat(value: u64): v128;
}

declare namespace f32x4 {
  function splat(value: f32): v128;
  function mul(a: v128, b: v128): v128;
  function div(a: v128, b: v128): v128;
  function add(a: v128, b: v128): v128;
  function sub(a: v128, b: v128): v128;
  function trunc(a: v128): v128;
  function convert_i32x4_s(a: v128): v128;
}
