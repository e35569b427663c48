import './styles/panel.css';
import { chartStyles } from '../src/report/styles/chartStyles';
import { connectToHost } from './hostConnection';
import { startPage } from './page';
import { registerToolkit } from './ui/toolkit';

const host = connectToHost();
const report = (problem: unknown): void =>
  host.post({
    type: 'problem',
    message: problem instanceof Error ? (problem.stack ?? problem.message) : String(problem),
  });
window.addEventListener('error', ({ error, message }) => report(error ?? message));
window.addEventListener('unhandledrejection', ({ reason }) => report(reason));

registerToolkit();
const charts = new CSSStyleSheet();
charts.replaceSync(chartStyles);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, charts];
startPage(host, document.body);
