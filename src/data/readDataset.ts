import type { Dataset } from './dataset';

/**
 * Finds out what kind of data set lies at `path` (a folder, or one of the files of a CIFAR or MNIST folder) and indexes it.
 * Throws a DataError that shows what was found when no format recognises it or it holds no pictures.
 */
export async function readDataset(path: string, options: { readonly signal?: AbortSignal } = {}): Promise<Dataset> {
  throw new Error(`Not written: ${path} ${options.signal?.aborted}`);
}
