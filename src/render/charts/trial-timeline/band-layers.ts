import { plainText } from "../../plain-text.ts";
import { pixels } from "../pixels.ts";
import { textWidth } from "../text-width.ts";
import { color, fontSize } from "../theme.ts";
import type { ChartRows, VegaLitePart } from "../vega-lite-spec.ts";
import { type PeriodBand, runsOf } from "./period-bands.ts";
import type { TimelineAxes } from "./timeline-axes.ts";
import type { TreatmentStyle } from "./treatment-style.ts";

/** Height of the line of blocks, in pixels. */
export const BLOCKS = 16;
/** Height of the strip with the names, in pixels. */
export const STRIP = 19;

/** What stands in the strip above a period: its name, its letter where names do not fit, or nothing. */
export type StripWords = "name" | "letter" | "none";

/** Room beside a name. */
const MARGIN = 6;

const hue: VegaLitePart = { field: "hue", type: "nominal", scale: null, legend: null };

/** What fits above every period. */
export function stripWords(
  bands: readonly PeriodBand[],
  styles: ReadonlyMap<string, TreatmentStyle>,
  perPixel: number,
): StripWords {
  const fits = (textOf: (style: TreatmentStyle) => string, margin: number): boolean =>
    runsOf(bands).every(({ treatment, from, to }) => {
      const text = textOf(styles.get(treatment)!);
      return textWidth(text, fontSize.small) + margin <= (to - from) / perPixel;
    });
  if (fits(({ name }) => plainText(name), MARGIN)) return "name";
  return fits(({ letter }) => letter, 1) ? "letter" : "none";
}

/** The ground of each period in the color of its treatment, with a darker strip that names it. */
export function bandLayers(
  bands: readonly PeriodBand[],
  styles: ReadonlyMap<string, TreatmentStyle>,
  axes: TimelineAxes,
  frame: { top: number; bottom: number; words: StripWords },
): VegaLitePart[] {
  const { top, bottom, words } = frame;
  const rows = (spans: readonly Pick<PeriodBand, "treatment" | "from" | "to">[]): ChartRows =>
    spans.map(({ treatment, from, to }) => ({
      from,
      to,
      hue: styles.get(treatment)!.hue,
      strip: top - STRIP,
      top,
      bottom,
    }));
  const names: ChartRows = runsOf(bands).map(({ treatment, from, to }) => {
    const { name, letter } = styles.get(treatment)!;
    return { x: 0.5 * (from + to), y: top - 0.5 * STRIP, text: words === "name" ? plainText(name) : letter };
  });
  const rect = (name: string, values: ChartRows, opacity: number, y: string, y2: string): VegaLitePart => ({
    name,
    data: { values },
    mark: { type: "rect", opacity, stroke: color.paper, strokeWidth: bands.length > 40 ? 0.5 : 1.5 },
    encoding: { x: axes.x("from"), x2: { field: "to" }, y: pixels(y), y2: { field: y2 }, fill: hue },
  });
  return [
    rect("periodGrounds", rows(bands), 0.13, "top", "bottom"),
    rect("periodStrips", rows(runsOf(bands)), 0.95, "strip", "top"),
    ...(words === "none"
      ? []
      : [
          {
            name: "periodNames",
            data: { values: names },
            mark: {
              type: "text",
              align: "center",
              baseline: "middle",
              color: color.paper,
              fontSize: fontSize.small,
              fontWeight: 600,
            },
            encoding: { x: axes.x("x"), y: pixels("y"), text: { field: "text", type: "nominal" } },
          },
        ]),
  ];
}

/** Lines between blocks, and their numbers above them. */
export function blockLayers(
  bands: readonly PeriodBand[],
  axes: TimelineAxes,
  { top, bottom }: { top: number; bottom: number },
): VegaLitePart[] {
  const blocks = new Map<number, { from: number; to: number }>();
  for (const { block, from, to } of bands) {
    if (block !== null) blocks.set(block, { from: blocks.get(block)?.from ?? from, to });
  }
  const spans = [...blocks].map(([block, span]) => ({ block, ...span }));
  if (spans.length === 0) return [];
  const y = top - STRIP - BLOCKS;
  const room = Math.min(...spans.map(({ from, to }) => (to - from) / axes.perPixel));
  const longest = `block ${spans.at(-1)!.block}`;
  const isLong = textWidth(longest, fontSize.small) + MARGIN <= room;
  const numbers = spans.map(({ block, from, to }) => ({
    x: 0.5 * (from + to),
    y: y + 0.5 * BLOCKS,
    text: isLong ? `block ${block}` : `${block}`,
  }));
  const borders = spans.slice(1).map(({ from }, i) => ({ x: 0.5 * (spans[i]!.to + from), y, bottom }));
  return [
    {
      name: "blockBorders",
      data: { values: borders },
      mark: { type: "rule", color: color.ink, strokeWidth: 1, strokeDash: [1, 3] },
      encoding: { x: axes.x("x"), y: pixels("y"), y2: { field: "bottom" } },
    },
    ...(room < 9
      ? []
      : [
          {
            name: "blockNumbers",
            data: { values: numbers },
            mark: {
              type: "text",
              align: "center",
              baseline: "middle",
              color: color.quiet,
              fontSize: fontSize.small,
            },
            encoding: { x: axes.x("x"), y: pixels("y"), text: { field: "text", type: "nominal" } },
          },
        ]),
  ];
}
