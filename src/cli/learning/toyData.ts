import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runsFolder } from '../../run/runPaths';
import { writeToySet } from '../toySet';

/** The folder of the generated arrows beside the runs, so that a run on them can be resumed; made when it is not there. */
export async function toyData(seed: number): Promise<string> {
  const folder = join(runsFolder(resolve('.')), '..', 'toy', `arrows-${seed}`);
  const done = join(folder, 'right', '0799.png');
  if (!existsSync(done)) await writeToySet(folder, { seed });
  return folder;
}
