import { message, type Message } from '../../words/message';

/** A file that may take the safe set, with what was seen in it. */
export interface Candidate {
  readonly path: string;
  /** Higher comes first. */
  readonly score: number;
  readonly reason: Message;
}

interface Sign {
  readonly files: RegExp;
  readonly content: RegExp;
  readonly score: number;
  readonly reason: Message;
}

/** What gives a file away, the surest sign first. */
const signs: readonly Sign[] = [
  {
    files: /\.(ya?ml|jsonc?)$/i,
    content: /__class_fullname__/,
    score: 100,
    reason: message('Albumentations pipeline'),
  },
  {
    files: /\.py$/i,
    content: /\b(?:from|import)\s+albumentations\b[^]*\bCompose\s*\(/,
    score: 90,
    reason: message('Albumentations in Python'),
  },
  {
    files: /\.(ya?ml|jsonc?)$/i,
    content: /_target_["']?\s*:\s*["']?albumentations\./,
    score: 85,
    reason: message('Albumentations steps for Hydra'),
  },
  {
    files: /\.py$/i,
    content: /\btorchvision\b[^]*\bCompose\s*\(/,
    score: 80,
    reason: message('torchvision in Python'),
  },
  {
    files: /\.ya?ml$/i,
    content: /^(?:fliplr|flipud|hsv_[hsv]|degrees|mosaic)\s*:[^]*^(?:fliplr|flipud|hsv_[hsv]|translate|mixup)\s*:/m,
    score: 75,
    reason: message('Ultralytics arguments'),
  },
  {
    files: /(^|\/)pyproject\.toml$/i,
    content: /^\s*\[tool\.safe-aug\]/m,
    score: 70,
    reason: message('Settings of Safe Aug'),
  },
  {
    files: /\.(ya?ml|jsonc?|toml)$/i,
    content: /\b(?:augmentations?|transforms?|train_aug\w*)["']?\s*[:=]/i,
    score: 50,
    reason: message('Configuration that speaks of augmentation'),
  },
  { files: /(^|\/)pyproject\.toml$/i, content: /^/, score: 20, reason: message('Settings of the project') },
];

/** Files that belong to tools and speak of transforms without meaning pictures. */
const tools = /(^|\/)(package(-lock)?|tsconfig.*|jest.*|\.?eslint.*|babel.*|composer)\.json$/i;

/**
 * Whether a file may take the safe set, by its path (with forward slashes, in the workspace) and the start of its text. What trains
 * comes before what tests or validates.
 */
export function candidateFor(path: string, text: string): Candidate | null {
  if (tools.test(path)) return null;
  const sign = signs.find(({ files, content }) => files.test(path) && content.test(text));
  if (!sign) return null;
  const trains = /train|augment|transform/i.test(path) ? 5 : 0;
  const tests = /(^|[/_.-])(tests?|val|valid|validation|eval|infer\w*|predict\w*)([/_.-]|$)/i.test(path) ? -15 : 0;
  const depth = Math.min(4, path.split('/').length - 1);
  return { path, score: sign.score + trains + tests - depth, reason: sign.reason };
}

/** The best first; equal ones by their paths. */
export function ranked(candidates: readonly Candidate[]): Candidate[] {
  return [...candidates].sort((a, b) => b.score - a.score || (a.path < b.path ? -1 : 1));
}

/** Whether a project installs albumentationsx, by the text of its requirements or pyproject.toml. */
export function usesAlbumentationsX(requirements: string): boolean {
  return /(?:^|["'\s])albumentationsx\b/im.test(requirements);
}
