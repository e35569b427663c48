/** Colours by theme, type and the page's flow. The chart and table styles use its variables. */
export const pageStyles = /* css */ `
:root {
  color-scheme: light dark;
  --background: #ffffff;
  --surface: #f5f6f8;
  --text: #1b1f24;
  --quiet: #57606a;
  --rule: #dfe3e8;
  --link: #0a55c4;
  --safe: #1a7f37;
  --undecided: #5b646f;
  --shifting: #9a5b00;
  --harmful: #c4232b;
  --zone: rgba(26, 127, 55, 0.1);
  --bar: #8a94a0;
}
@media (prefers-color-scheme: dark) {
  :root {
    --background: #17191d;
    --surface: #1f2227;
    --text: #e6e8eb;
    --quiet: #a3abb5;
    --rule: #31363d;
    --link: #80b4ff;
    --safe: #5cc777;
    --undecided: #aab2bc;
    --shifting: #e3a73f;
    --harmful: #ff7f78;
    --zone: rgba(92, 199, 119, 0.13);
    --bar: #7d8794;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0;
  background: var(--background);
  color: var(--text);
  font: 15px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'DejaVu Sans', sans-serif;
  font-variant-numeric: tabular-nums;
  overflow-wrap: break-word;
}
main { max-width: 1280px; margin: 0 auto; padding: 28px 24px 64px; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: pretty; }
h1 { margin: 0; font-size: 28px; font-weight: 600; max-width: 36em; }
h2 { margin: 48px 0 12px; font-size: 21px; font-weight: 600; }
h3 { margin: 28px 0 8px; font-size: 16px; font-weight: 600; }
h4 { margin: 18px 0 6px; font-size: 14px; font-weight: 600; }
p, ul, ol, dl { margin: 0 0 10px; }
ul, ol { padding-left: 20px; }
li { margin: 4px 0; }
a { color: var(--link); }
a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
code { font: 0.9em ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace; overflow-wrap: anywhere; }
summary { cursor: pointer; color: var(--link); margin: 6px 0; }
.quiet { color: var(--quiet); font-weight: 400; }
.measure, #next li { max-width: 76ch; }
.visually-hidden { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.scroll { overflow-x: auto; }
.eyebrow { margin: 0 0 6px; color: var(--quiet); }
.basis { margin: 10px 0 0; color: var(--quiet); }
.opening nav { margin: 12px 0 0; display: flex; flex-wrap: wrap; gap: 2px 18px; font-size: 14px; }
.caveats { margin: 20px 0 0; padding: 12px 18px; background: var(--surface); border-left: 3px solid var(--shifting); }
.caveats h2 { margin: 0 0 4px; font-size: 15px; }
.caveats ul { margin: 0; max-width: 90ch; }
.badge { display: inline-flex; align-items: center; gap: 7px; white-space: nowrap; font-weight: 500; }
.verdict-icon { flex: none; overflow: visible; }
.badge-safe { color: var(--safe); }
.badge-undecided { color: var(--undecided); }
.badge-shifting { color: var(--shifting); }
.badge-harmful { color: var(--harmful); }
.facts { columns: 2 420px; column-gap: 40px; }
.facts > div { break-inside: avoid; display: grid; grid-template-columns: 130px minmax(0, 1fr); gap: 12px; padding: 5px 0; border-top: 1px solid var(--rule); }
.facts dt { color: var(--quiet); }
.facts dd, .meanings dd { margin: 0; }
.meanings > div { display: grid; grid-template-columns: 130px minmax(0, 76ch); gap: 12px; padding: 6px 0; }
.transform { padding: 20px 0 26px; border-top: 1px solid var(--rule); }
.transform > header { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 14px; }
.transform h3 { margin: 0; font-size: 18px; }
.transform-body { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1.12fr); gap: 0 44px; margin-top: 10px; }
.reason { font-weight: 500; }
.gallery figure { display: inline-block; vertical-align: top; margin: 0 16px 8px 0; }
.gallery figcaption { color: var(--quiet); font-size: 13px; max-width: 264px; }
.strip { display: flex; flex-wrap: wrap; gap: 3px; }
.strip img { display: block; width: 64px; height: 64px; image-rendering: pixelated; }
.strip .clean { margin-right: 6px; }
.map-legend { max-width: 96ch; }
.swatch { display: inline-block; width: 11px; height: 11px; border-radius: 2px; print-color-adjust: exact; }
/* The colours that the maps are drawn in, whatever the theme. */
.swatch-for { background: rgb(213, 94, 0); }
.swatch-against { background: rgb(0, 114, 178); margin-left: 4px; }
.mark-pictures { margin: 8px 0 0; }
.mark-pictures img { width: 128px; height: 128px; }
.skipped { list-style: none; padding: 0; }
@media screen and (max-width: 820px) {
  main { padding: 20px 16px 48px; }
  h1 { font-size: 22px; }
  .transform-body { display: block; }
  .facts > div, .meanings > div { grid-template-columns: minmax(0, 1fr); gap: 0; }
}
@media print {
  :root {
    --background: #ffffff;
    --surface: #ffffff;
    --text: #000000;
    --quiet: #444444;
    --rule: #bbbbbb;
    --link: #000000;
    --safe: #1a7f37;
    --undecided: #5b646f;
    --shifting: #9a5b00;
    --harmful: #c4232b;
    --zone: rgba(26, 127, 55, 0.12);
    --bar: #777777;
  }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { font-size: 12px; }
  main { max-width: none; padding: 0; }
  .opening nav { display: none; }
  tr, figure, .caveats, .transform-words li { break-inside: avoid; }
  h2, h3, h4 { break-after: avoid; }
}
`;
