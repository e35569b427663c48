import type { Step } from '../../data/feed/steps/step';
import { assignFolds } from '../../judge/folds';
import { judgedZ } from '../../judge/judgedZ';
import type { TraceProbe } from '../../protocol/closing';
import { createRandom } from '../../random/random';
import type { ClosingContext, ClosingLook } from '../closing/closingContext';
import { describeSet, type DescribedSet } from '../measuring/aloneEvidence';
import { infer } from '../measuring/infer';
import { passThrough } from '../measuring/passThrough';
import { reEncodingOf } from './setCoding';
import { stepsFor } from './stepsFor';
import { traceProbe } from './traceProbe';

/** Pictures on each side; the first of the judging sets. */
const pictures = 1000;

/**
 * Takes the transforms that were told apart, or may be (not those without any effect, whatever few pictures leave open), through further steps on both sides: is it the picture that gives them
 * away, or how it was computed and saved? By pool index, then step; empty when nothing was told.
 */
export const lookAtTraces: ClosingLook<'traces'> = async (context) => {
  const { job, state, sets, judging, looks, onProgress } = context;
  const { pool, settings, feed, size } = job;
  const { evidence } = state.measurements[state.measurements.length - 1];
  const reEncoding = await reEncodingOf(feed, judging, size);
  const planned = pool.flatMap(({ name, family }, transform) =>
    evidence[transform].alone.changed > 0 && evidence[transform].alone.probe.intervalJudged[1] >= settings.threshold
      ? stepsFor(family, reEncoding).map((step) => ({ name, transform, step }))
      : [],
  );
  const n = Math.min(pictures, sets.clean.n);
  const judged = judgedSides(context, n);
  const stepped = steppedSides(context, n, judged);
  const probes: TraceProbe[] = [];
  for (const { name, transform, step } of planned) {
    probes.push(
      traceProbe({
        transform: name,
        step,
        without: { clean: (await judged(null)).side, transformed: (await judged(transform)).side },
        with: { clean: (await stepped(step, null)).side, transformed: (await stepped(step, transform)).side },
        threshold: settings.threshold,
        zJudged: judgedZ({ transforms: pool.length, looks }),
      }),
    );
    onProgress(probes.length * n, planned.length * n);
  }
  return probes;
};

/** One side as it is judged; null: clean. */
type JudgedSides = (transform: number | null) => Promise<DescribedSet>;

function judgedSides({ job, network, weights, sets, kept }: ClosingContext, n: number): JudgedSides {
  const { feed, signal, settings } = job;
  const folds = assignFolds(n, createRandom(settings.seed, 'folds'));
  let clean: DescribedSet | undefined;
  return async (transform) => {
    if (transform === null && clean !== undefined) return clean;
    const set = transform === null ? sets.clean : sets.only[transform];
    const described = describeSet(set, await infer(network, weights, set, { feed, n, signal, kept }), folds, clean);
    if (transform === null) clean = described;
    return described;
  };
}

/** One side after a step, in the draws that were judged; the clean side is passed through each step once. */
function steppedSides(context: ClosingContext, n: number, judged: JudgedSides) {
  const cleanSides = new Map<string, DescribedSet>();
  const { sets } = context;
  return async (step: Step, transform: number | null): Promise<DescribedSet> => {
    const known = transform === null ? cleanSides.get(step.kind) : undefined;
    if (known !== undefined) return known;
    // As the judging sets were drawn: the same draws and the same guard, so that all but the step is equal.
    const { draw, stream } = (transform === null ? sets.clean : sets.only[transform]).requests[0];
    const { outputs, statistics } = await passThrough(context, { draw, step, stream, from: 0, to: n });
    const clean = await judged(null);
    const described = describeSet({ n, statistics, changedShare: 1 }, outputs, clean.side.folds, clean);
    if (transform === null) cleanSides.set(step.kind, described);
    return described;
  };
}
