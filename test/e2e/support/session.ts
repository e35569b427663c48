import { chromium, type Browser, type Page } from 'playwright-core';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, inject } from 'vitest';
import { learnersIn } from './processes';
import { createProfile, type Profile } from './profile';
import { installVsix, startServer, type Server } from './server';

/** A running VS Code with the extension installed, and a window of it. */
export interface Session {
  readonly profile: Profile;
  readonly server: Server;
  readonly page: Page;
  /** Messages of the browser about content that a policy refused; there should be none. */
  readonly policyViolations: readonly string[];
  /** Saves what the window shows to test/e2e/shots. */
  shoot(name: string): Promise<void>;
  /** Loads the window anew, as "Reload Window" does. */
  reload(): Promise<void>;
  /** Ids of the processes that learn in this workspace, or look at its data. */
  learners(): number[];
  close(): Promise<void>;
}

export interface SessionOptions {
  readonly settings?: Record<string, unknown>;
  readonly files?: Record<string, string>;
  readonly isTrusted?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Puts data into the workspace before it is opened. */
  prepare?(profile: Profile): void | Promise<void>;
  /** Makes an extension under development and a module of tests that VS Code runs in its extension host; gives their paths. */
  suite?(profile: Profile): { readonly extension: string; readonly tests: string };
  /** More variables for the server and its extension host. */
  environment?(profile: Profile): Readonly<Record<string, string>>;
  /** Opens this .code-workspace file in the workspace's folder instead of the folder. */
  readonly workspaceFile?: string;
}

/** Why the suite cannot run on this machine; null when it can. */
export function lacking(): string | null {
  const machine = inject('machine');
  return 'lacks' in machine ? machine.lacks : null;
}

/** Whether the editor here cannot find files by name, as Quick Open and the insertion do. */
export function cannotSearch(): boolean {
  const machine = inject('machine');
  return 'lacks' in machine || !machine.vscode.searches;
}

/** After each test of a file that failed: what the window shows, and what the server said. */
export function showFailures(session: () => Session | undefined): void {
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    await session()?.shoot(`failed-${task.name.replaceAll(/\W+/g, '-')}`);
    console.error(session()?.server.log().slice(-2_000));
  });
}

/** For whatever a test waits for without a limit of its own: it says "never", on a slow machine too. */
const waitLimitMs = 60_000;
const shots = resolve(__dirname, '../shots');
const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-sync',
];

export async function openSession(options: SessionOptions = {}): Promise<Session> {
  const machine = inject('machine');
  if ('lacks' in machine) throw new Error(`This machine lacks ${machine.lacks}.`);
  const { isTrusted = true, viewport = { width: 1280, height: 860 } } = options;
  const profile = createProfile(options);
  await options.prepare?.(profile);
  installVsix(machine.vscode, profile, machine.vsix);
  const suite = options.suite?.(profile);
  const server = await startServer({
    vscode: machine.vscode,
    profile,
    isTrusted,
    runsTests: suite !== undefined,
    ...(options.environment && { environment: options.environment(profile) }),
  });
  const browser: Browser = await chromium.launch({ executablePath: machine.chromium, args: browserArguments });
  const page = await browser.newPage({ viewport, locale: 'en-US' });
  page.setDefaultTimeout(waitLimitMs);
  const policyViolations: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) policyViolations.push(message.text());
  });
  const url = new URL(server.url);
  const { workspaceFile } = options;
  if (workspaceFile === undefined) url.searchParams.set('folder', profile.workspace);
  else url.searchParams.set('workspace', join(profile.workspace, workspaceFile));
  if (suite) url.searchParams.set('payload', JSON.stringify(testPayload(url.host, suite)));
  const load = async (): Promise<void> => {
    await page.goto(url.href, { waitUntil: 'domcontentloaded' });
    await page.locator('.monaco-workbench .part.editor').waitFor();
  };
  await load();
  mkdirSync(shots, { recursive: true });
  return {
    profile,
    server,
    page,
    policyViolations,
    shoot: async (name) => void (await page.screenshot({ path: join(shots, `${name}.png`) })),
    reload: load,
    learners: () => learnersIn(profile.folder),
    close: async () => {
      await browser.close();
      await server.close();
      // Runs outlive their window on purpose.
      for (const pid of learnersIn(profile.folder)) process.kill(pid, 'SIGKILL');
      profile.close();
    },
  };
}

/** What the workbench takes from its address, as from the command line. */
function testPayload(authority: string, { extension, tests }: { extension: string; tests: string }): unknown {
  return [
    ['extensionDevelopmentPath', `vscode-remote://${authority}${extension}`],
    ['extensionTestsPath', `vscode-remote://${authority}${tests}`],
    ['skipWelcome', 'true'],
  ];
}
