import type { PoolInfluence } from "../../../schema/index.ts";
import { labelExpression } from "../number-labels.ts";
import { type Panel, panelTitle } from "../panels.ts";
import { pointLabels } from "../point-labels.ts";
import { roundTicks } from "../round-ticks.ts";
import { color } from "../theme.ts";
import type { VegaLitePart } from "../vega-lite-spec.ts";

const [HEIGHT, RADIUS] = [240, 4];

function axisOf(field: string, title: string, most: number, length: number): VegaLitePart {
  const values = roundTicks({ low: 0, high: most, length, isUpright: field === "y" });
  return {
    field,
    type: "quantitative",
    scale: { domain: [0, most], nice: false, zero: true },
    axis: { title, values, labelExpr: labelExpression(values), grid: true, labelFlush: false },
  };
}

/** Room beyond the largest value, for its name; 1 where there is none above 0. */
const endOf = (values: readonly number[]): number => 1.1 * Math.max(...values) || 1;

/** How much each series adds to the heterogeneity, and how far it moves the mean. */
export function baujatPanel({ series }: PoolInfluence, width: number): Panel {
  const rows = series.flatMap(({ series: name, squaredPearsonResidual: x, squaredShift: y }) =>
    y === null ? [] : [{ name, x, y }],
  );
  const [right, top] = [endOf(rows.map(({ x }) => x)), endOf(rows.map(({ y }) => y))];
  const far = ({ x, y }: { x: number; y: number }): number => x / right + y / top;
  const points = [...rows]
    .sort((a, b) => far(b) - far(a))
    .map(({ name, x, y }) => ({ name, x: (width * x) / right, y: HEIGHT * (1 - y / top), radius: RADIUS }));
  return {
    width,
    height: HEIGHT,
    title: panelTitle("Baujat’s plot"),
    layer: [
      {
        name: "baujat",
        data: { values: rows },
        mark: { type: "point", shape: "circle", filled: true, size: 46, opacity: 1, color: color.curve },
        encoding: {
          x: axisOf("x", "Share of the heterogeneity (squared Pearson residual)", right, width),
          y: axisOf("y", "Shift of the mean, squared", top, HEIGHT),
        },
      },
      ...pointLabels(points, width, HEIGHT),
    ],
  };
}
