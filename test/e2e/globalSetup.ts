import type { TestProject } from 'vitest/node';
import { findChromium } from './support/chromium';
import { installVscode } from './support/installVscode';
import { ownVsix } from './support/ownVsix';

declare module 'vitest' {
  interface ProvidedContext {
    /** What the suite runs in; a reason in words where this machine cannot run it. */
    machine: { readonly vscode: string; readonly chromium: string; readonly vsix: string } | { readonly lacks: string };
  }
}

/** Finds or installs what the suite needs, once. Where something cannot be had, every test is skipped and says so. */
export default function setup({ provide }: TestProject): void {
  const chromium = findChromium();
  if (chromium === null) return provide('machine', { lacks: 'chromium (set CHROMIUM, or "apt-get install chromium")' });
  const vscode = installVscode();
  if (vscode === null) return provide('machine', { lacks: 'a VS Code (the npm registry cannot be reached)' });
  provide('machine', { vscode, chromium, vsix: ownVsix() });
}
