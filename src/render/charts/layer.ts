import type { ChartRows, VegaLitePart } from "./vega-lite-spec.ts";

/** One kind of mark for some rows; nothing without rows. */
export function layer(
  name: string,
  values: ChartRows,
  mark: VegaLitePart,
  encoding: VegaLitePart,
): VegaLitePart[] {
  return values.length === 0 ? [] : [{ name, data: { values }, mark, encoding }];
}
