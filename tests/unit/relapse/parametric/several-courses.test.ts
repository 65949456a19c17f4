import { describe, expect, it } from "vitest";
import { EstimationError } from "../../../../src/errors.ts";
import { clusterRobust, fitRelapse, flatRelapsePriors, gammaFrailty } from "../../../../src/relapse/index.ts";
import type { RelapseRow } from "../../../../src/schema/relapse.ts";
import type { RelapseResult } from "../../../../src/schema/relapse-result.ts";

const priors = flatRelapsePriors;
const row = (result: RelapseResult, parameter: string) =>
  result.estimates.find((estimate) => estimate.parameter === parameter)!;
const codes = (result: RelapseResult): string[] => result.warnings.map(({ code }) => code);
const refusal = (task: () => unknown): unknown => {
  try {
    task();
  } catch (error) {
    return error instanceof EstimationError ? error.code : error;
  }
  return null;
};
const courses: RelapseRow[] = [62, 75, 91, 98, 120, 134].map((time, i) => ({
  lower: time,
  upper: time,
  patient: i < 3 ? "a" : "b",
  course: (i % 3) + 1,
}));

describe("several courses of one patient", () => {
  it("are never silently independent", () => {
    expect(codes(fitRelapse(courses))).toContain("clustered-courses");
    for (const cluster of [clusterRobust, gammaFrailty])
      expect(codes(fitRelapse(courses, { cluster }))).not.toContain("clustered-courses");
  });

  it("give robust intervals by a t law, and say that two patients are few", () => {
    const result = fitRelapse(courses, { cluster: clusterRobust });
    expect(result.estimates[0]!.method).toBe("cluster-robust");
    expect(codes(result)).toContain("few-clusters");
    const one = fitRelapse(
      courses.map((course) => ({ ...course, patient: "a" })),
      { cluster: clusterRobust },
    );
    expect(one.estimates[0]).toMatchObject({ standardError: null, lower: null, upper: null, bound: "open" });
  });

  it("give a frailty its variance, and the population's median a wider interval", () => {
    const [shared, alone] = [fitRelapse(courses, { cluster: gammaFrailty }), fitRelapse(courses)];
    expect(row(shared, "frailtyVariance").estimate).toBeGreaterThan(0);
    const width = ({ lower, upper }: { lower: number | null; upper: number | null }) =>
      Math.log(upper! / lower!);
    expect(width(shared.estimates[0]!)).toBeGreaterThan(width(alone.estimates[0]!));
  });

  it("show whether the effect shortens: a time ratio for each further course", () => {
    const shortening = [100, 80, 64, 110, 88, 70].map((time, i) => ({
      lower: time,
      upper: time,
      patient: i < 3 ? "a" : "b",
      course: (i % 3) + 1,
    }));
    const { estimate, upper } = row(fitRelapse(shortening, { trend: true, priors }), "trend");
    expect(estimate!).toBeCloseTo(0.8, 1);
    expect(upper!).toBeLessThan(1);
    expect(refusal(() => fitRelapse(courses.slice(0, 2), { trend: true }))).toBe("too-few-observations");
  });
});
