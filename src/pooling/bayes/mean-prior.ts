import { shortNumber } from "./short-number.ts";

/** A prior distribution of the mean effect. */
export interface MeanPrior {
  name: "flat" | "normal";
  /** Name for people. */
  label: string;
  /** In units of the effects; null for a flat prior. */
  mean: number | null;
  /** In units of the effects; null for a flat prior. */
  standardDeviation: number | null;
}

/** Every mean effect is as likely as any other before the data. With it there is no Bayes factor. */
export const flatMean: MeanPrior = { name: "flat", label: "Flat", mean: null, standardDeviation: null };

/**
 * Normal prior of the mean effect.
 *
 * @param mean In units of the effects.
 * @param standardDeviation In units of the effects; > 0. A Bayes factor depends on it.
 * @throws {RangeError} when a parameter is out of range.
 * @example
 * normalMean(0, 4).label; // "Normal, 0 ± 4"
 */
export function normalMean(mean: number, standardDeviation: number): MeanPrior {
  if (!Number.isFinite(mean))
    throw new RangeError(`The normal prior of the mean needs a finite mean, got ${mean}`);
  if (!(standardDeviation > 0 && standardDeviation < Infinity))
    throw new RangeError(
      `The normal prior of the mean needs a positive standardDeviation, got ${standardDeviation}`,
    );
  return {
    name: "normal",
    label: `Normal, ${shortNumber(mean)} ± ${shortNumber(standardDeviation)}`,
    mean,
    standardDeviation,
  };
}
