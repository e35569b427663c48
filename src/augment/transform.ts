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
  /** For transforms that can be made milder or stronger: how, along one setting. */
  readonly strength?: Strength<Params>;
}

/**
 * A transform along its strength. Values are those of one setting and grow with the strength; drawing up to the default value is
 * the transform itself, draw for draw.
 */
export interface Strength<Params = unknown> {
  /** As in Albumentations, such as brightness_limit. */
  readonly setting: string;
  /** Its unit: '' for a share, 'px', '°', '%'. */
  readonly unit: string;
  /** Draws lie on both sides of no change, up to ± the value. */
  readonly symmetric: boolean;
  /** The value that the transform is judged with. */
  readonly default: number;
  /** Values to look at, ascending, from faint to beyond the default, which is among them. */
  readonly grid: readonly number[];
  /** The settings of the transform that draws up to `value`. */
  settings(value: number): TransformSettings;
  /** Draws parameters of a strength up to `value`, as users would. */
  sample(value: number, random: Random, shape: Shape): Params;
  /** Draws parameters of exactly this strength: only the direction or the place is left to chance. */
  sampleExactly(value: number, random: Random, shape: Shape): Params;
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
