import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { studentT } from "../../src/math/index.ts";
import { checkSummary, consistencyChecks } from "../../src/pooling/index.ts";
import { summaryConsistencySchema } from "../../src/schema/summary-consistency.ts";
import type { SummaryReport } from "../../src/schema/summary-report.ts";
import { plainNumbers } from "../helpers/plain-samples.ts";

const round = (value: number, decimals: number): number => Number(value.toFixed(decimals));

/** Everything that a careful author would print of a real sample of scores. */
function printed(sample: readonly number[], decimals: number): SummaryReport {
  const sorted = [...sample].sort((a, b) => a - b);
  const { mean, sd, median, minimum, maximum } = plainNumbers(sorted);
  const n = sample.length;
  const half = (studentT.survivalQuantile(0.025, n - 1) * sd) / Math.sqrt(n);
  const binary = sorted.every((score) => score < 2);
  const events = sample.filter((score) => score > 0).length;
  const after = round(mean / 2, 6);
  return {
    ...{ n, median, minimum, maximum, lower: 0, upper: binary ? 1 : 8, step: 1, events },
    ...{ mean: round(mean, decimals), decimals, sd: round(sd, decimals), sdDecimals: decimals },
    ...{ percent: round((100 * events) / n, 1), percentDecimals: 1 },
    ...(sd > 0 && { t: round(mean / (sd / Math.sqrt(n)), decimals), tDecimals: decimals }),
    ...{ intervalLower: round(mean - half, decimals), intervalUpper: round(mean + half, decimals) },
    ...{ intervalDecimals: decimals, meanBefore: round(mean, 6), meanAfter: after, meanDecimals: 6 },
  };
}

const samples = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 2, maxLength: 7 }),
  fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 2, maxLength: 7 }),
);

describe.each(consistencyChecks.map((check) => [check.name, check] as const))("%s", (name, check) => {
  it("has a source", () => {
    expect(check.reference).toMatch(/\d{4}/u);
  });

  it("never finds fault with what a real sample prints", () => {
    let asked = 0;
    fc.assert(
      fc.property(samples, fc.integer({ min: 0, max: 3 }), (sample, decimals) => {
        const report = printed(sample, decimals);
        if (!check.applies(report)) return;
        asked++;
        const { consistent, message } = check.check(report);
        expect(consistent, `${name}: ${message} ${JSON.stringify({ sample, report })}`).toBe(true);
      }),
      { seed: 2017, numRuns: 120 },
    );
    expect(asked).toBeGreaterThan(20);
  });

  it("keeps to itself where the report lacks its numbers, but for contradictions in what there is", () => {
    const applies = check.applies({ n: 5 });
    if (applies) expect(check.check({ n: 5 }).consistent).toBe(true);
    else expect(applies).toBe(false);
  });

  it("answers in plain words, with the quantities it compared", () => {
    const { quantities, message } = check.check(printed([0, 1, 1], 2));
    expect(message.length).toBeGreaterThan(10);
    expect(message.endsWith(".")).toBe(false);
    if (name !== "possible-sample") expect(quantities.length).toBeGreaterThan(0);
  });
});

describe("all checks together", () => {
  it("have names of their own", () => {
    expect(new Set(consistencyChecks.map(({ name }) => name)).size).toBe(consistencyChecks.length);
  });

  it("give plain JSON, with the checks that apply in their order", () => {
    const found = checkSummary(printed([0, 1, 1], 2), consistencyChecks);
    expect(summaryConsistencySchema.parse(JSON.parse(JSON.stringify(found)))).toEqual(found);
    expect(found.checks.map(({ check }) => check)).toEqual(consistencyChecks.map(({ name }) => name));
  });
});
