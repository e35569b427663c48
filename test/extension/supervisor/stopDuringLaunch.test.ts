import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import type * as launching from '../../../src/extension/supervisor/launch';
import { temporaryFolder } from '../../run/temporaryFolder';
import { buildFakeProgram, fakeProgram, fakeSupervisor, processesWith, reaches } from './fakes';

/** Happens when the process is there and the supervisor does not know it yet. */
let whileLaunching: () => Promise<void> = async () => undefined;

vi.mock('../../../src/extension/supervisor/launch', async (original) => {
  const { launch, ...others } = await original<typeof launching>();
  const launched: typeof launch = async (options) => {
    const process = await launch(options);
    await whileLaunching();
    return process;
  };
  return { ...others, launch: launched };
});

beforeAll(buildFakeProgram);
afterEach(() => {
  for (const pid of processesWith(fakeProgram)) process.kill(pid, 'SIGKILL');
});

it('Stop Now ends a process that is being made', async () => {
  const supervisor = fakeSupervisor();
  const project = temporaryFolder();
  const folders: string[] = [];
  whileLaunching = () => supervisor.stopNow(folders[0]);
  folders.push(await supervisor.start({ args: ['learn', 'hangs'], data: 'hangs', project }));
  const run = await supervisor.watch(folders[0]);
  await reaches(run, ['failed']);
  expect(processesWith(fakeProgram)).toEqual([]);
  supervisor.dispose();
});
