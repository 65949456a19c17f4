import { solveLinear } from "../../../math/linear/lu.ts";
import { dot, zeros } from "../../../math/linear/matrix.ts";
import type { RelapseSpan } from "../../relapse-span.ts";

/** Relapses of each group, seen and expected. */
export interface LogRankTable {
  observed: Float64Array;
  expected: Float64Array;
  /** Covariance of the differences by hypergeometric sampling at each time. */
  covariance: Float64Array[];
}

/**
 * Counts the relapses of each group and those expected if at each time any of the courses at risk could have been the
 * one.
 *
 * @param spans Exact or right-censored; a censoring counts as after the relapses of its time.
 * @param group Of each span, from 0 to nGroups − 1.
 * @see Klein & Moeschberger (2003), Survival Analysis, equations 7.3.2 to 7.3.4 with weights of 1; Mantel (1966), Cancer
 * Chemother Rep 50:163–170.
 */
export function logRankTable(
  spans: readonly RelapseSpan[],
  group: ArrayLike<number>,
  nGroups: number,
): LogRankTable {
  const times = [...new Set(spans.filter((s) => s.lower === s.upper).map((s) => s.lower))];
  const observed = new Float64Array(nGroups);
  const expected = new Float64Array(nGroups);
  const covariance = Array.from({ length: nGroups }, () => new Float64Array(nGroups));
  for (const time of times.sort((a, b) => a - b)) {
    const atRisk = new Float64Array(nGroups);
    let nAtRisk = 0;
    let nEvents = 0;
    spans.forEach(({ lower, upper }, i) => {
      if (lower < time) return;
      atRisk[group[i]!]!++;
      nAtRisk++;
      if (upper > time) return;
      observed[group[i]!]!++;
      nEvents++;
    });
    const spread = nAtRisk > 1 ? (nEvents * (nAtRisk - nEvents)) / (nAtRisk - 1) : 0;
    for (let g = 0; g < nGroups; g++) {
      const share = atRisk[g]! / nAtRisk;
      expected[g]! += nEvents * share;
      for (let h = 0; h < nGroups; h++)
        covariance[g]![h]! += spread * share * (Number(g === h) - atRisk[h]! / nAtRisk);
    }
  }
  return { observed, expected, covariance };
}

/** The chi-squared statistic of a table, over the groups that were ever at risk when a relapse came. */
export interface LogRankStatistic {
  /** null where fewer than two groups were at risk together. */
  chiSquared: number | null;
  degreesOfFreedom: number;
}

/**
 * (O − E)ᵀ V⁻¹ (O − E), without one of the groups, which follows from the others.
 *
 * @see Klein & Moeschberger (2003), Survival Analysis, equation 7.3.5.
 */
export function logRankStatistic({ observed, expected, covariance }: LogRankTable): LogRankStatistic {
  const met = [...expected.keys()].filter((g) => expected[g]! > 0);
  const used = met.slice(0, -1);
  const differences = used.map((g) => observed[g]! - expected[g]!);
  const matrix = zeros(used.length, used.length);
  used.forEach((g, i) => {
    used.forEach((h, j) => {
      matrix.values[i * used.length + j] = covariance[g]![h]!;
    });
  });
  const solved = used.length > 0 ? solveLinear(matrix, differences) : null;
  const chiSquared = solved && dot(differences, solved);
  const exists = chiSquared !== null && Number.isFinite(chiSquared);
  return { chiSquared: exists ? Math.max(0, chiSquared) : null, degreesOfFreedom: Math.max(0, used.length) };
}
