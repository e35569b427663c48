import { Constant, Real, type Argument, type Node } from '../albumentations/node';
import { pipeline } from '../albumentations/pipeline';
import type { JudgedSet } from '../judgedSet';
import { provenanceOf } from '../provenance';
import { printed, type Expression } from '../python/expression';
import { comments, float } from '../python/literal';
import type { AlbumentationsVersion, ExportTarget } from '../target';

/** A Python module that defines `safe_transforms`, an `A.Compose`. */
export const albumentationsPy: ExportTarget = {
  name: 'albumentations-py',
  description: 'Python module that defines safe_transforms with Albumentations',
  fileName: 'safe_transforms.py',
  render(result, { albumentations }) {
    const { facts, warnings } = provenanceOf(result);
    const usage = 'Use: safe_transforms(image=image)["image"], image RGB or gray uint8; mask=mask goes along.';
    const head = comments([...facts, ...warnings.map((line) => `Warning: ${line}`), usage]);
    return head + albumentationsCode(result, albumentations);
  },
};

/** The module's imports and the pipeline, without the comments at its head. */
export function albumentationsCode(judged: JudgedSet, version: AlbumentationsVersion): string {
  const pipelineCode = `safe_transforms = ${printed(called(pipeline(judged, version)), '', 18)}\n`;
  const imports = ['import albumentations as A', ...(pipelineCode.includes('cv2.') ? ['import cv2'] : [])];
  return `${imports.join('\n')}\n\n${pipelineCode}`;
}

function called({ className, p, arguments: given, children }: Node): Expression {
  const items = children?.map((child) => ({ value: called(child), comments: child.notes ?? [] }));
  return {
    call: `A.${className}`,
    positional: items ? [{ items }] : [],
    keywords: {
      ...Object.fromEntries(Object.entries(given).map(([name, value]) => [name, literal(value)])),
      p: float(p),
    },
  };
}

function literal(value: Argument): string {
  if (value === null) return 'None';
  if (value instanceof Real) return float(value.value);
  if (value instanceof Constant) return value.name;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return `(${value.map(literal).join(', ')})`;
  const entries = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}: ${literal(inner)}`);
  return `{${entries.join(', ')}}`;
}
