import { text } from './allowedGlobals';
import { NumpyArray, NumpyType, PickleError, type PickleValue } from './pickleValue';

/** What the BUILD opcode does: hands a state to an array or a dtype. */
export function setState(target: PickleValue, state: PickleValue): void {
  if (!Array.isArray(state)) throw new PickleError('a numpy state must be a tuple');
  if (target instanceof NumpyArray) setArrayState(target, state);
  else if (target instanceof NumpyType) target.littleEndian = text(state[1]) !== '>';
  else throw new PickleError('it sets the state of something other than a numpy array');
}

/** numpy's array state: (version, shape, dtype, is in Fortran order, bytes). */
function setArrayState(array: NumpyArray, [, shape, type, fortran, data]: readonly PickleValue[]): void {
  if (!Array.isArray(shape) || !shape.every(isCount)) throw new PickleError('a numpy array has no proper shape');
  if (!(type instanceof NumpyType)) throw new PickleError('a numpy array has no dtype');
  if (fortran !== false && fortran !== 0) throw new PickleError('numpy arrays in Fortran order are not read');
  if (!(data instanceof Uint8Array)) throw new PickleError('a numpy array has no bytes');
  const bytes = shape.reduce((product, side) => product * side, itemSize(type));
  if (bytes !== data.length) {
    throw new PickleError(`a numpy array of ${shape.join(' × ')} ${type.code} has ${data.length} bytes`);
  }
  array.shape = shape;
  array.type = type;
  array.data = data;
}

/** The elements of an array of integers, 8 to 64 bits wide; undefined for an array of something else. */
export function integersOf({ type, data }: NumpyArray): number[] | undefined {
  const size = itemSize(type);
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const little = type.littleEndian;
  const readers: Readonly<Record<string, (at: number) => number>> = {
    u1: (at) => view.getUint8(at),
    i1: (at) => view.getInt8(at),
    u2: (at) => view.getUint16(at, little),
    i2: (at) => view.getInt16(at, little),
    u4: (at) => view.getUint32(at, little),
    i4: (at) => view.getInt32(at, little),
    u8: (at) => Number(view.getBigUint64(at, little)),
    i8: (at) => Number(view.getBigInt64(at, little)),
  };
  const read = Object.hasOwn(readers, type.code) ? readers[type.code] : undefined;
  if (!read) return undefined;
  return Array.from({ length: data.length / size }, (_, i) => read(i * size));
}

function itemSize(type: NumpyType): number {
  const size = /^[a-zA-Z]([1248])$/.exec(type.code)?.[1];
  if (size === undefined) throw new PickleError(`numpy type ${JSON.stringify(type.code.slice(0, 40))} is not read`);
  return Number(size);
}

function isCount(value: PickleValue): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
