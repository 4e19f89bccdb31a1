/** One stylesheet for the three examples; each names its hue on the body. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#faf8f5, #191817);
  --card: light-dark(#ffffff, #232120);
  --ink: light-dark(#23201d, #edeae6);
  --quiet: light-dark(#6a635b, #a8a098);
  --line: light-dark(#e4dfd8, #3a3634);
  --good: light-dark(#24663b, #7fc796);
  --bad: light-dark(#a32d22, #f0958a);
}
body { --hue: light-dark(#a8521f, #e79a66); }
body.intranet { --hue: light-dark(#3d5a80, #93b4dc); }
body.job { --hue: light-dark(#1f6f6b, #6fc4be); }
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; font-variant-numeric: tabular-nums;
}
header { border-block-end: 1px solid var(--line); background: var(--card); }
header > div, main, footer { max-width: 960px; margin-inline: auto; padding-inline: 24px; }
header > div { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 24px; min-height: 64px; }
.mark { display: flex; align-items: center; gap: 12px; font-weight: 600; color: inherit; text-decoration: none; }
.mark span { width: 14px; height: 14px; border: 4px solid var(--hue); border-radius: 4px; }
nav { margin-inline-start: auto; display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; }
main { padding-block: 40px; }
footer { padding-block: 24px; color: var(--quiet); font-size: 14px; }
h1 { font-size: 28px; line-height: 1.2; margin: 0 0 16px; font-weight: 600; }
h2 { font-size: 20px; margin: 40px 0 12px; font-weight: 600; }
p { max-width: 70ch; margin: 0 0 16px; }
a { color: var(--hue); text-underline-offset: 3px; }
.lead, .quiet { color: var(--quiet); }
.button, button {
  display: inline-flex; align-items: center; min-height: 44px; padding: 0 16px; border-radius: 8px;
  border: 1px solid var(--line); background: var(--card); color: inherit; font: inherit; text-decoration: none;
  cursor: pointer;
}
.primary { background: var(--hue); border-color: var(--hue); color: light-dark(#fff, #191817); font-weight: 550; }
:focus-visible { outline: 2px solid var(--hue); outline-offset: 2px; }
form { margin: 0; }
form.stack { display: grid; gap: 16px; max-width: 400px; }
label { display: grid; gap: 4px; font-weight: 550; }
input { font: inherit; padding: 10px 12px; border: 1px solid var(--quiet); border-radius: 8px; background: var(--card);
  color: inherit; }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(200px, 1fr)); gap: 24px; padding: 0;
  margin: 24px 0 0; list-style: none; }
.card { border: 1px solid var(--line); border-radius: 8px; background: var(--card); overflow: hidden; }
.card > div { padding: 12px 16px 16px; }
.card svg { display: block; width: 100%; height: auto; background: light-dark(#f1ece5, #2c2927); color: var(--hue); }
.card p { margin: 0; }
.row { display: flex; justify-content: space-between; gap: 16px; }
.row span { white-space: nowrap; }
dl { display: grid; grid-template-columns: minmax(120px, max-content) 1fr; gap: 8px 24px; margin: 0; }
dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
.table { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 14px; }
th { text-align: start; color: var(--quiet); font-weight: 400; }
th, td { padding: 8px 16px 8px 0; border-block-end: 1px solid var(--line); vertical-align: top; }
.note {
  border: 1px solid var(--line); border-inline-start: 4px solid var(--hue); border-radius: 8px;
  padding: 12px 16px; background: var(--card); margin-block-end: 24px;
}
.note p { margin: 0; }
.note.bad { border-inline-start-color: var(--bad); }
.note.good { border-inline-start-color: var(--good); }
.big { font: 600 44px/1.2 ui-monospace, SFMono-Regular, Menlo, monospace; letter-spacing: 4px; }
.qr { width: min(260px, 100%); height: auto; display: block; margin-block-end: 24px; border-radius: 8px; }
.actions { display: flex; flex-wrap: wrap; gap: 12px; margin-block: 24px; }
code { font: 14px ui-monospace, SFMono-Regular, Menlo, monospace; }
`.trimStart();
