import { describe, expect, it } from "vitest";
import { posteriorIntervals } from "../../src/inference/index.ts";
import { informedPriors } from "../../src/response/index.ts";
import type { ResponseTarget } from "../../src/response/quantities/derived-quantities.ts";
import type { Patient } from "../../src/schema/patient.ts";
import { patientOf } from "../helpers/patients.ts";
import { type ReferenceEntry, referenceEntries } from "../helpers/reference.ts";
import { prepareResponse } from "../helpers/response-problems.ts";

const posterior = posteriorIntervals({ maximumDraws: 16_384 });

// Stan (rstan 2.21.7), under the `informed` priors. Its own Monte-Carlo errors and ours add up in squares.
const single = referenceEntries("posteriors.json", /^stan_p/);
const several = referenceEntries("posteriors.json", /^stan_c3/);

const LEVELS: [level: number, names: [string, string, string]][] = [
  [0.95, ["q0.5", "q0.025", "q0.975"]],
  [0.9, ["q0.5", "q0.05", "q0.95"]],
  [0.5, ["q0.5", "q0.25", "q0.75"]],
];

/** Names of Stan's quantities for ours. */
const STAN_NAMES: Record<string, string> = {
  baseline: "B",
  relief: "R",
  onsetHalfTime: "h",
  T50: "T50",
  wearOffDuration: "D",
  residualSd: "sigma",
  relapseDay: "T30_exact",
  reliefDays: "relief_days_0_180",
  bestRelief: "peak_relief",
  bestReliefDay: "t_peak",
};

function stanName({ parameter, course }: ResponseTarget, severalCourses: boolean): string | undefined {
  const name = STAN_NAMES[parameter];
  if (!severalCourses || name === undefined || course === undefined) return name;
  return parameter === "reliefDays" ? `${name}_alone_${course}` : `${name}_${course}`;
}

function singlePatient({ inputs }: ReferenceEntry): Patient {
  const patient = patientOf(
    inputs.t_earliest,
    inputs.score_low.map((low: number, i: number) =>
      low === inputs.score_high[i] ? low : [low, inputs.score_high[i]],
    ),
  );
  patient.scale = { ...patient.scale, step: inputs.step };
  patient.scores.forEach((score, i) => {
    const [earliest, latest] = [inputs.t_earliest[i], inputs.t_latest[i]];
    if (latest > earliest) Object.assign(score, { day: null, dayEarliest: earliest, dayLatest: latest });
  });
  return patient;
}

function expectAgreement({ id, outputs }: ReferenceEntry, patient: Patient): void {
  const { intervals, targets } = prepareResponse(patient, { priors: informedPriors });
  const answers = LEVELS.map(([level]) => posterior.estimate({ ...intervals, level }, targets));
  const severalCourses = patient.courses.length > 1;
  let compared = 0;
  targets.forEach((target, k) => {
    const stan = outputs.summary[stanName(target, severalCourses) ?? ""];
    if (!stan) return;
    answers.forEach(({ intervals: rows, posterior: answer }, l) => {
      const { estimate, lower, upper } = rows[k]!;
      const errors = answer!.errors[k]!;
      [estimate, lower, upper].forEach((value, i) => {
        const name = LEVELS[l]![1][i]!;
        const error = Math.hypot(errors[i]!, stan.mcse_quantiles[name]);
        const where = `${id} ${target.parameter} ${target.course ?? ""} ${name}`;
        expect(Math.abs(value! - stan.quantiles[name]), where).toBeLessThanOrEqual(4 * error);
        compared++;
      });
    });
    if (stan.p_never !== undefined) {
      const never = 1 - answers[0]!.posterior!.exists[k]!;
      expect(Math.abs(never - stan.p_never), `${id} never`).toBeLessThan(0.01);
    }
  });
  expect(compared).toBeGreaterThanOrEqual(9 * 10);
}

describe("posteriors agree with Stan within four Monte-Carlo errors", () => {
  it.each(single.map((entry) => [entry.id, entry] as const))("%s", (_, entry) => {
    expectAgreement(entry, singlePatient(entry));
  });

  it.each(several.map((entry) => [entry.id, entry] as const))("%s", (_, entry) => {
    const { inputs } = entry;
    expectAgreement(entry, patientOf(inputs.t, inputs.score, inputs.course_start));
  });

  it("weighs the model against no effect as bridge sampling and quadrature do", () => {
    for (const { outputs, inputs, ...entry } of single) {
      const { intervals } = prepareResponse(singlePatient({ inputs, outputs, ...entry }), {
        priors: informedPriors,
      });
      const { summary } = posterior.estimate(intervals, []).posterior!;
      const { plateau_IS, plateau_IS_se, log_BF_plateau_vs_no_effect } = outputs.log_marginal_likelihood;
      // 4,096 draws know the mean weight to about 2 %.
      expect(Math.abs(summary.logMarginalLikelihood - plateau_IS)).toBeLessThan(0.1 + 4 * plateau_IS_se);
      expect(Math.abs(summary.nullModel!.logBayesFactor - log_BF_plateau_vs_no_effect)).toBeLessThan(0.1);
    }
  });
});
