/** Style of what the script adds to a picture. */
export const INTERACTIVE_STYLE = `
figure:has(.spots) { position: relative; }
figure:has(.spots) svg { touch-action: pan-y; user-select: none; }
@media (max-width: 42rem) { figure:has(.spots) svg { touch-action: auto; } }
.ring { fill: none; stroke: var(--accent); stroke-width: 2.5; pointer-events: none; }
.brush { fill: var(--accent); fill-opacity: .12; stroke: var(--accent); stroke-opacity: .5; pointer-events: none; }
.tip { position: absolute; max-width: 20rem; padding: .3rem .6rem; background: var(--ink); color: #fff; font-size: .875rem; line-height: 1.35; border-radius: 4px; pointer-events: none; overflow-wrap: anywhere; }
.tip[hidden] { display: none; }
.controls { display: flex; flex-wrap: wrap; gap: .4rem .75rem; align-items: center; margin: .5rem 0; font-size: .875rem; }
.controls button, .controls input { font: inherit; color: var(--ink); background: #fff; border: 1px solid var(--quiet); border-radius: 4px; padding: .2rem .6rem; min-height: 1.75rem; }
.controls button { color: var(--accent); cursor: pointer; }
.controls input { width: 6rem; }
.controls output { color: var(--quiet); }
figure ul { font-size: .875rem; }
@media print { .controls, .tip, .ring { display: none; } }
`;
