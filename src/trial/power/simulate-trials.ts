import { type RandomStream, randomStream } from "../../math/random/random-stream.ts";
import type { Improvement } from "../../schema/scale.ts";
import type { MissedScore, Trial, TrialScore } from "../../schema/trial.ts";
import type { PowerScenario } from "../../schema/trial-power-result.ts";
import type { TrialDesign } from "../trial-design.ts";

/** What is taken for the truth, apart from the scenario. */
export interface ScoreLaw {
  improvement: Improvement;
  /** Standard deviation of a score about its mean, in score points. */
  standardDeviation: number;
  /** Standard deviation of the effect between patients, in score points. */
  effectStandardDeviation: number;
  /** Scores in each period; 1 in phase designs. */
  scoresPerPeriod: number;
}

/** Where the pseudo-random numbers of one replicate come from; each patient has a stream of its own. */
export interface Replicate {
  seed: number;
  replicate: number;
}

/** Share of the patient's effect that a unit shows: all of it under the treatment, what is carried over after it. */
function exposure(
  assignment: Uint8Array,
  first: number,
  unit: number,
  number: number,
  carryover: number,
): number {
  if (assignment[unit] === number) return 1;
  return unit > first && assignment[unit - 1] === number ? carryover : 0;
}

/** One patient's trial under a known truth. */
function simulateOne(
  design: TrialDesign,
  law: ScoreLaw,
  scenario: PowerScenario,
  assignment: Uint8Array,
  patient: number,
  stream: RandomStream,
): Trial {
  const { unitsPerPatient, unitsPerBlock, treatments } = design;
  const { phi, trend, carryover, missing } = scenario;
  const nScores = design.unit === "score" ? 1 : law.scoresPerPeriod;
  const first = patient * unitsPerPatient;
  const better = scenario.effect + law.effectStandardDeviation * stream.normal();
  const effect = law.improvement === "increase" ? better : -better;
  const fresh = Math.sqrt(1 - phi * phi);
  const scores: TrialScore[] = [];
  const missed: MissedScore[] = [];
  let noise = stream.normal();
  for (let unit = 0; unit < unitsPerPatient; unit++) {
    const expected = trend * unit + effect * exposure(assignment, first, first + unit, 1, carryover);
    const place = {
      treatment: treatments[assignment[first + unit]!]!,
      period: unit + 1,
      block: unitsPerBlock === null ? null : Math.floor(unit / unitsPerBlock) + 1,
    };
    for (let s = 0; s < nScores; s++) {
      const at = { ...place, day: unit * nScores + s };
      const score = expected + law.standardDeviation * noise;
      if (stream.uniform() < missing) missed.push({ ...at, nBefore: scores.length });
      else scores.push({ ...at, score });
      noise = phi * noise + fresh * stream.normal();
    }
  }
  const trial = { patient: `patient ${patient + 1}`, treatments: [...treatments], scores };
  return missed.length === 0 ? trial : { ...trial, missed };
}

/**
 * Simulates the trials of one replicate: scores about a level that a trend moves, with an effect of the design's second treatment
 * against its first, part of which may be carried over, and errors that resemble their neighbours. One score is planned a day.
 *
 * The assignment and each patient's errors come from streams that depend on the seed, the replicate and the patient alone: the same
 * errors serve every scenario, in whatever order scenarios are run.
 *
 * @param design Of all patients together.
 */
export function simulateTrials(
  design: TrialDesign,
  law: ScoreLaw,
  scenario: PowerScenario,
  { seed, replicate }: Replicate,
): Trial[] {
  const assignment = new Uint8Array(design.space.nUnits);
  design.space.sample(randomStream(seed, replicate, 0), assignment);
  return Array.from({ length: design.nPatients }, (_, patient) =>
    simulateOne(design, law, scenario, assignment, patient, randomStream(seed, replicate, 1, patient)),
  );
}
