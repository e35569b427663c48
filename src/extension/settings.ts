import * as vscode from 'vscode';
import type { BudgetName } from '../protocol/vocabulary';

/**
 * The user's settings, as package.json describes them, read at the moment they are needed. `of`: what they shall hold for, since each
 * folder of a workspace may have its own.
 */
export const settings = {
  /** The Node program for learning; empty = look for one. */
  nodePath: (of?: vscode.Uri): string => read<string>('nodePath', '', of).trim(),
  /** The budget that is offered first. */
  defaultBudget: (of?: vscode.Uri): BudgetName => read<BudgetName>('defaultBudget', 'quick', of),
  /** Threads for learning; null = as many as the processor has, up to 8. */
  threads: (of?: vscode.Uri): number | null => read<number | null>('threads', null, of),
  /** Whether runs go on when no window watches them any more. */
  keepRunning: (): boolean => read('keepRunning', false),
  /** Whether safe-aug.json shows actions above its content. */
  codeLens: (of?: vscode.Uri): boolean => read('codeLens', true, of),
} as const;

function read<T>(name: string, otherwise: T, of?: vscode.Uri): T {
  return vscode.workspace.getConfiguration('safeAug', of).get<T>(name) ?? otherwise;
}
