/** The learning rate of a step, counted from 0. */
export type Schedule = (step: number) => number;

export interface ScheduleOptions {
  /** The highest rate. */
  readonly peak: number;
  /** Steps of the whole training. */
  readonly steps: number;
  /** Steps in which the rate rises linearly to its value. Default 0. */
  readonly warmUpSteps?: number;
}

/** The share of its value that the rate has at a step of the warm-up; 1 after it. */
export function warmUp({ warmUpSteps = 0 }: ScheduleOptions, step: number): number {
  return warmUpSteps === 0 ? 1 : Math.min(1, (step + 1) / warmUpSteps);
}
