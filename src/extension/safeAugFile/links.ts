import { dirname, resolve } from 'node:path';

/** What a safe-aug.json links to, as absolute paths; null where it says nothing. */
export interface SafeAugLinks {
  readonly data: string | null;
  readonly run: string | null;
}

/** The links in the text of a safe-aug.json at `path`; a text that is being edited may be anything. */
export function linksOf(text: string, path: string): SafeAugLinks {
  const { dataset, run } = parse(text);
  const absolute = (link: unknown): string | null => (typeof link === 'string' ? resolve(dirname(path), link) : null);
  return { data: absolute(dataset?.path), run: absolute(run) };
}

function parse(text: string): { readonly dataset?: { readonly path?: unknown } | null; readonly run?: unknown } {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
