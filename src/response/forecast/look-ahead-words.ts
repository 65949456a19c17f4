import type { RelapseRule, ResponseResult } from "../../schema/response-result.ts";
import { higherIsBetter } from "./look-ahead.ts";

/** A rule of relapse as parts of a sentence; each but the first follows it. */
export interface RuleInWords {
  subject: string;
  crosses: string;
  crossed: string;
  holds: string;
  unreached: string;
}

export function ruleInWords(rule: RelapseRule, result: ResponseResult): RuleInWords {
  const higher = higherIsBetter(result);
  if ("relief" in rule) {
    const share = `${Math.round(1000 * rule.relief) / 10} %`;
    const threshold = higher
      ? `${share} of the way from the baseline to ${result.scale.maximum}`
      : `${share} of the baseline`;
    return {
      subject: "Relief",
      crosses: `falls to ${threshold}`,
      crossed: `has fallen to ${threshold}`,
      holds: `stays above ${threshold}`,
      unreached: `does not rise above ${threshold}`,
    };
  }
  return {
    subject: "The expected score",
    crosses: `${higher ? "falls" : "rises"} to ${rule.score}`,
    crossed: `has ${higher ? "fallen" : "risen"} to ${rule.score}`,
    holds: `stays ${higher ? "above" : "below"} ${rule.score}`,
    unreached: `does not ${higher ? "rise above" : "fall below"} ${rule.score}`,
  };
}

/** A probability for reading: whole percent, but never 0 or 100 % of what is uncertain. */
export function percentInWords(probability: number): string {
  if (probability > 0 && probability < 0.01) return "under 1 %";
  if (probability < 1 && probability > 0.99) return "over 99 %";
  return `${Math.round(100 * probability)} %`;
}

export function dayInWords(day: number): string {
  return `day ${Math.round(10 * day) / 10}`;
}

/** What the look ahead takes over from the fit. */
export function assumptionsOfFit({ model, observations, courses }: ResponseResult): string[] {
  const last = Math.max(...observations.map(({ day }) => day));
  const vague = courses.filter(
    ({ dayEarliest, dayLatest }) => dayEarliest !== null && dayLatest !== null && dayEarliest < dayLatest,
  );
  return [
    `After the last score (${dayInWords(last)}) the curve follows from the model "${model}" and its priors alone.`,
    ...vague.map(
      ({ course, day }) => `Course ${course}, known by bounds, is taken to have begun on ${dayInWords(day)}.`,
    ),
  ];
}

/** Whose result it is, for its rows. */
export interface Whose {
  patient: string;
  outcome?: string;
}

export function whoseResult({ patient, outcome }: ResponseResult): Whose {
  return { patient, ...(outcome !== undefined && { outcome }) };
}

/** Warnings of a fit that hold for whatever is computed from its draws. */
const LASTING = [
  "higher-is-better",
  "not-converged",
  "importance-weights",
  "monte-carlo-error",
  "rescue",
  "courses-shared",
  "baselines-shared",
  "maintenance",
  "single-arm",
];

export function lastingWarnings({ warnings }: ResponseResult): ResponseResult["warnings"] {
  return warnings.filter(({ code }) => LASTING.includes(code));
}
