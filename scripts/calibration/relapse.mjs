import { inParallel } from "./parallel.mjs";
import { BETWEEN_VISITS, counts, truths } from "./relapse-cells.mjs";

const CHUNK = 25;
const ASKED = 0.93;

/** Coverage of the median's default interval for courses seen at visits, and of maximum likelihood beside it. */
export const relapseStudy = {
  name: "relapse",
  nPatients: 500,
  slice: 2,
  async run(nPatients) {
    const cells = truths.flatMap((_, truth) => counts.map((n) => ({ truth, n })));
    const tasks = cells.flatMap((cell) =>
      Array.from({ length: Math.ceil(nPatients / CHUNK) }, (_, c) => ({
        ...cell,
        from: c * CHUNK,
        to: Math.min(nPatients, (c + 1) * CHUNK),
      })),
    );
    const answers = await inParallel(new URL("./relapse-worker.mjs", import.meta.url), tasks);
    const samples = ({ truth, n }) =>
      answers.filter((_, i) => tasks[i].truth === truth && tasks[i].n === n).flat();
    const found = cells.map((cell) => ({ ...cell, samples: samples(cell) }));
    const table = (shown) =>
      truths
        .map(({ name }, truth) => {
          const own = found.filter((cell) => cell.truth === truth).map((cell) => shown(cell.samples));
          return `| ${name} | ${own.join(" | ")} |`;
        })
        .join("\n");
    const error = (100 * Math.sqrt((0.95 * 0.05) / nPatients)).toFixed(1);
    return `## Time to relapse: the default interval of the median

Courses seen every ${BETWEEN_VISITS} days until they relapse, Weibull model, \`weak\` priors, ${nPatients} samples a cell. Coverage of the posterior's 95 %
interval in percent, with its median width in days behind it; a coverage of 95 % is known to ± ${error} (one standard error).
The widths of the priors were chosen among five on other samples of the same laws; truths further from them are not tried here.
${belowAsked(found)}

| truth | ${counts.map((n) => `${n} courses`).join(" | ")} |
| --- | ${counts.map(() => "---").join(" | ")} |
${table((all) => coverage(all.map(({ posterior }) => posterior)))}

The same samples by maximum likelihood with profile limits: coverage where the likelihood has a maximum, and in brackets the share
of samples that have none and are refused by name. The more regular the relapses and the rarer the visits, the more samples could
all have relapsed at one time. That is why the default has priors at every number of courses.

| truth | ${counts.map((n) => `${n} courses`).join(" | ")} |
| --- | ${counts.map(() => "---").join(" | ")} |
${table((all) => refusals(all.map(({ likelihood }) => likelihood)))}`;
  },
};

/** The cells that hold the truth too seldom, each with the side on which it was missed. */
function belowAsked(found) {
  const low = found
    .map(({ truth, n, samples }) => {
      const sides = samples.map(({ posterior }) => posterior.side);
      const held = sides.filter((side) => side === 0).length / sides.length;
      const shorter = sides.filter((side) => side < 0).length;
      const longer = sides.filter((side) => side > 0).length;
      const text = `${truths[truth].name}, ${n} courses (${(100 * held).toFixed(1)} %; ${shorter} intervals lay above the truth, ${longer} below it)`;
      return { held, text };
    })
    .filter(({ held }) => held < ASKED);
  if (low.length === 0) return `Every cell is at ${100 * ASKED} % or above.`;
  return `Below ${100 * ASKED} %: ${low.map(({ text }) => text).join("; ")}.`;
}

function coverage(intervals) {
  const widths = intervals.map(({ width }) => width).sort((a, b) => a - b);
  return `${held(intervals)} (${Number(widths[widths.length >> 1].toPrecision(2))})`;
}

function refusals(intervals) {
  const answered = intervals.filter((interval) => interval !== null);
  const refused = `${((100 * (intervals.length - answered.length)) / intervals.length).toFixed(0)} %`;
  return `${answered.length > 0 ? held(answered) : "–"} (${refused})`;
}

function held(intervals) {
  return ((100 * intervals.filter(({ side }) => side === 0).length) / intervals.length).toFixed(1);
}
