import { describe, expect, it } from 'vitest';
import { newLearnState, packState, unpackState } from '../../src/learn/learnState';
import { startingState } from '../../src/learn/trainingState';

describe('a packed state', () => {
  it('comes back as it was, before and in training', () => {
    const fresh = newLearnState();
    expect(unpackState(structuredClone(packState(fresh)))).toEqual(fresh);
    const training = { ...startingState(Float32Array.of(1, -2, 0.5), 2), presentations: 4096 };
    const state = { ...newLearnState(), plannedPresentations: 64_000, training };
    expect(unpackState(structuredClone(packState(state)))).toEqual(state);
  });

  it('is refused by name when arrays are missing', () => {
    const { state } = packState({ ...newLearnState(), training: startingState(new Float32Array(3), 3) });
    expect(() => unpackState({ arrays: { parameters: new Float32Array(3) }, state })).toThrow(/no optimizerState/);
  });
});
