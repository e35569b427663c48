/** Everything that the charts of src/report/charts need, from CSS variables only; the editor's panel defines its own. */
export const chartStyles = /* css */ `
.chart { display: block; overflow: visible; }
.row-axis { height: 18px; }
.row-axis-named { height: 34px; }
.tick, .series-name { font-size: 12px; fill: var(--quiet); }
.series-name { fill: var(--text); }
.zone-safe { fill: var(--zone); }
.zone-early { fill: var(--rule); fill-opacity: 0.45; }
.reference { stroke: var(--quiet); stroke-width: 1; }
.reference-threshold { stroke: var(--text); stroke-width: 1.5; }
.reference-chance { stroke-dasharray: 1 3; }
.grid, .look { stroke: var(--rule); stroke-width: 1; }
.interval { stroke-width: 2.5; }
.whisker { stroke: var(--text); stroke-width: 1; }
.bar { fill: var(--bar); }
.mark { stroke-width: 1.5; }
.mark-safe { fill: var(--safe); stroke: var(--safe); }
.mark-undecided { fill: var(--background); stroke: var(--undecided); stroke-width: 2; }
.mark-shifting { fill: var(--shifting); stroke: var(--shifting); }
.mark-harmful { fill: var(--harmful); stroke: var(--harmful); }
.mark-plain { fill: var(--text); stroke: var(--text); }
.interval-safe { stroke: var(--safe); }
.interval-undecided { stroke: var(--undecided); }
.interval-shifting { stroke: var(--shifting); }
.interval-harmful { stroke: var(--harmful); }
.interval-plain { stroke: var(--quiet); }
.sign { fill: none; stroke: var(--background); stroke-width: 1.7; stroke-linecap: round; stroke-linejoin: round; }
.sign-undecided { stroke: var(--undecided); stroke-width: 1.4; }
.line { fill: none; stroke-width: 1.6; stroke-linejoin: round; }
.line-safe { stroke: var(--safe); }
.line-undecided { stroke: var(--undecided); stroke-dasharray: 3 3; }
.line-shifting { stroke: var(--shifting); stroke-dasharray: 8 3; }
.line-harmful { stroke: var(--harmful); stroke-dasharray: 1.5 3; }
.line-plain { stroke: var(--text); }
.line-faint { stroke: var(--bar); }
.line-dotted { stroke: var(--link); stroke-dasharray: 1.5 4; }
.curves { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 8px 32px; }
.curve { margin: 0; min-width: 0; }
.curve-wide { grid-column: 1 / -1; }
.curve h3 { margin-top: 8px; }
.curve p { min-height: 3em; max-width: 76ch; }
.plot { margin: 12px 64px 30px 36px; height: 150px; }
.magnitude .plot { margin-right: 104px; }
.curve-wide .plot { height: 320px; margin-right: 140px; }
@media screen and (max-width: 820px) {
  .curves { grid-template-columns: minmax(0, 1fr); }
  .curve p { min-height: 0; }
  .curve-wide .plot { margin-right: 124px; }
}
@media (forced-colors: active) {
  .mark, .interval, .line, .reference, .whisker { stroke: CanvasText; }
  .mark { fill: CanvasText; }
  .mark-undecided, .zone { fill: Canvas; }
  .sign { stroke: Canvas; }
  .sign-undecided { stroke: CanvasText; }
  .tick, .series-name, .bar { fill: CanvasText; }
}
`;
