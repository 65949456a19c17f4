import { color } from "./theme.ts";
import type { VegaLitePart } from "./vega-lite-spec.ts";

/** A score as a dot that stands out from what lies below it. */
export const scoreMark: VegaLitePart = {
  type: "point",
  filled: true,
  opacity: 1,
  size: 58,
  color: color.ink,
  stroke: color.paper,
  strokeWidth: 1,
};
