import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { each, orientations, safe, shifting, type Truth } from './truth';

/** A set of real pictures of which a few things are known from elsewhere. */
export interface RealSet {
  readonly name: string;
  /** File in the folder of data sets. */
  readonly archive: string;
  readonly size: number;
  readonly truth: Readonly<Record<string, Truth>>;
}

const obvious = each(
  ['CLAHE', 'Blur', 'RandomCrop', 'CenterCrop', 'RandomSizedCrop', 'ShiftScaleRotate'],
  shifting('An independent network and simple statistics tell it at an AUROC of 0.88 and more.'),
);

export const realSets: readonly RealSet[] = [
  {
    name: 'CIFAR-10',
    archive: 'cifar10-images.tar.gz',
    size: 32,
    truth: {
      HorizontalFlip: safe('Things are photographed from either side; only the files (chroma phase) tell.'),
      ...each(['VerticalFlip', 'RandomRotate90', 'Transpose'], shifting('Things stand upright, under the sky.')),
      ToGray: shifting('Most photographs have colours.'),
      ...obvious,
    },
  },
  {
    name: 'EuroSAT',
    archive: 'eurosat-8k.tar.gz',
    size: 32,
    truth: {
      ...each(['HorizontalFlip', 'VerticalFlip', 'RandomRotate90'], {
        is: ['safe', 'shifting'],
        because:
          'Land seen from above has no upper side, but Sentinel-2 passes at about 10:30 local solar time, with the light from the south-east, ' +
          'which it moves elsewhere: slopes and shadows may or may not tell.',
      }),
      Transpose: safe(
        'Land has no upper side, and the light stays on its side: with x to the east and y to the south, swapping them takes the south-east to itself.',
      ),
      ToGray: shifting('Land has colours.'),
      ...obvious,
    },
  },
  {
    name: 'MNIST',
    archive: 'mnist-8k.tar.gz',
    size: 32,
    truth: {
      ToGray: safe('The pictures have one gray channel, so it changes nothing.'),
      ...each(orientations, {
        is: ['shifting', 'harmful'],
        because:
          'Digits are written one way round; some become others (6 and 9, 2 and 5), and a test may or may not say so.',
      }),
      RandomBrightness: shifting('The ground is always black and ink always white.'),
      ...obvious,
    },
  },
];

/** Unpacks a set into a new folder; false when its archive is missing. Needs the program `tar`. */
export function unpack({ archive }: RealSet, datasets: string, folder: string): boolean {
  const file = join(datasets, archive);
  if (!existsSync(file)) return false;
  execFileSync('tar', ['-xzf', file, '-C', folder]);
  return true;
}
