import { describe, expect, it } from 'vitest';
import type { JpegCoding } from '../../../src/data/decode/jpegCoding';
import type { ClosingContext } from '../../../src/learn/closing/closingContext';
import { lookAtTraces } from '../../../src/learn/traces/lookAtTraces';
import type { Auroc } from '../../../src/protocol/evidence';
import { above, across, below, evidence } from '../../judge/looks';
import { fakeRun } from '../pairs/fakeRun';

const saved: JpegCoding = { quality: 90, subsampling: '4:2:0', height: 32, width: 32 };

/** A run with one transform of tone for each reading of the last evaluation, whose files were saved like this. */
async function runWith(coding: JpegCoding | null, readings: readonly Auroc[]) {
  const transforms = readings.map((probe, i) => ({ name: `Tone${i}`, shift: 40, evidence: evidence(probe) }));
  const { context, asked } = await fakeRun({ transforms });
  Object.assign(context.job.feed, { jpegCoding: () => Promise.resolve(coding) });
  return { context: { ...context, job: { ...context.job, size: 32 } } as ClosingContext, asked };
}

describe('lookAtTraces', () => {
  it('looks at the transforms that were told or may be, and passes both sides through the same step', async () => {
    const { context, asked } = await runWith(saved, [below, above, across]);
    const found = await lookAtTraces(context);
    expect(found?.map(({ transform, step, n }) => [transform, step, n])).toEqual([
      ['Tone1', 're-encode', 1000],
      ['Tone2', 're-encode', 1000],
    ]);
    expect(asked.every(({ step }) => step?.kind === 're-encode' && step.quality === 90)).toBe(true);
    // As they were judged: the same draws and the same guard.
    const streams = [...new Set(asked.map(({ stream }) => stream))];
    const judged = [context.sets.clean, context.sets.only[1], context.sets.only[2]].map(
      ({ requests }) => requests[0].stream,
    );
    expect(streams.toSorted()).toEqual(judged.toSorted());
    expect(new Set(asked.map(({ draw }) => draw.kind))).toEqual(new Set(['clean', 'only']));
  });

  it('finds no trace where the step hides nothing', async () => {
    const { context } = await runWith(saved, [above]);
    const [found] = (await lookAtTraces(context)) ?? [];
    expect(found.with).toEqual(found.without);
    expect(found.differenceInterval95).toEqual([0, 0]);
    expect(found.fileTrace).toBe(false);
    expect(found.sentence).toContain('is seen in the picture itself');
  });

  it('passes over what changes nothing, also where too few pictures leave the interval wide', async () => {
    const { context } = await runWith(saved, [across]);
    const [measured] = context.state.measurements;
    const still = { ...measured, evidence: [evidence(across, { changed: 0 })] };
    context.state.measurements = [...context.state.measurements.slice(0, -1), still];
    expect(await lookAtTraces(context)).toEqual([]);
  });

  it('has nothing to do where nothing was told, and no saving again where no file is a JPEG', async () => {
    expect(await lookAtTraces((await runWith(saved, [below, below])).context)).toEqual([]);
    const { context, asked } = await runWith(null, [above]);
    expect(await lookAtTraces(context)).toEqual([]);
    expect(asked).toEqual([]);
  });
});
