import { describe, expect, it } from 'vitest';
import { verdictTable } from '../../../src/cli/view/verdictTable';
import { exampleResult, stoppedResult, unlabelledResult } from '../../fixtures/result';

const { transforms, dataset } = exampleResult();
const [table, notes] = verdictTable(transforms).split('\n\n');

describe('the table', () => {
  it('says what the task head lost with its interval, and does not call that broken labels', () => {
    const noise = transforms.find(({ name }) => name === 'GaussNoise')!.evidence.labels!;
    const row = table.split('\n').find((line) => line.includes('GaussNoise'))!;
    expect(row).toContain(`${(100 * noise.agreement).toFixed(0)} %`);
    expect(row).toContain('6.8 [5.9, 7.6]');
    expect(table).not.toContain('kept');
    expect(notes).toMatch(/same answer .*on 1,751 pictures it knows clean; fewer need not mean broken\./);
  });

  it('says on how many pictures it stands', () => {
    expect(notes).toContain('AUROC, judged interval; 2,000 pictures a side');
    expect(notes).toContain("of 2,000 pictures as they are: the paper's false alarms");
    const fewer = transforms.map((one, i) => ({
      ...one,
      evidence: { ...one.evidence, alone: { ...one.evidence.alone, n: i === 0 ? 1000 : 2000 } },
    }));
    expect(verdictTable(fewer)).toContain('1,000 to 2,000 pictures a side');
  });

  it('keeps below 100 columns, its notes with it', () => {
    for (const line of [...table.split('\n'), ...notes.split('\n')]) expect(line.length).toBeLessThan(100);
  });

  it('has no note on what was not measured', () => {
    expect(verdictTable(unlabelledResult().transforms)).not.toMatch(/\n(same answer|harder by) /);
    expect(verdictTable(stoppedResult().transforms)).not.toMatch(/\nseen on clean /);
  });

  it('names the classes that may break under what is shifting: its columns and verdict do not', () => {
    const doubted = transforms.map((one) =>
      one.name === 'GaussNoise'
        ? { ...one, evidence: { ...one.evidence, labels: { ...one.evidence.labels!, perClass: [suspect] } } }
        : one,
    );
    const classes = { classes: dataset.classes };
    expect(verdictTable(doubted, classes)).toContain('▲ GaussNoise: Labels may break, without proof: of 12 ');
    expect(verdictTable(transforms, classes)).not.toContain('may break');
  });
});

const suspect = {
  class: 1,
  outcome: null,
  of: 14,
  n: 12,
  changed: 10,
  intervalJudged: [0.3, 0.97],
  became: { class: 1, count: 9 },
  confidenceClean: 0.9,
  confidenceChanged: 0.9,
} as const;
