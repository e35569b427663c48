/** A floating-point argument: written with a decimal point where the format knows one, with six significant digits. */
export class Real {
  readonly value: number;

  constructor(value: number) {
    this.value = Number(value.toPrecision(6));
  }

  toJSON(): number {
    return this.value;
  }
}

/** An OpenCV constant: a number in documents, its name in Python. */
export class Constant {
  constructor(
    readonly name: string,
    readonly value: number,
  ) {}

  toJSON(): number {
    return this.value;
  }
}

export type Argument =
  Real | Constant | number | boolean | string | null | readonly Argument[] | { readonly [key: string]: Argument };

/** One transform or container with its constructor arguments, apart from how a document writes it. */
export interface Node {
  /** The class in `albumentations`. */
  readonly className: string;
  readonly p: number;
  /** In the order in which they are written. */
  readonly arguments: Readonly<Record<string, Argument>>;
  /** Of containers. */
  readonly children?: readonly Node[];
  /** What its user must know, such as a formula that cannot be expressed. */
  readonly notes?: readonly string[];
}

export function reals([low, high]: readonly [number, number]): readonly [Real, Real] {
  return [new Real(low), new Real(high)];
}
