import { expect, it, vi } from 'vitest';
import { defaultTiming } from '../../../src/extension/supervisor/timing';
import { WatchedRun } from '../../../src/extension/supervisor/watchedRun';
import type { ReadEvent } from '../../../src/run/readEvents';
import { temporaryFolder } from '../../run/temporaryFolder';

const log: ReadEvent[] = [1, 2, 3].map((presentations) => ({
  event: { v: 1, t: presentations, type: 'checkpoint', presentations },
  end: 10 * presentations,
}));
let isAway = true;

vi.mock('../../../src/run/readEvents', () => ({
  readEvents: async function* (_path: string, { from }: { from: number }) {
    for (const one of log.filter(({ end }) => end > from)) {
      if (isAway && one.end === 20) throw new Error('EIO: the drive is away');
      yield one;
    }
  },
}));

it('a look that fails half-way loses no event', async () => {
  const problems: unknown[] = [];
  const run = new WatchedRun({
    folder: temporaryFolder(),
    timing: defaultTiming,
    onProblem: (error) => problems.push(error),
    onUnviewed: () => undefined,
  });
  await run.look();
  expect(problems).toHaveLength(1);
  isAway = false;
  await run.look();
  run.dispose();
  expect(run.events).toEqual(log.map(({ event }) => event));
});
