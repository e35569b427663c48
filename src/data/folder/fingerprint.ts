import { createHash } from 'node:crypto';
import type { Fingerprint } from '../dataset';

/** Takes files in the order of their paths and sums them up. */
export class FingerprintBuilder {
  private readonly hash = createHash('sha256');
  private files = 0;
  private bytes = 0;

  add({ path, size }: { readonly path: string; readonly size: number }): this {
    this.files++;
    this.bytes += size;
    this.hash.update(`${path}\0${size}\n`);
    return this;
  }

  /** Ends it: nothing can be added afterwards. */
  finish(): Fingerprint {
    return { files: this.files, bytes: this.bytes, hash: this.hash.digest('hex') };
  }
}
