import { describe, expect, it } from "vitest";
import {
  chanceEstimate,
  chanceInterval,
  chanceWithInterval,
} from "../../../../src/render/relapse/chance-words.ts";
import type { Estimate } from "../../../../src/schema/index.ts";

const row = (
  estimate: number | null,
  lower: number | null,
  upper: number | null,
  unit = "fraction",
): Estimate => ({
  parameter: "stayingWell90",
  label: "Probability of staying well for 90 days",
  unit,
  estimate,
  standardError: null,
  lower,
  upper,
  level: 0.95,
  method: "posterior",
  bound: "closed",
});

describe("a probability in words", () => {
  it("is never 0 or 100 % because it was rounded", () => {
    expect(chanceEstimate(row(0.0008, 0, 0.71))).toBe("below 1 %");
    expect(chanceEstimate(row(0.9992, 0.3, 1))).toBe("above 99 %");
    expect(chanceEstimate(row(0.0001, 0, 0.04))).toBe("below 0.1 %");
    expect(chanceWithInterval(row(0.49, 1e-99, 0.986))).toBe("49 % (95 % interval: below 1 to 99 %)");
  });

  it("has no limit that is a certainty, even where it fell to 0 in the computer", () => {
    expect(chanceInterval(row(0.2, 0, 0.93))).toBe("below 1 to 93 %");
    expect(chanceInterval(row(0.9, 0.4, 1))).toBe("40 to above 99 %");
  });

  it("stays 0 or 100 % where that is the estimate", () => {
    expect(chanceEstimate(row(0, 0, 0.5))).toBe("0 %");
    expect(chanceEstimate(row(1, 0.5, 1))).toBe("100 %");
  });

  it("leaves other rows as they are", () => {
    expect(chanceWithInterval(row(59, 12, 306, "day"))).toBe("59 days (95 % interval: 12 to 306 days)");
    expect(chanceWithInterval(row(0.5, null, null))).toBe("50 %");
    expect(chanceEstimate(row(null, null, null))).toBe("–");
  });
});
