import type { Progress } from '../../protocol/events';
import { duration } from './duration';

const width = 20;

/** One line about how far a stage is: a bar, counts, speed and the time to the end of the run, as far as they are known. */
export function progressLine({ done, total, unit, imagesPerSecond, etaSeconds }: Progress): string {
  const parts = [`${count(done)}${total === null ? '' : ` of ${count(total)}`} ${unit}`];
  if (imagesPerSecond !== null) parts.push(`${count(Math.round(imagesPerSecond))} images/s`);
  if (etaSeconds !== null) parts.push(`${duration(etaSeconds)} left`);
  return `${total === null ? '' : `${bar(done / total)} `}${parts.join(' · ')}`;
}

function bar(share: number): string {
  const filled = Math.round(width * Math.min(1, share));
  return `${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${String(Math.floor(100 * share)).padStart(3)} %`;
}

/** With thousands separated, the same on every machine. */
export function count(value: number): string {
  return value.toLocaleString('en-US');
}
