import type { Step, StepLibrary } from './stepKinds';

/** A class by its full name, as in `torchvision.transforms.v2.Resize`. */
export function stepOfClass(fullName: string, children?: readonly Step[]): Step {
  const parts = fullName.split('.');
  const name = parts[parts.length - 1];
  return { name, library: libraryOf(parts), ...(children && { children }) };
}

function libraryOf(parts: readonly string[]): StepLibrary | null {
  if (parts.length < 2) return null;
  if (parts[0] === 'albumentations') return 'albumentations';
  return parts[0] === 'torchvision' && parts[1] === 'transforms' ? 'torchvision' : null;
}

/** Containers that run their steps one after the other; the whole pipeline is one of the first two. */
export function isPipeline({ name, library }: Step): boolean {
  return library !== null && (name === 'Compose' || name === 'ReplayCompose');
}
