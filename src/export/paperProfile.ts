/** What current libraries compute differently from Albumentations 0.1.1, which the profile `paper` was judged with. */
const differences: Readonly<Record<string, string>> = {
  ToGray:
    'judged with bright pictures (mean above 127) inverted, as in Albumentations 0.1.1; no current class does that.',
  ShiftScaleRotate:
    'judged half a pixel off the centre and with shifts of fractions of a pixel, as in Albumentations 0.1.1.',
  RandomCrop: 'judged without the last offset of each axis, as in Albumentations 0.1.1.',
  RandomSizedCrop: 'judged without the last offset of each axis, as in Albumentations 0.1.1.',
  RandomContrast:
    'judged with three times the mean added, as in Albumentations 0.1.1; that formula cannot be expressed, this one scales about zero.',
  RandomGamma:
    'judged with the reciprocal exponent and whole steps, as in Albumentations 0.1.1: the same curves, other odds.',
  GaussNoise:
    'judged with noise that brightens the picture by about 20 levels, as in Albumentations 0.1.1; that cannot be expressed, this noise has mean zero.',
};

/** The caution that an exported transform needs when it was judged in the profile `paper`; none when its formula has not changed. */
export function paperNote(name: string): string | null {
  const difference = differences[name];
  return difference === undefined ? null : `${name}: ${difference}`;
}
