import { arrows } from './sets/arrows';
import { cameras } from './sets/cameras';
import { dyes } from './sets/dyes';
import { exposures } from './sets/exposures';
import { hooks } from './sets/hooks';
import { inks } from './sets/inks';
import { jpegs } from './sets/jpegs';
import { landscapes } from './sets/landscapes';
import { nights } from './sets/nights';
import { stripes } from './sets/stripes';
import { studio } from './sets/studio';
import { textures } from './sets/textures';
import type { TruthSet } from './truthSet';

/** Every drawn set. A new one is a file in `sets` and a line here. */
export const truthSets: readonly TruthSet[] = [
  landscapes,
  hooks,
  textures,
  studio,
  exposures,
  arrows,
  stripes,
  dyes,
  cameras,
  nights,
  jpegs,
  inks,
];
