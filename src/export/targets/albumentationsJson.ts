import { toDocument } from '../albumentations/document';
import { notesOf, pipeline } from '../albumentations/pipeline';
import { provenanceOf } from '../provenance';
import type { ExportTarget } from '../target';

/** What `A.load` reads. The provenance stands under a key of its own, which the loader ignores. */
export const albumentationsJson: ExportTarget = {
  name: 'albumentations-json',
  description: 'Albumentations pipeline for A.load(path)',
  fileName: 'safe_transforms.json',
  render(result, { albumentations }) {
    const tree = pipeline(result, albumentations);
    const { facts, warnings } = provenanceOf(result);
    const { dataset, settings, presentations, complete } = result;
    const origin = {
      facts,
      warnings: [...warnings, ...notesOf(tree)],
      judged_size: settings.size,
      presentations,
      complete,
      seed: settings.seed,
      rule: settings.rule,
      threshold: settings.threshold,
      profile: settings.profile,
      dataset_fingerprint: dataset.fingerprint.hash,
    };
    return `${JSON.stringify({ ...toDocument(tree, albumentations), safe_aug: origin }, null, 2)}\n`;
  },
};
