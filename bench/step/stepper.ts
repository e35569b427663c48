/** One side of the comparison. */
export interface Stepper extends AsyncDisposable {
  /** Takes a training step and returns its milliseconds. */
  step(): Promise<number>;
}
