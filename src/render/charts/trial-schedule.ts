import type { BlindedSchedule, TrialSchedule } from "../../schema/index.ts";
import { plainText } from "../plain-text.ts";
import {
  type AnyPeriod,
  type AnySchedule,
  lastDayOf,
  patientsOf,
  scheduledPeriods,
  scheduleSentence,
} from "../trial/schedule-words.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { footAxis } from "./foot-axis.ts";
import { chartWidth, EDGE, panelChart } from "./panels.ts";
import { pixels } from "./pixels.ts";
import { dayTicks } from "./response-curve/ticks.ts";
import { textWidth, truncateToWidth } from "./text-width.ts";
import { color, fontSize } from "./theme.ts";
import { type KeyEntry, keyFlow, keyFlowLayers, treatmentEntry } from "./trial-timeline/key-flow.ts";
import { type TreatmentStyle, treatmentStyles } from "./trial-timeline/treatment-style.ts";
import type { VegaLitePart, VegaLiteSpec } from "./vega-lite-spec.ts";

/** Height of a patient's line and of a bar, and room for names. */
const [LINE, BAR, WIDEST_NAME, GAP] = [44, 28, 150, 12];

const hue: VegaLitePart = { field: "hue", type: "nominal", scale: null, legend: null };

const RUN_IN: KeyEntry = {
  sign: "bar",
  text: "run-in, without treatment",
  style: { hue: color.grid, shape: "square", isFilled: true },
};

/** A bar, and what can stand in it. */
interface Bar {
  from: number;
  to: number;
  y: number;
  hue: string;
  long: string;
  short: string;
  /** Place of the treatment among all, for bars too narrow for words. */
  lane: number;
}

/** What stands in every bar, and whether it is turned to read upwards. */
interface BarWords {
  field: "long" | "short";
  isTurned: boolean;
}

function barsOf(schedule: AnySchedule, styles: ReadonlyMap<string, TreatmentStyle>, top: number): Bar[] {
  const patients = patientsOf(schedule);
  return scheduledPeriods(schedule).map(({ patient, treatment, kit, firstDay, lastDay }: AnyPeriod) => {
    const style = treatment === undefined ? undefined : styles.get(treatment);
    return {
      from: firstDay - 0.5,
      to: lastDay + 0.5,
      y: top + (patients.indexOf(patient) + 0.5) * LINE,
      hue: style?.hue ?? color.quiet,
      long: plainText(treatment ?? kit),
      short: style?.letter ?? kit.replace(/^K0*/u, ""),
      lane: treatment === undefined ? 0 : [...styles.keys()].indexOf(treatment),
    };
  });
}

/** Least width of a bar for words that read upwards. */
const LEAST_TURNED = 10;

/** What fits into every bar: the name or kit, a letter or number, those turned, or nothing. */
function wordsIn(bars: readonly Bar[], perPixel: number): BarWords | null {
  const fits = (field: "long" | "short", margin: number): boolean =>
    bars.every((bar) => textWidth(bar[field], fontSize.small) + margin <= (bar.to - bar.from) / perPixel);
  if (fits("long", 6)) return { field: "long", isTurned: false };
  if (fits("short", 2)) return { field: "short", isTurned: false };
  const isTall = bars.every(({ short }) => textWidth(short, fontSize.small) + 4 <= BAR);
  const isWide = bars.every(({ from, to }) => (to - from) / perPixel >= LEAST_TURNED);
  return isTall && isWide ? { field: "short", isTurned: true } : null;
}

function barLayers(
  bars: readonly Bar[],
  words: BarWords | null,
  x: (field: string) => VegaLitePart,
): VegaLitePart[] {
  const nLanes = words === null ? Math.max(...bars.map(({ lane }) => lane)) + 1 : 1;
  const rows = bars.map(({ from, to, y, hue: own, lane }) => {
    const top = y - 0.5 * BAR + (words === null ? (lane * BAR) / nLanes : 0);
    return { from, to, top, bottom: top + BAR / nLanes, hue: own };
  });
  const texts =
    words === null
      ? []
      : bars.map((bar) => ({ x: 0.5 * (bar.from + bar.to), y: bar.y, text: bar[words.field] }));
  return [
    {
      name: "scheduledPeriods",
      data: { values: rows },
      mark: { type: "rect", opacity: 0.95, stroke: color.paper, strokeWidth: bars.length > 60 ? 0.5 : 1.5 },
      encoding: { x: x("from"), x2: { field: "to" }, y: pixels("top"), y2: { field: "bottom" }, fill: hue },
    },
    ...(texts.length === 0
      ? []
      : [
          {
            name: "scheduledNames",
            data: { values: texts },
            mark: {
              type: "text",
              align: "center",
              baseline: "middle",
              color: color.paper,
              fontSize: fontSize.small,
              fontWeight: 600,
              ...(words?.isTurned && { angle: 270 }),
            },
            encoding: { x: x("x"), y: pixels("y"), text: { field: "text", type: "nominal" } },
          },
        ]),
  ];
}

