import {
  autoregressiveErrors,
  continuousAutoregressiveErrors,
  kenwardRoger,
  residualDegrees,
  satterthwaite,
  uncorrelatedErrors,
} from "../../dist/inference/index.js";
import { randomStream } from "../../dist/math/index.js";
import {
  ab,
  bayesAutoregressive,
  generalizedLeastSquares,
  glsAutoregressiveTrend,
  mixedBlocks,
  mixedBlocksAutoregressive,
  nap,
  pairedT,
  piecewise,
  piecewiseAutoregressive,
  randomizationTest,
  randomizedPairs,
  signedRank,
} from "../../dist/trial/index.js";

const LEVEL = 0.95;
const treatments = ["A", "B"];

/** AB with 15 random starts, and ten randomised pairs: 20 scores each. */
export const designs = [
  { name: "ab", label: "AB", design: ab.design({ treatments, nScores: 20, minimumLength: 3 }) },
  {
    name: "randomized-pairs",
    label: "randomised pairs",
    design: randomizedPairs.design({ treatments, nPairs: 10 }),
  },
];
export const phis = [0, 0.3, 0.6];

/** A trial without any effect, a score a day, under an assignment that the design drew. */
export function simulatedTrial(d, phi, index) {
  const { design } = designs[d];
  const stream = randomStream(1_010, d, Math.round(100 * phi), index);
  const assignment = new Uint8Array(design.space.nUnits);
  design.space.sample(stream, assignment);
  let noise = stream.normal();
  const scores = Array.from(assignment, (treatment, unit) => {
    const score = noise;
    noise = phi * noise + Math.sqrt(1 - phi * phi) * stream.normal();
    const block = design.unitsPerBlock === null ? null : Math.floor(unit / design.unitsPerBlock) + 1;
    return { treatment: treatments[treatment], score, period: unit + 1, block, day: unit };
  });
  return { patient: `trial ${index}`, treatments: [...treatments], scores };
}

const settings = {
  treatment: "B",
  reference: "A",
  improvement: "decrease",
  level: LEVEL,
  threshold: null,
  seed: 1,
};
const isSmall = (pValue) => Number(pValue <= (1 - LEVEL) * (1 + 1e-9));

function byTest(model) {
  return {
    name: model.name,
    label: model.label,
    rejects(trial) {
      const { test } = model.fit(trial, settings);
      return test === null ? null : isSmall(test.pValue);
    },
  };
}

const sources = [kenwardRoger, satterthwaite, residualDegrees];
const correlations = [uncorrelatedErrors, autoregressiveErrors, continuousAutoregressiveErrors];

/** Every analysis that says yes or no at the level: 1, 0, or null where it has no answer. */
export const analyses = [
  {
    name: "randomization-test",
    label: "Randomization test",
    rejects: (trial, design) =>
      isSmall(randomizationTest(trial, { design, shift: null, improvement: "decrease" }).pValue),
  },
  {
    name: "nap",
    label: "Interval of NAP",
    rejects({ scores }) {
      const of = (name) => scores.filter(({ treatment }) => treatment === name).map(({ score }) => score);
      const phases = { baseline: of("A"), treatment: of("B") };
      const { lower, upper } = nap(phases, { improvement: "decrease", level: LEVEL });
      return Number((lower !== null && lower > 0.5) || (upper !== null && upper < 0.5));
    },
  },
  byTest(pairedT),
  byTest(signedRank),
  ...correlations.flatMap((correlation) =>
    sources.map((degreesOfFreedom) => byTest(generalizedLeastSquares({ correlation, degreesOfFreedom }))),
  ),
  byTest(glsAutoregressiveTrend),
  byTest(mixedBlocks),
  byTest(mixedBlocksAutoregressive),
  byTest(piecewise),
  byTest(piecewiseAutoregressive),
  {
    name: bayesAutoregressive.name,
    label: "Bayesian model: P(benefit) above .975 or below .025",
    rejects(trial) {
      const { probability } = bayesAutoregressive.fit(trial, settings).probabilities[0];
      return Number(probability > 0.5 + LEVEL / 2 || probability < 0.5 - LEVEL / 2);
    },
  },
];
