import { boundOf, fromLink } from "../../inference/interval-method.ts";
import { mean } from "../../math/descriptive/mean.ts";
import { sortedQuantile } from "../../math/descriptive/sample-quantile.ts";
import { sampleStandardDeviation } from "../../math/descriptive/sample-variance.ts";
import type { ResponseTarget } from "../../response/quantities/derived-quantities.ts";
import type { Estimate } from "../../schema/estimate.ts";

/** A target's value on the natural scale at every draw; NaN where it does not exist. */
export function drawnValues(
  target: Pick<ResponseTarget, "link" | "evaluate">,
  draws: readonly Float64Array[],
): Float64Array {
  return drawnTogether([target], draws)[0]!;
}

/** The values of several targets, draw by draw: what several of them need of one curve is found once. */
export function drawnTogether(
  targets: readonly Pick<ResponseTarget, "link" | "evaluate">[],
  draws: readonly Float64Array[],
): Float64Array[] {
  const values = targets.map(() => new Float64Array(draws.length));
  for (let i = 0; i < draws.length; i++) {
    for (let t = 0; t < targets.length; t++) {
      const value = targets[t]!.evaluate(draws[i]!);
      values[t]![i] = value === null ? Number.NaN : fromLink(targets[t]!.link, value);
    }
  }
  return values;
}

/** The row of a quantity: the median of its draws, their standard deviation and equal-tailed limits, where it exists. */
export function sampledRow(
  { parameter, label, unit, course, exists }: Omit<ResponseTarget, "evaluate" | "link">,
  values: Float64Array,
  level: number,
  method: string,
  patient?: string,
): Estimate {
  const sorted = values.filter(Number.isFinite).sort();
  const known = sorted.length > 1;
  const quantile = (p: number): number | null => (known ? sortedQuantile(sorted, p) : null);
  const [lower, upper] = [quantile(0.5 - 0.5 * level), quantile(0.5 + 0.5 * level)];
  return {
    parameter,
    label,
    unit,
    estimate: quantile(0.5),
    standardError: known ? sampleStandardDeviation(sorted) : null,
    lower,
    upper,
    bound: boundOf(lower, upper),
    level,
    method,
    ...(exists !== undefined && known && sorted.length < values.length && { given: exists }),
    ...(patient !== undefined && { patient }),
    ...(course !== undefined && { course }),
  };
}

/** Mean and covariance by rows of vectors. */
export function momentsOf(draws: readonly Float64Array[]): { means: number[]; covariance: number[][] } {
  const size = draws[0]!.length;
  const columns = Array.from({ length: size }, (_, k) => Float64Array.from(draws, (draw) => draw[k]!));
  const means = columns.map((column) => mean(column));
  const covariance = columns.map((a, i) =>
    columns.map((b, j) => {
      let sum = 0;
      for (let d = 0; d < draws.length; d++) sum += (a[d]! - means[i]!) * (b[d]! - means[j]!);
      return sum / (draws.length - 1);
    }),
  );
  return { means, covariance };
}
