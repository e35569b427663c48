import { readJson } from '../json/jsonDocument';
import { message } from '../../words/message';
import { Refusal } from '../../words/refusal';
import { applyEdits, minimal, type TextEdit } from '../textEdit';
import { readToml } from '../toml/tomlDocument';
import { readYaml } from '../yaml/yamlDocument';
import type { ConfigDocument, ConfigFormat } from './configDocument';

const readers: Readonly<Record<ConfigFormat, (text: string) => ConfigDocument>> = {
  yaml: readYaml,
  json: readJson,
  toml: readToml,
};

/** The format that a file's name says; null for other files. */
export function configFormat(fileName: string): ConfigFormat | null {
  const extension = /\.([^./\\]+)$/.exec(fileName)?.[1].toLowerCase();
  if (extension === 'yaml' || extension === 'yml') return 'yaml';
  if (extension === 'json' || extension === 'jsonc') return 'json';
  return extension === 'toml' ? 'toml' : null;
}

/** Throws a `Refusal` that says line and reason when the text cannot be read. */
export function readConfig(text: string, format: ConfigFormat): ConfigDocument {
  return readers[format](text);
}

/** The edits at their smallest; throws a `Refusal` when the text could no longer be read after them. */
export function checked(text: string, format: ConfigFormat, edits: readonly TextEdit[]): TextEdit[] {
  const smallest = minimal(text, edits);
  try {
    readConfig(applyEdits(text, smallest), format);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(
      message('This cannot be inserted without breaking the file. What would be wrong then: {0}', error.message),
    );
  }
  return smallest;
}
