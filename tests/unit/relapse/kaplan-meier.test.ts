import { describe, expect, it } from "vitest";
import { EstimationError, InputError } from "../../../src/errors.ts";
import { plain, survivalBands } from "../../../src/relapse/index.ts";
import { kaplanMeier } from "../../../src/relapse/kaplan-meier.ts";
import type { KaplanMeierOptions } from "../../../src/relapse/nonparametric/kaplan-meier-options.ts";
import type { RelapseRow } from "../../../src/schema/relapse.ts";
import type { RelapseResult } from "../../../src/schema/relapse-result.ts";
import { exactRows, spanRows } from "../../helpers/relapse-rows.ts";

const codes = ({ warnings }: RelapseResult): string[] => warnings.map(({ code }) => code);
const medianOf = ({ estimates }: RelapseResult) => estimates.find(({ parameter }) => parameter === "median")!;
const meanOf = ({ estimates }: RelapseResult) => estimates.at(-1)!;
const withLimits = (points: RelapseResult["survival"]) =>
  points.map(({ time, survival }) => [time, survival]);

describe("a Kaplan–Meier curve", () => {
  it("agrees with its documented example", () => {
    const rows = spanRows([62, 62], [75, 75], [90, null]);
    expect(kaplanMeier(rows).estimates[0]!.estimate).toBe(75);
  });

  it("puts the median's row first and the restricted mean's last, whatever the order asked for", () => {
    const { estimates } = kaplanMeier(exactRows(1, 2, 3), { quantiles: [0.9, 0.1, 0.5, 0.1] });
    expect(estimates.map(({ parameter }) => parameter)).toEqual([
      "median",
      "quantile0.9",
      "quantile0.1",
      "restrictedMean",
    ]);
    expect(estimates[1]!.label).toBe("Time by which 90 % of courses have relapsed");
  });

  it("counts a censoring as after the relapses of its time", () => {
    const { survival, riskTable } = kaplanMeier(spanRows([4, 4], [4, null], [6, 6]));
    expect(withLimits(survival)).toEqual([
      [0, 1],
      [4, 2 / 3],
      [6, 0],
    ]);
    expect(riskTable[0]).toEqual({ time: 4, nAtRisk: 3, nEvents: 1, nCensored: 1 });
  });

  it("from one exact time has its median there, without limits, and says why", () => {
    const result = kaplanMeier(exactRows(30));
    expect(medianOf(result)).toMatchObject({ estimate: 30, lower: null, upper: null, bound: "open" });
    expect(meanOf(result)).toMatchObject({ estimate: 30, standardError: null, bound: "open" });
    expect(codes(result)).toEqual([
      "too-few-for-median-limits",
      "interval-open",
      "limits-undefined",
      "restricted-mean-without-interval",
    ]);
  });

  it("from equal exact times is no more certain than from one", () => {
    const result = kaplanMeier(exactRows(30, 30, 30, 30, 30, 30, 30));
    expect(medianOf(result)).toMatchObject({ estimate: 30, lower: null, upper: null });
    expect(meanOf(result)).toMatchObject({ estimate: 30, standardError: null });
    expect(
      kaplanMeier(exactRows(30, 30), { bands: survivalBands }).bands.map(({ points }) => points),
    ).toEqual([[], []]);
    expect(codes(kaplanMeier(exactRows(30, 30), { bands: survivalBands }))).toContain("band-undefined");
  });

  it("with all censored gives no time, and the mean time well without an interval", () => {
    const result = kaplanMeier(spanRows([20, null], [40, null]));
    expect(medianOf(result)).toMatchObject({ estimate: null, lower: null, upper: null, bound: "open" });
    expect(meanOf(result)).toMatchObject({ estimate: 40, standardError: null });
    expect(codes(result)).toEqual([
      "no-relapse",
      "too-few-for-median-limits",
      "limits-undefined",
      "restricted-mean-without-interval",
    ]);
  });

  it("with nothing seen after time 0 has no mean either", () => {
    const result = kaplanMeier(spanRows([0, null]));
    expect(withLimits(result.survival)).toEqual([[0, 1]]);
    expect(meanOf(result)).toMatchObject({ estimate: null, label: "Mean time well" });
    expect(codes(result)).toContain("restricted-mean-unknown");
  });

  it("gives no mean beyond the end of a curve that has not come down to 0", () => {
    const rows = spanRows([20, 20], [40, null]);
    expect(meanOf(kaplanMeier(rows, { restrictedTo: 40 })).estimate).toBe(30);
    const beyond = kaplanMeier(rows, { restrictedTo: 41 });
    expect(meanOf(beyond)).toMatchObject({ estimate: null, label: "Mean time well within 41 days" });
    expect(codes(beyond)).toContain("restricted-mean-unknown");
    expect(meanOf(kaplanMeier(exactRows(20, 40), { restrictedTo: 100 })).estimate).toBe(30);
  });

  it("says which quantiles the curve does not reach", () => {
    const result = kaplanMeier(spanRows([20, 20], [40, null], [50, null]));
    const { message } = result.warnings.find(({ code }) => code === "not-reached")!;
    expect(message).toBe(
      "The curve ends at 66.67 % still well, too early for: Median time to relapse; Time by which 75 % of courses have relapsed.",
    );
  });

  it.each([
    [1, "one time alone gives none"],
    [4, "at most", "87.5 %"],
    [5, "at most", "93.75 %"],
  ])("of %i courses says that limits of a median cannot be closed", (n, ...words) => {
    const times = Array.from({ length: n }, (_, i) => 10 * (i + 1));
    const warning = kaplanMeier(exactRows(...times)).warnings.find(
      ({ code }) => code === "too-few-for-median-limits",
    )!;
    expect(warning.message).toContain(n === 1 ? words[0] : words[1]);
    expect(codes(kaplanMeier(exactRows(10, 20, 30, 40, 50, 60)))).not.toContain("too-few-for-median-limits");
    expect(codes(kaplanMeier(exactRows(10, 20, 30, 40, 50, 60), { level: 0.99 }))).toContain(
      "too-few-for-median-limits",
    );
  });

  it("says that courses of one patient are not independent", () => {
    const rows = exactRows(10, 20, 30).map((row, i) => ({ ...row, patient: i < 2 ? "A" : "B" }));
    const result = kaplanMeier(rows);
    expect(result.nPatients).toBe(2);
    expect(result.warnings.find(({ code }) => code === "clustered-courses")!.message).toContain(
      "3 courses come from 2 patients",
    );
  });

  it("cuts plain limits and the mean's at what is possible", () => {
    const result = kaplanMeier(exactRows(10, 20, 30, 100), { interval: plain, restrictedTo: 25 });
    expect(Math.max(...result.survival.map(({ upper }) => upper ?? 0))).toBe(1);
    expect(meanOf(result).upper).toBe(25);
    expect(result.provenance.options).toMatchObject({ interval: "plain", restrictedTo: 25, bands: [] });
  });

  it("keeps rows of its own", () => {
    const rows: RelapseRow[] = [{ lower: 5, upper: 5, covariates: { dose: 2 } }];
    const result = kaplanMeier(rows);
    rows[0]!.covariates!.dose = 9;
    expect(result.observations).toEqual([{ lower: 5, upper: 5, covariates: { dose: 2 } }]);
  });

  it("refuses intervals by their rows, and points to turnbull", () => {
    const rows = spanRows([3, 3], [0, 5], [4, null], [2, 6]);
    const refused = expect(() => kaplanMeier(rows));
    refused.toThrow(EstimationError);
    refused.toThrow(
      "Cannot compute a Kaplan–Meier curve: needs relapses known exactly or not yet seen, got a relapse between two times in rows 2 and 4; turnbull takes such rows",
    );
    expect(() => kaplanMeier([])).toThrow("needs at least 1 row, got 0");
    expect(() => kaplanMeier(spanRows([3, 2]))).toThrow(InputError);
  });

  it.each<[KaplanMeierOptions, string]>([
    [{ level: 95 }, "level must lie in (0, 1), got 95"],
    [{ quantiles: [1] }, "quantiles must lie in (0, 1), got 1"],
    [{ restrictedTo: 0 }, "restrictedTo must be a positive number, got 0"],
    [{ timeUnit: " " }, 'timeUnit must name a unit such as "day", got " "'],
  ])("refuses the options %j", (options, message) => {
    const refused = expect(() => kaplanMeier(exactRows(1, 2), options));
    refused.toThrow(RangeError);
    refused.toThrow(message);
  });
});
