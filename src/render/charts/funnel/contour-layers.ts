import type { FunnelLimit } from "../../../schema/index.ts";
import type { PoolView } from "../../pooling/pool-view.ts";
import type { ForestAxis } from "../forest/forest-axis.ts";
import { color } from "../theme.ts";
import type { KeyEntry } from "../trial-timeline/key-flow.ts";
import type { VegaLitePart } from "../vega-lite-spec.ts";

/** What lies inside the contours, by level, the widest first. */
const contourFills: readonly { level: number; fill: string; text: string }[] = [
  { level: 0.99, fill: color.faint, text: "p 0.01 to 0.05" },
  { level: 0.95, fill: color.mild, text: "p 0.05 to 0.10" },
  { level: 0.9, fill: color.paper, text: "p above 0.10" },
];

/** What shades and lines mean, for the key of a funnel. */
export function funnelKey(hasContours: boolean): KeyEntry[] {
  const own = { shape: "square", isFilled: true };
  const area = (fill: string, text: string): KeyEntry => ({
    sign: "area",
    text,
    style: { ...own, hue: fill },
  });
  const line = (sign: "line" | "dashes", text: string): KeyEntry => ({
    sign,
    text,
    style: { ...own, hue: color.curve },
  });
  const [outer, middle, inner] = contourFills.map(({ fill, text }) => ({ fill, text }));
  const shades = [
    area(inner!.fill, `a series alone between the shades: ${inner!.text}`),
    area(middle!.fill, middle!.text),
    area(outer!.fill, outer!.text),
    area(color.paper, "beyond: p below 0.01"),
  ];
  return [
    ...(hasContours ? shades : []),
    line("line", "mean"),
    line("dashes", "95 % of series like these, did they not differ"),
  ];
}

/** A line from no standard error to the largest, and the axes that it stands on. */
interface Drawing {
  axis: ForestAxis;
  y: VegaLitePart;
  view: PoolView;
  /** Largest standard error drawn. */
  deepest: number;
}

/** Where a limit stands at the lower edge of the picture. */
function atEdge({ lower, upper, standardError }: FunnelLimit, deepest: number): [number, number] {
  const middle = 0.5 * (lower + upper);
  const half = (0.5 * (upper - lower) * deepest) / standardError;
  return [middle - half, middle + half];
}

const bottoms = (limits: readonly FunnelLimit[], center: FunnelLimit["center"]): FunnelLimit[] =>
  limits.filter((limit) => limit.center === center && limit.standardError > 0);

/** Areas in which the result of a series alone would have such a p-value against no effect. */
export function contourAreas(limits: readonly FunnelLimit[], drawing: Drawing): VegaLitePart[] {
  const { axis, y, view, deepest } = drawing;
  return contourFills.flatMap(({ level, fill }, i) => {
    const limit = bottoms(limits, "no-effect").find((one) => one.level === level);
    if (!limit) return [];
    const [lower, upper] = atEdge(limit, deepest);
    const corners: [number, number][] = [
      [0.5 * (lower + upper), 0],
      [lower, deepest],
      [upper, deepest],
    ];
    return [
      {
        name: `contour${i}`,
        data: { values: corners.map(([x, error], order) => ({ x: view.back(x), error, order })) },
        mark: { type: "line", filled: true, interpolate: "linear-closed", strokeWidth: 0, fill, clip: true },
        encoding: { x: axis.x("x"), y, order: { field: "order", type: "quantitative" } },
      },
    ];
  });
}

/** The sides of the 95 % funnel around the mean, dashed, and its middle. */
export function meanFunnel(limits: readonly FunnelLimit[], mean: number, drawing: Drawing): VegaLitePart[] {
  const { axis, y, view, deepest } = drawing;
  const limit = bottoms(limits, "mean").find(({ level }) => level === 0.95);
  const [lower, upper] = limit ? atEdge(limit, deepest) : [mean, mean];
  const sides = [lower, upper].map((end, i) => ({ end, name: `meanSide${i}`, dash: [4, 3] }));
  return [...sides, { end: mean, name: "meanLine", dash: [1, 0] }].map(({ end, name, dash }) => ({
    name,
    data: {
      values: [
        { x: view.back(mean), error: 0 },
        { x: view.back(end), error: deepest },
      ],
    },
    mark: { type: "line", color: color.curve, strokeWidth: 1.2, strokeDash: dash, clip: true },
    encoding: { x: axis.x("x"), y },
  }));
}