/** The run-in of every patient as a hollow bar, and patients' names. */
function besideLayers(
  { runInDays }: AnySchedule,
  patients: readonly string[],
  { top, left, x }: { top: number; left: number; x: (field: string) => VegaLitePart },
): VegaLitePart[] {
  const lines = patients.map((patient, i) => ({ text: patient, y: top + (i + 0.5) * LINE, x: -left }));
  const bars = lines.map(({ y }) => ({
    from: 0.5,
    to: runInDays + 0.5,
    top: y - 0.5 * BAR,
    bottom: y + 0.5 * BAR,
  }));
  return [
    ...(runInDays === 0
      ? []
      : [
          {
            name: "runIn",
            data: { values: bars },
            mark: {
              type: "rect",
              fill: color.grid,
              stroke: color.rule,
              strokeWidth: 1.2,
            },
            encoding: { x: x("from"), x2: { field: "to" }, y: pixels("top"), y2: { field: "bottom" } },
          },
        ]),
    {
      name: "patientNames",
      data: { values: lines },
      mark: { type: "text", align: "left", baseline: "middle", color: color.ink, fontSize: fontSize.label },
      encoding: { x: pixels("x"), y: pixels("y"), text: { field: "text", type: "nominal" } },
    },
  ];
}

/**
 * Draws a planned trial on an axis of days: each period as a bar with its treatment, or in a blinded schedule with its kit; a
 * run-in is a pale bar, a washout the gap between bars.
 *
 * @param options Width in pixels; the height follows from the number of patients.
 * @throws {RangeError} when the width is too small to read.
 * @example
 * scheduleChart(scheduleTrial(design, { seed: 1 })).hconcat; // one panel
 */
export function scheduleChart(schedule: AnySchedule, options: ChartOptions = {}): VegaLiteSpec {
  const width = chartWidth(options.width);
  const patients = patientsOf(schedule).map((name) =>
    truncateToWidth(plainText(name), fontSize.label, WIDEST_NAME),
  );
  const left = Math.ceil(Math.max(...patients.map((name) => textWidth(name, fontSize.label)))) + GAP;
  const plot = width - 2 * EDGE - left;
  const [low, high] = [0.5, lastDayOf(schedule) + 0.5];
  const styles = treatmentStyles(schedule.kind === "trial-schedule" ? schedule.treatments : []);
  const words = wordsIn(barsOf(schedule, styles, 0), (high - low) / plot);
  const key = keyFlow(
    [
      ...[...styles.values()].map((style) => treatmentEntry(style, "bar", words?.field === "short")),
      ...(schedule.runInDays > 0 ? [RUN_IN] : []),
    ],
    plot,
  );
  const values = dayTicks(1, high, Math.max(3, Math.floor(plot / 52)));
  const x = (field: string): VegaLitePart =>
    footAxis(field, [low, high], { title: "Day of the trial", values, format: "~f" });
  const height = key.height + LINE * patients.length;
  return panelChart({
    about: { patient: schedule.label },
    words: scheduleSentence(schedule),
    width,
    left,
    rows: [
      [
        {
          width: plot,
          height,
          layer: [
            ...barLayers(barsOf(schedule, styles, key.height), words, x),
            ...besideLayers(schedule, patients, { top: key.height, left, x }),
            ...keyFlowLayers(key),
          ],
        },
      ],
    ],
  });
}

/** A planned trial with its treatments. */
export const pharmacySchedule: Chart<TrialSchedule> = {
  name: "trial-schedule",
  accepts: "trial-schedule",
  spec: scheduleChart,
};

/** A planned trial without them. */
export const blindSchedule: Chart<BlindedSchedule> = {
  name: "blinded-schedule",
  accepts: "blinded-schedule",
  spec: scheduleChart,
};
