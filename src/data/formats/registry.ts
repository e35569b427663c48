import { cifar100Binary, cifar10Binary } from './cifarBinary';
import { cifar100Python, cifar10Python } from './cifarPython';
import { flatFolder } from './flatFolder';
import type { Format } from './format';
import { imageFolder } from './imageFolder';
import { mnistIdx } from './mnistIdx';

/** All formats, the particular before the general: the first that recognises a folder reads it. */
export const formats: readonly Format[] = [
  cifar10Binary,
  cifar100Binary,
  cifar10Python,
  cifar100Python,
  mnistIdx,
  imageFolder,
  flatFolder,
];
