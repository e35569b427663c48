import type { JudgeStepsSettings } from '../../judge/magnitudes/judgeSteps';
import { judgeSettingsOf } from '../judgeSettings';
import type { LearnJob } from '../learnJob';
import type { Measurement } from '../measuring/evaluate';

/** How strengths are judged that were looked at under the network of this measurement. */
export function stepSettings(
  job: Pick<LearnJob, 'classes' | 'settings'>,
  { presentations, controls }: Pick<Measurement, 'presentations' | 'controls'>,
): JudgeStepsSettings {
  const { controls: asked, ...settings } = judgeSettingsOf(job);
  return { ...settings, asked, controls, presentations };
}
