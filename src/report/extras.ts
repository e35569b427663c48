import type { Metrics } from '../protocol/events';

/** What a report shows besides the result itself; everything may be missing. */
export interface ReportExtras {
  /** Pictures before and after each transform, from the run folder. */
  readonly previews?: readonly PreviewPictures[];
  /** The run's metrics events in their order: losses and training accuracy between the evaluations. */
  readonly metrics?: readonly Metrics[];
  /** Pictures that the result names, by their file: `data:image/…` URIs. Those that are missing are left out. */
  readonly files?: Readonly<Record<string, string>>;
}

/** As the `preview` event, with the pictures themselves in place of files: `data:image/…` URIs. */
export interface PreviewPictures {
  readonly transform: string;
  readonly pictures: readonly {
    readonly original: string;
    /** The same picture under several draws of the transform's parameters. */
    readonly draws: readonly string[];
    readonly label: string | null;
  }[];
}

/**
 * The pictures of one transform, each draw once; empty when there are none.
 *
 * @throws when a picture is not a `data:image/` URI: the report must not fetch anything.
 */
export function picturesOf(name: string, { previews = [] }: ReportExtras): PreviewPictures['pictures'] {
  const pictures = previews.find(({ transform }) => transform === name)?.pictures ?? [];
  for (const uri of pictures.flatMap(({ original, draws }) => [original, ...draws])) {
    requireData(uri, `A preview of ${name}`);
  }
  // Transforms without parameters give the same picture with every draw.
  return pictures.map((picture) => ({ ...picture, draws: [...new Set(picture.draws)] }));
}

/**
 * A picture that the result names; null when it is missing.
 *
 * @throws when it is not a `data:image/` URI.
 */
export function fileOf(name: string, { files = {} }: ReportExtras): string | null {
  if (!Object.hasOwn(files, name)) return null;
  requireData(files[name], name);
  return files[name];
}

function requireData(uri: string, what: string): void {
  if (uri.startsWith('data:image/')) return;
  throw new Error(`${what} is "${uri.slice(0, 60)}", not a data:image/ URI; read the file and pass its bytes.`);
}
