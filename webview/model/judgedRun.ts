import { judge } from '../../src/judge/rejudge';
import type { Member } from '../../src/judge/pairs/members';
import { rejudgeClosing } from '../../src/judge/rejudgeClosing';
import { presentationsBeforeSafe } from '../../src/judge/rules/enoughTraining';
import type { Closing } from '../../src/protocol/closing';
import type { Evidence } from '../../src/protocol/evidence';
import type { PanelEvaluation, PanelRun, PanelState, TransformFindings } from '../../src/protocol/panelState';
import type { ReasonCode } from '../../src/protocol/result';
import type { Family, PaperVerdict, Verdict } from '../../src/protocol/vocabulary';

/** What is said of one transform under the present threshold. */
export interface JudgedTransform {
  readonly name: string;
  readonly family: Family;
  readonly verdict: Verdict;
  readonly paperVerdict: PaperVerdict;
  readonly reasonCode: ReasonCode;
  /** What decided, as a sentence of the judge; empty before the first evaluation. */
  readonly reason: string;
  /** Indices of the classes whose labels broke in two evaluations running. */
  readonly exceptClasses: readonly number[];
  /** What the verdict would be for the other classes; null where it breaks none, or all. */
  readonly otherClasses: Verdict | null;
  /** Null before the first evaluation. */
  readonly evidence: Evidence | null;
  /** What it is judged with, in the pool's own terms. */
  readonly params: PanelRun['transforms'][number]['params'];
  readonly sizeDependent: boolean;
  /** Null as long as there is no result file. */
  readonly findings: TransformFindings | null;
}

/** The last evaluation of a run, judged. */
export interface JudgedRun {
  readonly threshold: number;
  /** Presentations that it was measured at; null before the first evaluation, 0 = by image statistics alone. */
  readonly presentations: number | null;
  /** Too few presentations for anything to be called safe. */
  readonly tooEarly: boolean;
  /** In the pool's order. */
  readonly transforms: readonly JudgedTransform[];
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Names of the transforms to use. */
  readonly safeSet: readonly string[];
  /** What an export holds: these, and what is safe in a smaller range. */
  readonly exported: readonly Member[];
  readonly use: { readonly subsetSize: number; readonly p: number };
  /** What was looked at last, by the same threshold. */
  readonly closing: Closing;
}

/** Judges what `state` holds by `threshold`; null before the run has said which transforms it looks at. */
export function judgeRun({ run, evaluations, findings, closing }: PanelState, threshold: number): JudgedRun | null {
  if (run === null) return null;
  const latest = evaluations.at(-1);
  const verdicts = latest ? judgeLatest(latest, evaluations, run, threshold) : new Map<string, Judged>();
  const transforms = run.transforms.map((transform): JudgedTransform => ({
    ...transform,
    ...(verdicts.get(transform.name) ?? unmeasured),
    findings: findingsUnder(threshold, run, findings[transform.name]),
  }));
  const measured = transforms.filter((one): one is JudgedTransform & { evidence: Evidence } => one.evidence !== null);
  const presentations = latest?.presentations ?? 0;
  const { task, classes } = run.dataset;
  const { rule, controls: asked } = run.settings;
  const settings = { rule, controls: asked, threshold, task, classes };
  const controls = latest?.controls ?? null;
  return {
    threshold,
    presentations: latest?.presentations ?? null,
    tooEarly: presentations < presentationsBeforeSafe,
    transforms,
    counts: countVerdicts(transforms),
    ...rejudgeClosing(closing, { transforms: measured, presentations, controls, settings }),
  };
}

/** What a longer run would need to decide was worked out for the run's own threshold alone. */
function findingsUnder(
  threshold: number,
  { settings }: PanelRun,
  found: TransformFindings | undefined,
): TransformFindings | null {
  if (found === undefined) return null;
  return threshold === settings.threshold ? found : { ...found, needed: null };
}

type Judged = Omit<JudgedTransform, 'name' | 'family' | 'params' | 'sizeDependent' | 'findings'>;

const unmeasured: Judged = {
  verdict: 'undecided',
  paperVerdict: 'undecided',
  reasonCode: 'too-early',
  reason: '',
  exceptClasses: [],
  otherClasses: null,
  evidence: null,
};

function judgeLatest(
  latest: PanelEvaluation,
  evaluations: readonly PanelEvaluation[],
  { settings, dataset }: NonNullable<PanelState['run']>,
  threshold: number,
): Map<string, Judged> {
  const { task, classes } = dataset;
  const judgements = judge(latest, evaluations, {
    rule: settings.rule,
    controls: settings.controls,
    threshold,
    task,
    classes,
  });
  return new Map(
    judgements.map(({ name, verdicts, ...judged }, index) => [
      name,
      { ...judged, paperVerdict: verdicts.paper, evidence: latest.transforms[index].evidence },
    ]),
  );
}

function countVerdicts(transforms: readonly JudgedTransform[]): Record<Verdict, number> {
  const counts = { safe: 0, undecided: 0, shifting: 0, harmful: 0 };
  for (const { verdict } of transforms) counts[verdict] += 1;
  return counts;
}
