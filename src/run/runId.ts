import { basename } from 'node:path';

const longestName = 32;

/**
 * The sortable name of a run: its UTC start to the second and the data set's folder name in plain letters, such as
 * `20261124-081500-eurosat`. `attempt` 2, 3 … are added at the end when the name is taken.
 */
export function runId({ data, startedAt, attempt = 1 }: { data: string; startedAt: Date; attempt?: number }): string {
  const time = startedAt.toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
  return [time, plainName(basename(data)), ...(attempt > 1 ? [attempt] : [])].join('-');
}

/** Letters a–z, digits and single dashes, so that it is a harmless file name and shell word everywhere; "data" if nothing is left. */
function plainName(name: string): string {
  const letters = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const plain = letters.replace(/[^a-z0-9]+/g, '-').slice(0, longestName);
  return plain.replace(/^-+|-+$/g, '') || 'data';
}
