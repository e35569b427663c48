/** What a pickle can hold here. Python's lists and tuples are both arrays, its dicts Maps whose keys are text, also where they were bytes. */
export type PickleValue =
  | null
  | boolean
  | number
  | string
  | Uint8Array
  | readonly PickleValue[]
  | Map<string | number, PickleValue>
  | NumpyArray
  | NumpyType
  | AllowedGlobal;

/** A numpy array; shape and type are filled in by the pickle's BUILD. */
export class NumpyArray {
  shape: readonly number[] = [];
  type = new NumpyType('u1');
  /** Elements in C order. A view into the pickle where it holds them in one piece. */
  data: Uint8Array = new Uint8Array(0);
}

/** A numpy dtype such as `u1` or `i8`. */
export class NumpyType {
  littleEndian = true;
  constructor(readonly code: string) {}
}

/** A name that a pickle may refer to. Nothing of Python is run: each stands for a few lines in allowedGlobals.ts. */
export class AllowedGlobal {
  constructor(
    readonly name: string,
    readonly call: (args: readonly PickleValue[]) => PickleValue,
  ) {}
}

/** The pickle is damaged, or holds something that is refused. */
export class PickleError extends Error {
  override readonly name = 'PickleError';
}
