import { AllowedGlobal, NumpyArray, NumpyType, PickleError, type PickleValue } from './pickleValue';

/** The Python names that CIFAR's files refer to, and what each one does here. */
const allowed: readonly AllowedGlobal[] = [
  // _reconstruct(ndarray, (0,), b'b') makes an empty array that BUILD fills.
  new AllowedGlobal('numpy.core.multiarray._reconstruct', () => new NumpyArray()),
  new AllowedGlobal('numpy._core.multiarray._reconstruct', () => new NumpyArray()),
  new AllowedGlobal('numpy.ndarray', () => {
    throw new PickleError('numpy.ndarray may only be named, not called');
  }),
  new AllowedGlobal('numpy.dtype', ([code]) => new NumpyType(text(code))),
  // How Python 3 writes bytes in protocol 2: as text whose characters are the bytes.
  new AllowedGlobal('_codecs.encode', ([value, encoding]) => {
    if (typeof value !== 'string' || text(encoding) !== 'latin1') {
      throw new PickleError('_codecs.encode is read only with latin1');
    }
    return Buffer.from(value, 'latin1');
  }),
];

/** Finds a global by module and name; every other one is refused, whatever it would have done. */
export function globalNamed(module: string, name: string): AllowedGlobal {
  const full = `${module}.${name}`;
  const found = allowed.find((each) => each.name === full);
  if (found) return found;
  throw new PickleError(
    `it refers to ${JSON.stringify(full.slice(0, 200))}, which data files have no need of; such a file can run any program when Python reads it, so it is refused`,
  );
}

/** Text that Python 2 wrote as bytes or Python 3 as text. */
export function text(value: PickleValue | undefined): string {
  if (typeof value === 'string') return value;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('latin1');
  throw new PickleError('text was expected');
}
