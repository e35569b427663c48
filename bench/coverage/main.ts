import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Coverage, jointCoverage, pointwiseCoverage } from '../../test/judge/simulation/simulate';

interface Row extends Coverage {
  readonly kind: 'interval95' | 'intervalJudged';
  readonly regime: Readonly<Record<string, number>>;
  /** Standard error of `covered`. */
  readonly error: number;
}

const shifts = [0, 0.36, 1.85];
const pool = Array.from({ length: 15 }, (_, i) => (i < 8 ? 0 : i < 12 ? 0.4 : 1.9));

/** Counts how often both kinds of interval cover, over more regimes and sets than the tests have time for. */
export function main(): void {
  const { values } = parseArgs({ options: { sets: { type: 'string', default: '1000' } } });
  const sets = Number(values.sets);
  const rows: Row[] = [];
  const add = (kind: Row['kind'], regime: Row['regime'], found: Coverage): void => {
    const error = Math.sqrt((found.covered * (1 - found.covered)) / found.sets);
    rows.push({ kind, regime, ...found, error });
    const setting = Object.entries(regime).map(([name, value]) => `${name} ${value}`);
    console.log(
      `${kind.padEnd(14)} ${setting.join(', ')}: AUROC ${found.auroc.toFixed(3)}, ` +
        `${(100 * found.covered).toFixed(1)} % ± ${(100 * error).toFixed(1)} of ${found.sets}`,
    );
  };
  for (const [n, d, share] of [
    [200, 10, 1],
    [200, 100, 0.25],
    [1000, 10, 1],
    [1000, 60, 0.2],
    [2000, 6, 1],
  ]) {
    for (const shift of shifts) {
      for (const pairing of [0, 0.7]) {
        const regime = { n, d, pairing, shift };
        add('interval95', regime, pointwiseCoverage(regime, Math.round(sets * share), 1));
      }
    }
    const few = { n, d, pairing: 0.7, shift: 1.5, touched: 0.3 };
    add('interval95', few, pointwiseCoverage(few, Math.round(sets * share), 1));
  }
  for (const persistence of [0, 0.9]) {
    for (const [n, share] of [
      [200, 1],
      [1000, 0.2],
    ]) {
      const regime = { n, d: 4, pairing: 0.7, looks: 4, persistence };
      add(
        'intervalJudged',
        { ...regime, transforms: pool.length },
        jointCoverage({ ...regime, shifts: pool }, Math.round(sets * share), 1),
      );
    }
  }
  writeFileSync('bench/coverage/results.json', `${JSON.stringify({ sets, rows }, null, 1)}\n`);
}
