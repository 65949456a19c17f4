import { describe, expect, it } from "vitest";
import { trialPowerCsv, trialPowerText } from "../../../../src/render/index.ts";
import type { TrialPowerResult } from "../../../../src/schema/index.ts";
import { powerFixtures } from "../../../helpers/power-results.ts";

const some = powerFixtures["several scenarios"]!;

describe("a table of power in words", () => {
  it("gives shares of none and of all with the limits of the simulation, by Wilson", () => {
    const text = trialPowerText(some);
    expect(text).toMatch(/4 pairs +0\.0 % \(0\.0 to 1\.9 %\) /u);
    expect(text).not.toContain("0.0 ± 0.0");
    expect(text).toContain("In brackets: 95 % limits of the simulation.");
  });

  it("has the limits of the coverage about the coverage", () => {
    for (const { coverage, coverageLower, coverageUpper } of some.rows) {
      expect(coverageLower!).toBeLessThanOrEqual(coverage!);
      expect(coverageUpper!).toBeGreaterThanOrEqual(coverage!);
      expect(coverageUpper! - coverageLower!).toBeGreaterThan(0.01);
    }
    expect(trialPowerCsv(some).split("\n")[0]).toContain("coverageStandardError,coverageLower,coverageUpper");
  });

  it("reads a file without limits of the coverage", () => {
    const older: TrialPowerResult = {
      ...some,
      rows: some.rows.map(({ coverageLower: _, coverageUpper: __, ...row }) => row),
    };
    expect(trialPowerText(older)).not.toMatch(/undefined|NaN/u);
  });
});
