/** Everything that computes: all but charts, reports, readers and schemas. */
const COMPUTING = ["response", "relapse", "trial", "pooling", "cohort", "inference", "math", "datasets"];

const call = (what, name, subpath, ceiling) => ({
  what: `${what}: \`${name}\``,
  code: `export { ${name} } from "${subpath}";`,
  ceiling,
});

const whole = (subpath, ceiling) => ({
  what: `All of \`nof1/${subpath}\``,
  code: `import * as all from "nof1/${subpath}"; export { all };`,
  ceiling,
});

/** What is measured, with its ceiling in kB (1000 bytes) after minifying and gzip. */
export const measuredImports = [
  call("One curve through points", "leastSquares", "nof1/math", 15),
  call("One patient's response", "fitResponse", "nof1", 35),
  call("Time to relapse", "fitRelapse", "nof1", 35),
  call("Time to relapse, no law", "kaplanMeier", "nof1", 15),
  call("An N-of-1 trial", "analyzeTrial", "nof1", 35),
  call("An N-of-1 trial, the test alone", "randomizationTest", "nof1", 15),
  call("Power of a trial", "trialPower", "nof1", 35),
  call("A few series", "poolEstimates", "nof1", 35),
  call("A few series, Bayes", "poolBayes", "nof1", 35),
  call("Series without a standard deviation", "poolSummaries", "nof1", 35),
  call("A report without a standard deviation", "describeSummary", "nof1", 35),
  call("One proportion", "proportionInterval", "nof1", 15),
  call("Several patients", "fitCohort", "nof1", 66),
  call("Reading a patient's file", "readPatients", "nof1", 35),
  ...[
    ["response", 65],
    ["relapse", 52],
    ["trial", 80],
    ["pooling", 107],
    ["cohort", 68],
    ["inference", 60],
    ["math", 45],
    ["datasets", 10],
  ].map(([subpath, ceiling]) => whole(subpath, ceiling)),
  {
    what: "Everything but charts, reports and readers",
    code: `${COMPUTING.map((subpath) => `import * as ${subpath} from "nof1/${subpath}";`).join("\n")}
export { ${COMPUTING.join(", ")} };`,
    ceiling: 295,
  },
];
