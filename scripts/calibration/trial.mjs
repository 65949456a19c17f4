import { inParallel } from "./parallel.mjs";
import { analyses, designs, phis } from "./trial-cells.mjs";

/** Trials that one worker simulates at a time. */
const CHUNK = 50;

/** How often analyses of a trial find an effect where there is none. */
export const trialStudy = {
  name: "trial",
  nPatients: 1_000,
  slice: 20,
  async run(nTrials) {
    const cells = designs.flatMap((_, design) => phis.map((phi) => ({ design, phi })));
    const starts = Array.from({ length: Math.ceil(nTrials / CHUNK) }, (_, chunk) => chunk * CHUNK);
    const tasks = cells.flatMap((cell) =>
      starts.map((from) => ({ ...cell, from, to: Math.min(nTrials, from + CHUNK) })),
    );
    const answers = await inParallel(new URL("./trial-worker.mjs", import.meta.url), tasks);
    const trials = cells.map((_, c) => answers.slice(c * starts.length, (c + 1) * starts.length).flat());
    const error = (100 * Math.sqrt((0.05 * 0.95) / nTrials)).toFixed(1);
    return `## N-of-1 trials: effects found where there are none

Trials of 20 scores without any effect, ${nTrials} a cell: AB phases whose change was drawn from 15 starts, and ten randomised pairs; a score
resembles the one before with correlation φ. Share of trials in percent in which an analysis finds an effect at the two-sided level of 5 %
(for intervals: no effect lies outside of 95 %; for the Bayesian model: the probability of a benefit is above .975 or below .025). 5.0 is known to ± ${error}
(one standard error). With 15 starts no p-value of the randomization test is below 1/15: it can find nothing at 5 %, whatever the scores. A dash: the
analysis has no answer for such a design. In brackets the share of trials without an answer, where there are any. What exceeds 5 % says so when it is used.

${table(cells, trials)}`;
  },
};

function table(cells, trials) {
  const head = [
    "analysis",
    "name",
    ...cells.map(({ design, phi }) => `${designs[design].label}, φ = ${phi}`),
  ];
  const rows = analyses.map(({ label, name }, a) => [
    label,
    `\`${name}\``,
    ...cells.map((_, c) => cellOf(trials[c].map((found) => found[a]))),
  ]);
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

function cellOf(rejections) {
  const found = rejections.filter((one) => one !== null);
  if (found.length === 0) return "–";
  const share = found.reduce((sum, one) => sum + one, 0) / found.length;
  const missing = rejections.length - found.length;
  const without = missing === 0 ? "" : ` (${((100 * missing) / rejections.length).toFixed(1)})`;
  return `${(100 * share).toFixed(1)}${without}`;
}
