import { csv } from "./csv.mjs";
import { cite, FACTS_LICENCE, factOf, identify, seedOf } from "./source.mjs";

/** What each count of the review is called, and the fact that it is. */
const COUNTS = [
  ["Improved on IVIG", "improved on IVIG"],
  ["Stabilised on IVIG", "stabilised on IVIG"],
  ["Worsened on IVIG", "worsened on IVIG"],
  ["Treated with IVIG", "treated with IVIG"],
  ["Treated with rituximab", "treated with rituximab"],
  ["Treated with cyclophosphamide", "treated with cyclophosphamide"],
  ["Treated with glucocorticoids only", "treated with glucocorticoids only"],
  ["Not itemised by drug", "not itemised by drug"],
  ["Papers analysed of those found", "papers analysed of those found"],
];

function countsFile(seed) {
  const columns = ["label", "events", "n", "percent", "unit", "source"];
  const rows = COUNTS.map(([label, name]) => {
    const { events, n, percent, unit } = factOf(seed, name);
    return { label, events, n, percent, unit, source: identify(seed.source) };
  });
  return { name: "counts.csv", text: csv(columns, rows), columns };
}

/** The review's 62 patients by drug, and each of its counts as a report of its own. */
export function huma2020({ evidence }, { readSummary }) {
  const seed = seedOf(evidence, "huma-2020");
  const count = (name) => factOf(seed, name).events;
  const row = (treatment, fact) => ({ treatment, n: count(fact) });
  const columns = ["treatment", "n", "improved", "stabilised", "worsened"];
  const counts = countsFile(seed);
  const rows = [
    {
      ...row("immunoglobulin (IVIG)", "treated with IVIG"),
      improved: count("improved on IVIG"),
      stabilised: count("stabilised on IVIG"),
      worsened: count("worsened on IVIG"),
    },
    row("rituximab", "treated with rituximab"),
    row("cyclophosphamide", "treated with cyclophosphamide"),
    row("glucocorticoids only", "treated with glucocorticoids only"),
    row("not itemised", "not itemised by drug"),
  ];
  return {
    name: seed.id,
    title: "A review's 62 patients by drug: Sjögren neuropathies",
    kind: "counts",
    synthetic: false,
    citation: cite(seed.source),
    licence: FACTS_LICENCE,
    seeds: ["seeds/evidence/huma-2020.json"],
    about: [
      "A systematic review of 13 papers (3 case series, 10 case reports) with 62 patients in all. The abstract itemises 42 of them by drug and gives outcomes for the 22 on immunoglobulin only.",
      "`counts.csv` has every count as a report of its own, as `nof1 summary` reads it: the share of patients, with what its interval doesn't cover. The 13 of 116 papers are one search's count (116 found, 103 excluded): no sample of anything.",
      "The 18 of 22 is also a row of [`ivig-series`](../ivig-series/README.md), where the series that it may include are named.",
    ],
    files: [counts, { name: "treatments.csv", text: csv(columns, rows), columns }],
    inferred: seed.facts
      .filter(({ certainty }) => certainty !== "stated")
      .map(({ name, events, n, basis }) => `${name}, ${events} of ${n}: ${basis}`),
    notUsed: seed.notUsed,
    notes: seed.notes,
    patients: [],
    constants: [
      {
        name: "huma2020",
        title: "Every count of the review as a report of its own",
        shape: { name: "SummaryReport", from: "summary-report" },
        type: "SummaryReport[]",
        value: readSummary(counts.text),
      },
    ],
  };
}
