import { completelyRandomized, randomizationTest, randomizedPairs } from "../../../dist/trial/index.js";
import { medianMilliseconds } from "../measure.mjs";
import { runPeer } from "../peer.mjs";

const digits = (value) => String(Number(value.toPrecision(2)));
const treatments = ["A", "B"];

/** A score a period: those of the second treatment are lower, none equal to another. */
function trialOf(sequence) {
  const scores = sequence.map((treated, i) => ({
    treatment: treatments[treated],
    score: 6 - 2 * treated + Math.sin(1.7 * i) + 0.8 * Math.cos(0.45 * i * i),
    period: i + 1,
    block: null,
    day: i + 1,
  }));
  return { patient: "bench", treatments, scores };
}

const turns = (n) => Array.from({ length: n }, (_, i) => (i % 4 === 0 || i % 4 === 3 ? 0 : 1));
const none = { shift: null };

/** The tasks: a name for the peer, and what it says of itself. */
const tasks = [
  {
    key: "exact12",
    label: "exact, 12 periods in any order: 924 assignments",
    trial: trialOf(turns(12)),
    options: { design: completelyRandomized.design({ treatments, nPeriods: [6, 6] }), ...none },
  },
  {
    key: "exact40",
    label: "exact, 20 pairs: 2²⁰ assignments",
    trial: trialOf(turns(40)),
    options: { design: randomizedPairs.design({ treatments, nPairs: 20 }), ...none },
    samples: 5,
  },
  {
    key: "drawn60",
    label: "100,000 of the assignments of 60 scores drawn",
    trial: trialOf(turns(60)),
    options: {
      design: completelyRandomized.design({ treatments, nPeriods: [30, 30] }),
      nDraws: 99_999,
      ...none,
    },
    samples: 5,
  },
  {
    key: null,
    label: "the same with the interval by inversion",
    trial: trialOf(turns(60)),
    options: { design: completelyRandomized.design({ treatments, nPeriods: [30, 30] }), nDraws: 99_999 },
    samples: 5,
  },
];

function times({ key, label, trial, options, samples = 11 }, peer) {
  const own = medianMilliseconds(() => randomizationTest(trial, options), samples);
  const theirs = key === null ? undefined : peer.answers?.[key];
  return [
    [label, "nof1", `${digits(own)} ms`],
    ...(theirs === undefined ? [] : [["", "R", `${digits(theirs)} ms (${digits(theirs / own)} ×)`]]),
  ];
}

/** The section of docs/performance.md. */
export function section() {
  const input = Object.fromEntries(
    tasks
      .filter(({ key }) => key !== null)
      .map(({ key, trial: { scores } }) => [
        key,
        {
          y: scores.map(({ score }) => score),
          treated: scores.map(({ treatment }) => Number(treatment === "B")),
        },
      ]),
  );
  const peer = runPeer("Rscript", "randomization.R", input);
  return {
    title: "One patient's trial: randomization test",
    versions: [peer.versions].filter(Boolean),
    text: [
      "The difference of means over the assignments that the design could have given, two-sided. R (plain, without packages) sums the combinations of `combn`, doubles a vector of sums pair by pair, or draws with `sample.int`.",
      ...(peer.absent ? [`Not run: R (${peer.absent}).`] : []),
    ].join("\n"),
    head: ["task", "by", "time"],
    rows: tasks.flatMap((task) => times(task, peer)),
  };
}
