import type { RunManifest } from '../../protocol/runManifest';

/** What a run is called: the last part of its data set's path, whatever system wrote it. */
export function runName({ data }: Pick<RunManifest, 'data'>): string {
  return data.split(/[\\/]/).filter(Boolean).at(-1) ?? data;
}

/** When it began, in the user's language and time zone. */
export function startOf({ startedAt }: Pick<RunManifest, 'startedAt'>, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(startedAt));
}
