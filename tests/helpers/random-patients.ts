import { randomStream } from "../../src/math/random/random-stream.ts";
import type { Patient } from "../../src/schema/patient.ts";
import { patientOf } from "./patients.ts";
import { plainMean } from "./plain-likelihood.ts";

/** A patient such as a clinic might see: 3 to 15 whole scores over half a year, one course or, at times, two. */
export function plausiblePatient(seed: number): Patient {
  const random = randomStream(seed);
  const between = (from: number, to: number): number => from + (to - from) * random.uniform();
  const n = 3 + Math.floor(13 * random.uniform());
  const days = Array.from({ length: n }, () => Math.round(between(-14, 186))).sort((a, b) => a - b);
  const curve = {
    baseline: between(4, 11),
    relief: between(0, 1),
    onsetHalfTime: 4 * Math.exp(0.6 * random.normal()),
    T50: 100 * Math.exp(0.5 * random.normal()),
    wearOffDuration: 60 * Math.exp(0.5 * random.normal()),
    sd: between(0.3, 1.3),
  };
  const courses = random.uniform() < 0.3 ? [0, 90] : [0];
  const scores = days.map((day) => {
    const latent = plainMean(curve, day, courses) + curve.sd * random.normal();
    return Math.min(10, Math.max(0, Math.round(latent)));
  });
  return patientOf(days, scores, courses);
}
