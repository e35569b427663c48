const confusionStyles = [
  '.confusion { width: auto; font-size: 12.5px; }',
  '.confusion th, .confusion td { padding: 3px 5px; }',
  '.confusion td { text-align: right; }',
  '.confusion thead th { vertical-align: bottom; }',
  '.confusion thead th span:not(.visually-hidden) { writing-mode: vertical-rl; transform: rotate(180deg); white-space: nowrap; }',
  ...Array.from(
    { length: 8 },
    (_, i) => `.heat-${i + 1} { background: color-mix(in srgb, var(--link) ${(i + 1) * 6}%, transparent); }`,
  ),
  '',
].join('\n');

/** The verdict table, its narrow form with two lines a row, and the small tables of the details. */
export const tableStyles = /* css */ `
table { border-collapse: collapse; width: 100%; }
.verdict-table { table-layout: fixed; }
.name-cell { width: 152px; }
.verdict-cell { width: 114px; }
.pictures-cell { width: 140px; }
.auroc-cell { width: 134px; }
.labels-cell { width: 182px; }
.paper-cell { width: 116px; }
caption { text-align: left; margin-bottom: 12px; }
th { text-align: left; font-weight: 400; }
th, td { padding: 6px 10px 6px 0; vertical-align: middle; }
.verdict-table > caption { max-width: 96ch; color: var(--quiet); }
.verdict-table thead th { position: sticky; top: 0; z-index: 1; background: var(--background); vertical-align: bottom; padding-bottom: 6px; font-size: 13px; color: var(--quiet); }
.verdict-table thead .chart-cell { padding: 6px 0 0; z-index: 2; }
.verdict-table tbody th, .verdict-table tbody td { border-bottom: 1px solid var(--rule); }
.verdict-table tbody .group-row th { padding-top: 18px; }
.verdict-table .name-cell a { color: inherit; font-weight: 500; text-decoration: underline; text-decoration-color: var(--rule); text-underline-offset: 3px; }
.verdict-table .name-cell a:hover { text-decoration-color: currentColor; }
.verdict-table td { height: 48px; }
.verdict-table .group-row td { height: auto; }
.note { display: block; font-size: 13px; }
.pictures-cell { white-space: nowrap; }
.pictures-cell img { width: 36px; height: 36px; margin-right: 3px; vertical-align: middle; object-fit: cover; }
.pictures-cell img:first-child { margin-right: 7px; }
.chart-cell { position: relative; padding: 0; }
.chart-cell > .row-chart { position: absolute; inset: 0; height: calc(100% + 1px); }
.column-title { display: block; color: var(--text); }
.number-cell { text-align: right; white-space: nowrap; }
.verdict-table .auroc-cell { padding-left: 24px; padding-right: 0; text-align: left; }
.figure { display: inline-block; line-height: 1.3; }
.figure b { display: block; font-weight: 500; }
.figure .quiet { font-size: 12.5px; }
.figure-cell > .row-chart, .figure-cell > .row-axis { width: 84px; right: auto; }
.figure-cell > .figure { margin-left: 96px; white-space: nowrap; }
.paper-cell > .row-chart, .paper-cell > .row-axis { width: 56px; }
.paper-cell > .figure { margin-left: 66px; }
.observers { margin-bottom: 8px; }
.observers caption, .classes h4 { margin: 0 0 2px; font-weight: 600; font-size: 14px; }
.observers tbody th { width: 210px; }
.class-table th { width: 190px; }
.observers tbody td, .observers tbody th { height: 27px; padding-top: 2px; padding-bottom: 2px; }
.observers .number-cell { width: 64px; padding-right: 0; }
.observers thead th { padding: 0; }
.class-table th, .class-table td { padding: 2px 10px 2px 0; font-size: 14px; }
.class-table .chart-cell { width: 110px; padding: 0; }
.class-table .number-cell { width: 128px; padding-right: 18px; }
.class-table thead th { color: var(--quiet); }
${confusionStyles}.ladders { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 8px 44px; }
.plain-table th, .plain-table td { padding: 5px 14px 5px 0; border-bottom: 1px solid var(--rule); white-space: nowrap; }
.dense-table { font-size: 12.5px; }
.dense-table th, .dense-table td { padding-right: 8px; }
.plain-table thead th { color: var(--quiet); }
@media screen and (max-width: 1060px) {
  .verdict-table .paper-cell { display: none; }
}
@media screen and (max-width: 820px) {
  .verdict-table, .verdict-table > caption, .verdict-table > thead, .verdict-table > tbody { display: block; }
  .verdict-table > thead { position: sticky; top: 0; z-index: 1; background: var(--background); }
  .verdict-table > thead tr { display: block; }
  .verdict-table > thead th { position: static; }
  .verdict-table > thead th:not(.auroc-chart-cell) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .verdict-table > thead .auroc-chart-cell { display: block; }
  .verdict-table .group-row { display: block; }
  .verdict-table .group-row td { display: none; }
  .verdict-table .group-row th { display: block; }
  .verdict-table .transform-row {
    display: grid;
    grid-template: 'name verdict' auto 'pictures auroc' auto 'chart chart' 28px 'labels labels' auto / minmax(0, 1fr) auto;
    align-items: center;
    column-gap: 12px;
    padding: 10px 0;
    border-bottom: 1px solid var(--rule);
  }
  .verdict-table .transform-row > * { display: block; width: auto; height: auto; border: 0; padding: 0; }
  .verdict-table .transform-row > .paper-cell { display: none; }
  .verdict-table .name-cell { grid-area: name; }
  .verdict-table .verdict-cell { grid-area: verdict; justify-self: end; }
  .verdict-table .pictures-cell { grid-area: pictures; padding-top: 6px; }
  .verdict-table .auroc-cell { grid-area: auroc; justify-self: end; padding-top: 6px; text-align: right; }
  .verdict-table .auroc-chart-cell { grid-area: chart; align-self: stretch; margin: 8px 0; }
  .verdict-table .labels-cell { grid-area: labels; }
  .verdict-table .labels-cell > .row-chart { display: none; }
  .verdict-table .labels-cell > .figure { margin: 0; display: block; white-space: normal; }
  .verdict-table .labels-cell > .figure b { display: inline; }
  .verdict-table .labels-cell > .figure b::before { content: 'Accuracy lost, points: '; font-weight: 400; color: var(--quiet); }
  .observers tbody th, .class-table th { width: 130px; }
  .ladders { grid-template-columns: minmax(0, 1fr); }
}
@media print {
  th, td { padding-right: 6px; }
  .verdict-table .paper-cell { display: none; }
  .verdict-table thead th { position: static; }
  .verdict-table td { height: 40px; }
  .name-cell { width: 128px; }
  .verdict-cell { width: 90px; }
  .pictures-cell { width: 128px; }
  .auroc-cell { width: 118px; }
  .observers tbody th, .class-table th { width: 110px; }
}
`;
