import type { ParameterProfile } from "../../../schema/index.ts";
import { formatPercent } from "../../format-number.ts";
import { type Panel, panelTitle } from "../panels.ts";
import { truncateToWidth } from "../text-width.ts";
import { color, fontSize } from "../theme.ts";
import type { ChartRows, VegaLitePart } from "../vega-lite-spec.ts";
import { DEEPEST, drawnPoints, limitRows, valueDomain } from "./profile-rows.ts";
import { isLogAxis, valueAxis } from "./value-axis.ts";

/** No less than Vega guesses for the title of the axis, which else would push the title of the panel up. */
const HEIGHT = 136;

/** Units as an axis names them. */
const UNITS: Readonly<Record<string, string>> = {
  fraction: "Share of the baseline",
  day: "Days",
  score: "Score",
  ratio: "Factor",
  "": "Number",
};

/** Where a panel stands, and what all panels share. */
export interface PanelPlace {
  /** What falls. */
  name: string;
  /** Number of the panel, from 0. */
  index: number;
  isFirst: boolean;
  width: number;
  drop: number;
  level: number;
  nCourses: number;
}

function layer(name: string, values: ChartRows, mark: VegaLitePart, encoding: VegaLitePart): VegaLitePart[] {
  return values.length === 0 ? [] : [{ name, data: { values }, mark, encoding }];
}

/** 0, −1, −2 and so on, at most seven, down to a depth. */
function whole(depth: number): number[] {
  const step = Math.ceil(depth / 7);
  return Array.from({ length: Math.floor(depth / step) + 1 }, (_, i) => 0 - i * step);
}

/** How far the log posterior falls, downward from 0. */
function fallAxis({ isFirst, drop, name }: PanelPlace): VegaLitePart {
  return {
    field: "fall",
    type: "quantitative",
    scale: { domain: [-DEEPEST * drop, 0.12 * drop], nice: false, zero: false },
    title: isFirst ? name : null,
    axis: { values: whole(DEEPEST * drop), format: "~f", ticks: false, ...(!isFirst && { labels: false }) },
  };
}

/** Name of a quantity, and what stands behind its comma. */
function nameOf({ estimate: { label } }: ParameterProfile): [name: string, tail: string] {
  const [name, ...tail] = label.split(", ");
  return [name!, tail.join(", ")];
}

/** Below a quantity: its unit, and whose course it is of where there are several. */
function axisTitle(profile: ParameterProfile, { nCourses, width }: PanelPlace): string {
  const { unit, course } = profile.estimate;
  const [, tail] = nameOf(profile);
  const isWay = tail.includes("of the way");
  const name = isWay ? "Share of the way" : (UNITS[unit] ?? unit);
  const typical = tail.includes("typical course") ? ", typical" : "";
  const own = course === undefined || nCourses === 1 ? typical : `, course ${course}`;
  return truncateToWidth(`${name}${own}`, fontSize.axisTitle, width);
}

/** The level that bounds the limits, with its name. */
function levelLayers({ index, width, drop, level }: PanelPlace, y: VegaLitePart): VegaLitePart[] {
  const values = [{ fall: -drop, text: formatPercent(level) }];
  return [
    ...layer(
      `profileLevel${index}`,
      values,
      { type: "rule", color: color.relapse, strokeDash: [6, 4], strokeWidth: 1.25 },
      { y },
    ),
    ...layer(
      `profileLevelName${index}`,
      values,
      {
        type: "text",
        baseline: "top",
        dy: 3,
        color: color.relapse,
        fontSize: fontSize.small,
      },
      { x: { value: width / 2 }, y, text: { field: "text", type: "nominal" } },
    ),
  ];
}

/** The profile of one quantity, with the level, its limits, and arrows where it has none. */
export function profilePanel(profile: ParameterProfile, place: PanelPlace): Panel {
  const { index, width, drop } = place;
  const { estimate, link } = profile;
  const title = panelTitle(truncateToWidth(nameOf(profile)[0], fontSize.axisTitle, width - 8));
  const y = fallAxis(place);
  const points = drawnPoints(profile, drop);
  if (estimate.estimate === null || points.length === 0) return emptyPanel(title, place);
  const values = points.map(({ value }) => value);
  const isLog = isLogAxis(link, Math.min(...values), Math.max(...values));
  const domain = valueDomain(points, isLog);
  const x = valueAxis(domain, isLog, estimate.unit, axisTitle(profile, place));
  const { limits, arrows } = limitRows(profile, domain, drop);
  const inPanel = (row: { value?: unknown }): boolean =>
    Number(row.value) >= domain[0] && Number(row.value) <= domain[1];
  return {
    title,
    width,
    height: HEIGHT,
    layer: [
      ...levelLayers(place, y),
      ...layer(
        `profileLine${index}`,
        points.map(({ value, drop: own }) => ({ value, fall: 0 - own })),
        { type: "line", color: color.curve, strokeWidth: 2.25 },
        { x, y },
      ),
      ...layer(
        `profileLimits${index}`,
        limits.filter(inPanel),
        { type: "rule", color: color.ink, strokeWidth: 1.25 },
        { x, y: { ...y, field: "from" }, y2: { field: "to" } },
      ),
      ...layer(
        `profileOpen${index}`,
        arrows,
        { type: "point", filled: true, size: 70, opacity: 1, color: color.relapse },
        { x, y, shape: { field: "shape", type: "nominal", scale: null, legend: null } },
      ),
      ...layer(
        `profileBest${index}`,
        [{ value: estimate.estimate, fall: 0 }],
        { type: "point", filled: true, size: 50, opacity: 1, color: color.ink },
        { x, y },
      ),
    ],
  };
}

/** In place of a profile that there is none of. */
function emptyPanel(title: VegaLitePart, { index, width }: PanelPlace): Panel {
  return {
    title,
    width,
    height: HEIGHT,
    layer: layer(
      `profileMissing${index}`,
      [{ text: "does not exist at the best fit" }],
      { type: "text", color: color.quiet, fontSize: fontSize.small },
      { x: { value: width / 2 }, y: { value: HEIGHT / 2 }, text: { field: "text", type: "nominal" } },
    ),
  };
}
