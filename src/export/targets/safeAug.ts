import { exportedMembers } from '../../judge/pairs/members';
import { unseenSentence, useWarning } from '../../judge/pairs/words';
import { trainFirst } from '../../judge/trainFirst';
import type { Result } from '../../protocol/result';
import type { SafeAugFile } from '../../protocol/safeAugFile';
import { evidenceLine } from '../evidenceLine';
import { withMilder } from '../milder';
import { paperNote } from '../paperProfile';
import { folderName, provenanceOf } from '../provenance';
import { safeTransforms, whyEmpty } from '../safeTransforms';
import type { ExportOptions, ExportTarget } from '../target';

/** `safe-aug.json`: what a project keeps of a run. */
export const safeAug: ExportTarget = {
  name: 'safe-aug',
  description: 'safe-aug.json: verdicts, safe set with strengths, recommended use',
  fileName: 'safe-aug.json',
  render: (result, options) => `${JSON.stringify(safeAugFile(result, options), null, 2)}\n`,
};

/** The contents of safe-aug.json; the same result and paths give the same value. */
export function safeAugFile(
  measured: Result,
  { datasetPath = measured.dataset.path, run = null }: Pick<ExportOptions, 'datasetPath' | 'run'> = {},
): SafeAugFile {
  const result = withMilder(measured);
  const { dataset, settings } = result;
  const safe = safeTransforms(result);
  const notes = settings.profile === 'paper' ? safe.flatMap(({ name }) => paperNote(name) ?? []) : [];
  return {
    version: 1,
    safeAugVersion: settings.safeAugVersion,
    dataset: {
      name: folderName(dataset.path),
      path: forwardSlashes(datasetPath),
      fingerprint: dataset.fingerprint.hash,
      images: dataset.images,
      classes: dataset.classes.length,
    },
    judgedSize: settings.size,
    budget: settings.budget,
    presentations: result.presentations,
    complete: result.complete,
    seed: settings.seed,
    profile: settings.profile,
    rule: settings.rule,
    threshold: settings.threshold,
    engine: `${settings.engine} ${settings.engineVersion}`,
    verdicts: Object.fromEntries(
      result.transforms.map((transform) => [
        transform.name,
        {
          verdict: transform.verdict,
          evidence: evidenceLine(transform, settings),
          exceptClasses: transform.exceptClasses.map((index) => dataset.classes[index]),
          otherClasses: transform.otherClasses,
        },
      ]),
    ),
    safeSet: safe.map(({ name, params }) => ({ name, params })),
    use: result.use,
    recommendedUse: recommendedUse(result),
    warnings: [...provenanceOf(result).warnings, ...notes, ...ownWarnings(result)],
    run: run === null ? null : forwardSlashes(run),
  };
}

function recommendedUse(result: Result): string {
  const { safeSet, use, transforms, dataset } = result;
  if (safeSet.length === 0) return `${whyEmpty(result)} Use none of them.`;
  return `For each picture draw ${use.subsetSize} of the ${safeSet.length} safe transforms and apply each with probability ${use.p}; as in the paper, best as fine-tuning after training on ${trainFirst(transforms, dataset.task)} (gain not shown on your data).`;
}

function forwardSlashes(path: string): string {
  return path.replaceAll('\\', '/');
}

/** The result's warnings but for those that the provenance holds in words of its own: on the use, and on what was not seen together. */
function ownWarnings({ warnings, transforms, closing }: Result): string[] {
  const { use, pairs } = closing;
  const said = [use && useWarning(use), unseenSentence(exportedMembers(transforms, closing), pairs)];
  return warnings.filter((warning) => !said.includes(warning));
}
