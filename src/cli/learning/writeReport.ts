import { readFile } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { shownRung } from '../../protocol/controls';
import type { Metrics, Preview } from '../../protocol/events';
import type { Result } from '../../protocol/result';
import type { PreviewPictures } from '../../report/extras';
import { renderReport } from '../../report/renderReport';
import { writeAtomically } from '../../run/atomicFile';
import { readEvents } from '../../run/readEvents';
import type { RunPaths } from '../../run/runPaths';

/** Writes the run's HTML report to its own place in the run folder. */
export async function writeReport(paths: RunPaths, result: Result): Promise<void> {
  await writeAtomically(paths.report, [Buffer.from(await reportPage(paths, result))], 'the report');
}

/** The run's HTML report, with its pictures and curves from the run folder; pictures that are gone are left out. */
export async function reportPage(paths: RunPaths, result: Result): Promise<string> {
  const previews = new Map<string, Preview>();
  const metrics = new Map<number, Metrics>();
  for await (const { event } of readEvents(paths.events)) {
    if (event?.type === 'preview') previews.set(event.transform, event);
    // A resumed run reports the steps since its checkpoint again; the later report counts.
    if (event?.type === 'metrics') metrics.set(event.presentations, event);
  }
  const pictures = await Promise.all([...previews.values()].map((preview) => withPictures(preview, paths.folder)));
  const curve = [...metrics.values()].sort((a, b) => a.presentations - b.presentations);
  return renderReport(result, {
    previews: pictures.filter((one) => one !== null),
    metrics: curve,
    files: await namedFiles(result, paths.folder),
  });
}

/** The pictures themselves in place of their names; null when the folder does not hold them any more. */
async function withPictures({ transform, pictures }: Preview, folder: string): Promise<PreviewPictures | null> {
  const inline = (name: string): Promise<string> => dataUri(name, folder);
  try {
    return {
      transform,
      pictures: await Promise.all(
        pictures.map(async ({ original, draws, label }) => ({
          original: await inline(original),
          draws: await Promise.all(draws.map(inline)),
          label,
        })),
      ),
    };
  } catch {
    return null;
  }
}

/** The evidence images and planted marks that are still there. */
async function namedFiles({ closing, controls }: Result, folder: string): Promise<Record<string, string>> {
  const images = (closing.images ?? []).flatMap(({ surest, fooled }) => [...surest, ...fooled]);
  const marks = controls === null ? [] : [controls.appearance, controls.orientation].map(shownRung);
  const names = new Set([
    ...images.flatMap(({ clean, transformed, map }) => [clean, transformed, map]),
    ...marks.flatMap((rung) => rung?.pictures ?? []),
  ]);
  const files: Record<string, string> = {};
  for (const name of names) {
    const uri = await dataUri(name, folder).catch(() => null);
    if (uri !== null) files[name] = uri;
  }
  return files;
}

async function dataUri(name: string, folder: string): Promise<string> {
  const path = resolve(folder, name);
  if (!path.startsWith(folder + sep)) throw new Error(`The run names a picture outside its folder: ${name}`);
  return `data:image/webp;base64,${(await readFile(path)).toString('base64')}`;
}
