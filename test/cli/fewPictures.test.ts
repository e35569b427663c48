import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { RunEvent } from '../../src/protocol/events';
import type { Result, TransformResult } from '../../src/protocol/result';
import { arrowsFolder, run } from './program';

/** What "safe" was said of although something had to be seen for it; a transform that changes nothing needs no detector. */
function calledSafe({ transforms }: Result): TransformResult[] {
  return transforms.filter(({ verdict, reasonCode }) => verdict === 'safe' && reasonCode !== 'no-effect');
}

interface Learned {
  readonly result: Result;
  readonly events: readonly RunEvent[];
}

async function learnFrom(images: number, ...options: readonly string[]): Promise<Learned> {
  const set = await arrowsFolder(images);
  try {
    const folder = join(set.folder, 'run');
    const { code, stderr } = await run(['learn', set.arrows, '--run', folder, '--size', '16', ...options]);
    expect(code, stderr).toBe(0);
    const [result, events] = await Promise.all(
      ['result.json', 'events.jsonl'].map((name) => readFile(join(folder, name), 'utf8')),
    );
    return {
      result: JSON.parse(result) as Result,
      events: events
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as RunEvent),
    };
  } finally {
    await set.remove();
  }
}

it('calls nothing safe from 200 pictures, and says how many it would take', async () => {
  const { result, events } = await learnFrom(200, '--budget', 'quick');
  expect(result.presentations).toBe(64_000);
  expect(calledSafe(result)).toEqual([]);
  expect(result.safeSet).toEqual([]);
  const vertical = result.transforms.find(({ name }) => name === 'VerticalFlip');
  expect(vertical?.verdict).toBe('undecided');
  expect(vertical?.needed?.images).toBeGreaterThan(500);

  // Blur is told at once; yet the last two evaluations measure it, since labels may be found broken late, and only twice running.
  const blur = events
    .filter((event) => event.type === 'evaluation')
    .map(({ presentations, transforms }) => {
      const { verdict, measuredAt } = transforms.find(({ name }) => name === 'Blur')!;
      return { presentations, verdict, measuredAt };
    });
  expect(blur.map(({ verdict }) => verdict).slice(1)).toContain('shifting');
  expect(blur.slice(-2)).toEqual([
    expect.objectContaining({ presentations: 32_000, measuredAt: undefined }),
    expect.objectContaining({ presentations: 64_000, measuredAt: undefined }),
  ]);
}, 300_000);

// What 30 seconds come to on a machine of known speed is tested in test/learn/planFor.test.ts; a second is too short on any.
it('calls nothing safe after one second', async () => {
  const { result } = await learnFrom(1600, '--budget', '1s');
  expect(result.presentations).toBeLessThan(64_000);
  expect(calledSafe(result)).toEqual([]);
  expect(result.transforms.some(({ verdict }) => verdict === 'undecided')).toBe(true);
}, 300_000);
