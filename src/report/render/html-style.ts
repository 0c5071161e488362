// The look of report.html: light, dark and on paper.

export const STYLE = `
:root { color-scheme: light dark; --ink: #1c2126; --dim: #59636e; --paper: #ffffff; --line: #d4dae0; --soft: #f3f5f7;
  --accent: #0b5cad; --gap: #8a5a00; --gap-soft: #fff6e0;
  --series-1: #2f6fb3; --series-2: #3f9a8a; --series-3: #c98a1b; --series-4: #b3506e; --series-5: #7b6bb0; --series-6: #8a939c; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ec; --dim: #a3adb8; --paper: #14181c; --line: #39424c; --soft: #1d2329;
  --accent: #7ab5f0; --gap: #f0c268; --gap-soft: #2c2513;
  --series-1: #6aa6e0; --series-2: #63c0ae; --series-3: #e0ad4f; --series-4: #dd8aa3; --series-5: #a99ae0; --series-6: #aab3bc; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1.25rem 4rem; max-width: 76rem; color: var(--ink); background: var(--paper);
  font: 16px/1.5 system-ui, "Segoe UI", "Noto Sans", "Hiragino Sans", "Microsoft YaHei", sans-serif; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0.5rem 0 1rem; }
h2 { font-size: 1.4rem; margin: 2.75rem 0 0.75rem; padding-top: 0.75rem; border-top: 2px solid var(--line); }
h3 { font-size: 1.1rem; margin: 1.75rem 0 0.5rem; }
a { color: var(--accent); }
code { font: 0.85em/1.4 ui-monospace, "Cascadia Mono", Consolas, monospace; overflow-wrap: anywhere; }
nav ol { columns: 2; padding-left: 1.2rem; list-style: none; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: 0.5rem; }
.gap { border-left: 4px solid var(--gap); background: var(--gap-soft); padding: 0.5rem 0.9rem; margin: 0.75rem 0; }
.gap strong { color: var(--gap); }
mark { background: var(--gap-soft); color: var(--gap); }
.decision { display: flex; gap: 0.75rem; align-items: baseline; margin: 0.5rem 0; }
.decision span:last-child { flex: 1; border-bottom: 1px solid var(--dim); min-height: 1.5rem; }
.wide { overflow-x: auto; margin: 0.75rem 0 1.25rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.92rem; }
caption { text-align: left; font-weight: 600; padding: 0.25rem 0; }
th, td { border-bottom: 1px solid var(--line); padding: 0.35rem 0.6rem; text-align: left; vertical-align: top; overflow-wrap: break-word; }
thead th, thead td { background: var(--soft); border-bottom: 2px solid var(--line); }
th.number, td.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
td.source { color: var(--dim); font-size: 0.85em; max-width: 26rem; }
th [role="button"] { cursor: pointer; }
th [role="button"]:focus-visible, input:focus-visible, a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
th[aria-sort="ascending"] [role="button"]::after { content: " ▲"; }
th[aria-sort="descending"] [role="button"]::after { content: " ▼"; }
.tools { display: flex; gap: 0.75rem; align-items: center; margin: 0.5rem 0; font-size: 0.92rem; }
.tools input { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--dim); border-radius: 4px; padding: 0.2rem 0.5rem; min-width: 16rem; }
figure { margin: 1rem 0; }
figcaption { font-weight: 600; }
figure p { margin: 0.1rem 0 0.4rem; color: var(--dim); font-size: 0.92rem; }
.legend { display: flex; flex-wrap: wrap; gap: 0.2rem 1.1rem; list-style: none; margin: 0.2rem 0 0.4rem; padding: 0; font-size: 0.88rem; }
.swatch { display: inline-block; width: 0.9em; height: 0.9em; margin-right: 0.4em; border-radius: 2px; vertical-align: -0.1em;
  print-color-adjust: exact; -webkit-print-color-adjust: exact; }
figure svg { max-width: 100%; height: auto; }
@page { size: A4; margin: 16mm 14mm; }
@media print {
  :root { color-scheme: light; --ink: #000; --dim: #444; --paper: #fff; --line: #bbb; --soft: #f2f2f2; --accent: #000; --gap: #6b4700; --gap-soft: #fff;
    --series-1: #2f6fb3; --series-2: #3f9a8a; --series-3: #c98a1b; --series-4: #b3506e; --series-5: #7b6bb0; --series-6: #8a939c; }
  body { font-size: 9.5pt; max-width: none; padding: 0; }
  table { font-size: 8pt; }
  .tools, .skip { display: none; }
  .wide { overflow: visible; }
  thead { display: table-header-group; }
  tr, figure, .gap, .decision { break-inside: avoid; }
  h2, h3, caption { break-after: avoid; }
  td.source { max-width: 60mm; }
  a { text-decoration: none; }
}
`;
