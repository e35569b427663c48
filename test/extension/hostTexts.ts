import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { targets } from '../../src/export/targets';

const sources = resolve(__dirname, '../../src/extension');

interface HostText {
  readonly text: string;
  /** A file of the extension, or a target of the export. */
  readonly where: string;
}

/** All texts that the extension host gives to `vscode.l10n.t` or `message`, and what the export's targets say. */
export function hostTexts(): HostText[] {
  const written = saidIn().flatMap(({ text, where }) => (text === null ? [] : [{ text, where }]));
  return [...written, ...targets.map(({ name, description }) => ({ text: description, where: name }))];
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
