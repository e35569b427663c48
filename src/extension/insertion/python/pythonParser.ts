import { join } from 'node:path';
import { Language, Parser, type Node } from '@vscode/tree-sitter-wasm';

export interface PythonParser {
  /**
   * Hands the syntax tree of a text to `read`, whose result must hold no nodes: the tree does not outlive it. Never fails on what
   * the text holds: what is no Python becomes an error node.
   */
  read<T>(text: string, read: (root: Node) => T): T;
  close(): void;
}

/** @param folder holds tree-sitter.wasm and tree-sitter-python.wasm: the extension's dist/ */
export async function createPythonParser(folder: string): Promise<PythonParser> {
  await Parser.init({ locateFile: (name) => join(folder, name) });
  const parser = new Parser();
  parser.setLanguage(await Language.load(join(folder, 'tree-sitter-python.wasm')));
  return {
    read(text, read) {
      const tree = parser.parse(text);
      if (!tree) throw new Error('The Python parser gave no tree.');
      try {
        return read(tree.rootNode);
      } finally {
        tree.delete();
      }
    },
    close: () => parser.delete(),
  };
}
