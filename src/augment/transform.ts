import type { Random } from '../random/random';
import type { Family, Profile } from '../protocol/vocabulary';
import type { Image, Mask, Shape } from './image';

/** One augmentation with its magnitudes fixed. Drawing is apart from applying, so that tests can feed parameters in. */
export interface Transform<Params = unknown> {
  /** As in Albumentations. */
  readonly name: string;
  readonly family: Family;
  /** Geometric transforms move the mask along; pixel transforms leave it alone. */
  readonly kind: 'geometric' | 'pixel';
  /** The magnitudes it was made with, for results and exports. */
  readonly settings: TransformSettings;
  /** What it does depends on the picture's size in pixels (kernels, tiles, crops, noise per pixel). */
  readonly sizeDependent: boolean;
  sample(random: Random, shape: Shape): Params;
  /** Never writes to `image`; what changes nothing may return it itself. */
  apply(image: Image, params: Params): Image;
  /** Only for geometric transforms. */
  applyToMask?(mask: Mask, params: Params): Mask;
  /** As `sample`, but never a draw that leaves every picture as it is (RandomRotate90's zero turns): what verdicts are judged on. */
  sampleEffective?(random: Random, shape: Shape): Params;
  /** For transforms with a few discrete outcomes (quarter turns): which one these parameters are. */
  outcomeOf?(params: Params): string;
  /** All values of outcomeOf that sampleEffective can give. */
  readonly outcomes?: readonly string[];
}

export type TransformSettings = Readonly<Record<string, number | readonly number[]>>;

/** What a transform's factory is told. */
export interface TransformContext {
  readonly profile: Profile;
  /** The working side in pixels; crop sides follow from it. */
  readonly size: number;
}

/** A line of the registry: what is known of a transform before it is made. */
export interface TransformDefinition {
  readonly name: string;
  readonly family: Family;
  create(context: TransformContext): Transform;
}
