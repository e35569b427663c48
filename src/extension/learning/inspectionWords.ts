import * as vscode from 'vscode';
import { plainText } from '../plainText';
import type { Inspection } from './inspections';

/** "12,000 images in 10 classes (image-folder)"; the reason for a folder that is no data set. */
export function inspectionWords(answer: Inspection | string): string {
  if (typeof answer === 'string') return `$(warning) ${plainText(answer)}`;
  const { images, classes, format, task } = answer;
  const count = new Intl.NumberFormat(vscode.env.language).format(images);
  return task === 'none'
    ? vscode.l10n.t('{0} images without labels ({1})', count, format)
    : vscode.l10n.t('{0} images in {1} classes ({2})', count, classes.length, format);
}
