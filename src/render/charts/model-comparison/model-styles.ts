import type { ComparedModel } from "../../../schema/index.ts";
import { seriesColors } from "../theme.ts";
import type { VegaLitePart } from "../vega-lite-spec.ts";

/** Dashes of the models, one after the other, so that no two differ by colour alone. */
const DASHES: readonly (readonly number[])[] = [
  [1, 0],
  [6, 3],
  [2, 2],
  [10, 3, 2, 3],
  [4, 4],
  [14, 4],
  [1, 3],
];

const [THINNEST, THICKEST] = [1.3, 4];

/** How the curve of a model is drawn, which its row in the table repeats: the thicker, the larger its weight. */
export interface ModelStyle {
  model: string;
  hue: string;
  dash: number;
  thick: number;
}

/** A style for each model. */
export function modelStyles(models: readonly ComparedModel[]): ModelStyle[] {
  return models.map(({ model, stackingWeight }, i) => ({
    model,
    hue: seriesColors[i % seriesColors.length]!,
    dash: i % DASHES.length,
    thick: THINNEST + (THICKEST - THINNEST) * (stackingWeight ?? 0),
  }));
}

/** Encodings of a style's fields. */
export const styled: VegaLitePart = {
  color: { field: "hue", type: "nominal", scale: null, legend: null },
  strokeWidth: { field: "thick", type: "quantitative", scale: null, legend: null },
  strokeDash: {
    field: "dash",
    type: "ordinal",
    scale: { domain: DASHES.map((_, i) => i), range: DASHES },
    legend: null,
  },
};
