import type { VegaLiteSpec } from "../charts/vega-lite-spec.ts";
import { drawScene } from "../svg.ts";
import { type Spot, spotsOf } from "./spots.ts";

/** A picture of which every value can be pointed at. */
export interface InteractivePicture {
  /** As `toSvg` makes it. */
  svg: string;
  spots: readonly Spot[];
}

/**
 * Draws a Vega-Lite specification as `toSvg` does, and says what stands where in the picture.
 *
 * @param spec With its data inline.
 * @throws {Error} when the specification cannot be drawn or names data to load.
 * @example
 * const picture = await interactivePicture(responseCurveChart(result));
 */
export async function interactivePicture(spec: VegaLiteSpec): Promise<InteractivePicture> {
  const { svg, root, origin } = await drawScene(spec);
  return { svg, spots: spotsOf(spec, root, origin) };
}
