import type { JudgeSettings } from '../judge/rejudge';
import type { LearnJob } from './learnJob';

/** How the run's evidence is judged. */
export function judgeSettingsOf({ classes, settings }: Pick<LearnJob, 'classes' | 'settings'>): JudgeSettings {
  const { rule, threshold, controls } = settings;
  return { rule, threshold, controls, classes, task: classes.length > 0 ? 'classification' : 'none' };
}
