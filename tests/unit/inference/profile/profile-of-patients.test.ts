import { describe, expect, it } from "vitest";
import { profileLimit } from "../../../../src/inference/profile/profile.ts";
import { traceLimit } from "../../../../src/inference/profile/profile-trace.ts";
import { minimizeNewton } from "../../../../src/math/optimize/minimize-newton.ts";
import { informedPriors } from "../../../../src/response/priors.ts";
import { patientOf } from "../../../helpers/patients.ts";
import { referencePatients } from "../../../helpers/reference-patients.ts";
import { prepareResponse } from "../../../helpers/response-problems.ts";

// The day of best relief is left out: its gradient is a difference of second derivatives.
const patients = [...referencePatients].map(([id, patient]) => ({
  id,
  ...prepareResponse(patient, { priors: informedPriors }),
}));

describe("both ways to a profile limit agree", () => {
  it.each(patients)("for every target of $id", ({ intervals, targets }) => {
    let compared = 0;
    const scratch = new Float64Array(intervals.minimum.x.length);
    for (const target of targets.filter(({ parameter }) => parameter !== "bestReliefDay")) {
      if (target.evaluate(intervals.minimum.x, scratch) === null) continue;
      for (const side of [-1, 1] as const) {
        const [direct, traced] = [profileLimit, traceLimit].map((limit) => limit(intervals, target, side));
        const name = `${target.label}, course ${target.course}, side ${side}`;
        expect(traced === null, `${name}: ${direct} and ${traced}`).toBe(direct === null);
        if (direct === null || traced === null) continue;
        // The trace stops within 1e-6 standard errors of a root of the profile, the contour within 1e-7 of a move.
        const scale = Math.max(1, Math.abs(direct!));
        expect(Math.abs(direct! - traced!), name).toBeLessThan(1e-5 * scale);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(12);
  });
});

describe("an end behind a bend of the profile, where the curve changes its kind", () => {
  // Newton's steps from either branch overshoot onto the other; the answer here was "open" for want of a bracket.
  const three = prepareResponse(patientOf([109, 157, 164], [8, 9, 10]));
  const T10 = three.targets.find(({ parameter }) => parameter === "T10")!;

  it("is found, and found on the drop by a search of its own with the target held", () => {
    const { objective, minimum, drop } = three.intervals;
    const end = traceLimit(three.intervals, T10, 1)!;
    expect(profileLimit(three.intervals, T10, 1)).toBeCloseTo(end, 4);
    const slope = new Float64Array(6);
    const held = minimizeNewton(
      (x, gradient) => {
        const f = objective(x, gradient);
        const away = T10.evaluate(x, slope)! - end;
        for (let i = 0; i < 6; i++) gradient[i]! += 1e3 * away * slope[i]!;
        return f + 500 * away * away;
      },
      [11.3, -0.45, -0.96, 1.39, 5.1, 3.24],
    );
    // A penalty of 500 days⁻² leaves a departure of ν/1000 = 1.5e-4 days, worth 1e-5.
    expect(held.value - minimum.value).toBeCloseTo(drop, 4);
  });
});
