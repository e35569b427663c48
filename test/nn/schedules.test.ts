import { describe, expect, test } from 'vitest';
import { cosine } from '../../src/nn/schedules/cosine';
import { finalDecay } from '../../src/nn/schedules/finalDecay';
import { plateau, type PlateauState } from '../../src/nn/schedules/plateau';

const steps = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

describe('cosine', () => {
  test('is CosineAnnealingLR', () => {
    const schedule = cosine({ peak: 0.1, steps: 8 });
    // torch.optim.lr_scheduler.CosineAnnealingLR(SGD(lr=0.1), 8)
    const torch = [0.1, 0.0961939766, 0.0853553391, 0.0691341716, 0.05, 0.0308658284, 0.0146446609, 0.0038060234, 0];
    steps(9).forEach((step) => expect(schedule(step)).toBeCloseTo(torch[step], 9));
  });

  test('rises linearly while it warms up, and stays at 0 after the last step', () => {
    const schedule = cosine({ peak: 1, steps: 1000, warmUpSteps: 4 });
    expect(steps(4).map((step) => Number(schedule(step).toFixed(2)))).toEqual([0.25, 0.5, 0.75, 1]);
    expect(schedule(2000)).toBe(0);
  });
});

describe('finalDecay', () => {
  const schedule = finalDecay({ peak: 0.1, steps: 100, finalPhase: 0.2, floor: 0.01 });

  test('is constant up to the final phase', () => {
    expect(new Set(steps(80).map(schedule))).toEqual(new Set([0.1]));
  });

  test('then falls linearly to its floor', () => {
    expect(schedule(90)).toBeCloseTo(0.05, 12);
    expect(schedule(100)).toBeCloseTo(0.001, 12);
  });
});

describe('plateau', () => {
  test('is ReduceLROnPlateau', () => {
    const { start, next } = plateau({ initial: 0.1, factor: 0.5, patience: 2, threshold: 0.01 });
    const losses = [1, 0.9, 0.895, 0.899, 0.9, 0.7, 0.71, 0.7, 0.699, 0.698, 0.5, 0.5, 0.5, 0.5, 0.6];
    let state: PlateauState = start();
    const rates = losses.map((loss) => (state = next(state, loss)).rate);
    // torch.optim.lr_scheduler.ReduceLROnPlateau(SGD(lr=0.1), factor=0.5, patience=2, threshold=0.01)
    const halvings = [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3];
    expect(rates).toEqual(halvings.map((count) => 0.1 * 0.5 ** count));
  });
});
