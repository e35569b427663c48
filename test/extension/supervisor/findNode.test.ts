import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findNode, NodeNotFoundError, type FindNodeOptions } from '../../../src/extension/supervisor/findNode';
import { probeNode } from '../../../src/extension/supervisor/nodeRuntime';
import { temporaryFolder } from '../../run/temporaryFolder';

const electronHost = { execPath: '/opt/editor/code', isElectron: true };
const nowhere: FindNodeOptions = { setting: '', host: electronHost, searchPath: '', shell: null };

/** A program that answers `answer` to everything. */
function program(folder: string, answer: string, name = 'node'): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\necho '${answer}'\n`, { mode: 0o755 });
  return path;
}

function describes(node: string, electron: string | null = null, arch: string = process.arch): string {
  return JSON.stringify({ node, electron, arch });
}

describe('finding Node', () => {
  it('takes the setting and nothing else', async () => {
    const folder = temporaryFolder();
    const path = program(folder, describes('22.1.0'), 'my-node');
    expect(await findNode({ setting: path })).toEqual({
      path,
      version: '22.1.0',
      foundIn: 'the setting safeAug.nodePath',
    });
    const broken = findNode({ setting: join(folder, 'missing') });
    await expect(broken).rejects.toThrow(NodeNotFoundError);
    await expect(broken).rejects.toThrow(/safeAug\.nodePath \(.*missing\): there is no such file.*Correct the setting/);
  });

  it('takes the host’s own program on a remote host, where that is Node', async () => {
    const host = { execPath: process.execPath, isElectron: false };
    const { path, version } = await findNode({ ...nowhere, host });
    expect(path).toBe(process.execPath);
    expect(version).toBe(process.versions.node);
  });

  it('passes over an Electron, even one that calls itself node', async () => {
    const folder = temporaryFolder();
    program(join(folder, 'a'), describes('22.14.0', '34.3.2'));
    const searchPath = join(folder, 'a');
    await expect(findNode({ ...nowhere, searchPath })).rejects.toThrow('it is Electron 34.3.2');
  });

  it('searches PATH and asks what it finds', async () => {
    const folder = temporaryFolder();
    symlinkSync(process.execPath, join(folder, 'node'));
    const searchPath = ['/nonexistent', folder].join(delimiter);
    expect(await findNode({ ...nowhere, searchPath })).toMatchObject({ path: join(folder, 'node'), foundIn: 'PATH' });
  });

  it('asks the login shell where PATH has none, whatever its start-up files print', async () => {
    const folder = temporaryFolder();
    const node = program(folder, describes('24.0.0'));
    const shell = join(folder, 'bash');
    writeFileSync(
      shell,
      `#!/bin/sh\necho "Welcome!"\necho node\nPATH="${folder}:$PATH"\nshift 3\nexec /bin/sh -c "$1"\n`,
      {
        mode: 0o755,
      },
    );
    expect(await findNode({ ...nowhere, shell })).toEqual({
      path: node,
      version: '24.0.0',
      foundIn: 'the login shell',
    });
  });

  it('says all that was tried, and what was wrong with it', async () => {
    const folder = temporaryFolder();
    const searchPath = join(folder, 'old');
    program(searchPath, describes('18.20.4'));
    const host = { execPath: program(join(folder, 'host'), describes('20.18.3')), isElectron: false };
    await expect(findNode({ ...nowhere, host, searchPath })).rejects.toThrow(
      /in Node 20\.19 or newer.*version 20\.18\.3.*PATH \(.*\): it is version 18\.20\.4.*login shell: there is no "node" in it.*Install Node/,
    );
  });

  it('does not take a Node for another processor, whose native packages are missing', async () => {
    const path = program(temporaryFolder(), describes('22.1.0', null, 's390x'));
    await expect(probeNode(path, { arch: 'x64' })).rejects.toThrow('built for s390x, and this extension for x64');
  });

  it('does not wait for a program that never answers', async () => {
    const path = join(temporaryFolder(), 'node');
    writeFileSync(path, '#!/bin/sh\nexec sleep 60\n', { mode: 0o755 });
    await expect(probeNode(path, { limitMs: 300 })).rejects.toThrow('did not answer within 0.3 s');
  });

  it('does not take what is no Node at all', async () => {
    const path = program(temporaryFolder(), 'Usage: node [options]');
    await expect(probeNode(path)).rejects.toThrow('does not answer as Node does');
  });
});
