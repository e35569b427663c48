import type { Result } from '../../protocol/result';
import { html, type Html } from '../html';
import { count } from '../../judge/words';
import { decimal, duration, share } from '../words/numbers';
import { facts } from './facts';

/** All that is needed to repeat the run, and what it took. */
export function settingsFacts({ settings, timing, presentations }: Result): Html {
  const { budget, minutes } = settings;
  return html`<section id="settings" aria-labelledby="settings-title">
    <h2 id="settings-title">Settings</h2>
    ${facts([
      [
        'Budget',
        `${budget ?? (minutes === null ? 'a number of presentations' : duration(60 * minutes))}: ${count(presentations)} of ${count(settings.presentations)} image presentations`,
      ],
      ['Looks at', settings.evaluations.map(count).join(', ')],
      ['Judged at', `${settings.size} × ${settings.size} pixels`],
      ['Guard', settings.guard ? `random crop of ${settings.guard} pixels on every picture` : 'off'],
      ['Rule', settings.rule],
      ['Threshold', decimal(settings.threshold, 2)],
      ['Profile', settings.profile === 'modern' ? 'modern: as Albumentations 2.0.8' : 'paper: as Albumentations 0.1.1'],
      ['Subsets', `0 to ${settings.maxSubset} transforms, drawn for each ${settings.subsetPer}`],
      ['Pool', settings.pool.join(', ')],
      [
        'Learning',
        `batches of ${settings.batchSize}, rate ${settings.learningRate}, heads weighted ${settings.headsWeight}`,
      ],
      ['Seed', String(settings.seed)],
      ['Engine', `${settings.engine} ${settings.engineVersion}, ${settings.threads} threads`],
      ['Safe Aug', settings.safeAugVersion],
      ['Started', timing.startedAt],
      [
        'Took',
        `${duration(timing.totalSeconds)}: learning ${duration(timing.trainingSeconds)}, measuring ${duration(timing.measuringSeconds)}`,
      ],
      ['Waiting for data', share(timing.waitingShare)],
      ['Peak memory', `${count(timing.peakMemoryMB)} MB`],
    ])}
  </section>`;
}
