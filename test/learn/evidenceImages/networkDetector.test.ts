import { describe, expect, it } from 'vitest';
import { crossFittedProbe, ridges } from '../../../src/judge/crossFittedProbe';
import { assignFolds } from '../../../src/judge/folds';
import { probeSide } from '../../../src/judge/probeSide';
import { choosePictures } from '../../../src/learn/evidenceImages/choosePictures';
import { networkDetector } from '../../../src/learn/evidenceImages/networkDetector';
import type { NetworkOutputs } from '../../../src/learn/measuring/networkOutputs';
import { createRandom } from '../../../src/random/random';

const n = 2000;
const featureCount = 3;
const folds = assignFolds(n, createRandom(1, 'folds'));

function outputsOf(features: Float32Array): NetworkOutputs {
  const none = new Float32Array();
  return { n, features, featureCount, taskLogits: none, headLogits: none, classes: 0, transforms: 0 };
}

describe('networkDetector', () => {
  const random = createRandom(2, 'features');
  const features = (shift: number): Float32Array =>
    Float32Array.from({ length: n * featureCount }, (_, i) => 5 + random.normal(i % featureCount === 1 ? shift : 0, 1));
  const [clean, transformed] = [features(0), features(2)];
  const { margins, score } = networkDetector(outputsOf(clean), outputsOf(transformed), folds);

  it('gives the log-odds of two Gaussians, 2 (x − 1) for means 0 and 2, up to a constant', () => {
    for (let i = 0; i < n; i += 97) {
      const apart = transformed[3 * i + 1] - clean[3 * i + 1];
      expect(Math.abs(margins[i] - 2 * apart)).toBeLessThan(0.35 * Math.abs(2 * apart) + 0.6);
    }
  });

  it('is the probe on the network of the evidence, as it is with its ridge', () => {
    const common = { dimensions: featureCount, folds };
    const first = probeSide({ features: clean, ...common });
    const second = probeSide({ features: transformed, ...common, origin: first.origin });
    const { scores } = crossFittedProbe({ clean: first, transformed: second, ridge: ridges.network });
    margins.forEach((margin, i) => expect(margin).toBeCloseTo(scores.transformed[i] - scores.clean[i], 8));
  });

  it('scores rows of any features as it scores the pictures', () => {
    expect(score(7, transformed, 7) - score(7, clean, 7)).toBeCloseTo(margins[7], 10);
  });

  it('scores each picture by the half that it is not in', () => {
    const changed = transformed.slice();
    changed[3 * 7 + 1] += 1000;
    const again = networkDetector(outputsOf(clean), outputsOf(changed), folds);
    const probe = Float32Array.of(1, 2, 3);
    const other = folds.findIndex((fold) => fold !== folds[7]);
    expect(again.score(7, probe, 0)).toBe(score(7, probe, 0));
    expect(again.score(other, probe, 0)).not.toBe(score(other, probe, 0));
  });
});

describe('choosePictures', () => {
  it('takes the four highest margins and the four lowest, the most extreme first', () => {
    expect(choosePictures([1, -2, 8, 3, -9, 4, -1, 2, -3, -4])).toEqual({ surest: [2, 5, 3, 7], fooled: [4, 9, 8, 1] });
  });

  it('shows no picture as fooling that was told rightly, and the other way round', () => {
    expect(choosePictures([1, 2, 3])).toEqual({ surest: [2, 1, 0], fooled: [] });
    expect(choosePictures([-1, 0])).toEqual({ surest: [], fooled: [0] });
  });
});
