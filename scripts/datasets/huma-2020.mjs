import { csv } from "./csv.mjs";
import { cite, FACTS_LICENCE, factOf, seedOf } from "./source.mjs";

/** The review's 62 patients by drug. */
export function huma2020({ evidence }) {
  const seed = seedOf(evidence, "huma-2020");
  const count = (name) => factOf(seed, name).events;
  const row = (treatment, fact) => ({ treatment, n: count(fact) });
  const columns = ["treatment", "n", "improved", "stabilised", "worsened"];
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
      "The 18 of 22 is also a row of [`ivig-series`](../ivig-series/README.md), where the series that it may include are named.",
    ],
    files: [{ name: "treatments.csv", text: csv(columns, rows), columns }],
    inferred: seed.facts
      .filter(({ certainty }) => certainty !== "stated")
      .map(({ name, events, n, basis }) => `${name}, ${events} of ${n}: ${basis}`),
    notUsed: seed.notUsed,
    notes: seed.notes,
    patients: [],
  };
}
