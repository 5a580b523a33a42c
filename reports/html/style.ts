/** The look of the report on screen; colours are variables, chosen for contrast on light and on dark ground. */
const SCREEN = `
:root { color-scheme: light dark; --ground: #ffffff; --soft: #f6f8fa; --ink: #1f2328; --quiet: #57606a; --line: #d0d7de;
  --link: #0550ae; --lit: #0969da;
  --supported: #0b5a3e; --supported-ground: #dff3ea; --refuted: #8a3500; --refuted-ground: #fde4d8;
  --inconclusive: #6b4b00; --inconclusive-ground: #fdf1d2; --toothless: #75305a; --toothless-ground: #f6e0ed; }
@media (prefers-color-scheme: dark) { :root { --ground: #0d1117; --soft: #161b22; --ink: #e6edf3; --quiet: #9da7b1; --line: #30363d;
  --link: #79b8ff; --lit: #58a6ff;
  --supported: #7ee0b5; --supported-ground: #10291f; --refuted: #ffb28a; --refuted-ground: #3a1d0e;
  --inconclusive: #f0cd74; --inconclusive-ground: #33270a; --toothless: #f0a8d2; --toothless-ground: #351a2b; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 4rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink);
  font: 16px/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif; }
header, main { max-width: 76rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 1.5rem; }
h1 { font-size: 1.05rem; font-weight: 600; margin: 0; color: var(--quiet); }
h2 { font-size: 1.6rem; line-height: 1.25; margin: 1.5rem 0 .75rem; text-wrap: balance; }
h3 { font-size: 1.12rem; margin: 2rem 0 .5rem; }
h2:focus { outline: none; }
p, ul, ol, dl { margin: .5rem 0; max-width: 48rem; }
a { color: var(--link); text-underline-offset: .15em; }
:focus-visible { outline: 2px solid var(--lit); outline-offset: 2px; border-radius: 3px; }
small { color: var(--quiet); font-size: .8125rem; }
code, pre, kbd { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace; font-size: .875em; }
pre { background: var(--soft); border: 1px solid var(--line); border-radius: 6px; padding: .75rem 1rem; white-space: pre-wrap; overflow-wrap: anywhere; max-width: 100%; }
kbd { border: 1px solid var(--line); border-radius: 4px; padding: 0 .3em; }
.outcome { font-size: 1.35rem; line-height: 1.35; font-weight: 650; margin: .25rem 0; max-width: none; }
.run { color: var(--quiet); }
.contents-bar { position: sticky; top: 0; z-index: 1; background: var(--ground); border-bottom: 1px solid var(--line); margin-top: 1rem; }
.contents-bar ul { display: flex; flex-wrap: wrap; gap: 0 1.5rem; list-style: none; max-width: 76rem; margin: 0 auto; padding: 0 1.25rem; }
.contents-bar a { display: block; padding: .55rem 0; text-decoration: none; border-bottom: 2px solid transparent; }
.contents-bar a[aria-current] { color: var(--ink); border-color: var(--lit); font-weight: 600; }
.view { content-visibility: auto; contain-intrinsic-size: auto 1500px; padding-bottom: 3rem; }
.js .view { content-visibility: visible; padding: 0; scroll-margin-top: 100vh; }
.katex { font-size: 1.12em; }
/* A long formula goes on in the next line, at a sign between its parts. */
.katex-display > .katex { white-space: normal; }
.katex-display .base { margin-block: .2em; }
.js .view[hidden] { content-visibility: hidden; contain-intrinsic-size: none; }
.js main { padding-bottom: 4rem; }
.badge { display: inline-block; padding: .05rem .55rem; border-radius: 1rem; font-size: .875rem; font-weight: 600; white-space: nowrap; }
.standing .badge { font-size: 1rem; }
.supported { --tone: var(--supported); --tone-ground: var(--supported-ground); }
.refuted { --tone: var(--refuted); --tone-ground: var(--refuted-ground); }
.inconclusive { --tone: var(--inconclusive); --tone-ground: var(--inconclusive-ground); }
.toothless { --tone: var(--toothless); --tone-ground: var(--toothless-ground); }
.absent { --tone: var(--quiet); --tone-ground: var(--soft); }
.badge { color: var(--tone); background: var(--tone-ground); }
.standing { display: flex; flex-wrap: wrap; gap: .35rem 1.25rem; align-items: center; color: var(--quiet); }
.warning { border-left: 4px solid var(--refuted); background: var(--refuted-ground); padding: .5rem 1rem; }
.statement { border-left: 3px solid var(--line); padding-left: 1rem; font-size: 1.06rem; }
.source { color: var(--quiet); font-size: .9375rem; }
p.relations { display: inline; color: var(--quiet); font-size: .9375rem; }
p.relations::after { content: ':'; }
ul.relations { display: inline; list-style: none; padding: 0; font-size: .9375rem; }
ul.relations li { display: inline; }
ul.relations li:not(:last-child)::after { content: ', '; }
ul.relations::after { content: ''; display: block; margin-bottom: .25rem; }
.facts { display: flex; flex-wrap: wrap; gap: .5rem 2.5rem; max-width: none; }
.facts dt, .words dt { color: var(--quiet); font-size: .875rem; }
.facts dd { margin: 0; }
.words div { display: grid; grid-template-columns: 9rem 1fr; gap: 1rem; padding: .4rem 0; border-bottom: 1px solid var(--line); }
.words dt { color: var(--ink); font-weight: 600; font-size: 1rem; }
.words dd { margin: 0; }
.scroll { overflow-x: auto; max-width: 100%; margin: .75rem 0; }
table { border-collapse: collapse; font-size: .9375rem; line-height: 1.45; }
th, td { text-align: left; vertical-align: top; padding: .45rem .9rem .45rem 0; border-bottom: 1px solid var(--line); }
th { font-size: .8125rem; color: var(--quiet); font-weight: 600; border-bottom-color: var(--quiet); white-space: nowrap; }
td small { display: block; }
.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
.state { white-space: nowrap; }
#_table { width: 100%; }
#_table tbody tr:hover { background: var(--soft); }
figure { margin: 1.25rem 0; max-width: 45rem; }
figure svg { display: block; width: 100%; min-width: 34rem; height: auto; }
figcaption { color: var(--quiet); font-size: .9375rem; margin-top: .35rem; }
details { border-bottom: 1px solid var(--line); }
summary { cursor: pointer; padding: .45rem 0; }
summary small { margin-left: .5rem; }
.steps { max-width: none; }
.steps > li { margin: .75rem 0; }
.step { font-size: .875rem; color: var(--quiet); white-space: nowrap; }
.step.proved { color: var(--supported); }
.step.rejected { color: var(--refuted); }
.step.abstained { color: var(--inconclusive); }
.unset { color: var(--refuted); }
.walk { display: flex; justify-content: space-between; gap: 1rem; padding: 1rem 0 0; font-size: .9375rem; }
#_filter { display: flex; flex-wrap: wrap; gap: .6rem 1.25rem; align-items: end; }
#_filter[hidden] { display: none; }
#_filter label { display: grid; gap: .15rem; font-size: .8125rem; color: var(--quiet); }
#_filter input, #_filter select { font: inherit; font-size: 1rem; color: var(--ink); background: var(--ground); border: 1px solid var(--quiet); border-radius: 6px; padding: .3rem .5rem; min-height: 2.3rem; }
#_filter input { width: 18rem; max-width: 100%; }
#_filter output { padding-bottom: .45rem; }
.hint { color: var(--quiet); font-size: .8125rem; flex-basis: 100%; margin: 0; min-height: 1.5em; max-width: none; }
.wide { width: calc(100vw - 3rem); max-width: 100rem; position: relative; left: 50%; transform: translateX(-50%); }
.map { display: block; margin: 0 auto; max-width: 100%; height: auto; }
.map .edge { fill: none; stroke: var(--quiet); stroke-opacity: .75; }
.map marker path { fill: var(--quiet); }
.map .node rect, .map .node path { fill: var(--tone-ground); stroke: var(--tone); }
.map .node text { fill: var(--ink); }
.map .absent path { stroke-dasharray: 4 3; }
.map .refuted path, .map .toothless path { stroke-width: 2; }
.map a:focus { outline: none; }
.map a:hover > :nth-child(2), .map a:focus-visible > :nth-child(2) { stroke: var(--lit); stroke-width: 3; }
.map.lit .edge { stroke-opacity: .2; }
.map.lit .edge.on { stroke: var(--lit); stroke-opacity: 1; stroke-width: 2; }
@media screen and (prefers-color-scheme: dark) { figure svg { filter: brightness(.92); } }
@media screen and (max-width: 48rem) {
  body { font-size: 15px; }
  h2 { font-size: 1.3rem; }
  .outcome { font-size: 1.1rem; }
  .walk { flex-wrap: wrap; }
  .walk :nth-child(2) { order: -1; flex-basis: 100%; }
  .words div { grid-template-columns: 1fr; gap: 0; }
  #_filter .hint, #_table thead { display: none; }
  #_table tbody, #_table td { display: block; }
  #_table tr { display: flex; flex-wrap: wrap; gap: .15rem 1rem; padding: .75rem 0; border-bottom: 1px solid var(--line); }
  #_table tr[hidden] { display: none; }
  #_table td { border: 0; padding: 0; }
  #_table td:first-child, #_table td:nth-child(4), #_table td:nth-child(5) { flex-basis: 100%; }
  #_table td[data-label]::before { content: attr(data-label) ': '; color: var(--quiet); }
}
`;

