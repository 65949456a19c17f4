import { chartName } from "./chart-name.ts";
import { wrapText } from "./text-width.ts";
import { color, fontSize, themeConfig } from "./theme.ts";
import { VEGA_LITE_SCHEMA, type VegaLitePart, type VegaLiteSpec } from "./vega-lite-spec.ts";

/** One panel: a view of fixed size in pixels. Names of its layers are its own. */
export interface Panel extends VegaLitePart {
  readonly width: number;
  readonly height: number;
}

/** A chart of several panels, in rows of one or more. */
export interface PanelChart {
  /** Whose result it is. */
  about: { patient: string; outcome?: string };
  /** What it shows, in one or two sentences. */
  words: string;
  rows: readonly (readonly Panel[])[];
  /** Width of the whole picture in pixels. */
  width: number;
  /** Room for the vertical axes of the first panels. */
  left: number;
  /** Room below the last panels, where they have no axis. */
  below?: number;
  /** Room below each row but the last, where some have no axis. */
  belowRows?: readonly number[];
  /** Between panels beside each other, where they have axes of their own. */
  columnGap?: number;
}

type Placed = Pick<PanelChart, "rows" | "columnGap">;

/** Edge of the picture. */
export const EDGE = 12;
/** Between panels beside each other. */
export const COLUMN_GAP = 18;
/** Below a panel: labels and title of its axis. */
const BELOW = 44;
/** Above a panel: its title. */
const ABOVE = 26;
const ROW_GAP = 12;
/** From the subtitle to the titles of panels: Vega sets a title above every mark. */
const TITLE_GAP = 10;

/** Room for the plots of a row beside their axes. */
export function plotWidth(total: number, left: number): number {
  return total - 2 * EDGE - left;
}

/** Checks the width of a picture, in pixels. */
export function chartWidth(width = 720): number {
  if (!(width >= 360)) throw new RangeError(`width must be at least 360 pixels, got ${width}`);
  return width;
}

/**
 * Sets panels below and beside each other under one title.
 *
 * Every size is fixed here, for without a canvas Vega guesses the widths of texts, and would make room for its guesses.
 */
export function panelChart(chart: PanelChart): VegaLiteSpec {
  const { about, words, rows, width, left, below = BELOW, belowRows = [] } = chart;
  const subtitle = wrapText(words, fontSize.subtitle, width - 2 * EDGE);
  const heights = rows.map((panels) => Math.max(...panels.map(({ height }) => height)));
  const gaps = rows.slice(1).map((_, i) => (belowRows[i] ?? BELOW) + ROW_GAP + ABOVE);
  const height = [...heights, ...gaps].reduce((sum, own) => sum + own, 0);
  return {
    $schema: VEGA_LITE_SCHEMA,
    description: words,
    title: {
      text: chartName(about),
      subtitle,
      anchor: "start",
      frame: "group",
      dx: -left,
      offset: TITLE_GAP,
    },
    background: color.paper,
    autosize: { type: "none" },
    params: [
      { name: "width", value: plotWidth(width, left) },
      { name: "height", value: height },
    ],
    padding: {
      left: EDGE + left,
      right: EDGE,
      top: EDGE + 26 + 17 * subtitle.length + TITLE_GAP + (rows[0]?.[0]?.title === undefined ? 4 : ABOVE),
      bottom: below + EDGE - 6,
    },
    config: themeConfig,
    ...belowEachOther(chart, heights, gaps),
  };
}

/** A row counts as without height where plots are set flush, so that each gap holds the row above it. */
function belowEachOther(
  { rows, columnGap = COLUMN_GAP }: Placed,
  heights: readonly number[],
  gaps: readonly number[],
): VegaLitePart {
  const [panels, ...rest] = rows;
  const row = { hconcat: panels, bounds: "flush", spacing: columnGap };
  if (rest.length === 0) return row;
  const spacing = heights[0]! + gaps[0]!;
  const further = belowEachOther({ rows: rest, columnGap }, heights.slice(1), gaps.slice(1));
  return { vconcat: [row, further], bounds: "flush", spacing };
}

/** Title of one panel. */
export function panelTitle(text: string): VegaLitePart {
  return { text, fontSize: fontSize.axisTitle, fontWeight: 600, anchor: "start", frame: "group", offset: 8 };
}
