import type { CalibrationResult } from "../../schema/index.ts";
import { calibrationAnswer } from "../calibration-answer.ts";
import { coveragePanel } from "./calibration/coverage-panel.ts";
import { coverageGroups } from "./calibration/coverage-rows.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { chartWidth, panelChart, plotWidth } from "./panels.ts";
import type { VegaLiteSpec } from "./vega-lite-spec.ts";

/** Room for the lowest and highest coverage, in pixels. */
const NUMBERS = 78;
/** Share of the picture for the names of the methods. */
const NAMES = 0.27;
/** Below a panel without labels on its axis. */
const BELOW = 2;

/**
 * Draws how often the intervals of each method held the truth in simulations, beside their level.
 *
 * One mark is one truth and number of data, with the 95 % limits of its Monte-Carlo error. A triangle to the left is a case
 * in which intervals hold the truth less often than they say, one to the right more often; behind each row stand its lowest
 * and highest percentages.
 *
 * @param options Width in pixels; the height follows from the number of cases.
 * @throws {RangeError} when the width is too small to read, or there is no case.
 * @see Morris, White & Crowther (2019), Stat Med 38:2074–2102, section 5.2 and figure 6. doi:10.1002/sim.8086
 * @example
 * const provenance = { package: "nof1", version: "0.1.0", seed: 1, inputSha256: null, options: {} };
 * const of = { study: "Pools", quantity: "mean", method: "z", truth: "2 series, τ² = 4", nReplicates: 2000 };
 * const cells = [{ ...of, coverage: 0.776, lower: 0.757, upper: 0.794, medianWidth: 4.2 }];
 * calibrationChart({ kind: "calibration", schemaVersion: 1, level: 0.95, cells, warnings: [], provenance }).hconcat; // one panel
 */
export function calibrationChart(result: CalibrationResult, options: ChartOptions = {}): VegaLiteSpec {
  const { cells } = result;
  if (cells.length === 0) throw new RangeError("a calibration chart needs at least 1 case, got 0");
  const width = chartWidth(options.width);
  const names = Math.round(NAMES * width);
  const plot = plotWidth(width, names) - NUMBERS;
  const level = 100 * result.level;
  const lowest = Math.min(level, ...cells.map(({ lower }) => 100 * lower));
  const domain: [number, number] = [Math.max(0, Math.floor(lowest - 1)), 101];
  const groups = coverageGroups(result);
  const panels = groups.map((group, index) => {
    const isLast = index === groups.length - 1;
    return [coveragePanel(group, { index, isLast, width: plot, names, level, domain })];
  });
  return panelChart({
    about: { patient: "Calibration" },
    words: calibrationAnswer(result),
    width,
    left: names,
    rows: panels,
    belowRows: panels.slice(1).map(() => BELOW),
  });
}

/** How often intervals held the truth. */
export const calibration: Chart<CalibrationResult> = {
  name: "calibration",
  accepts: "calibration",
  suits: ({ cells }) => cells.length > 0,
  spec: calibrationChart,
};
