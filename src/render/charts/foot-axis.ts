import { color } from "./theme.ts";
import type { VegaLitePart } from "./vega-lite-spec.ts";

/** What is one axis's own: its title, and where its labels stand. */
type FootTitle = VegaLitePart & { readonly title: string };

/** Encoding of numbers from left to right: the axis at the foot of a plot has a line and no grid. */
export function footAxis(field: string, domain: readonly [number, number], own: FootTitle): VegaLitePart {
  return {
    field,
    type: "quantitative",
    scale: { domain, nice: false, zero: false },
    axis: { ...own, grid: false, domain: true, domainColor: color.rule, labelFlush: false },
  };
}
