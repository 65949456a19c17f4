import { randomStream } from "../../src/math/random/random-stream.ts";
import { defaultPriors } from "../../src/response/priors.ts";
import type { ResponseModel } from "../../src/response/response-model.ts";
import { simulatePatient } from "../../src/response/simulate-patient.ts";
import { toNatural } from "../../src/response/working-parameters.ts";
import { numericalRatingScale } from "../../src/schema/index.ts";
import type { Patient } from "../../src/schema/patient.ts";

/** A patient with one course on day 0 whose curve is drawn from the default priors, another for each seed. */
export function patientFromPriors(model: ResponseModel, days: readonly number[], seed: number): Patient {
  const random = randomStream(seed, 0);
  const { baseline, residualSd, parameters } = defaultPriors;
  let drawn = 0;
  while (!(drawn > 0)) drawn = (baseline.mean as number) + baseline.sd! * random.normal();
  const natural = model.parameters.map((parameter) => {
    const { mean, sd } = parameters[parameter.name] ?? parameter.prior!;
    return toNatural(parameter, mean + sd! * random.normal());
  });
  const truth = {
    patient: `seed ${seed}`,
    scale: numericalRatingScale,
    baseline: drawn,
    residualSd: Math.exp(residualSd.mean + residualSd.sd * random.normal()),
    courses: [{ day: 0, doseGPerKg: 2, parameters: natural }],
    days,
  };
  return simulatePatient(truth, { seed, model });
}
