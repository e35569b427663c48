import { expect, it } from 'vitest';
import { hasMemorised } from '../../src/judge/hasMemorised';
import { between } from './looks';

it('takes a clear gap between judged intervals for memory, and neither chance nor a trifle', () => {
  expect(hasMemorised({ training: between(0.8, 0.9), heldOut: between(0.6, 0.7) })).toBe(true);
  expect(hasMemorised({ training: between(0.65, 0.9), heldOut: between(0.6, 0.7) })).toBe(false);
  expect(hasMemorised({ training: between(0.92, 0.93), heldOut: between(0.9, 0.91) })).toBe(false);
  expect(hasMemorised({ training: between(0.5, 0.55), heldOut: between(0.7, 0.8) })).toBe(false);
});
