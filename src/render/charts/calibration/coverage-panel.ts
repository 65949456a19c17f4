import { formatPercent } from "../../format-number.ts";
import { plainText } from "../../plain-text.ts";
import { type Panel, panelTitle } from "../panels.ts";
import { pixels } from "../pixels.ts";
import { truncateToWidth } from "../text-width.ts";
import { color, fontSize } from "../theme.ts";
import type { ChartRows, VegaLitePart } from "../vega-lite-spec.ts";
import type { CoverageGroup } from "./coverage-rows.ts";

/** How each verdict is drawn: by colour, and by shape for those who see no colours. */
const SIGNS = [
  { verdict: "below", hue: color.relapse, shape: "triangle-left" },
  { verdict: "near", hue: color.ink, shape: "circle" },
  { verdict: "above", hue: color.curve, shape: "triangle-right" },
] as const;

/** Where the panel stands, in pixels, and what all panels share. */
export interface CoveragePlace {
  index: number;
  isLast: boolean;
  width: number;
  /** Room for the names of the methods. */
  names: number;
  /** In percent. */
  level: number;
  domain: readonly [number, number];
}

function coverageAxis({ domain, isLast, width }: CoveragePlace): VegaLitePart {
  return {
    type: "quantitative",
    title: isLast ? "Intervals that hold the truth (%)" : null,
    scale: { domain, nice: false, zero: false },
    axis: {
      tickCount: Math.floor(width / 60),
      format: "~f",
      domain: isLast,
      domainColor: color.rule,
      ticks: isLast,
      labels: isLast,
    },
  };
}

function texts(name: string, values: ChartRows, x: VegaLitePart, style: VegaLitePart): VegaLitePart {
  return {
    name,
    data: { values },
    mark: { type: "text", baseline: "middle", fontSize: fontSize.small, color: color.ink, ...style },
    encoding: { x, y: pixels("y"), text: { field: "text", type: "nominal" } },
  };
}

function caseLayers(cases: ChartRows, index: number, x: VegaLitePart): VegaLitePart[] {
  return SIGNS.flatMap(({ verdict, hue, shape }) => {
    const own = cases.filter((row) => row.verdict === verdict);
    if (own.length === 0) return [];
    return [
      {
        name: `${verdict}Errors${index}`,
        data: { values: own },
        mark: { type: "rule", color: hue, opacity: 0.35 },
        encoding: { x: { ...x, field: "low" }, x2: { field: "high" }, y: pixels("y") },
      },
      {
        name: `${verdict}Cases${index}`,
        data: { values: own },
        mark: { type: "point", filled: true, shape, size: 14, opacity: 1, color: hue },
        encoding: { x: { ...x, field: "coverage" }, y: pixels("y") },
      },
    ];
  });
}

/** The cases of each method with their Monte-Carlo errors, and the level that they should have. */
export function coveragePanel({ title, rows, height }: CoverageGroup, place: CoveragePlace): Panel {
  const { index, width, names, level } = place;
  const x = coverageAxis(place);
  const named = rows.map(({ method, y }) => ({
    y,
    text: truncateToWidth(plainText(method), fontSize.small, names - 14),
  }));
  const numbers = rows.map(({ numbers: text, y }) => ({ y, text }));
  return {
    title: panelTitle(truncateToWidth(plainText(title), fontSize.axisTitle, width)),
    width,
    height,
    layer: [
      {
        name: `coverageLevel${index}`,
        data: { values: [{ level, text: formatPercent(level / 100) }] },
        mark: { type: "rule", color: color.ink, strokeDash: [5, 3] },
        encoding: { x: { ...x, field: "level" } },
      },
      ...caseLayers(
        rows.flatMap(({ cases }) => cases),
        index,
        x,
      ),
      texts(`coverageMethods${index}`, named, { value: -10 }, { align: "right" }),
      texts(`coverageNumbers${index}`, numbers, { value: width + 10 }, { align: "left", color: color.quiet }),
    ],
  };
}
