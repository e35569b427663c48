/**
 * What a step of a pipeline does. `augments`: changes pictures at random, so the safe set takes its place. `prepares`: fixes the size
 * or the type, the pipeline needs it. `finishes`: makes numbers of the picture, nothing of the safe set may come after it.
 * `unknown`: a class of neither library.
 */
export type StepKind = 'augments' | 'prepares' | 'finishes' | 'unknown';

export type StepLibrary = 'albumentations' | 'torchvision';

export interface Step {
  /** The class without its module. */
  readonly name: string;
  /** Null when it is neither library's. */
  readonly library: StepLibrary | null;
  /** Of containers. */
  readonly children?: readonly Step[];
}

/** Crops among them: without the one that a pipeline has, its pictures no longer fit into one batch. */
const preparing: ReadonlySet<string> = new Set([
  ...['Resize', 'LongestMaxSize', 'SmallestMaxSize', 'PadIfNeeded', 'Pad', 'CenterCrop', 'Crop', 'RandomCrop'],
  ...['RandomSizedCrop', 'RandomResizedCrop', 'RandomSizedBBoxSafeCrop', 'CropNonEmptyMaskIfExists', 'FiveCrop'],
  ...['TenCrop', 'ScaleJitter', 'RandomShortestSize', 'RandomResize', 'ToImage', 'ToImageTensor', 'PILToTensor'],
  ...['ToPILImage', 'ToPureTensor', 'NoOp', 'Identity', 'Lambda', 'ConvertBoundingBoxFormat', 'ClampBoundingBoxes'],
  ...['SanitizeBoundingBoxes'],
]);
const finishing: ReadonlySet<string> = new Set([
  ...['Normalize', 'ToFloat', 'FromFloat', 'ToTensorV2', 'ToTensor3D', 'ToTensor', 'ToDtype', 'ConvertImageDtype'],
  ...['ConvertDtype'],
]);
/** Containers that run all of their steps: what they are depends on those. */
const sequences: ReadonlySet<string> = new Set(['Compose', 'ReplayCompose', 'Sequential']);

/** A sequence that both augments and prepares is `unknown`: taking it whole would lose what the pipeline needs. */
export function stepKind({ name, library, children }: Step): StepKind {
  if (library === null) return 'unknown';
  if (finishing.has(name)) return 'finishes';
  if (preparing.has(name)) return 'prepares';
  if (!sequences.has(name) || !children || children.length === 0) return 'augments';
  const kinds = new Set(children.map(stepKind));
  return kinds.size === 1 ? [...kinds][0] : 'unknown';
}
