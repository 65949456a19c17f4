import { studentT } from "../../math/distributions/student-t.ts";
import type { BetweenCaseResult } from "../../schema/between-case-result.ts";
import type { Estimate } from "../../schema/estimate.ts";
import type { Warning } from "../../schema/provenance.ts";
import type { Improvement } from "../../schema/scale.ts";
import type { Trial } from "../../schema/trial.ts";
import { version } from "../../version.ts";
import { comparedTreatments } from "../compared-treatments.ts";
import { estimateRow } from "../models/effect-rows.ts";
import type { BetweenCaseMethod, BetweenCaseParts } from "./between-case-method.ts";
import { caseRows } from "./case-rows.ts";
import { restrictedLikelihood } from "./methods/index.ts";

/** Options of `betweenCaseDifference`. */
export interface BetweenCaseOptions {
  /** Which way scores move when a patient is better; never guessed. */
  improvement: Improvement;
  /** Default: restricted maximum likelihood. */
  method?: BetweenCaseMethod;
  /** Default: the first that is not the reference. */
  treatment?: string;
  /** Default: the first of the first patient's. */
  reference?: string;
  /** Two-sided, in (0, 1); default 0.95. */
  level?: number;
}

/** g with its standard error: null where the degrees of freedom are too few for one. */
function correctedDifference(parts: BetweenCaseParts): { g: number; standardError: number | null } {
  const { difference, variance, scaledError, degreesOfFreedom: df } = parts;
  const factor = 1 - 3 / (4 * df - 1);
  const g = (factor * difference) / Math.sqrt(variance);
  if (!(df > 2)) return { g, standardError: null };
  const inflation = df / (df - 2);
  const square = factor ** 2 * (inflation * scaledError ** 2 + g ** 2 * (inflation - 1 / factor ** 2));
  return { g, standardError: Math.sqrt(square) };
}

/** Limits by t; open where there is no standard error. */
function headline(parts: BetweenCaseParts, sign: number, level: number, method: string): Estimate {
  const { g, standardError } = correctedDifference(parts);
  const reach =
    standardError === null
      ? null
      : standardError * studentT.survivalQuantile(0.5 * (1 - level), parts.degreesOfFreedom);
  const estimate = sign * g;
  return estimateRow({
    parameter: "betweenCaseDifference",
    label: "Between-case standardized difference, g",
    unit: "standard deviation",
    estimate,
    standardError,
    lower: reach === null ? null : estimate - reach,
    upper: reach === null ? null : estimate + reach,
    level,
    method,
  });
}

function furtherRows(parts: BetweenCaseParts, names: string, level: number, method: string): Estimate[] {
  const none = { standardError: null, lower: null, upper: null, level, method };
  const deviation = Math.sqrt(parts.variance);
  const rows = [
    {
      parameter: "difference",
      label: names,
      unit: "score",
      estimate: parts.difference,
      standardError: parts.scaledError * deviation,
    },
    {
      parameter: "totalStandardDeviation",
      label: "Standard deviation between and within patients",
      unit: "score",
      estimate: deviation,
    },
    {
      parameter: "intraclassCorrelation",
      label: "Share of the variance between patients",
      unit: "fraction",
      estimate: parts.intraclassCorrelation,
    },
    {
      parameter: "phi",
      label: "Correlation with the next score (φ)",
      unit: "",
      estimate: parts.phi,
    },
  ];
  return rows.map((row) => estimateRow({ ...none, ...row }));
}

function warningsOf({ degreesOfFreedom, warnings }: BetweenCaseParts, nPatients: number): Warning[] {
  const found = [...warnings];
  if (nPatients < 3)
    found.push({
      code: "few-patients",
      message: `${nPatients} patients say little of how much patients differ: at least 3 are wanted.`,
    });
  if (!(degreesOfFreedom > 2))
    found.push({
      code: "interval-open",
      message: `The standard deviation has ${degreesOfFreedom.toFixed(1)} degrees of freedom, too few for a standard error of g: there is no interval.`,
    });
  return found;
}

/**
 * The effect in standard deviations between and within patients together, so that it compares with the standardized difference of
 * a trial with groups.
 *
 * @param trials One for each patient, at least 2.
 * @throws {EstimationError} `too-few-observations` or `not-identifiable` where the scores allow no answer.
 * @throws {RangeError} when an option is out of range.
 * @see Pustejovsky, Hedges & Shadish (2014), J Educ Behav Stat 39:368–393. doi:10.3102/1076998614547577
 * @example
 * const trials = readTrials("patient,treatment,score\nP1,A,7\nP1,A,8\nP1,B,3\nP1,B,4\nP2,A,6\nP2,A,7\nP2,B,4\nP2,B,2");
 * betweenCaseDifference(trials, { improvement: "decrease", method: reversalMoments }).nPatients; // 2
 */
export function betweenCaseDifference(
  trials: readonly Trial[],
  options: BetweenCaseOptions,
): BetweenCaseResult {
  const { improvement, method = restrictedLikelihood, level = 0.95 } = options;
  if (improvement !== "decrease" && improvement !== "increase")
    throw new RangeError(`improvement must be decrease or increase, got ${improvement}`);
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie in (0, 1), got ${level}`);
  const seen = [...new Set(trials.flatMap(({ treatments }) => treatments))];
  const { treatment, reference } = comparedTreatments(seen, options);
  const rows = caseRows("between-case difference", trials, { treatment, reference });
  const parts = method.estimate(rows);
  const sign = improvement === "increase" ? 1 : -1;
  const names = `${treatment} less ${reference}`;
  return {
    kind: "between-case",
    schemaVersion: 1,
    treatment,
    reference,
    improvement,
    method: method.name,
    label: method.label,
    assumes: method.assumes,
    nPatients: trials.length,
    nScores: rows.length,
    degreesOfFreedom: parts.degreesOfFreedom,
    estimates: [headline(parts, sign, level, method.name), ...furtherRows(parts, names, level, method.name)],
    warnings: warningsOf(parts, trials.length),
    provenance: {
      package: "nof1",
      version,
      seed: null,
      inputSha256: null,
      options: { improvement, method: method.name, treatment, reference, level },
    },
  };
}
