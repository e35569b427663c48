import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const dist = resolve(__dirname, '../../dist');

/** Loads a bundle in a process of its own, with a stand-in for `vscode` that takes every call; gives the names that it exports. */
function load(bundle: string): string[] {
  const script = `
    const anything = new Proxy(function () {}, {
      get: (_, key) => (key === 'then' ? undefined : anything),
      apply: () => anything,
      construct: () => anything,
    });
    const Module = require('node:module');
    const real = Module._load;
    Module._load = (request, ...rest) => (request === 'vscode' ? anything : real(request, ...rest));
    console.log(JSON.stringify(Object.keys(require(${JSON.stringify(resolve(dist, bundle))}))));`;
  return JSON.parse(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' })) as string[];
}

describe('the bundles of the extension host', () => {
  it('load with nothing beside them but vscode', () => {
    expect(load('extension.js')).toEqual(['activate']);
    expect(load('onDemand.js').sort()).toEqual(['commands', 'judgedResult', 'runText', 'usedResult']);
  });
});