/** On paper: all claims, each on a page of its own, nothing to click, dark ink on white whatever the screen. */
const PAPER = `
@media print {
  @page { margin: 15mm 14mm; }
  :root { color-scheme: light; --ground: #fff; --soft: #fff; --ink: #000; --quiet: #444; --line: #bbb; --link: #000; --lit: #000;
    --supported: #0b5a3e; --supported-ground: #fff; --refuted: #8a3500; --refuted-ground: #fff;
    --inconclusive: #6b4b00; --inconclusive-ground: #fff; --toothless: #75305a; --toothless-ground: #fff; }
  html { font-size: 9.5pt; }
  body { font-size: 1rem; }
  header, main, p, ul, ol, dl, details, .steps > li { max-width: none; padding-inline: 0; }
  ol, ul:not(.relations) { padding-left: 2.2rem; }
  a { text-decoration: none; }
  .contents-bar, .walk, #_filter, .hint { display: none; }
  .view, .js .view, .js .view[hidden] { display: block; content-visibility: visible; contain-intrinsic-size: none; padding: 0; break-before: page; }
  #_verdicts { break-before: auto; }
  #_table tr[hidden] { display: table-row; }
  h2, h3, summary { break-after: avoid; }
  figure, tr, pre, .steps > li { break-inside: avoid; }
  .scroll { overflow: visible; }
  .number { white-space: normal; }
  table, small, .hint, th, .facts dt { font-size: .85rem; }
  .katex-display { font-size: .85em; }
  figure { max-width: 150mm; }
  figure svg { width: 100%; }
  figure svg, .map { min-width: 0 !important; max-width: 100%; height: auto; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .badge { padding: 0; }
}
`;

export const STYLE = SCREEN + PAPER;
