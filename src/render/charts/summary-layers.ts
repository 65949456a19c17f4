import type { SummaryResult } from "../../schema/index.ts";
import { summaryAnswer } from "../summary/summary-answer.ts";
import { summaryName } from "../summary/summary-name.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { layer } from "./layer.ts";
import { chartWidth, EDGE, type Panel, panelChart } from "./panels.ts";
import { pixels } from "./pixels.ts";
import { layerAxis } from "./summary-layers/layer-axis.ts";
import { BOUND_NAMES, layerMarks, type PlacedRow } from "./summary-layers/layer-marks.ts";
import { type LayerPanel, layerPanels } from "./summary-layers/layer-rows.ts";
import { textWidth, truncateToWidth, wrapText } from "./text-width.ts";
import { color, fontSize } from "./theme.ts";
import type { VegaLitePart, VegaLiteSpec } from "./vega-lite-spec.ts";

/** Size of the picture, and the interval that its words name. */
export interface SummaryLayersOptions extends ChartOptions {
  /** Method of the headline; default the widest that can be defended. */
  method?: string;
}

/** Heights in pixels: a heading, a line, and the note below a line. */
const [HEADING, LINE, NOTE] = [28, 21, 13];
const GAP = 14;
const [WIDEST_NAME, LEAST_PLOT, USUAL_WIDTH] = [330, 140, 860];

interface Placed {
  headings: { y: number; text: string }[];
  rows: PlacedRow[];
  /** Lines of the notes below rows. */
  notes: { y: number; text: string }[];
  height: number;
}

/** @param names Room for a name, in pixels. */
function placed({ groups, bounds }: LayerPanel, names: number): Placed {
  let y = bounds.lower === null && bounds.upper === null ? 0 : BOUND_NAMES;
  const notes: Placed["notes"] = [];
  const headings: Placed["headings"] = [];
  const rows: PlacedRow[] = [];
  for (const { heading, rows: own } of groups) {
    headings.push({ y: y + 0.55 * HEADING, text: heading });
    y += HEADING;
    for (const row of own) {
      rows.push({ ...row, y: y + 0.5 * LINE });
      y += LINE;
      for (const text of row.note === "" ? [] : wrapText(row.note, fontSize.note, names)) {
        notes.push({ y: y + 0.25 * NOTE, text: truncateToWidth(text, fontSize.note, names) });
        y += NOTE;
      }
    }
  }
  return { headings, rows, notes, height: y + 4 };
}

const widest = (texts: readonly string[], size: number): number =>
  Math.ceil(Math.max(0, ...texts.map((text) => textWidth(text, size))));

function textMarks(
  name: string,
  x: number,
  rows: readonly { y: number; text: string }[],
  style: VegaLitePart,
): VegaLitePart[] {
  const mark = {
    type: "text",
    align: "left",
    baseline: "middle",
    fontSize: fontSize.label,
    color: color.ink,
    ...style,
  };
  const values = rows.map(({ y, text }) => ({ y, text }));
  return layer(name, values, mark, {
    x: { value: x },
    y: pixels("y"),
    text: { field: "text", type: "nominal" },
  });
}

interface Room {
  left: number;
  plot: number;
}

function panelOf(panel: LayerPanel, { left, plot }: Room, i: number): Panel {
  const { headings, rows, notes, height } = placed(panel, left - GAP);
  const name = `panel${i + 1}`;
  const short = (text: string, size: number): string => truncateToWidth(text, size, left - GAP);
  const axis = layerAxis(panel, plot);
  return {
    width: plot,
    height,
    layer: [
      ...layerMarks(panel, rows, axis, { plot, height }, name),
      ...textMarks(
        `${name}-headings`,
        -left,
        headings.map(({ y, text }) => ({ y, text: truncateToWidth(text, fontSize.subtitle, left + plot) })),
        { fontWeight: 600, fontSize: fontSize.axisTitle },
      ),
      ...textMarks(
        `${name}-names`,
        -left,
        rows.map(({ y, label }) => ({ y, text: short(label, fontSize.label) })),
        {},
      ),
      ...textMarks(`${name}-notes`, -left, notes, { fontSize: fontSize.note, color: color.quiet }),
      ...textMarks(
        `${name}-numbers`,
        plot + GAP,
        rows.map(({ y, numbers }) => ({ y, text: numbers })),
        {},
      ),
    ],
  };
}

function roomOf(panels: readonly LayerPanel[], width: number): Room {
  const rows = panels.flatMap(({ groups }) => groups.flatMap((group) => group.rows));
  const names = Math.max(
    widest(
      rows.map(({ label }) => label),
      fontSize.label,
    ),
    widest(
      rows.map(({ note }) => note),
      fontSize.note,
    ),
  );
  const numbers = widest(
    rows.map((row) => row.numbers),
    fontSize.label,
  );
  const most = width - 2 * EDGE - numbers - GAP - LEAST_PLOT;
  const left = Math.min(Math.min(WIDEST_NAME, names) + GAP, most);
  return { left, plot: Math.max(LEAST_PLOT, width - 2 * EDGE - left - numbers - GAP) };
}

/**
 * Draws every interval of a report, one per line, shaded by what it takes for granted: dark from the bounds alone, blue with a
 * little more, light and dashed where a family of distributions is assumed. The bounds are lines, and what is beyond them is grey.
 *
 * @param results One report, or several below each other.
 * @param options Width in pixels, by default 860; the method of the words.
 * @throws {TypeError} when no report has an interval.
 * @throws {RangeError} when the width is too small to read.
 * @example
 * summaryLayersChart(describeSummary({ n: 5, mean: 73.4, lower: 0, upper: 100 })).description; // the answer
 */
export function summaryLayersChart(
  results: SummaryResult | readonly SummaryResult[],
  options: SummaryLayersOptions = {},
): VegaLiteSpec {
  const all = Array.isArray(results) ? (results as readonly SummaryResult[]) : [results as SummaryResult];
  const panels = layerPanels(all);
  if (panels.length === 0)
    throw new TypeError("Cannot draw the layers: needs a report with an interval, got none");
  const width = chartWidth(options.width ?? USUAL_WIDTH);
  const room = roomOf(panels, width);
  const [only, ...others] = all;
  return panelChart({
    about: { patient: others.length === 0 ? summaryName(only!.report) : `${all.length} reports` },
    words:
      others.length === 0
        ? summaryAnswer(only!, options.method)
        : "One interval per line, by what it takes for granted. None covers how patients were chosen or which reports are printed.",
    width,
    left: room.left,
    rows: panels.map((panel, i) => [panelOf(panel, room, i)]),
  });
}

/** Every interval of a report alone, in layers. */
export const summaryLayers: Chart<SummaryResult> = {
  name: "summary-layers",
  accepts: "summary",
  suits: ({ estimates }) => estimates.length > 0,
  spec: summaryLayersChart,
};
