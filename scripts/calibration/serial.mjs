import { inParallel } from "./parallel.mjs";
import { truths } from "./response-cells.mjs";

const N = 12;
const TRUTH = truths.findIndex(({ serialCorrelation }) => serialCorrelation === 0.97);

/** Why coverage falls under strong serial correlation: the same patients analysed with and without it. */
export const serialStudy = {
  name: "serial",
  nPatients: 100,
  slice: 2,
  async run(nPatients) {
    const chunk = 5;
    const tasks = Array.from({ length: Math.ceil(nPatients / chunk) }, (_, c) => ({
      truth: TRUTH,
      n: N,
      from: c * chunk,
      to: Math.min(nPatients, (c + 1) * chunk),
    }));
    const answers = (await inParallel(new URL("./serial-worker.mjs", import.meta.url), tasks)).flat();
    const row = (label, key) => {
      const widths = answers.map((one) => one[key].width).sort((a, b) => a - b);
      const held = answers.filter((one) => one[key].held).length / answers.length;
      return `| ${label} | ${(100 * held).toFixed(0)} | ${widths[widths.length >> 1].toFixed(0)} |`;
    };
    return `## Why strong serial correlation costs coverage

The relapse day of ${nPatients} of the patients above with φ = .97 a day and ${N} scores, analysed as if their deviations were independent, and
with the correlation that made them (\`serialCorrelation\`): coverage of the 95 % interval in percent, and its median width in days.

| analysis | coverage | width |
| --- | --- | --- |
${row("independent deviations", "independent")}
${row("with the correlation", "correlated")}`;
  },
};
