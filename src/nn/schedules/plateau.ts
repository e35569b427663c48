export interface PlateauOptions {
  /** The rate to start from. */
  readonly initial: number;
  /** What the rate is multiplied by. Default 0.1. */
  readonly factor?: number;
  /** Losses in a row that may fail to improve before the rate falls. Default 10. */
  readonly patience?: number;
  /** Relative improvement that counts. Default 1e-4. */
  readonly threshold?: number;
}

/** What the rate depends on. */
export interface PlateauState {
  readonly rate: number;
  readonly best: number;
  readonly failures: number;
}

/** Lowers the rate when the loss stops falling, as `torch.optim.lr_scheduler.ReduceLROnPlateau`; a step from state to state. */
export function plateau({ initial, factor = 0.1, patience = 10, threshold = 1e-4 }: PlateauOptions) {
  return {
    start: (): PlateauState => ({ rate: initial, best: Infinity, failures: 0 }),
    /** The state after another loss (of an epoch, or an average over some steps). */
    next: ({ rate, best, failures }: PlateauState, loss: number): PlateauState => {
      if (loss < best * (1 - threshold)) return { rate, best: loss, failures: 0 };
      if (failures < patience) return { rate, best, failures: failures + 1 };
      return { rate: rate * factor, best, failures: 0 };
    },
  };
}
