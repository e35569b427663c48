import { describe, expect, it } from 'vitest';
import { lookAtFamilies } from '../../../src/learn/families/lookAtFamilies';
import { between, evidence, above, below } from '../../judge/looks';
import { fakeRun } from '../pairs/fakeRun';

/** Φ(20/20/√2) = 0.76: a shift of one standard deviation. */
const shown = 20;

describe('lookAtFamilies', () => {
  it('tells the family as a whole, of the transforms that have an effect', async () => {
    const { context } = await fakeRun({
      transforms: [
        { name: 'A', shift: shown, evidence: evidence(between(0.7, 0.8)) },
        { name: 'B', shift: 0, evidence: evidence(below) },
      ],
    });
    const found = await lookAtFamilies(context);
    // Half of the pictures are shifted: (0.76 + 0.5) / 2.
    expect(found?.families).toMatchObject([{ family: 'tone', n: 1000 }]);
    expect(found?.families[0].auroc.auroc).toBeCloseTo(0.63, 1);
  });

  it('holds how often each head fires on each transform alone, by head and then by transform', async () => {
    // Head A fires on what is shifted at all, head B never.
    const { context } = await fakeRun({
      transforms: [
        { name: 'A', shift: 0, evidence: evidence(below) },
        { name: 'B', shift: 0, evidence: evidence(above) },
      ],
      fires: (applied, head) => head === 0 && applied !== 0,
    });
    const found = await lookAtFamilies(context);
    expect(found?.fires).toEqual([
      [1, 1],
      [0, 0],
    ]);
    expect(found?.n).toBe(1000);
  });

  it('explains where the rules disagree by the head that fires instead', async () => {
    // Both rules in one: B is told alone, but its own head is silent and z within subsets is 0.
    const { context } = await fakeRun({
      transforms: [
        { name: 'A', shift: 0, evidence: evidence(below) },
        { name: 'B', shift: shown, evidence: evidence(above) },
      ],
      fires: (applied, head) => head === 0 && applied !== 0,
    });
    const found = await lookAtFamilies(context);
    expect(found?.explanations).toMatchObject([{ transform: 'B', sibling: 'A' }]);
    expect(found?.explanations[0].sentence).toContain('only because A explains it away');
  });

  it('passes nothing through the network again that the last evaluation kept', async () => {
    const transforms = [
      { name: 'A', shift: 0, evidence: evidence(below) },
      { name: 'B', shift: shown, evidence: evidence(above) },
    ];
    const { context, passed } = await fakeRun({ transforms });
    const first = await lookAtFamilies(context);
    const before = passed();
    expect(before).toBe(3000);
    expect(await lookAtFamilies(context)).toEqual(first);
    expect(passed()).toBe(before);
  });
});
