import type { DatasetSummary } from '../../protocol/result';
import { readEvents } from '../../run/readEvents';
import { RunError } from '../../run/runError';

/** Throws a RunError when the data set is not the one that the run began with: what was learned would not fit it. */
export async function requireSameData(eventsPath: string, dataset: DatasetSummary): Promise<void> {
  for await (const { event } of readEvents(eventsPath)) {
    if (event?.type !== 'run-started') continue;
    const before = event.dataset;
    if (before.fingerprint.hash === dataset.fingerprint.hash && before.images === dataset.images) return;
    throw new RunError(
      `The data set changed since this run began: it had ${before.images} usable images, now ${dataset.images} ` +
        `(fingerprint ${before.fingerprint.hash.slice(0, 12)}, now ${dataset.fingerprint.hash.slice(0, 12)}). ` +
        `Put it back as it was, or start a new run with "safe-aug learn".`,
    );
  }
}
