import type { PriorUsed, ResponseResult } from "../schema/index.ts";
import { formatPercent, formatRange, formatValue } from "./format-number.ts";

/** One prior in natural words. */
export interface PriorInWords {
  label: string;
  words: string;
}

type Scale = "identity" | "log" | "logit";

interface WorkingName {
  scale: Scale;
  /** Name of the estimate, such as `relief`. */
  parameter: string;
  isMean: boolean;
  course: number | null;
}

const NORMAL_975 = 1.959963984540054;

const TO_NATURAL: Readonly<Record<Scale, (working: number) => number>> = {
  identity: (x) => x,
  log: Math.exp,
  logit: (x) => 1 / (1 + Math.exp(-x)),
};

/** Reads `mean logit relief`, `log T50 2` or `baseline`. */
function readWorkingName(name: string): WorkingName {
  const parts = /^(mean )?(?:(logit|log) )?(\S+)(?: (\d+))?$/u.exec(name);
  if (!parts) return { scale: "identity", parameter: name, isMean: false, course: null };
  const [, mean, scale, parameter, course] = parts;
  return {
    scale: (scale as Scale | undefined) ?? "identity",
    parameter: parameter!,
    isMean: mean !== undefined,
    course: course === undefined ? null : Number(course),
  };
}

/** Names of the estimates that have priors of their own, such as `relief` and `meanRelief`. */
export function workingParameters({ priors }: Pick<ResponseResult, "priors">): string[] {
  return priors.parameters.map((prior) => {
    const { parameter, isMean } = readWorkingName(prior.parameter);
    return isMean ? `mean${parameter[0]!.toUpperCase()}${parameter.slice(1)}` : parameter;
  });
}

function labelOf({ estimates }: ResponseResult, { parameter, isMean, course }: WorkingName): string {
  const label = estimates.find((row) => row.parameter === parameter)?.label ?? parameter;
  if (isMean) return `${label}, typical course`;
  return course === null ? label : `${label}, each course`;
}

function unitOf({ estimates }: ResponseResult, { parameter, scale }: WorkingName): string {
  return estimates.find((row) => row.parameter === parameter)?.unit ?? (scale === "logit" ? "fraction" : "");
}

function describe(result: ResponseResult, prior: PriorUsed): string {
  const { parameters } = result.priors;
  const name = readWorkingName(prior.parameter);
  if (prior.sd === null) return "flat: every value equally likely on the working scale";
  const natural = TO_NATURAL[name.scale];
  const unit = unitOf(result, name);
  const center =
    prior.around === null ? undefined : parameters.find(({ parameter }) => parameter === prior.around);
  const middle = prior.mean + (center?.mean ?? 0);
  const [lower, upper] = [-1, 1].map((side) => natural(middle + side * NORMAL_975 * prior.sd!)) as [
    number,
    number,
  ];
  const median = formatValue(natural(middle), unit, upper - lower);
  const range = formatRange(lower, upper, unit);
  if (prior.around === null) return `median ${median}, 95 % of the prior from ${range}`;
  return `around the typical course; were that ${median}, 95 % of courses from ${range}`;
}

/** The prior probability of no effect, where it took part. */
function noEffectPrior({ posterior }: ResponseResult): PriorInWords[] {
  const probability = posterior?.nullModel?.priorProbability ?? 0;
  if (probability === 0) return [];
  return [{ label: "No effect of any course", words: `probability ${formatPercent(probability)}` }];
}

/**
 * Every prior in natural units: medians and 95 % ranges instead of means on the working scale. Equal priors of several
 * courses are named once.
 *
 * @example
 * describePriors(result); // [{ label: "Baseline", words: "median 7.0, 95 % of the prior from 2.1 to 11.9" }, …]
 */
export function describePriors(result: ResponseResult): PriorInWords[] {
  const all = result.priors.parameters.map((prior) => ({
    label: labelOf(result, readWorkingName(prior.parameter)),
    words: describe(result, prior),
  }));
  const distinct = all.filter(
    (row, i) => all.findIndex(({ label, words }) => label === row.label && words === row.words) === i,
  );
  return [...distinct, ...noEffectPrior(result)];
}
