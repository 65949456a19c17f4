import { cite, FACTS_LICENCE, factOf, identify, seedOf } from "./source.mjs";

const UNKNOWN = {
  n: null,
  mean: null,
  decimals: null,
  sd: null,
  median: null,
  minimum: null,
  maximum: null,
  lower: null,
  upper: null,
  step: null,
  estimand: null,
  label: null,
  unit: null,
  source: null,
};

function reportFile(name, unit, known) {
  const report = { ...UNKNOWN, unit, ...known };
  return { name, unit, text: `${JSON.stringify(report, null, 2)}\n`, columns: Object.keys(report) };
}

/** Five patients of whom a mean and a range are all that is known. */
export function morozumi2009({ evidence }, { readSummary }) {
  const seed = seedOf(evidence, "morozumi-2009");
  const mean = factOf(seed, "mean reduction of pain (VAS)").value;
  const { n } = factOf(seed, "improved");
  const persisted = seed.timeline.find(({ event }) => event === "improvement persisted");
  const source = identify(seed.source);
  const decimals = String(mean).split(".")[1]?.length ?? 0;
  const files = [
    reportFile("relief.json", "%", {
      n,
      mean,
      decimals,
      lower: 0,
      upper: 100,
      label: "Relief of pain",
      source,
    }),
    reportFile("duration.json", "month", {
      n,
      minimum: persisted.earliest,
      maximum: persisted.latest,
      lower: 0,
      label: "Duration of relief",
      source,
    }),
  ];
  const [relief, duration] = files.map(({ text }) => readSummary(text)[0]);
  return {
    name: seed.id,
    title: "Five patients, a mean and a range: painful Sjögren neuropathy",
    kind: "summary",
    synthetic: false,
    citation: cite(seed.source),
    licence: FACTS_LICENCE,
    seeds: ["seeds/evidence/morozumi-2009.json"],
    about: [
      "What the abstract says of five patients: pain lower by a mean of 73.4 % on days 2–14 after one course of 2 g/kg, improvement for 2 to 6 months, all five improved. No standard deviation, no score of any patient.",
      "`relief.json` is in percent of the pain before treatment, `duration.json` in months. `null` means that it isn't known.",
    ],
    files,
    inferred: [
      "`lower` of 0 % for relief: all five improved, so that none was worse.",
      "`upper` of 100 %: pain can't fall below none.",
      '`minimum` and `maximum` of the duration: "2 to 6 months" is read as the shortest and the longest of the five, in months as printed.',
      `\`estimand\` is left open: ${factOf(seed, "mean reduction of pain (VAS)").basis}.`,
      "`step` is left open: whether the scale was read in whole numbers isn't said. As a ratio of means of whole-number scores 73.4 % can't arise, so that it is a mean of ratios or the scale was finer.",
    ],
    notUsed: seed.notUsed,
    notes: seed.notes,
    patients: [],
    constants: [
      {
        name: "morozumi2009",
        title:
          "What the abstract says of five patients: relief in percent of the pain before, its duration in months",
        shape: { name: "SummaryReport", from: "summary-report" },
        type: "{ relief: SummaryReport; duration: SummaryReport }",
        value: { relief, duration },
      },
    ],
  };
}
