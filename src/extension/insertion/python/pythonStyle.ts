import { printed, type Expression } from '../../../export/python/expression';

/** How a file writes what Python leaves open. */
export interface PythonStyle {
  readonly indent: string;
  readonly quote: '"' | "'";
}

/** By the file's first indented line and by the quotes that most of its lines have. */
export function pythonStyle(text: string): PythonStyle {
  const indent = /^(?:.*:[^\S\n]*(?:#.*)?\r?\n|.*[[({]\r?\n)([ \t]+)\S/m.exec(text)?.[1] ?? '    ';
  const single = text.match(/'[^'"\n]*'/g)?.length ?? 0;
  const double = text.match(/"[^'"\n]*"/g)?.length ?? 0;
  return {
    indent: /^\t+$/.test(indent) ? '\t' : indent.length <= 8 ? indent : '    ',
    quote: single > double ? "'" : '"',
  };
}

/**
 * An expression as black leaves it, with the file's indentation.
 *
 * @param base white space before the line that it starts in; @param used columns taken in that line besides
 */
export function styled(expression: Expression, base: string, used: number, { indent }: PythonStyle): string {
  const columns = ' '.repeat(base.replaceAll('\t', '        ').length);
  return printed(expression, columns, used)
    .split('\n')
    .map((line, index) => {
      if (index === 0) return line;
      const spaces = /^ */.exec(line)![0].length - columns.length;
      return base + indent.repeat(Math.max(0, spaces / 4)) + line.trimStart();
    })
    .join('\n');
}
