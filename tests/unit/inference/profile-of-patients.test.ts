import { describe, expect, it } from "vitest";
import { profileLimit } from "../../../src/inference/profile.ts";
import { traceLimit } from "../../../src/inference/profile-trace.ts";
import { informedPriors } from "../../../src/response/priors.ts";
import { referencePatients } from "../../helpers/reference-patients.ts";
import { prepareResponse } from "../../helpers/response-problems.ts";

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
