import { describe, expect, it } from 'vitest';
import { judgedAuroc } from '../../src/judge/aurocInterval';
import { judgedZ } from '../../src/judge/judgedZ';
import { picturesForSafe, picturesToSettle } from '../../src/judge/power';

const z = judgedZ({ transforms: 15, looks: 5 });

/** An AUROC measured on n pictures with the standard error of independent versions, scaled from 100. */
const measured = (auroc: number, n: number) => judgedAuroc({ auroc, standardError: 0.05 * Math.sqrt(100 / n), n }, z);

describe('picturesToSettle', () => {
  it.each([
    [0.5, 0.6],
    [0.56, 0.6],
    [0.64, 0.6],
    [0.75, 0.8],
    [0.9, 0.8],
  ])('is where the judged interval of an AUROC of %s leaves the threshold of %s', (auroc, threshold) => {
    const n = picturesToSettle(measured(auroc, 100), 100, threshold);
    const leaves = (pictures: number): boolean => {
      const [low, high] = measured(auroc, pictures).intervalJudged;
      return auroc < threshold ? high < threshold : low > threshold;
    };
    expect(leaves(n)).toBe(true);
    expect(leaves(Math.floor(0.85 * n))).toBe(false);
    // Told from that many it is nearly exact.
    const again = picturesToSettle(measured(auroc, n), n, threshold);
    expect(again).toBeLessThanOrEqual(n);
    expect(leaves(Math.floor(0.97 * again))).toBe(false);
  });

  it('is at most what there is where the interval is clear already', () => {
    expect(picturesToSettle(measured(0.5, 2000), 2000, 0.6)).toBeLessThanOrEqual(2000);
  });
});

describe('picturesForSafe', () => {
  it('is about 400 pictures for 15 transforms and 5 looks at 0.60, and never enough at 0.5', () => {
    const n = picturesForSafe(0.6, z);
    expect(n).toBeGreaterThan(370);
    expect(n).toBeLessThan(430);
    expect(picturesForSafe(0.5, z)).toBe(Infinity);
    const [, high] = judgedAuroc({ auroc: 0.5, standardError: Math.sqrt(1 / (3 * n)), n }, z).intervalJudged;
    expect(high).toBeLessThan(0.6001);
    expect(high).toBeGreaterThan(0.595);
  });
});
