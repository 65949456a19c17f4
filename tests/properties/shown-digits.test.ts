import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatEstimate, formatEstimateWithInterval, formatInterval } from "../../src/render/index.ts";
import type { Estimate } from "../../src/schema/index.ts";

const UNITS = ["fraction", "day", "score", "ratio", "month", "mg/dl", ""];

const size = fc
  .tuple(fc.double({ min: -12, max: 12, noNaN: true }), fc.boolean())
  .map(([exponent, isNegative]) => (isNegative ? -1 : 1) * 10 ** exponent);
const number = fc.oneof(
  size,
  fc.constantFrom(0, -0, 1e-12, -1e-12, 1e15, 0.5, 100, -0.04, 99.999999, 5e-324, 1e300),
);
const end = fc.oneof({ weight: 6, arbitrary: number }, { weight: 1, arbitrary: fc.constant(null) });

/** An estimate somewhere, its ends on either side of it, any of them missing. */
const estimates: fc.Arbitrary<Estimate> = fc
  .tuple(end, end, end, fc.constantFrom(...UNITS), fc.double({ min: 0.5, max: 0.999, noNaN: true }))
  .map(([estimate, one, other, unit, level]) => {
    const isTurned = one !== null && other !== null && one > other;
    return {
      parameter: "relief",
      label: "Relief",
      unit,
      estimate,
      standardError: null,
      lower: isTurned ? other : one,
      upper: isTurned ? one : other,
      level,
      method: "wald",
      bound: one === null || other === null ? "open" : "closed",
    };
  });

/** The number that a text shows, its power of ten read too. */
function shownNumber(text: string): number {
  const raised = [..."⁰¹²³⁴⁵⁶⁷⁸⁹"];
  const plain = text
    .replace(/^(−?)10(?=[⁻⁰¹²³⁴-⁹])/u, "$11 × 10")
    .replace(/ × 10(⁻?)([⁰¹²³⁴-⁹]+)/u, (_, sign: string, digits: string) => {
      const power = [...digits].map((digit) => raised.indexOf(digit)).join("");
      return `e${sign === "" ? "" : "-"}${power}`;
    })
    .replaceAll("−", "-");
  return Number.parseFloat(plain);
}

describe("the digits that are shown", () => {
  it("are never those of a machine, and have a true minus", () => {
    fc.assert(
      fc.property(estimates, (row) => {
        for (const text of [formatEstimate(row), formatInterval(row), formatEstimateWithInterval(row)]) {
          expect(text).not.toMatch(/NaN|Infinity|null|undefined|\de[+-]?\d|(?:^|[ (])-/u);
          expect(text).not.toMatch(/−0(?:\.0+)?(?![.\d])/u);
        }
      }),
      { seed: 20260101, numRuns: 2000 },
    );
  });

  it("are no finer than a hundredth of the interval, and no coarser than a fifth of it", () => {
    fc.assert(
      fc.property(estimates, (row) => {
        const { estimate, lower, upper, unit } = row;
        fc.pre(estimate !== null && lower !== null && upper !== null && upper > lower);
        fc.pre(lower <= estimate && estimate <= upper);
        fc.pre(unit === "score" || unit === "mg/dl");
        const width = upper - lower;
        const text = formatEstimate(row);
        const error = Math.abs(shownNumber(text) - estimate);
        expect(error).toBeLessThanOrEqual(Math.max(0.2 * width, Math.abs(estimate) * 1e-9, 0.0005));
        const decimals = /[.](\d+)/u.exec(text.replace(/ × .*/u, ""))?.[1]?.length ?? 0;
        if (!text.includes("×") && decimals > 0)
          expect(10 ** -decimals).toBeGreaterThanOrEqual(0.0099 * width);
      }),
      { seed: 20260102, numRuns: 3000 },
    );
  });

  it("of percentages have one decimal at most, and none where the interval is wide", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.0001, max: 0.5, noNaN: true }),
        (estimate, half) => {
          const row = {
            parameter: "relief",
            label: "Relief",
            unit: "fraction",
            estimate,
            standardError: null,
            lower: Math.max(0, estimate - half),
            upper: Math.min(1, estimate + half),
            level: 0.95,
            method: "wald",
            bound: "closed",
          } as const;
          const text = formatEstimate(row);
          expect(text).toMatch(/^\d+(?:\.\d)? %$/u);
          if (row.upper - row.lower >= 0.1) expect(text).toMatch(/^\d+ %$/u);
          expect(Math.abs(Number.parseFloat(text) / 100 - estimate)).toBeLessThanOrEqual(0.00501);
        },
      ),
      { seed: 20260103, numRuns: 1000 },
    );
  });
});
