import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { panelStrings, type PanelStrings } from '../../../src/protocol/panelStrings';
import type { HostMessage, PageMessage } from '../../../src/protocol/panelMessages';
import type { PanelState } from '../../../src/protocol/panelState';
import { PanelFeed } from '../../../src/extension/panel/panelFeed';
import { panelHtml } from '../../../src/extension/panel/panelHtml';
import { previewPicture } from './pictures';
import { fontVariables, themes, type ThemeName } from './themes';

const origin = 'http://panel.test';

export interface PanelPageOptions {
  readonly state: PanelState;
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  readonly trusted?: boolean;
  readonly strings?: PanelStrings;
  readonly language?: string;
  /** What the page kept before a reload. */
  readonly kept?: object;
  readonly reducedMotion?: boolean;
}

/** The built page in a browser, with a host that is the real feed on this side. */
export interface PanelPage {
  readonly page: Page;
  /** What the page said to the host, `ready` left out. */
  readonly said: PageMessage[];
  /** What the page reported as wrong: errors, and everything that its policy refused. */
  readonly problems: string[];
  update(state: PanelState): void;
  post(message: HostMessage): Promise<void>;
  kept(): Promise<unknown>;
  /** When everything that was sent is drawn. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

let built: Promise<string> | null = null;

/** Builds the page once a process, into a folder of its own. */
async function buildPage(): Promise<string> {
  const { buildPanel } = (await import('../../../scripts/build.mjs' as string)) as {
    buildPanel(options: { outdir: string }): Promise<void>;
  };
  const outdir = mkdtempSync(join(tmpdir(), 'safe-aug-panel-'));
  await buildPanel({ outdir });
  return outdir;
}

/** Clears away what `openPanelPage` built. */
export async function removeBuiltPage(): Promise<void> {
  if (built) rmSync(await built, { recursive: true, force: true });
  built = null;
}

export async function openPanelPage(browser: Browser, options: PanelPageOptions): Promise<PanelPage> {
  const { state, theme = 'dark', width = 1200, height = 900, trusted = true, language = 'en' } = options;
  const folder = await (built ??= buildPage());
  const context = await browser.newContext({
    viewport: { width, height },
    reducedMotion: options.reducedMotion ? 'reduce' : 'no-preference',
  });
  const page = await context.newPage();
  const said: PageMessage[] = [];
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy/i.test(message.text())) problems.push(message.text());
  });

  const post = (message: HostMessage): Promise<void> =>
    page.evaluate((data) => window.postMessage(data, '*'), message as unknown as Record<string, unknown>);
  let sending = Promise.resolve();
  const feed = new PanelFeed({
    state,
    host: () => ({
      runFolder: '/project/.safe-aug/runs/2026-11-24-0815-eurosat',
      fileRoot: `${origin}/run`,
      strings: options.strings ?? panelStrings,
      language,
      trusted,
    }),
    post: (message) => {
      sending = sending.then(() => post(message));
    },
  });
  let latest = state;
  await page.exposeFunction('toHost', (message: PageMessage) => {
    if (message.type === 'ready') feed.sendSnapshot();
    else said.push(message);
    if (message.type === 'problem') problems.push(message.message);
    if (message.type === 'setThreshold') {
      latest = { ...latest, chosenThreshold: message.threshold };
      feed.update(latest);
    }
  });
  const { bodyClass, colors } = themes[theme];
  const variables = Object.fromEntries(Object.entries(colors).map(([name, color]) => [`--vscode-${name}`, color]));
  await page.addInitScript(
    ({ kept, variables, bodyClass }) => {
      let state: unknown = kept;
      Object.assign(window, {
        keptState: () => state,
        acquireVsCodeApi: () => ({
          postMessage: (message: unknown) => void (window as unknown as { toHost(m: unknown): void }).toHost(message),
          getState: () => state,
          setState: (next: unknown) => {
            state = next;
          },
        }),
      });
      document.addEventListener('DOMContentLoaded', () => document.body.classList.add(bodyClass));
      new MutationObserver((_, observer) => {
        if (!document.documentElement) return;
        for (const [name, value] of Object.entries(variables)) document.documentElement.style.setProperty(name, value);
        document.body?.classList.add(bodyClass);
        if (document.body) observer.disconnect();
      }).observe(document, { childList: true, subtree: true });
    },
    { kept: options.kept, variables: { ...variables, ...fontVariables }, bodyClass },
  );
  await page.route(`${origin}/**`, async (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === '/') {
      const html = panelHtml({
        cspSource: origin,
        nonce: 'test-nonce',
        script: `${origin}/panel.js`,
        style: `${origin}/panel.css`,
        language,
      });
      return route.fulfill({ contentType: 'text/html', body: html });
    }
    if (path === '/panel.js' || path === '/panel.css') {
      const contentType = path.endsWith('js') ? 'text/javascript' : 'text/css';
      return route.fulfill({ contentType, body: readFileSync(join(folder, path)) });
    }
    const picture = path.startsWith('/run/previews/') ? previewPicture(path.slice('/run/previews/'.length)) : null;
    if (picture) return route.fulfill({ contentType: 'image/webp', body: Buffer.from(await picture) });
    return route.fulfill({ status: 404 });
  });
  await page.goto(`${origin}/`);
  await page.waitForSelector('main');

  const settled = async (): Promise<void> => {
    await page.waitForTimeout(150);
    await sending;
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await page.waitForFunction(() => [...document.images].every((image) => image.complete));
  };
  await settled();
  return {
    page,
    said,
    problems,
    update: (next) => {
      latest = next;
      feed.update(next);
    },
    post,
    kept: () => page.evaluate(() => (window as unknown as { keptState(): unknown }).keptState()),
    settled,
    close: () => context.close(),
  };
}
