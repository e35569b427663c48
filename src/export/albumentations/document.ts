import type { AlbumentationsVersion } from '../target';
import { Real, type Argument, type Node } from './node';

/** A tree as `A.load` reads it: the class's short name, p and the arguments of every transform. */
export interface AlbumentationsDocument {
  readonly __version__: string;
  readonly transform: Readonly<Record<string, unknown>>;
}

export function toDocument(pipeline: Node, version: AlbumentationsVersion): AlbumentationsDocument {
  const whole = { bbox_params: null, keypoint_params: null, additional_targets: {}, is_check_shapes: true };
  // Loaders do not check the version; it says whose argument names these are.
  return { __version__: version === 'x' ? '2.2.0' : version, transform: { ...serialised(pipeline), ...whole } };
}

/** p stands in every transform: without it 2.0.8 warns and takes 0.5. */
function serialised({ className, p, arguments: given, children }: Node): Readonly<Record<string, Argument>> {
  return {
    __class_fullname__: className,
    p: new Real(p),
    ...given,
    ...(children && { transforms: children.map(serialised) }),
  };
}
