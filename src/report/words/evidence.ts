import type { Auroc } from '../../protocol/evidence';
import type { Result, TransformResult } from '../../protocol/result';
import { count } from '../../judge/words';
import { convergenceInWords } from './convergence';
import { exceptionsInWords, labelsInWords } from './labels';
import { auroc, decimal, plural, range, share } from './numbers';
import { tracesInWords } from './traces';
import { paperVerdictWords } from './verdicts';

/** The evidence on one transform in sentences, the deciding ones first. */
export function evidenceInWords(transform: TransformResult, result: Result): string[] {
  return [
    detectability(transform, result),
    ...effect(transform),
    ...labelsInWords(transform, result),
    ...exceptionsInWords(transform, result),
    ...tracesInWords(transform, result),
    ...convergenceInWords(transform),
    ...(transform.needed ? [transform.needed.sentence] : []),
    ...paper(transform),
    ...size(transform, result),
  ];
}

/** Where an interval lies: "wholly below the threshold 0.60". */
export function position({ intervalJudged: [low, high] }: Auroc, threshold: number): string {
  const cut = `the threshold ${decimal(threshold, 2)}`;
  if (high < threshold) return `wholly below ${cut}`;
  return low > threshold ? `wholly above ${cut}` : `across ${cut}`;
}

function detectability({ evidence }: TransformResult, { settings }: Result): string {
  const { probe, n } = evidence.alone;
  return `AUROC ${auroc(probe.auroc)} on ${plural(n, 'picture')} a side, judged interval ${range(probe.intervalJudged, auroc)}: ${position(probe, settings.threshold)}. Guessing gives 0.5.`;
}

function effect({ evidence }: TransformResult): string[] {
  const { changed } = evidence.alone;
  if (changed === 0) return ['It left every picture exactly as it was.'];
  return changed < 0.995 ? [`It changed ${share(changed)} of the pictures and left the others as they were.`] : [];
}

function paper({ evidence: { clean, augmented }, verdicts }: TransformResult): string[] {
  if (!clean || !augmented) return [];
  const figures = `As the paper counts, at logit 0: false alarms on ${share(clean.rate)} of ${count(clean.n)} clean pictures (${range(clean.interval95, share)}); accuracy on ${count(augmented.n)} pictures under random subsets ${share(augmented.accuracy)} (${range(augmented.interval95, share)}), where never saying “applied” scores ${share(augmented.trivialAccuracy)}; recall ${share(augmented.recall)} (${range(augmented.recallInterval95, share)}); z = ${decimal(augmented.z, 1)}. The paper's rule (z ≤ 2 is safe) says ${paperVerdictWords[verdicts.paper]}.`;
  const hidden = verdicts.interval === 'shifting' && verdicts.paper === 'safe';
  return hidden
    ? [
        `${figures} The rules differ: among other transforms its head does no better than always saying no, yet alone it is seen.`,
      ]
    : [figures];
}

function size({ sizeDependent }: TransformResult, { settings }: Result): string[] {
  return sizeDependent
    ? [`What it does depends on the picture's size in pixels; it was judged at ${settings.size} × ${settings.size}.`]
    : [];
}
