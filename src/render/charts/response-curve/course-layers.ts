import type { ResponseResult } from "../../../schema/index.ts";
import { pixels } from "../pixels.ts";
import { color, fontSize } from "../theme.ts";
import type { ChartRows, VegaLitePart } from "../vega-lite-spec.ts";
import { inDays, textOf } from "./encodings.ts";
import type { CurveFrame } from "./frame.ts";

/** One row per course, with the pixel at which its flag begins; a flag without text has none. */
export function courseRows(result: ResponseResult, { courseLabels }: CurveFrame): ChartRows {
  return result.courses.map(({ course, day, dayEarliest, dayLatest, doseGPerKg }) => {
    const flag = courseLabels.labels.find((label) => label.course === course);
    const top = flag ? -(flag.lane + 1) * courseLabels.laneHeight : 0;
    return { course, day, dayEarliest, dayLatest, doseGPerKg, top, label: flag ? flag.lines.join("\n") : "" };
  });
}

/** What the lines of the flags are, where they are bare numbers. */
export function courseHeaderRows({ courseLabels }: CurveFrame): ChartRows {
  if (courseLabels.header.length === 0) return [];
  return [{ top: -courseLabels.laneHeight, label: courseLabels.header.join("\n") }];
}

const flag = {
  type: "text",
  baseline: "top",
  dy: 1,
  color: color.course,
  fontSize: fontSize.small,
  lineBreak: "\n",
  lineHeight: 13,
};

function boundsLayer(frame: CurveFrame): VegaLitePart {
  return {
    name: "courseBounds",
    data: { name: "courses" },
    transform: [{ filter: "isValid(datum.dayEarliest) && isValid(datum.dayLatest)" }],
    mark: { type: "rect", color: color.course, opacity: 0.1 },
    encoding: {
      x: inDays("dayEarliest"),
      x2: { field: "dayLatest" },
      y: { value: 0 },
      y2: { value: frame.panelHeight },
    },
  };
}

/** The courses: a rule through the whole plot, a flag above it, and the days a course can have begun on. */
export function courseLayers({ courses }: ResponseResult, frame: CurveFrame): VegaLitePart[] {
  const isBounded = courses.some(({ dayEarliest, dayLatest }) => dayEarliest !== null && dayLatest !== null);
  return [
    ...(isBounded ? [boundsLayer(frame)] : []),
    {
      name: "courseRules",
      data: { name: "courses" },
      mark: { type: "rule", color: color.course, opacity: 0.75, strokeWidth: 1.25 },
      encoding: { x: inDays("day"), y: pixels("top"), y2: { value: frame.panelHeight } },
    },
    {
      name: "courseRowRules",
      data: { name: "courses" },
      mark: { type: "rule", color: color.course, opacity: 0.3, strokeWidth: 1 },
      encoding: { x: inDays("day"), y: { value: frame.rowsTop }, y2: { value: frame.height } },
    },
    {
      name: "courseFlags",
      data: { name: "courses" },
      mark: { ...flag, align: "left", dx: 4 },
      encoding: { x: inDays("day"), y: pixels("top"), text: textOf("label") },
    },
    {
      name: "courseHeader",
      data: { name: "courseHeader" },
      mark: { ...flag, align: "right", dx: -12 },
      encoding: { x: { value: 0 }, y: pixels("top"), text: textOf("label") },
    },
  ];
}
