import { describe, expect, it } from 'vitest';
import type { BatchRequest } from '../../../src/data/batch';
import type { ClosingContext } from '../../../src/learn/closing/closingContext';
import { lookAtMagnitudes } from '../../../src/learn/magnitudes/lookAtMagnitudes';
import { judgedZ, pointwiseZ } from '../../../src/judge/judgedZ';
import { studentQuantile } from '../../../src/judge/studentQuantile';
import { above, evidence } from '../../judge/looks';
import { fakeRun } from '../pairs/fakeRun';

const grid = [1, 2, 3, 4];
const judgedAt = 3;

/**
 * A fake run with one graded transform, whose strength 1, 2, 3, 4 moves pictures by so much (they differ by a standard deviation of
 * 20). Draws of a strength are those of a transform of its own, which the pool holds behind the graded one.
 */
async function gradedRun(shifts: readonly number[], breaks?: number) {
  const found = evidence(above);
  const transforms = ['Graded', ...grid.map((value) => `at ${value}`)].map((name, i) => ({
    name,
    shift: shifts[i === 0 ? judgedAt - 1 : i - 1],
    evidence: found,
  }));
  const { context, asked } = await fakeRun({ transforms, ...(breaks !== undefined && { breaks }) });
  const strength = {
    setting: 'limit',
    unit: '',
    symmetric: false,
    default: judgedAt,
    grid,
    settings: (limit: number) => ({ limit }),
  };
  Object.assign(context.job.pool[0], { strength });
  const { batches } = context.job.feed;
  const feed = {
    ...context.job.feed,
    batches: (requests: Iterable<BatchRequest>) => batches([...requests].map(asOwnTransform)),
  };
  const job = { ...context.job, feed, settings: { ...context.job.settings, controls: false } };
  return { context: { ...context, job } as ClosingContext, asked };
}

function asOwnTransform(request: BatchRequest): BatchRequest {
  const { draw } = request;
  return draw.kind === 'strength' ? { ...request, draw: { kind: 'only', transform: draw.value } } : request;
}

describe('lookAtMagnitudes', () => {
  it('finds how far a transform may go that is told at its default', async () => {
    const { context } = await gradedRun([0, 4, 20, 60]);
    const [magnitude] = (await lookAtMagnitudes(context)) ?? [];
    expect(magnitude.steps.map(({ verdict }) => verdict)).toEqual(['safe', 'safe', 'shifting', 'shifting']);
    expect(magnitude).toMatchObject({
      transform: 'Graded',
      setting: 'limit',
      default: 3,
      safeUpTo: 2,
      presentations: 128_000,
    });
    expect(magnitude.steps.map(({ params }) => params)).toEqual(grid.map((limit) => ({ limit })));
    // Φ(4/20/√2) = 0.556, and a rising fit.
    expect(magnitude.steps[1].probe.auroc).toBeCloseTo(0.556, 1);
    const fitted = magnitude.steps.map((step) => step.fitted);
    expect(fitted).toEqual([...fitted].sort((a, b) => a - b));
  });

  it('measures on 1,000 pictures what is not clear by the first 300, and the default not at all', async () => {
    const { context, asked } = await gradedRun([0, 20, 30, 60]);
    const [magnitude] = (await lookAtMagnitudes(context)) ?? [];
    expect(magnitude.steps.map(({ n }) => n)).toEqual([1000, 300, 2000, 300]);
    expect(magnitude.steps[2].probe).toEqual(above);
    const drawn = asked.map(({ draw }) => (draw.kind === 'only' ? draw.transform : -1));
    expect(drawn).not.toContain(judgedAt);
    expect(drawn.filter((transform) => transform === 1)).toHaveLength(10);
  });

  it('corrects judged intervals for every step and for both looks at it', async () => {
    const { context } = await gradedRun([0, 4, 20, 60]);
    const [{ steps }] = (await lookAtMagnitudes(context)) ?? [];
    const { auroc, interval95, intervalJudged } = steps[1].probe;
    const logit = (share: number): number => Math.log(share / (1 - share));
    const reach = ([, high]: readonly [number, number]): number => logit(high) - logit(auroc);
    const { n } = steps[1];
    const z = judgedZ({ transforms: grid.length, looks: 2 });
    const expected = studentQuantile(z, n / 2 - 1) / studentQuantile(pointwiseZ, n / 2 - 1);
    expect(reach(intervalJudged) / reach(interval95)).toBeCloseTo(expected, 6);
  });

  it('finds no safe range where labels break from the mildest step on', async () => {
    const { context } = await gradedRun([0, 0, 0, 0], 0b10);
    const [magnitude] = (await lookAtMagnitudes(context)) ?? [];
    expect(magnitude.steps[0]).toMatchObject({ verdict: 'harmful', agreement: 0 });
    expect(magnitude.safeUpTo).toBeNull();
  });

  it('gives the curves of the screening before anything can be safe', async () => {
    const { context, asked } = await gradedRun([0, 4, 20, 60]);
    context.state.measurements = context.state.measurements.map((one) => ({ ...one, presentations: 8000 }));
    context.state.screenedMagnitudes = [];
    expect(await lookAtMagnitudes(context)).toEqual([]);
    expect(asked).toEqual([]);
  });
});
