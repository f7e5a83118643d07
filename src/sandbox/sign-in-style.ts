/** The only style of the provider's pages; they have no script. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #fff; --chip: #eef0f3; --hover: #f3f5f8; --line: #e2e5ea; --field: #7d8695;
  --text: #171b24; --quiet: #4f5866; --accent: #2b57c8; --tint: #edf2fe; --amber: #fff5e0;
  --mark: #171b24; --on-mark: #fff; --dot: #8cacff;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #0f1217; --chip: #222833; --hover: #1a1f28; --line: #272d38; --field: #6f7a8a;
    --text: #e8ebf0; --quiet: #a9b2c0; --accent: #8cacff; --tint: #18243f; --amber: #2c2210;
    --mark: #e8ebf0; --on-mark: #0f1217; --dot: #2b57c8;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; min-height: 100vh; display: flex; align-items: center; justify-content: center;
  padding: 24px 16px; background: var(--paper); color: var(--text);
  font: 400 14px/22px Inter, "Segoe UI", -apple-system, "PingFang SC", "Noto Sans SC",
    "Microsoft YaHei", sans-serif;
}
main { width: 100%; max-width: 390px; }
svg { display: block; flex: none; }
.brand { display: flex; gap: 8px; align-items: center; font-weight: 600; font-size: 16px; }
h1 { margin: 24px 0 4px; font-size: 24px; line-height: 32px; letter-spacing: -.02em; }
:lang(zh) h1 { letter-spacing: 0; }
p { margin: 0; color: var(--quiet); }
form { margin: 24px 0; display: grid; gap: 12px; }
button { font: inherit; color: inherit; cursor: pointer; }
.operator {
  display: flex; gap: 12px; align-items: center; width: 100%; padding: 10px 16px;
  text-align: start; background: none; border: 1px solid var(--line); border-radius: 8px;
}
.operator:hover { background: var(--hover); }
.operator:hover .arrow, .operator:focus-visible .arrow { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
.initials {
  width: 32px; height: 32px; border-radius: 50%; background: var(--chip); color: var(--quiet);
  font: 600 12px/32px inherit; font-size: 12px; line-height: 32px; font-weight: 600;
  text-align: center; flex: none;
}
.who { flex: 1; min-width: 0; }
.name { display: block; font-weight: 600; }
.may { display: block; font-size: 13px; line-height: 20px; color: var(--quiet); }
.arrow { color: var(--quiet); }
.plain {
  justify-self: start; padding: 4px 0; border: 0; background: none; color: var(--accent);
  text-decoration: underline; text-underline-offset: 3px;
}
.note { display: flex; gap: 12px; align-items: flex-start; font-size: 13px; line-height: 20px; }
.chip {
  flex: none; padding: 1px 10px; border: 1px solid var(--field); border-radius: 5px;
  color: var(--text); font-weight: 600; font-size: 12px; line-height: 20px;
  background: repeating-linear-gradient(-45deg, var(--amber) 0 6px, var(--paper) 6px 12px);
}
.foot { display: flex; gap: 6px; align-items: center; margin-top: 32px; font-size: 13px; }
.foot, .foot a { color: var(--quiet); }
.foot a { min-width: 24px; min-height: 24px; text-align: center; text-decoration: none; }
.foot [aria-current] { color: var(--text); font-weight: 600; }
.back { color: var(--accent); }
@media (pointer: coarse) { .plain { padding: 11px 0; } .foot a { min-width: 44px; min-height: 44px; line-height: 44px; } }
`
