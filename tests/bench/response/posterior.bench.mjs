import { fitResponse } from "../../../dist/index.js";
import { posterior, posteriorIntervals } from "../../../dist/inference/index.js";
import { simulatePatient } from "../../../dist/response/index.js";
import { medianMilliseconds } from "../measure.mjs";

const scale = { minimum: 0, maximum: 10, step: 1 };
const days = {
  4: [0, 14, 90, 180],
  8: [-7, 0, 7, 14, 45, 90, 120, 180],
  12: [-14, -7, 0, 3, 7, 14, 30, 60, 90, 120, 150, 180],
};
const curves = { typical: [0.8, 4, 105, 60], "slow wear-off": [0.6, 4, 200, 120] };
const methods = [
  ["first set of draws", posteriorIntervals({ maximumDraws: 4096 })],
  ["until every limit is known to 1 % of its width, or 32,768 draws", posterior],
];

/** The section of docs/performance.md. */
export function section() {
  const rows = Object.entries(curves).flatMap(([name, parameters]) =>
    Object.keys(days).flatMap((n) => {
      const truth = { patient: "SYNTHETIC", scale, baseline: 9, residualSd: 0.8, days: days[n] };
      const courses = [{ day: 0, doseGPerKg: null, parameters }];
      const patient = simulatePatient({ ...truth, courses }, { seed: 7 });
      return methods.map(([label, interval]) => {
        const task = () => fitResponse(patient, { interval });
        const { nDraws, monteCarloError } = task().posterior;
        const time = medianMilliseconds(task, 7);
        const error = `${(100 * monteCarloError).toFixed(1)} %`;
        return [`${name}, ${label}`, n, nDraws, error, `${time.toFixed(0)} ms`];
      });
    }),
  );
  return {
    title: "`fitResponse` with posterior intervals",
    versions: [],
    text: "One patient from scores to the whole result: both marginal likelihoods, every parameter and derived quantity, the events,\nthe curve with its band. The error is the largest Monte-Carlo error of an estimate or a limit, as a share of its interval.",
    head: ["posterior", "scores", "draws", "largest error", "time"],
    rows,
  };
}
