import { EstimationError, InputError } from "../../errors.ts";
import type { Estimate } from "../../schema/estimate.ts";
import type { MultilevelResult } from "../../schema/multilevel-result.ts";
import type { Warning } from "../../schema/provenance.ts";
import type { EffectEstimate } from "../../schema/series.ts";
import { checkRows } from "../check-rows.ts";
import type { NamedEffect } from "../overlaps.ts";
import { type HighestMixed, highestMixed } from "./highest-mixed.ts";
import { mixedData } from "./mixed-data.ts";
import { type MultilevelOptions, type MultilevelSettings, multilevelSettings } from "./multilevel-options.ts";
import { multilevelResult } from "./multilevel-result.ts";
import { columnOf, nestingOf } from "./nesting.ts";
import { outcomeLimits } from "./outcome-limits.ts";
import { outcomeCovariance, twoOutcomes } from "./structures/two-outcomes.ts";

/** Options of `poolTwoOutcomes`. */
export interface PoolTwoOutcomesOptions extends MultilevelOptions {
  /** Column among a row's `moderators` that names the series, or paper, whose outcomes go together; default `paper`. */
  group?: string;
  /** Column that names the outcome; default `outcome`. */
  outcome?: string;
}

/** A τ² below this share of its unit squared, or a correlation this close to ±1, is at its end. */
const AT_END = 1e-6;

function outcomesOf(rows: readonly NamedEffect[], column: string): string[] {
  const missing = rows.flatMap((row, i) =>
    columnOf(row, column) === undefined
      ? [
          {
            path: `rows[${i}].moderators.${column}`,
            message: `Cannot pool "${row.series}": needs ${column}, got none`,
          },
        ]
      : [],
  );
  if (missing.length > 0) throw new InputError(missing);
  const outcomes = [...new Set(rows.map((row) => columnOf(row, column)!))];
  if (outcomes.length !== 2)
    throw new InputError([
      {
        path: column,
        message: `Cannot pool two outcomes: needs 2, got ${outcomes.length}: ${outcomes.join(", ")}`,
      },
    ]);
  return outcomes;
}

/** Both variances and the correlation of the true values. */
function spreadRows(
  highest: HighestMixed,
  outcomes: readonly string[],
  columns: readonly number[],
  settings: MultilevelSettings,
): Estimate[] {
  const [first, shared, second] = outcomeCovariance(highest.fit.parameters);
  const limits = outcomeLimits(highest, columns, settings.likelihood, settings.level);
  const row = (
    parameter: string,
    label: string,
    unit: string,
    estimate: number | null,
    own: { lower: number | null; upper: number | null },
  ): Estimate => ({
    parameter,
    label,
    unit,
    estimate,
    standardError: null,
    ...own,
    level: settings.level,
    method: "profile",
    bound: own.lower === null ? "open" : own.upper === null ? "open-upper" : "closed",
  });
  const unit = `${settings.unit}²`;
  const variance = (which: 0 | 1, value: number): Estimate => {
    const { lower, upper } = limits.deviations[which];
    const own = { lower: lower ** 2, upper: upper === null ? null : upper ** 2 };
    return {
      ...row("tauSquared", "Variance between series (τ²)", unit, value, own),
      outcome: outcomes[which]!,
    };
  };
  const size = Math.sqrt(first * second);
  const correlation = size > 0 ? Math.min(1, Math.max(-1, shared / size)) : null;
  return [
    variance(0, first),
    variance(1, second),
    row(
      "correlation",
      "Correlation of both outcomes between series",
      "correlation",
      correlation,
      limits.correlation ?? { lower: null, upper: null },
    ),
  ];
}

function spreadWarnings([first, second, correlation]: readonly Estimate[]): Warning[] {
  const found: Warning[] = [];
  const rho = correlation?.estimate ?? null;
  if (rho === null)
    found.push({
      code: "correlation-undefined",
      message: "One of the outcomes is estimated not to vary between series: it has no correlation.",
    });
  else if (Math.abs(rho) > 1 - AT_END && first!.estimate! > 0 && second!.estimate! > 0)
    found.push({
      code: "correlation-at-end",
      message: `The correlation of both outcomes is estimated at its end (${Math.sign(rho)}): the series are too few to tell it.`,
    });
  if (correlation?.lower === -1 && correlation.upper === 1)
    found.push({
      code: "correlation-not-told",
      message:
        "These series do not tell how both outcomes go together: the interval of their correlation holds everything from −1 to 1.",
    });
  return found;
}

/**
 * Pools two outcomes of the same series at once, such as relief and how long it lasts. A series that reports one of them still
 * helps the other through their correlation. The CR2 limits move a little with the units of the outcomes, the others don't.
 *
 * @param rows One for each outcome of each series; both on their own scales.
 * @returns Both means, in the order in which outcomes appear, both variances and the correlation between series, with profile limits.
 * @throws {InputError} with every unsound number and missing column, or where there aren't two outcomes.
 * @throws {EstimationError} `not-identifiable` with one group; `too-few-observations` where no two groups report both outcomes.
 * @see van Houwelingen, Arends & Stijnen (2002), Stat Med 21:589–624, section 5. doi:10.1002/sim.1040
 * @example
 * const row = (estimate: number, paper: string, outcome: string) => ({ estimate, variance: 0.1, moderators: { paper, outcome } });
 * const pairs = ["a", "b", "c"].flatMap((paper, i) => [row(i, paper, "relief"), row(3 + i * i, paper, "duration")]);
 * poolTwoOutcomes(pairs).outcomes; // ["relief", "duration"]
 */
export function poolTwoOutcomes(
  rows: readonly EffectEstimate[],
  options: PoolTwoOutcomesOptions = {},
): MultilevelResult {
  const { group = "paper", outcome = "outcome", ...rest } = options;
  const settings = multilevelSettings(rest);
  const named = checkRows(rows);
  const outcomes = outcomesOf(named, outcome);
  const { levels, paths } = nestingOf(named, [group]);
  const columns = named.map((row) => outcomes.indexOf(columnOf(row, outcome)!));
  const data = mixedData(
    paths[0]!,
    named.map(({ estimate }) => estimate),
    named.map(({ variance }) => variance),
    columns,
    settings.sampling,
  );
  const both = data.blocks.filter(
    ({ rows: own }) => new Set(own.map((row) => columns[row])).size === 2,
  ).length;
  if (both < 2)
    throw new EstimationError(
      "too-few-observations",
      `Cannot correlate "${outcomes.join('" and "')}": needs at least 2 groups with both, got ${both}`,
    );
  const highest = highestMixed(data, twoOutcomes(data, columns), settings.likelihood);
  const spread = spreadRows(highest, outcomes, columns, settings);
  return multilevelResult(highest, settings, {
    levels,
    outcomes,
    spread,
    atZero: [],
    warnings: spreadWarnings(spread),
    options: { group, outcome },
  });
}
