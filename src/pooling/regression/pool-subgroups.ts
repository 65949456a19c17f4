import { EstimationError } from "../../errors.ts";
import { effectData } from "../../inference/random-effects/effect-data.ts";
import { normalInterval } from "../../inference/random-effects/normal-interval.ts";
import { randomEffectsFit } from "../../inference/random-effects/random-effects-fit.ts";
import { chiSquared } from "../../math/distributions/chi-squared.ts";
import type { ModeratorTest } from "../../schema/meta-regression.ts";
import type { PooledSubgroup, PooledSubgroups } from "../../schema/pooled-subgroups.ts";
import type { Warning } from "../../schema/provenance.ts";
import type { EffectEstimate } from "../../schema/series.ts";
import { type ChosenRows, chosenRows } from "../chosen-rows.ts";
import { oneSeries } from "../one-series.ts";
import type { NamedEffect } from "../overlaps.ts";
import type { PoolEstimatesOptions } from "../pool-options.ts";
import { poolProvenance } from "../pool-provenance.ts";
import { contrastRow, meanRow } from "../pool-rows.ts";
import { levelsOf, moderatorValues } from "./moderator-columns.ts";
import { moderatorTest } from "./moderator-test.ts";
import { regressionDesign } from "./regression-design.ts";

/** Options of `poolSubgroups`. */
export interface PoolSubgroupsOptions
  extends Omit<PoolEstimatesOptions, "moderators" | "prediction" | "tauSquaredInterval"> {
  /** Name of the moderator that tells the subgroups apart; numbers are taken as texts. */
  moderator: string;
  /** τ² of each subgroup by itself, or one for all; default `separate`. */
  subgroupTauSquared?: "separate" | "common";
}

/** Subgroups with what can be said of their differences. */
type Answer = Pick<PooledSubgroups, "subgroups" | "betweenTest" | "warnings">;

/** The rows of one level. */
interface Level {
  level: string;
  rows: NamedEffect[];
}

function poolLevel({ level, rows }: Level, { settings }: ChosenRows) {
  const series = rows.map((row) => row.series);
  if (rows.length === 1) {
    const [mean] = oneSeries(rows[0]!, settings).estimates;
    return { subgroup: { level, series, mean: mean!, tauSquared: null }, variance: null };
  }
  const data = effectData(
    rows.map(({ estimate }) => estimate),
    rows.map(({ variance }) => variance),
  );
  const fit = randomEffectsFit(data, settings.tauSquared);
  const mean = meanRow(fit, settings.interval, settings);
  const { standardError } = normalInterval.estimate(fit, settings.level);
  const subgroup: PooledSubgroup = { level, series, mean, tauSquared: fit.tauSquared.tauSquared };
  return { subgroup, variance: { estimate: fit.coefficients[0]!, variance: standardError ** 2 } };
}

/** Cochran's Q of the means of the subgroups. */
function qBetween(means: readonly { estimate: number; variance: number }[]): ModeratorTest {
  const total = means.reduce((sum, { variance }) => sum + 1 / variance, 0);
  const center = means.reduce((sum, { estimate, variance }) => sum + estimate / variance, 0) / total;
  const q = means.reduce((sum, { estimate, variance }) => sum + (estimate - center) ** 2 / variance, 0);
  const degrees = means.length - 1;
  return {
    statistic: q,
    numeratorDegreesOfFreedom: degrees,
    denominatorDegreesOfFreedom: null,
    pValue: chiSquared.survival(q, degrees),
  };
}

function separate(levels: readonly Level[], _: string, chosen: ChosenRows): Answer {
  const pooled = levels.map((level) => poolLevel(level, chosen));
  const means = pooled.flatMap(({ variance }) => (variance === null ? [] : [variance]));
  const alone = pooled.filter(({ variance }) => variance === null).map(({ subgroup }) => subgroup.level);
  const warnings: Warning[] =
    alone.length > 0
      ? [
          {
            code: "subgroup-of-one-series",
            message: `${alone.join(", ")}: one series has no τ² of its own, so this mean has no interval and the subgroups are not compared. A common τ² can compare them.`,
          },
        ]
      : [
          {
            code: "subgroup-test-normal",
            message:
              "The test between subgroups takes each τ² as known, which few series do not tell: its p-value is too small.",
          },
        ];
  return {
    subgroups: pooled.map(({ subgroup }) => subgroup),
    betweenTest: alone.length > 0 ? null : qBetween(means),
    warnings,
  };
}

function common(levels: readonly Level[], moderator: string, chosen: ChosenRows): Answer {
  const { rows, effects, variances, settings } = chosen;
  const asText = rows.map((row) => ({
    ...row,
    moderators: { [moderator]: String(row.moderators?.[moderator]) },
  }));
  const design = regressionDesign(asText, [moderator]);
  const fit = randomEffectsFit(effectData(effects, variances, design.matrix), settings.tauSquared);
  const label = fit.assumed ? "Common effect" : "Mean effect";
  const subgroups = levels.map(({ level, rows: own }, j) => {
    const slope = design.slopes[j - 1];
    const contrast = design.intercept.map((c, i) => c + (slope?.[i] ?? 0));
    const name = { parameter: "mean", label, unit: settings.unit, contrast };
    const mean = contrastRow(fit, settings.interval, name, settings.level);
    return { level, series: own.map(({ series }) => series), mean, tauSquared: fit.tauSquared.tauSquared };
  });
  const betweenTest = moderatorTest(fit, settings.interval, design.slopes);
  return { subgroups, betweenTest, warnings: [] };
}

const ways = { separate, common } as const;

/**
 * Pools the series of each level of a moderator, and tests whether their means differ. A difference between subgroups is an
 * observation, not a comparison that anyone randomised.
 *
 * @param rows As for `poolEstimates`, each with the moderator.
 * @throws As `poolEstimates`; {EstimationError} `not-identifiable` where there is only one level, and with a common τ²
 * `too-few-observations` where there are not more series than levels.
 * @see Borenstein & Higgins (2013), Prev Sci 14:134–143. doi:10.1007/s11121-013-0377-7
 * @example
 * const rows = [-3.5, -3, -1, -0.5].map((estimate, i) => ({ estimate, variance: 0.3, moderators: { control: i < 2 ? "no" : "yes" } }));
 * poolSubgroups(rows, { moderator: "control" }).subgroups[0]?.mean.estimate; // -3.25
 */
export function poolSubgroups(
  rows: readonly EffectEstimate[],
  { moderator, subgroupTauSquared = "separate", ...options }: PoolSubgroupsOptions,
): PooledSubgroups {
  const way = ways[subgroupTauSquared];
  if (!way)
    throw new RangeError(`subgroupTauSquared must be separate or common, got "${subgroupTauSquared}"`);
  const chosen = chosenRows(rows, options);
  const { settings, leftOut } = chosen;
  const values = moderatorValues(chosen.rows, moderator).map(String);
  const levels = levelsOf(values).map((level) => ({
    level,
    rows: chosen.rows.filter((_, i) => values[i] === level),
  }));
  if (levels.length === 1)
    throw new EstimationError(
      "not-identifiable",
      `Cannot compare subgroups by "${moderator}": needs at least 2 levels, got "${levels[0]!.level}" for all series`,
    );
  const provenance = poolProvenance(settings, false);
  return {
    kind: "pooled-subgroups",
    schemaVersion: 1,
    moderator,
    tauSquared: subgroupTauSquared,
    ...way(levels, moderator, chosen),
    leftOut,
    provenance: { ...provenance, options: { ...provenance.options, moderator, subgroupTauSquared } },
  };
}
