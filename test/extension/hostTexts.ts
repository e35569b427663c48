import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { warningTexts } from '../../src/export/provenance';
import { targets } from '../../src/export/targets';

const sources = resolve(__dirname, '../../src/extension');

interface HostText {
  readonly text: string;
  /** A file of the extension, or a target or a warning of the export. */
  readonly where: string;
}

/** All texts that the extension host gives to `vscode.l10n.t` or `message`, and what the export says of targets and safe sets. */
export function hostTexts(): HostText[] {
  const written = saidIn().flatMap(({ text, where }) => (text === null ? [] : [{ text, where }]));
  const described = targets.map(({ name, description }) => ({ text: description, where: name }));
  const warned = Object.entries(warningTexts).map(([name, text]) => ({ text, where: name }));
  return [...written, ...described, ...warned];
}

/** The files that give `vscode.l10n.t` or `message` something else than a text that stands there. */
export function computedTexts(): string[] {
  return [...new Set(saidIn().flatMap(({ text, where }) => (text === null ? [where] : [])))].sort();
}

function saidIn(): { readonly text: string | null; readonly where: string }[] {
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return files.flatMap((name) => {
    const source = ts.createSourceFile(name, readFileSync(join(sources, name), 'utf8'), ts.ScriptTarget.Latest, true);
    const texts: { text: string | null; where: string }[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && /(^|\.)(l10n\.t|message)$/.test(node.expression.getText())) {
        const [first] = node.arguments;
        const text = first && ts.isStringLiteralLike(first) ? first.text : null;
        texts.push({ text, where: name.replaceAll('\\', '/') });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return texts;
  });
}
