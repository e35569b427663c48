import type { PanelStrings } from '../../src/protocol/panelStrings';

/** What a picture is after a transform, to fill "told clean from … pictures". */
const participles: Readonly<Record<string, keyof PanelStrings>> = {
  HorizontalFlip: 'flipped',
  VerticalFlip: 'flipped',
  RandomRotate90: 'turned',
  Transpose: 'transposed',
  ToGray: 'gray',
  ShiftScaleRotate: 'shifted',
  RandomCrop: 'cropped',
  CenterCrop: 'cropped',
  RandomSizedCrop: 'cropped',
  RandomContrast: 'contrastChanged',
  RandomBrightness: 'brightnessChanged',
  RandomGamma: 'gammaChanged',
  CLAHE: 'equalised',
  Blur: 'blurred',
  GaussNoise: 'noisy',
};

export function participleOf(transform: string, strings: PanelStrings): string {
  return strings[Object.hasOwn(participles, transform) ? participles[transform] : 'changed'];
}
