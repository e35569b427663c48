import { describe, expect, it } from 'vitest';
import { initialArrangement, parseArrangement } from '../../../webview/model/arrangement';
import { judgeRun, type JudgedTransform } from '../../../webview/model/judgedRun';
import { rowGroups } from '../../../webview/model/rowGroups';
import { situations } from '../harness/runs';

const transforms = (situation: 'finished' | 'harmful' | 'screening'): readonly JudgedTransform[] =>
  judgeRun(situations[situation](), 0.6)?.transforms ?? [];
const names = (groups: ReturnType<typeof rowGroups>): string[] =>
  groups.flatMap(({ rows }) => rows.map(({ name }) => name));

describe('the rows of the table', () => {
  it('stand by verdict, from what may be used to what must not, in each the least visible first', () => {
    const groups = rowGroups(transforms('finished'), initialArrangement);
    expect(groups.map(({ key }) => key)).toEqual(['safe', 'undecided', 'shifting']);
    for (const { rows } of groups) {
      const aurocs = rows.map(({ evidence }) => evidence?.alone.probe.auroc ?? NaN);
      expect(aurocs).toEqual([...aurocs].sort((a, b) => a - b));
    }
    expect(rowGroups(transforms('harmful'), initialArrangement).at(-1)?.key).toBe('harmful');
  });

  it('can be filtered by verdicts and found by name', () => {
    const only = (changes: object): string[] =>
      names(rowGroups(transforms('finished'), { ...initialArrangement, ...changes }));
    expect(only({ verdicts: ['undecided'] })).toEqual(['RandomGamma']);
    expect(only({ search: ' FLIP ' }).sort()).toEqual(['HorizontalFlip', 'VerticalFlip']);
    expect(only({ search: 'nothing' })).toEqual([]);
    expect(only({ verdicts: ['safe'], search: 'gamma' })).toEqual([]);
  });

  it('can be grouped by family or not at all', () => {
    const grouped = rowGroups(transforms('finished'), { ...initialArrangement, groupBy: 'family' });
    expect(grouped.map(({ key, rows }) => [key, rows.length])).toEqual([
      ['orientation', 4],
      ['zoom', 4],
      ['tone', 5],
      ['sharpness', 2],
    ]);
    const [all] = rowGroups(transforms('finished'), { ...initialArrangement, groupBy: 'none' });
    expect([all.key, all.rows.length]).toEqual([null, 15]);
  });

  it.each(['name', 'labels', 'falseAlarms', 'accuracy', 'detectability'] as const)('sorts by %s both ways', (sort) => {
    const arrangement = { ...initialArrangement, groupBy: 'none', sort } as const;
    const up = names(rowGroups(transforms('finished'), arrangement));
    const down = rowGroups(transforms('finished'), { ...arrangement, descending: true });
    expect(new Set(names(down))).toEqual(new Set(up));
    const lost = down[0].rows.map(({ evidence }) => evidence?.labels?.drop ?? 0);
    if (sort === 'labels') expect(lost).toEqual([...lost].sort((a, b) => b - a));
    if (sort === 'name') expect(names(down)).toEqual([...up].reverse());
  });

  it('puts what is not measured last', () => {
    const rows = transforms('screening').map((one, index) => (index === 0 ? { ...one, evidence: null } : one));
    const sorted = names(rowGroups(rows, { ...initialArrangement, groupBy: 'none' }));
    expect(sorted.at(-1)).toBe('HorizontalFlip');
  });
});

describe('what the user arranged', () => {
  it('survives a reload, and falls back part by part where it is not understood', () => {
    const kept = { ...initialArrangement, tab: 'curves', verdicts: ['safe'], search: 'x', open: 'Blur' } as const;
    expect(parseArrangement(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
    expect(parseArrangement({ tab: 'nowhere', sort: 7, verdicts: ['safe', 'nice'], open: {} })).toEqual({
      ...initialArrangement,
      verdicts: ['safe'],
    });
    expect(parseArrangement(undefined)).toEqual(initialArrangement);
    expect(parseArrangement('x')).toEqual(initialArrangement);
  });
});
