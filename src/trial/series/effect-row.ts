import { studentT } from "../../math/distributions/student-t.ts";
import type { Estimate } from "../../schema/estimate.ts";
import { estimateRow } from "../models/effect-rows.ts";
import type { SeriesSettings } from "./series-options.ts";

/** An effect with limits by t; open without degrees of freedom. */
export function effectRow(
  { level }: Pick<SeriesSettings, "level">,
  row: Pick<Estimate, "parameter" | "label" | "method" | "patient"> & {
    estimate: number;
    standardError: number;
    degreesOfFreedom: number | null;
  },
): Estimate {
  const { degreesOfFreedom, ...named } = row;
  const reach =
    degreesOfFreedom === null
      ? null
      : row.standardError * studentT.survivalQuantile(0.5 * (1 - level), degreesOfFreedom);
  return estimateRow({
    ...named,
    unit: "score",
    level,
    lower: reach === null ? null : row.estimate - reach,
    upper: reach === null ? null : row.estimate + reach,
  });
}
