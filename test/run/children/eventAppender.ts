// Appends events as fast as it can, and says how many are done.
import { writeSync } from 'node:fs';
import { openEventLog } from '../../../src/run/eventLog';

async function main(): Promise<void> {
  const log = await openEventLog(process.argv[2], { startedAt: process.argv[3] });
  for (let count = 1; ; count++) {
    log.append({ type: 'warning', message: `${count} ${'x'.repeat(count % 300)}` });
    writeSync(1, `${count}\n`);
  }
}

void main();
