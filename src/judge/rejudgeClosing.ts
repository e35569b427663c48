import type { Closing } from '../protocol/closing';
import type { Controls } from '../protocol/controls';
import type { Verdict } from '../protocol/vocabulary';
import { rejudgeMagnitudes } from './magnitudes/rejudgeMagnitudes';
import { exportedMembers, type JudgedTransform, type Member } from './pairs/members';
import { rejudgeTogether } from './pairs/rejudgeTogether';
import type { JudgeSettings } from './rejudge';
import { togetherSentences } from './pairs/words';
import { safeSet, type SetUse, usedAs } from './safeSet';

export interface RejudgeClosingOptions {
  /** As judged under the settings. */
  readonly transforms: readonly (JudgedTransform & { readonly verdict: Verdict })[];
  /** Of the evaluation before the closing looks. */
  readonly presentations: number;
  readonly controls: Controls | null;
  readonly settings: JudgeSettings;
}

/** What follows from verdicts and closing looks together. */
export interface RejudgedClosing {
  readonly closing: Closing;
  readonly safeSet: readonly string[];
  /** What an export holds. */
  readonly exported: readonly Member[];
  readonly use: SetUse;
  /** What is to be said of transforms in company before they are used. */
  readonly sentences: readonly string[];
}

/** What was looked at last, judged again under other settings, with what follows: the safe set, and how it is used. */
export function rejudgeClosing(
  closing: Closing,
  { transforms, presentations, controls, settings }: RejudgeClosingOptions,
): RejudgedClosing {
  const { controls: asked, threshold } = settings;
  const verdicts = new Map(transforms.map(({ name, verdict }) => [name, verdict]));
  const magnitudes =
    closing.magnitudes && rejudgeMagnitudes(closing.magnitudes, verdicts, { asked, controls, threshold });
  const together = rejudgeTogether({ ...closing, magnitudes }, transforms, presentations, settings);
  const exported = exportedMembers(transforms, { ...together, magnitudes });
  return {
    closing: { ...closing, ...together, magnitudes },
    safeSet: safeSet(transforms, together.pairs),
    exported,
    use: usedAs(
      exported.map(({ name }) => name),
      together.use,
    ),
    sentences: togetherSentences(together, exported),
  };
}
