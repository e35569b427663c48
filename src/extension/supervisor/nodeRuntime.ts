import { execFile } from 'node:child_process';
import { childEnvironment } from './childEnvironment';

/** A Node program that runs on this machine and can load the extension's native packages. */
export interface NodeRuntime {
  readonly path: string;
  /** Such as "20.20.2". */
  readonly version: string;
  /** Where it was found, to end "found in …". */
  readonly foundIn: string;
}

/** The oldest Node that the program runs on. */
export const oldestNode = '20.19.0';

/** What a program says of itself; `electron` is the version of an Electron that passes for Node, else null. */
interface SelfDescription {
  readonly node: string;
  readonly electron: string | null;
  readonly arch: string;
}

const question =
  'JSON.stringify({ node: process.versions.node, electron: process.versions.electron ?? null, arch: process.arch })';

/**
 * Asks the program at `path` what it is. Throws an Error whose message ends "… cannot be used: " when it does not answer within
 * `limitMs` (default 10,000), is older than `oldestNode`, an Electron, or of another processor than `arch` (default: this
 * process's), for which the native packages are missing.
 */
export async function probeNode(
  path: string,
  { arch = process.arch, limitMs = 10_000 }: { arch?: string; limitMs?: number } = {},
): Promise<{ version: string }> {
  const self = parse(await ask(path, limitMs));
  if (self === null) throw new Error('it does not answer as Node does');
  if (self.electron !== null) throw new Error(`it is Electron ${self.electron}, which cannot load native packages`);
  if (isOlder(self.node, oldestNode)) throw new Error(`it is version ${self.node}`);
  if (self.arch !== arch) throw new Error(`it is built for ${self.arch}, and this extension for ${arch}`);
  return { version: self.node };
}

function ask(path: string, limitMs: number): Promise<string> {
  const options = { timeout: limitMs, env: childEnvironment(process.env), windowsHide: true };
  return new Promise((resolve, reject) => {
    execFile(path, ['-p', question], options, (error, stdout) => {
      if (error === null) resolve(stdout);
      else if (error.killed) reject(new Error(`it did not answer within ${limitMs / 1000} s`));
      else if (error.code === 'ENOENT') reject(new Error('there is no such file'));
      else if (error.code === 'EACCES') reject(new Error('it may not be executed'));
      else reject(new Error('it does not answer as Node does'));
    });
  });
}

function parse(answer: string): SelfDescription | null {
  try {
    const value = JSON.parse(answer) as Partial<SelfDescription> | null;
    return typeof value?.node === 'string' && typeof value.arch === 'string' ? (value as SelfDescription) : null;
  } catch {
    return null;
  }
}

function isOlder(version: string, other: string): boolean {
  const [a, b] = [version, other].map((text) => text.split('.').map(Number));
  const at = a.findIndex((part, index) => part !== b[index]);
  return at !== -1 && a[at] < b[at];
}
