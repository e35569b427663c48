import { type Schedule, type ScheduleOptions, warmUp } from './schedule';

export interface FinalDecayOptions extends ScheduleOptions {
  /** Share of the steps that the final phase takes; 0..1. Default 0.3. */
  readonly finalPhase?: number;
  /** The lowest rate, as a share of the peak. Default 0.005. */
  readonly floor?: number;
}

/** Constant, then falling linearly in a fixed final phase: what came before does not depend on how long the rest is. */
export function finalDecay(options: FinalDecayOptions): Schedule {
  const { peak, steps, finalPhase = 0.3, floor = 0.005 } = options;
  return (step) => {
    const left = (1 - step / steps) / finalPhase;
    return warmUp(options, step) * peak * Math.min(1, Math.max(floor, left));
  };
}
