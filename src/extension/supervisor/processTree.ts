import { execFile } from 'node:child_process';
import { systemCode } from '../../run/runError';

/**
 * Ends a process and all that it started, at once. `pid` must be known to be that process still: ids are used again. Runs are
 * started as leaders of a process group of their own; of one that is no leader (started from a terminal) it ends the process
 * alone. A process that is gone already is no error.
 */
export async function endProcessTree(pid: number): Promise<void> {
  if (process.platform === 'win32') return endByTaskkill(pid);
  if (!signal(-pid)) signal(pid);
}

function signal(target: number): boolean {
  try {
    process.kill(target, 'SIGKILL');
    return true;
  } catch (error) {
    if (systemCode(error) === 'ESRCH') return false;
    throw error;
  }
}

/** taskkill exits with 128 when there is no such process. */
function endByTaskkill(pid: number): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile('taskkill', ['/PID', String(pid), '/T', '/F'], { windowsHide: true }, (error) => {
      if (error === null || error.code === 128) resolve();
      else reject(error);
    });
  });
}
