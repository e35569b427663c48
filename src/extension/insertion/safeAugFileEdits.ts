import { indentUnit } from './indentation';
import { minimal, type TextEdit } from './textEdit';

/**
 * Brings the text of a safe-aug.json up to date with the one that was exported: in its own indentation and line endings, with its
 * own end. The file is the program's own, so what else stood in it goes. None when it says the same already.
 */
export function safeAugFileEdits(text: string, exported: string): TextEdit[] {
  const value: unknown = JSON.parse(exported);
  // A mark of the byte order stays before the text.
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  if (sameValue(text.slice(start), value)) return [];
  const oneLine = text.trim() !== '' && !text.trim().includes('\n');
  const body = oneLine ? JSON.stringify(value) : JSON.stringify(value, null, indentUnit(text, '  '));
  const end = text.trim() === '' || /\n$/.test(text) ? '\n' : '';
  return minimal(text, [{ start, end: text.length, newText: body + end }]);
}

function sameValue(text: string, value: unknown): boolean {
  try {
    return JSON.stringify(JSON.parse(text)) === JSON.stringify(value);
  } catch {
    return false;
  }
}
