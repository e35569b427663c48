import { describe, expect, it } from 'vitest';
import { lookAtPairs } from '../../../src/learn/pairs/lookAtPairs';
import { lookAtUse } from '../../../src/learn/pairs/lookAtUse';
import { above, below, between, evidence } from '../../judge/looks';
import { exampleClosing } from '../../fixtures/closing';
import { fakeRun, type FakeTransform } from './fakeRun';

const safe = (name: string, shift: number, reach = 0.55): FakeTransform => ({
  name,
  shift,
  evidence: evidence(between(0.49, reach)),
});

describe('lookAtPairs', () => {
  it('finds two changes, each hardly visible, that show together; the less certain one leaves', async () => {
    // Φ(5/20/√2) = 0.57 alone and Φ(10/20/√2) = 0.64 together, against a threshold of 0.6.
    const { context } = await fakeRun({ transforms: [safe('A', 5, 0.58), safe('B', 5, 0.59), safe('C', 0)] });
    const pairs = await lookAtPairs(context);
    const verdicts = pairs?.pairs.map(({ transforms, verdict }) => [...transforms, verdict]);
    expect(verdicts).toEqual([
      ['A', 'B', 'shifting'],
      ['A', 'C', 'safe'],
      ['B', 'A', 'shifting'],
      ['B', 'C', 'safe'],
      ['C', 'A', 'safe'],
      ['C', 'B', 'safe'],
    ]);
    expect(pairs?.pairs[0].probe.auroc).toBeCloseTo(0.64, 1);
    expect(pairs?.pairs[1].probe.auroc).toBeCloseTo(0.57, 1);
    expect(pairs?.removed).toEqual(['B']);
  });

  it('finds labels that break only together, though nothing shows', async () => {
    const { context } = await fakeRun({ transforms: [safe('A', 0), safe('B', 0, 0.52), safe('C', 0)], breaks: 0b011 });
    const pairs = await lookAtPairs(context);
    const broken = pairs?.pairs.filter(({ verdict }) => verdict !== 'safe');
    expect(broken?.map(({ transforms, verdict }) => [...transforms, verdict])).toEqual([
      ['A', 'B', 'harmful'],
      ['B', 'A', 'harmful'],
    ]);
    expect(broken?.[0].reason).toMatch(/Labels break: of \d+ recognised pictures of “left”/);
    expect(broken?.[0].labels?.agreement).toBe(0);
    expect(pairs?.removed).toEqual(['A']);
  });

  it('settles an obvious pair on 300 pictures and gives the others 1,000', async () => {
    const { context, asked } = await fakeRun({ transforms: [safe('A', 40), safe('B', 40), safe('C', -80)] });
    const pairs = await lookAtPairs(context);
    const n = new Map(pairs?.pairs.map((pair) => [pair.transforms.join(' '), pair.n]));
    expect(n.get('A B')).toBe(300);
    const { context: calm } = await fakeRun({ transforms: [safe('A', 0), safe('B', 0)] });
    expect((await lookAtPairs(calm))?.pairs.map((pair) => pair.n)).toEqual([1000, 1000]);
    const drawn = asked.filter(({ draw }) => draw.kind === 'chain').length * 100;
    expect(drawn).toBe([...n.values()].reduce((sum, one) => sum + one, 0));
  });

  it('looks at the safe set only', async () => {
    const others = [
      { name: 'Told', shift: 0, evidence: evidence(above) },
      { name: 'Idle', shift: 0, evidence: evidence(below, { changed: 0 }) },
    ];
    const { context, asked } = await fakeRun({ transforms: [safe('A', 0), ...others] });
    expect(await lookAtPairs(context)).toEqual({ pairs: [], milder: [], removed: [] });
    expect(asked).toEqual([]);
  });
});

describe('what is safe in a smaller range', () => {
  const told = { name: 'B', shift: 0, evidence: evidence(above) };
  const curve = { ...exampleClosing([]).magnitudes![0], transform: 'B', safeUpTo: 0.05 };

  it('is looked at in pairs and in use at that range, as it is exported', async () => {
    const { context, asked } = await fakeRun({ transforms: [safe('A', 0), told, safe('C', 0)] });
    context.state.closing = { ...context.state.closing, magnitudes: [curve] };
    const milder = [{ transform: 'B', value: 0.05 }];
    const pairs = await lookAtPairs(context);
    expect(pairs?.pairs.map(({ transforms }) => transforms.join(' '))).toEqual([
      'A B',
      'A C',
      'B A',
      'B C',
      'C A',
      'C B',
    ]);
    expect(pairs).toMatchObject({ milder, removed: [] });
    expect(asked.every(({ draw }) => draw.kind !== 'chain' || draw.milder[0]?.value === 0.05)).toBe(true);

    context.state.closing = { ...context.state.closing, pairs };
    expect(await lookAtUse(context)).toMatchObject({ transforms: ['A', 'B', 'C'], milder, subsetSize: 3 });
    expect(asked.at(-1)?.draw).toMatchObject({ kind: 'use', milder: [{ transform: 1, value: 0.05 }] });
  });
});

describe('lookAtUse', () => {
  it('judges what is exported, without what pairs removed', async () => {
    const { context, asked } = await fakeRun({ transforms: [safe('A', 3), safe('B', 90), safe('C', 3)] });
    context.state.closing = { ...context.state.closing, pairs: { pairs: [], milder: [], removed: ['B'] } };
    const use = await lookAtUse(context);
    expect(use).toMatchObject({ transforms: ['A', 'C'], subsetSize: 2, p: 0.5, verdict: 'safe', n: 1200 });
    expect(asked.at(-1)?.draw).toEqual({ kind: 'use', transforms: [0, 2], milder: [], subsetSize: 2, p: 0.5 });
  });

  it('warns of three changes that show when all may come together, though no two of them do', async () => {
    const { context } = await fakeRun({ transforms: [safe('A', 40), safe('B', 40), safe('C', 40)] });
    expect(await lookAtUse(context)).toMatchObject({ subsetSize: 3, verdict: 'shifting' });
  });

  it('is null without a safe set', async () => {
    const { context } = await fakeRun({ transforms: [{ name: 'A', shift: 0, evidence: evidence(above) }] });
    expect(await lookAtUse(context)).toBeNull();
  });
});
