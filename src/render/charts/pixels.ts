import type { VegaLitePart } from "./vega-lite-spec.ts";

/** A place in pixels of the view, from its upper left corner. */
export const pixels = (field: string): VegaLitePart => ({
  field,
  type: "quantitative",
  scale: null,
  axis: null,
});
