import { Document, Scalar, YAMLSeq } from 'yaml';
import { toDocument } from '../albumentations/document';
import { Constant, Real } from '../albumentations/node';
import { notesOf, pipeline } from '../albumentations/pipeline';
import { provenanceOf } from '../provenance';
import type { ExportTarget } from '../target';

/** What `A.load(path, data_format="yaml")` reads, with the provenance as comments at its head. */
export const albumentationsYaml: ExportTarget = {
  name: 'albumentations-yaml',
  description: 'Albumentations pipeline for A.load(path, data_format="yaml")',
  fileName: 'safe_transforms.yaml',
  render(result, { albumentations }) {
    const tree = pipeline(result, albumentations);
    const { facts, warnings } = provenanceOf(result);
    // PyYAML reads YAML 1.1: what would be a boolean or a number there must be quoted.
    const document = new Document(withNodes(toDocument(tree, albumentations)), { version: '1.1' });
    document.commentBefore = [...facts, ...[...warnings, ...notesOf(tree)].map((line) => `Warning: ${line}`)]
      .map((line) => ` ${line}`)
      .join('\n');
    return document.toString({ lineWidth: 0, flowCollectionPadding: false });
  },
};

/** Reals keep their decimal point; short lists of numbers stay on one line. */
function withNodes(value: unknown): unknown {
  if (value instanceof Real) {
    const scalar = new Scalar(value.value);
    scalar.minFractionDigits = 1;
    return scalar;
  }
  if (value instanceof Constant) return value.value;
  if (Array.isArray(value)) {
    const items = value.map(withNodes);
    if (items.some((item) => typeof item !== 'number' && !(item instanceof Scalar))) return items;
    const line = new YAMLSeq();
    line.items = items;
    line.flow = true;
    return line;
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withNodes(inner)]));
}
