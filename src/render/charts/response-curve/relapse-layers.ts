import { pixels } from "../pixels.ts";
import { color, fontSize } from "../theme.ts";
import type { VegaLitePart } from "../vega-lite-spec.ts";
import { inDays, textOf } from "./encodings.ts";
import { type CurveFrame, MARGIN } from "./frame.ts";

const text = { type: "text", baseline: "middle", fontSize: fontSize.small };

function intervals(extrapolated: boolean): VegaLitePart {
  return {
    name: extrapolated ? "relapseIntervalsBeyond" : "relapseIntervalsWithin",
    data: { name: "relapseIntervals" },
    transform: [{ filter: extrapolated ? "datum.extrapolated" : "!datum.extrapolated" }],
    mark: {
      type: "rule",
      color: color.relapse,
      strokeWidth: 3,
      opacity: extrapolated ? 0.35 : 0.85,
    },
    encoding: { x: inDays("from"), x2: { field: "to" }, y: pixels("y") },
  };
}

function arrows(side: "left" | "right"): VegaLitePart {
  return {
    name: `relapseOpen${side === "left" ? "Left" : "Right"}`,
    data: { name: "relapseArrows" },
    transform: [{ filter: `datum.side === "${side}"` }],
    mark: {
      type: "point",
      shape: `triangle-${side}`,
      filled: true,
      size: 70,
      opacity: 1,
      color: color.relapse,
    },
    encoding: { x: inDays("day"), y: pixels("y") },
  };
}

function markers(afterNextCourse: boolean): VegaLitePart {
  return {
    name: afterNextCourse ? "relapseMarkersAlone" : "relapseMarkers",
    data: { name: "relapses" },
    transform: [{ filter: `isValid(datum.day) && ${afterNextCourse ? "" : "!"}datum.afterNextCourse` }],
    mark: {
      type: "point",
      shape: "diamond",
      filled: true,
      size: afterNextCourse ? 60 : 85,
      opacity: 1,
      color: afterNextCourse ? color.paper : color.relapse,
      stroke: afterNextCourse ? color.relapse : color.paper,
      strokeWidth: 1.25,
    },
    encoding: { x: inDays("day"), y: pixels("y") },
  };
}

function rowTexts(frame: CurveFrame): VegaLitePart[] {
  const inRows = [{ filter: "!datum.inPanel" }];
  return [
    {
      name: "relapseHeading",
      data: { name: "relapseHeading" },
      mark: { ...text, align: "left", baseline: "alphabetic", color: color.relapse, dx: 10 - MARGIN.left },
      encoding: { x: { value: 0 }, y: { value: frame.headingY }, text: textOf("label") },
    },
    {
      name: "relapseRowNames",
      data: { name: "relapses" },
      transform: inRows,
      mark: { ...text, align: "right", color: color.ink, dx: -8 },
      encoding: { x: { value: 0 }, y: pixels("y"), text: textOf("name") },
    },
    {
      name: "relapseRowLabels",
      data: { name: "relapses" },
      transform: inRows,
      mark: { ...text, align: "left", color: color.relapse, dx: 10 },
      encoding: { x: { value: frame.width }, y: pixels("y"), text: textOf("label") },
    },
  ];
}

/** Relapse days: intervals (paler beyond the last score), arrows at open ends, markers, and the days in words. */
export function relapseLayers(frame: CurveFrame): VegaLitePart[] {
  return [
    {
      name: "relapseSpans",
      data: { name: "relapses" },
      transform: [{ filter: "!datum.inPanel && isValid(datum.reach)" }],
      mark: { type: "rule", color: color.relapse, opacity: 0.45, strokeWidth: 1 },
      encoding: { x: inDays("start"), x2: { field: "reach" }, y: pixels("y") },
    },
    intervals(false),
    intervals(true),
    arrows("left"),
    arrows("right"),
    markers(false),
    markers(true),
    {
      name: "relapseLabels",
      data: { name: "relapses" },
      transform: [{ filter: "datum.inPanel && datum.label !== ''" }],
      mark: { ...text, align: "right", color: color.relapse, fontWeight: 600, dx: -8, dy: -11 },
      encoding: { x: inDays("day"), y: pixels("y"), text: textOf("label") },
    },
    ...rowTexts(frame),
  ];
}
