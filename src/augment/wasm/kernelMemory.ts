import { moduleBase64 } from './compiled';
import type * as affineLevels from './source/affineLevels';
import type * as boxBlur from './source/boxBlur';
import type * as clahe from './source/clahe';
import type * as gammaLevels from './source/gammaLevels';
import type * as grayscale from './source/grayscale';
import type * as heap from './source/heap';
import type * as lab from './source/lab';
import type * as lookup from './source/lookup';
import type * as move from './source/move';
import type * as noise from './source/noise';
import type * as resizeLinear from './source/resizeLinear';
import type * as warpAffine from './source/warpAffine';

/**
 * The kernels that need vector instructions, which JavaScript lacks: compiled from source/ (AssemblyScript) to WebAssembly. They see only
 * their own memory, so a call copies its input in, runs and copies the result out:
 *
 *     beginCall();
 *     const source = put(image.data);
 *     const target = reserve(image.data.length);
 *     kernels.lookup(source, target, image.data.length, put(table));
 *     return take(target, image.data.length);
 *
 * Everything placed since beginCall is void at the next beginCall.
 */
type Kernels = typeof affineLevels &
  typeof boxBlur &
  typeof clahe &
  typeof gammaLevels &
  typeof grayscale &
  typeof heap &
  typeof lab &
  typeof lookup &
  typeof move &
  typeof noise &
  typeof resizeLinear &
  typeof warpAffine;

const compiled = new WebAssembly.Module(Buffer.from(moduleBase64, 'base64'));
const instance = new WebAssembly.Instance(compiled, {});
const { memory, ...functions } = instance.exports as Kernels & { readonly memory: WebAssembly.Memory };

export const kernels: Kernels = functions;

/** Kernels work in whole vectors: every block has so many bytes behind it that may be read and overwritten. */
const slack = 64;
const pageSize = 65536;

let bytes = new Uint8Array(memory.buffer);
/** Where tables end and the blocks of calls begin; a multiple of 16. */
let firstFree = (kernels.heapBase() + slack + 15) & ~15;
let top = firstFree;

/** Starts a call: frees what earlier ones placed. */
export function beginCall(): void {
  top = firstFree;
}

/** Makes room for `length` bytes of any content; returns their address, a multiple of 16. */
export function reserve(length: number): number {
  const address = top;
  top = (top + length + slack + 15) & ~15;
  if (top > bytes.length) {
    memory.grow(Math.ceil((top - bytes.length) / pageSize));
    bytes = new Uint8Array(memory.buffer);
  }
  return address;
}

/** Copies values in; returns their address. */
export function put(values: Uint8Array): number {
  const address = reserve(values.length);
  bytes.set(values, address);
  return address;
}

/** Copies `length` bytes out. */
export function take(address: number, length: number): Uint8Array {
  return bytes.slice(address, address + length);
}

/** Places a table for good, when a module is loaded; returns its address. */
export function placeTable({ buffer, byteOffset, byteLength }: ArrayBufferView): number {
  beginCall();
  const address = put(new Uint8Array(buffer, byteOffset, byteLength));
  firstFree = top;
  return address;
}
