import { Language, Parser, type Node } from '@vscode/tree-sitter-wasm';

/** What the parser is made of; the files lie beside the extension's bundle. */
export interface PythonParserFiles {
  /** tree-sitter.wasm */
  readonly runtime: Uint8Array;
  /** tree-sitter-python.wasm */
  readonly grammar: Uint8Array;
}

export interface PythonParser {
  /** Hands the syntax tree of a text to `read`, whose result must hold no nodes: the tree lives no longer. Never fails: what is wrong becomes an error node. */
  read<T>(text: string, read: (root: Node) => T): T;
  close(): void;
}

export async function createPythonParser({ runtime, grammar }: PythonParserFiles): Promise<PythonParser> {
  await Parser.init({ wasmBinary: runtime });
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammar));
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
