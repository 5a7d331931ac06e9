/** Follows the reader's light or dark setting, and prints. */
export const STYLE = `
:root { color-scheme: light dark; --good: light-dark(#1a6b2f, #7fd492); --bad: light-dark(#a3201d, #ff9a93); --faint: light-dark(#5c5c5c, #a8a8a8); --line: light-dark(#d8d8d8, #444); }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
table { border-collapse: collapse; } th, td { text-align: left; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--line); }
.number { text-align: right; } .faint, footer { color: var(--faint); }
.failed, .error, .worse, .gone, .missed { color: var(--bad); } .passed, .better, .covered { color: var(--good); }
details { border-bottom: 1px solid var(--line); padding: .4rem 0; } summary { cursor: pointer; }
blockquote { margin: .5rem 0; padding-left: 1rem; border-left: 3px solid var(--line); white-space: pre-wrap; }
mark { background: light-dark(#dff3d8, #2d4a2c); color: inherit; } meter { width: 5rem; }
`;
