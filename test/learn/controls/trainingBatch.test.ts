import { expect, it } from 'vitest';
import type { Batch, BatchRequest } from '../../../src/data/batch';
import { withMarks } from '../../../src/learn/controls/trainingBatch';

function batch(parts: Partial<Batch>): Batch {
  const request: BatchRequest = {
    items: Int32Array.of(),
    draw: { kind: 'clean' },
    stream: '',
    firstPosition: 0,
    statistics: false,
  };
  const empty = { outcomes: new Int8Array(), changed: new Uint8Array(), marks: null, statistics: null };
  return { request, pixels: new Uint8Array(), applied: new Uint8Array(), labels: new Int32Array(), ...empty, ...parts };
}

it('puts control pictures last, without a class, and their marks behind the transforms', () => {
  const augmented = batch({
    pixels: Uint8Array.of(1, 2),
    labels: Int32Array.of(4, 5),
    applied: Uint8Array.of(1, 0, 0, 0, 1, 1),
  });
  // Whatever class the control pictures have, it is not learned.
  const control = batch({ pixels: Uint8Array.of(3), labels: Int32Array.of(6), marks: Uint8Array.of(0, 1) });
  const { pixels, labels, applied } = withMarks(augmented, control);
  expect([...pixels]).toEqual([1, 2, 3]);
  expect([...labels]).toEqual([4, 5, -1]);
  expect([...applied]).toEqual([1, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 1]);
});

it('refuses control pictures without marks', () => {
  const one = batch({ labels: Int32Array.of(1) });
  expect(() => withMarks(one, one)).toThrow('need marks');
});
