import type { TestProject } from 'vitest/node';
import { findChromium } from './support/chromium';
import { findDesktop, type Desktop } from './support/findDesktop';
import { installVscode, type Vscode } from './support/installVscode';
import { ownVsix } from './support/ownVsix';

declare module 'vitest' {
  interface ProvidedContext {
    /** What the suite runs in; a reason in words where this machine cannot run it. */
    machine: { readonly vscode: Vscode; readonly chromium: string; readonly vsix: string } | { readonly lacks: string };
    desktop: Desktop;
  }
}

/** Finds or installs what the suite needs, once. Where something cannot be had, every test is skipped and says so. */
export default async function setup({ provide }: TestProject): Promise<void> {
  const desktop = await findDesktop();
  if ('lacks' in desktop)
    console.warn(`The suites in a desktop VS Code are skipped: this machine lacks ${desktop.lacks}.`);
  provide('desktop', desktop);
  const lacks = (what: string): void => {
    console.warn(`Every test in VS Code's web workbench is skipped: this machine lacks ${what}.`);
    provide('machine', { lacks: what });
  };
  const chromium = findChromium();
  if (chromium === null) return lacks('chromium (set CHROMIUM, or "apt-get install chromium")');
  const vscode = installVscode();
  if (vscode === null) return lacks('a VS Code (it comes from the npm registry)');
  if (!vscode.searches)
    console.warn('Tests that search a workspace are skipped: this machine lacks ripgrep ("apt-get install ripgrep").');
  provide('machine', { vscode, chromium, vsix: ownVsix() });
}
