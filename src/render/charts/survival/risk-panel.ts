import type { RelapseResult, RelapseRow } from "../../../schema/index.ts";
import { plainText } from "../../plain-text.ts";
import { type Panel, panelTitle } from "../panels.ts";
import { pixels } from "../pixels.ts";
import { truncateToWidth } from "../text-width.ts";
import { color, fontSize } from "../theme.ts";
import type { DrawnCurve } from "./drawn-curve.ts";
import type { TimeAxis } from "./time-axis.ts";

const LINE = 18;

/** One line of numbers below the curve. */
interface RiskLine {
  label: string;
  hue: string;
  countAt(time: number): number;
}

/** Courses known to be still well just before a time: at risk, where times are exact. */
function atRisk({ riskTable, observations }: RelapseResult, time: number): number {
  if (riskTable.length === 0) return observations.filter(({ lower }) => lower >= time).length;
  return riskTable.find((row) => row.time >= time)?.nAtRisk ?? 0;
}

function linesOfOne({ result, hue }: DrawnCurve): RiskLine[] {
  const { observations, riskTable } = result;
  const count = (test: (row: RelapseRow) => boolean): number => observations.filter(test).length;
  const relapsed = (time: number): number =>
    count(({ lower, upper }) => upper !== null && upper <= time && lower < time);
  const unknown = (time: number): number => observations.length - atRisk(result, time) - relapsed(time);
  return [
    { label: riskTable.length > 0 ? "At risk" : "Known well", hue, countAt: (time) => atRisk(result, time) },
    { label: "Known relapsed", hue: color.ink, countAt: relapsed },
    { label: "Not known", hue: color.quiet, countAt: unknown },
  ];
}

function linesOfGroups(curves: readonly DrawnCurve[], names: number): RiskLine[] {
  return curves.map(({ result, group, hue }) => ({
    label: truncateToWidth(plainText(group ?? ""), fontSize.label, names),
    hue,
    countAt: (time) => atRisk(result, time),
  }));
}

/**
 * How many courses are known to be well, to have relapsed, or neither, at the labelled times; of several groups, how many
 * are known to be well.
 *
 * @param names Room for the names of the lines, in pixels.
 */
export function riskPanel(
  curves: readonly DrawnCurve[],
  axis: TimeAxis,
  width: number,
  names: number,
): Panel {
  const [first] = curves;
  const isOne = curves.length === 1;
  const lines = isOne ? linesOfOne(first!) : linesOfGroups(curves, names - 20);
  const rows = lines.flatMap(({ hue, countAt }, i) =>
    axis.ticks.map((time) => ({ time, hue, y: LINE * (i + 0.5), count: `${countAt(time)}` })),
  );
  const labels = lines.map(({ label, hue }, i) => ({ label, hue, y: LINE * (i + 0.5) }));
  const y = pixels("y");
  const hue = { field: "hue", type: "nominal", scale: null, legend: null };
  return {
    title: panelTitle(isOne ? "Courses at each time" : "Courses known well at each time"),
    width,
    height: LINE * lines.length,
    layer: [
      {
        name: "riskCounts",
        data: { values: rows },
        mark: { type: "text", baseline: "middle", fontSize: fontSize.label },
        encoding: {
          x: { ...axis.encoding(false), field: "time", axis: null },
          y,
          text: { field: "count", type: "nominal" },
          color: hue,
        },
      },
      {
        name: "riskNames",
        data: { values: labels },
        mark: { type: "text", align: "right", baseline: "middle", fontSize: fontSize.label },
        encoding: { x: { value: -20 }, y, text: { field: "label", type: "nominal" }, color: hue },
      },
    ],
  };
}
