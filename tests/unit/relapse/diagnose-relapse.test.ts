import { describe, expect, it } from "vitest";
import { EstimationError } from "../../../src/errors.ts";
import { diagnoseRelapse, fitRelapse, kaplanMeier, turnbull } from "../../../src/relapse/index.ts";
import { relapseDiagnosticsSchema } from "../../../src/schema/relapse-diagnostics.ts";
import { exactOrNotYet, relapseResults, seenAtVisits } from "../../helpers/relapse-fixtures.ts";

const fit = relapseResults["a Weibull law of exact times"]!;
const visits = relapseResults["a Weibull law of visits"]!;

describe("a law beside the courses it was fitted to", () => {
  it("is plain JSON by its schema", () => {
    for (const result of [fit, visits, relapseResults["no relapse yet, Weibull"]!]) {
      const diagnostics = diagnoseRelapse(result);
      expect(relapseDiagnosticsSchema.safeParse(diagnostics).error?.issues ?? []).toEqual([]);
      expect(JSON.parse(JSON.stringify(diagnostics))).toEqual(diagnostics);
    }
  });

  it("has the steps of the Kaplan–Meier curve where times are exact, at the model's own cumulative hazard", () => {
    const { masses } = diagnoseRelapse(fit);
    const steps = kaplanMeier(exactOrNotYet).survival.filter(({ survival }, i, all) => {
      return i > 0 && survival! < all[i - 1]!.survival!;
    });
    const closed = masses.filter(({ upper }) => upper !== null);
    expect(closed.map(({ after }) => after)).toEqual(
      steps.map(({ survival }) => expect.closeTo(1 - survival!, 9)),
    );
    for (const { lower, upper, modelAfter } of closed) {
      expect(upper).toBe(lower);
      expect(modelAfter).toBeCloseTo(1 - Math.exp(-lower), 14);
    }
  });

  it("has the masses of Turnbull's estimate where times are between visits, since the hazard keeps their order", () => {
    const { masses } = diagnoseRelapse(visits);
    expect(masses.map(({ before, after }) => after - before)).toEqual(
      turnbull(seenAtVisits).masses.map(({ probability }) => expect.closeTo(probability, 6)),
    );
  });

  it("says how far they lie apart at most, and that few relapses tell little", () => {
    const { largestDistance, warnings } = diagnoseRelapse(fit);
    expect(largestDistance).toBeGreaterThan(0);
    expect(largestDistance).toBeLessThan(0.3);
    expect(warnings.map(({ code }) => code)).toEqual(["few-relapses"]);
  });

  it("says nothing of a law that saw no relapse", () => {
    const diagnostics = diagnoseRelapse(relapseResults["no relapse yet, Weibull"]!);
    expect(diagnostics.largestDistance).toBeNull();
    expect(diagnostics.warnings[0]!.message).toContain("nothing can be said");
  });

  it("needs residuals", () => {
    expect(() => diagnoseRelapse(kaplanMeier(exactOrNotYet))).toThrow(EstimationError);
  });

  it("leaves the result as it was", () => {
    const result = fitRelapse(exactOrNotYet);
    const before = JSON.stringify(result);
    diagnoseRelapse(result).residuals[0]!.lower = -1;
    expect(JSON.stringify(result)).toBe(before);
  });
});
