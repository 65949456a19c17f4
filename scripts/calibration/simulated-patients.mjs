import { randomStream } from "../../dist/math/index.js";
import { defaultPriors, plateau, simulatePatient } from "../../dist/response/index.js";
import { courseReaders } from "../../dist/response/quantities/course-alone.js";
import { truths, visits } from "./response-cells.mjs";

const scale = { minimum: 0, maximum: 10, step: 1 };

/** Everything a patient follows from, drawn from the default priors. */
function drawTruth(stream) {
  const normal = ({ mean, sd }) => mean + sd * stream.normal();
  const { relief, onsetHalfTime, T50, wearOffDuration } = defaultPriors.parameters;
  const none = stream.uniform() < defaultPriors.noEffectProbability;
  const curve = [
    1 / (1 + Math.exp(-normal(relief))),
    ...[onsetHalfTime, T50, wearOffDuration].map((prior) => Math.exp(normal(prior))),
  ];
  let baseline = normal(defaultPriors.baseline);
  while (baseline <= 0) baseline = normal(defaultPriors.baseline);
  const residualSd = Math.exp(normal(defaultPriors.residualSd));
  return { baseline, residualSd, curve: none ? [0, ...curve.slice(1)] : curve };
}

/** The true value of every quantity; null where it doesn't exist. */
export function truthOf({ baseline, curve }) {
  const [R, h, T50, D] = curve;
  if (R === 0) return { relief: 0, T50: null, relapseDay: null, reliefDays: 0 };
  const theta = [baseline, Math.log(R / (1 - R)), Math.log(h), Math.log(T50), Math.log(D)];
  const parameters = { baselines: [0], courses: [[1, 2, 3, 4]] };
  const [read] = courseReaders({
    model: plateau,
    parameters,
    floor: 0,
    relapseAt: { relief: 0.3 },
    horizon: 180,
  });
  const course = read(theta);
  return { relief: R, T50, relapseDay: course.crossing(0.3), reliefDays: baseline * course.integral() };
}

/** One patient of a cell: the truth, the scores, and the seed of both. */
export function simulated(t, n, index) {
  const given = truths[t];
  const seed = 1_000_000 * (t + 1) + 100_000 * n + index;
  const truth = given.fromPrior ? drawTruth(randomStream(seed, 1)) : given;
  const patient = simulatePatient(
    {
      patient: "SYNTHETIC",
      scale,
      baseline: truth.baseline,
      residualSd: truth.residualSd,
      courses: [{ day: 0, doseGPerKg: null, parameters: truth.curve }],
      days: visits[n],
    },
    { seed, serialCorrelation: given.serialCorrelation ?? 0 },
  );
  return { truth, patient, seed };
}
