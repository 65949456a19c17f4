import type { Estimate } from "../../schema/estimate.ts";
import type { MultilevelResult } from "../../schema/multilevel-result.ts";
import type { EffectEstimate } from "../../schema/series.ts";
import { checkRows } from "../check-rows.ts";
import { type HighestMixed, highestMixed } from "./highest-mixed.ts";
import { mixedData } from "./mixed-data.ts";
import { type MultilevelOptions, type MultilevelSettings, multilevelSettings } from "./multilevel-options.ts";
import { multilevelResult } from "./multilevel-result.ts";
import { nestingOf } from "./nesting.ts";
import { nestedLevels } from "./structures/nested-levels.ts";
import { varianceLimits } from "./variance-limits.ts";

/** Options of `poolMultilevel`. */
export interface PoolMultilevelOptions extends MultilevelOptions {
  /**
   * Columns among a row's `moderators` that name its groups, outermost first, such as `["paper", "patient"]`; `series` stands for
   * the row itself. Default `["series"]`.
   */
  levels?: readonly string[];
}

/** One variance for each level, with its profile limits. */
function varianceRows(
  highest: HighestMixed,
  columns: readonly string[],
  settings: MultilevelSettings,
): Estimate[] {
  return columns.map((column, which) => {
    const { lower, upper } = varianceLimits(highest, which, settings.likelihood, settings.level);
    return {
      parameter: `sigmaSquared.${column}`,
      label: `Variance between groups of "${column}" (σ²)`,
      unit: `${settings.unit}²`,
      estimate: highest.fit.parameters[which]!,
      standardError: null,
      lower,
      upper,
      level: settings.level,
      method: "profile",
      bound: upper === null ? "open-upper" : "closed",
    };
  });
}

/**
 * Pools effects that are not independent: several of one patient, several patients of one paper. Each level has a random effect of
 * its own, and the interval of the mean rests on the outermost groups, which alone are independent.
 *
 * @param rows Effects with the names of their groups among their `moderators`.
 * @returns The mean, by the chosen interval and by the others, and one variance for each level with its profile limits.
 * @throws {InputError} with every unsound number, every row without a group, and every pair that shares patients across groups.
 * @throws {RangeError} when an option is out of range.
 * @throws {EstimationError} `not-identifiable` where a level has one group only, or divides the rows as the one above it.
 * @see Konstantopoulos (2011), Res Synth Methods 2:61–76. doi:10.1002/jrsm.35; Pustejovsky & Tipton (2018), J Bus Econ Stat
 * 36:672–683 (the interval). doi:10.1080/07350015.2016.1247004
 * @example
 * const row = (estimate: number, paper: string) => ({ estimate, variance: 0.4, moderators: { paper } });
 * const rows = [row(-6, "a"), row(-5, "a"), row(-3, "b"), row(-4, "b")];
 * poolMultilevel(rows, { levels: ["paper", "series"] }).estimates[0]?.estimate; // -4.5
 */
export function poolMultilevel(
  rows: readonly EffectEstimate[],
  options: PoolMultilevelOptions = {},
): MultilevelResult {
  const { levels: columns = ["series"], ...rest } = options;
  const settings = multilevelSettings(rest);
  const named = checkRows(rows);
  const { levels, paths } = nestingOf(named, columns);
  const data = mixedData(
    paths[0]!,
    named.map(({ estimate }) => estimate),
    named.map(({ variance }) => variance),
    named.map(() => 0),
    settings.sampling,
  );
  const highest = highestMixed(data, nestedLevels(data, paths), settings.likelihood);
  return multilevelResult(highest, settings, {
    levels,
    outcomes: [],
    spread: varianceRows(highest, columns, settings),
    atZero: columns.filter((_, which) => highest.fit.parameters[which] === 0),
    warnings: [],
    options: { levels: [...columns] },
  });
}
