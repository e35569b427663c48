import type { Auroc } from '../../protocol/evidence';
import type { Result, TransformResult } from '../../protocol/result';
import { exceptionsInWords, labelsInWords } from './labels';
import { auroc, decimal, range, share } from './numbers';
import { paperVerdictWords } from './verdicts';

/** The evidence on one transform in sentences, the deciding ones first. */
export function evidenceInWords(transform: TransformResult, result: Result): string[] {
  return [
    detectability(transform, result),
    ...effect(transform),
    ...labelsInWords(transform, result),
    ...exceptionsInWords(transform, result),
    ...fileTraces(transform, result),
    ...traceProbes(transform, result),
    ...convergence(transform),
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
  const { probe } = evidence.alone;
  return `AUROC ${auroc(probe.auroc)}, judged interval ${range(probe.intervalJudged, auroc)}: ${position(probe, settings.threshold)}. Guessing gives 0.5.`;
}

function effect({ evidence }: TransformResult): string[] {
  const { changed } = evidence.alone;
  if (changed === 0) return ['It left every picture exactly as it was.'];
  return changed < 0.995 ? [`It changed ${share(changed)} of the pictures and left the others as they were.`] : [];
}

function fileTraces({ name }: TransformResult, { fileTests }: Result): string[] {
  const traces = fileTests.filter((test) => test.fileTrace && test.transform === name);
  if (traces.length === 0) return [];
  const seen = traces.map(
    ({ name: test, channel, unguarded, guarded }) =>
      `${test} of ${channel}, AUROC ${auroc(unguarded.auroc)} on raw pixels and ${auroc(guarded.auroc)} with the trace hidden on both sides`,
  );
  return [`The files give it away, not the pictures: ${seen.join('; ')}. No verdict rests on such a trace.`];
}

function traceProbes({ name }: TransformResult, { closing }: Result): string[] {
  return (closing.traces ?? []).filter(({ transform }) => transform === name).map(({ sentence }) => sentence);
}

function convergence({ convergence: found, evidence }: TransformResult): string[] {
  if (!found) return [];
  const rises =
    found.slope === null
      ? ''
      : `At the end its AUROC ${found.slope < 0 ? 'fell' : 'rose'} by ${decimal(Math.abs(found.slope), 3)} per doubling of presentations. `;
  const learned =
    found.training && evidence.alone.head
      ? `Its head reads ${auroc(found.training.auroc)} on pictures that were learned from and ${auroc(evidence.alone.head.auroc)} on held-out ones.`
      : '';
  const sentences = `${rises}${learned}`.trim();
  return sentences === '' ? [] : [sentences];
}

function paper({ evidence: { clean, augmented }, verdicts }: TransformResult): string[] {
  if (!clean || !augmented) return [];
  const figures = `As the paper counts, at logit 0: false alarms on ${share(clean.rate)} of the clean pictures; accuracy within random subsets ${share(augmented.accuracy)}, where never saying “applied” scores ${share(augmented.trivialAccuracy)}; recall ${share(augmented.recall)}; z = ${decimal(augmented.z, 1)}. The paper's rule (z ≤ 2 is safe) says ${paperVerdictWords[verdicts.paper]}.`;
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
