import type { NaturalScale, PooledBayesSensitivity } from "../../schema/index.ts";
import { formatFixed, formatPercent } from "../format-number.ts";
import { formatLimits } from "./pooled-number.ts";
import { type PriorRow, priorName, priorRows } from "./prior-rows.ts";

/** Width on the scale of the pool; none where a limit is missing. */
function widthOf({ raw: { lower, upper } }: PriorRow): number {
  return lower === null || upper === null ? Number.POSITIVE_INFINITY : upper - lower;
}

/** "1", "50 %": what means that there is no effect. */
export function noEffectText({ noEffect, unit }: NaturalScale): string {
  return unit === "fraction" ? formatPercent(noEffect!) : String(noEffect);
}

function verdict({ meanExcludesZero }: PooledBayesSensitivity, scale: NaturalScale): string[] {
  if (scale.noEffect === null) return [];
  const value = noEffectText(scale);
  const words = {
    all: `Under every one of these priors the interval leaves out ${value}, which means no effect.`,
    none: `Under every one of these priors the interval holds ${value}, which means no effect.`,
    some: `Whether there is an effect hangs on the prior: under some of these the interval leaves out ${value}, which means none, under others it holds it. The series alone do not settle it.`,
  };
  return [words[meanExcludesZero]];
}

/** How far the answer hangs on what is believed beforehand of the differences between series. */
export function priorSentences(sensitivity: PooledBayesSensitivity, scale: NaturalScale): string[] {
  const rows = priorRows(sensitivity).sort((a, b) => widthOf(a) - widthOf(b));
  const [narrowest, widest] = [rows[0]!, rows.at(-1)!];
  const ratio = widthOf(widest) / widthOf(narrowest);
  const name = ({ label }: PriorRow): string => priorName(label.replace(/^Bayes, /u, ""));
  const level = formatPercent(narrowest.mean.level);
  if (rows.length === 1) return verdict(sensitivity, scale);
  const size = Number.isFinite(ratio)
    ? `, ${formatFixed(ratio, 1)} times as wide${sensitivity.backTransform === "identity" ? "" : " on the scale of the pool"}`
    : "";
  return [
    `Of ${rows.length} priors of how much series differ (τ), ${name(narrowest)} gives the narrowest ${level} interval of the mean (${formatLimits(narrowest.mean, scale)}) and ${name(widest)} the widest (${formatLimits(widest.mean, scale)})${size}.`,
    ...verdict(sensitivity, scale),
  ];
}
