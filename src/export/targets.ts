import type { ExportTarget } from './target';
import { albumentationsJson } from './targets/albumentationsJson';
import { albumentationsPy } from './targets/albumentationsPy';
import { albumentationsYaml } from './targets/albumentationsYaml';
import { safeAug } from './targets/safeAug';
import { torchvisionPy } from './targets/torchvisionPy';

/** Every form that a result can be exported to; `--help` lists them in this order. */
export const targets: readonly ExportTarget[] = [
  safeAug,
  albumentationsYaml,
  albumentationsJson,
  albumentationsPy,
  torchvisionPy,
];
