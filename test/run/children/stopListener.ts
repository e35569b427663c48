// Says when it is asked to stop, and ends when told "now".
import { createStopSignal } from '../../../src/run/stopSignal';

const stop = createStopSignal({ folder: process.argv[2], lease: process.argv[3] === 'lease', pollMs: 20 });
const alive = setInterval(() => undefined, 1000);
stop.requested.addEventListener('abort', () => console.log(`requested: ${(stop.requested.reason as Error).message}`));
stop.immediate.addEventListener('abort', () => {
  console.log(`immediate: ${(stop.immediate.reason as Error).message}`);
  if (process.argv[3] !== 'stay') clearInterval(alive);
  stop.close();
});
console.log('listening');
