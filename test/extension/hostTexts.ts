import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { targets } from '../../src/export/targets';

const sources = resolve(__dirname, '../../src/extension');

/** All texts that the extension host gives to `vscode.l10n.t` or `message`, with where they stand, and what the export's targets say. */
export function hostTexts(): { readonly text: string; readonly where: string }[] {
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const described = targets.map(({ name, description }) => ({ text: description, where: name }));
  const inSources = files.flatMap((name) => {
    const source = ts.createSourceFile(name, readFileSync(join(sources, name), 'utf8'), ts.ScriptTarget.Latest, true);
    const texts: { text: string; where: string }[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && /(^|\.)(l10n\.t|message)$/.test(node.expression.getText())) {
        const [first] = node.arguments;
        if (first && ts.isStringLiteralLike(first)) texts.push({ text: first.text, where: name });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return texts;
  });
  return [...inSources, ...described];
}
