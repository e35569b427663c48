import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { panelStrings } from '../../../src/protocol/panelStrings';
import { localizePanelStrings } from '../../../src/extension/panel/localizePanelStrings';
import { panelHtml } from '../../../src/extension/panel/panelHtml';
import { parsePageMessage } from '../../../src/extension/panel/parsePageMessage';
import { runFolderOf } from '../../../src/extension/panel/restoredState';

describe('what a page says', () => {
  it.each([
    { type: 'ready' },
    { type: 'setThreshold', threshold: 0.65 },
    { type: 'setThreshold', threshold: null },
    { type: 'act', action: 'stop' },
    { type: 'problem', message: 'TypeError' },
  ])('is understood: %o', (message) => {
    expect(parsePageMessage(message)).toEqual(message);
  });

  it.each([
    null,
    'ready',
    [],
    { type: 'setThreshold' },
    { type: 'setThreshold', threshold: 0.2 },
    { type: 'setThreshold', threshold: '0.6' },
    { type: 'act', action: 'constructor' },
    { type: 'act', action: ['stop'] },
    { type: 'problem', message: {} },
    { type: '__proto__' },
  ])('is refused: %o', (message) => {
    expect(parsePageMessage(message)).toBeNull();
  });

  it('is never more than the protocol knows', () => {
    fc.assert(fc.property(fc.anything(), (value) => void parsePageMessage(value)));
  });

  it('drops what is not asked for', () => {
    expect(parsePageMessage({ type: 'act', action: 'stop', folder: '/etc' })).toEqual({ type: 'act', action: 'stop' });
  });
});

describe('what a page kept', () => {
  it('tells the run folder, or nothing', () => {
    expect(runFolderOf({ runFolder: '/runs/1', tab: 'run' })).toBe('/runs/1');
    expect(runFolderOf({ runFolder: 7 })).toBeNull();
    expect(runFolderOf(undefined)).toBeNull();
    expect(runFolderOf('x')).toBeNull();
  });
});

describe('the document', () => {
  const html = panelHtml({
    cspSource: 'https://file.vscode-resource.example',
    nonce: 'abc',
    script: 'https://x/panel.js?a=1&b="2"',
    style: 'https://x/panel.css',
    language: 'de',
  });

  it('allows one script by nonce and nothing else by default', () => {
    expect(html).toContain("default-src 'none'; script-src 'nonce-abc';");
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).not.toMatch(/unsafe|script-src[^;]*https/);
  });

  it('escapes addresses', () => {
    expect(html).toContain('panel.js?a=1&amp;b=&quot;2&quot;');
  });
});

describe('the texts', () => {
  it('are all translated by their English, placeholders and all', () => {
    const shouted = localizePanelStrings((english) => english.toUpperCase());
    expect(Object.keys(shouted)).toEqual(Object.keys(panelStrings));
    expect(shouted.stop).toBe('STOP');
  });
});
