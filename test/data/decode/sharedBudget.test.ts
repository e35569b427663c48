import { describe, expect, test } from 'vitest';
import { SharedBudget } from '../../../src/data/decode/sharedBudget';

const newCounter = (): Int32Array => new Int32Array(new SharedArrayBuffer(4));

describe('SharedBudget', () => {
  test('lets in what fits and has the rest wait, over all who share the counter', async () => {
    const counter = newCounter();
    const [one, other] = [new SharedBudget(counter, 10), new SharedBudget(counter, 10)];
    let inUse = 0;
    let most = 0;
    const job = (amount: number) => async (): Promise<void> => {
      inUse += amount;
      most = Math.max(most, inUse);
      await new Promise((resolve) => setTimeout(resolve, 3));
      inUse -= amount;
    };
    const amounts = [4, 6, 5, 10, 1, 3, 7, 2];
    await Promise.all(amounts.map((amount, i) => (i % 2 ? one : other).while(amount, job(amount))));
    expect(most).toBe(10);
    expect(counter[0]).toBe(0);
  });

  test('an amount over the limit has to be alone', async () => {
    const budget = new SharedBudget(newCounter(), 10);
    const log: string[] = [];
    const job = (name: string) => async (): Promise<void> => {
      log.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 3));
      log.push(`${name} ends`);
    };
    await Promise.all([budget.while(1, job('small')), budget.while(1000, job('large'))]);
    expect(log).toEqual(['small begins', 'small ends', 'large begins', 'large ends']);
  });

  test('gives room back after an error', async () => {
    const counter = newCounter();
    await expect(new SharedBudget(counter, 10).while(5, () => Promise.reject(new Error('bad')))).rejects.toThrow('bad');
    expect(counter[0]).toBe(0);
  });
});
