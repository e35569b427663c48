import { toDocument } from '../../../export/albumentations/document';
import { pipeline } from '../../../export/albumentations/pipeline';
import type { AlbumentationsVersion } from '../../../export/target';
import { isList, isMap, type Value } from '../config/value';
import type { SafeSet } from '../safeSet';

/** The safe set as the `transforms` of an Albumentations document; empty when nothing is safe. */
export function albumentationsSteps({ judged }: SafeSet, version: AlbumentationsVersion): readonly Value[] {
  return toDocument(pipeline(judged, version), version).transform.transforms as readonly Value[];
}

/** The same as objects that Hydra instantiates. */
export function hydraSteps(safeSet: SafeSet, version: AlbumentationsVersion): readonly Value[] {
  return albumentationsSteps(safeSet, version).map((step) => {
    const { _target_, ...given } = withTargets(step) as { readonly [key: string]: Value };
    // Without it, Hydra hands on a list of its own, which SomeOf cannot draw from.
    return { _target_, _convert_: 'all', ...given };
  });
}

function withTargets(value: Value): Value {
  if (isList(value)) return value.map(withTargets);
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      key === '__class_fullname__' ? ['_target_', `albumentations.${String(inner)}`] : [key, withTargets(inner)],
    ),
  );
}
