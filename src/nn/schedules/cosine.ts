import { type Schedule, type ScheduleOptions, warmUp } from './schedule';

/**
 * Half a cosine from the peak to 0 over all steps (I. Loshchilov, F. Hutter 2017), as
 * `torch.optim.lr_scheduler.CosineAnnealingLR`, after a linear warm-up.
 */
export function cosine(options: ScheduleOptions): Schedule {
  const { peak, steps } = options;
  return (step) => warmUp(options, step) * peak * 0.5 * (1 + Math.cos((Math.PI * Math.min(step, steps)) / steps));
}
