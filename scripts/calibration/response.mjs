import { inParallel } from "./parallel.mjs";
import { quantities, truths, visits } from "./response-cells.mjs";

const CHUNK = 25;
const LABELS = { relief: "relief R", T50: "T50", relapseDay: "relapse day", reliefDays: "relief-days" };

/** Coverage of the default posterior for one course, by truth and number of scores. */
export const responseStudy = {
  name: "response",
  nPatients: 1000,
  slice: 4,
  async run(nPatients) {
    const cells = truths.flatMap((_, truth) => Object.keys(visits).map((n) => ({ truth, n: Number(n) })));
    const tasks = cells.flatMap((cell) =>
      Array.from({ length: Math.ceil(nPatients / CHUNK) }, (_, c) => ({
        ...cell,
        from: c * CHUNK,
        to: Math.min(nPatients, (c + 1) * CHUNK),
      })),
    );
    const answers = await inParallel(new URL("./response-worker.mjs", import.meta.url), tasks);
    const rows = cells.map((cell) => {
      const patients = answers
        .filter((_, i) => tasks[i].truth === cell.truth && tasks[i].n === cell.n)
        .flat();
      return rowOf(truths[cell.truth].name, cell.n, patients);
    });
    return `## Response curves: the default posterior

One course, 0–10 in steps of 1, plateau curve, \`default\` priors, ${nPatients} patients a cell. Coverage of the 95 % interval in percent, with the
median width behind it; a coverage of 95 % is known to ± ${(100 * Math.sqrt((0.95 * 0.05) / nPatients)).toFixed(1)} (one standard error). T50 and the relapse day are
counted where the truth has them, against the interval given an effect and given that it is reached. "False claim" is a lower limit of relief above .1 without any
effect, "BF > 3" a Bayes factor above 3 against no effect in those same patients. "P(never)" is the mean probability that relief never reaches 30 %. "k̂ > .7" are posteriors that warned. 8,192 draws at most.

| truth | n | ${quantities.map((name) => LABELS[name]).join(" | ")} | false claims | BF > 3 | P(never) | k̂ > .7 |
| --- | --- | ${quantities.map(() => "---").join(" | ")} | --- | --- | --- | --- |
${rows.join("\n")}`;
  },
};

function rowOf(name, n, patients) {
  const cells = quantities.map((_, k) => {
    const counted = patients.map(({ rows }) => rows[k]).filter(({ held }) => held !== null);
    if (counted.length === 0) return "–";
    const widths = counted.map(({ width }) => width).sort((a, b) => a - b);
    const held = counted.filter((row) => row.held).length / counted.length;
    return `${(100 * held).toFixed(1)} (${Number(widths[widths.length >> 1].toPrecision(2))})`;
  });
  const none = patients.filter((patient) => patient.none);
  const convinced =
    none.length === 0 ? "–" : percent(none.filter(({ bayesFactor }) => bayesFactor > 3).length / none.length);
  const claims =
    none.length === 0 ? "–" : percent(none.filter(({ rows }) => rows[0].lower > 0.1).length / none.length);
  const never = patients.reduce((sum, patient) => sum + patient.never, 0) / patients.length;
  const failed = percent(patients.filter((patient) => patient.failed).length / patients.length);
  return `| ${name} | ${n} | ${cells.join(" | ")} | ${claims} | ${convinced} | ${never.toFixed(2)} | ${failed} |`;
}

function percent(share) {
  return `${(100 * share).toFixed(1)} %`;
}
