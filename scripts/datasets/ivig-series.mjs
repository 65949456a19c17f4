import { csv } from "./csv.mjs";
import { cite, FACTS_LICENCE, factOf, identify } from "./source.mjs";

const MODERATORS = [
  "year",
  "design",
  "population",
  "outcome",
  "pain",
  "overlaps",
  "certainty",
  "source",
  "note",
];
const SINGLE_ARM = ["series", "events", "n", ...MODERATORS];
const CONTROLLED = ["series", "events", "n", "events_control", "n_control", ...MODERATORS];

function rowOf(seed, { series, fact: name, population, outcome, pain, overlaps, note }) {
  const { events, n, eventsControl, nControl, certainty, basis, where } = factOf(seed, name);
  return {
    series,
    events,
    n,
    events_control: eventsControl,
    n_control: nControl,
    year: seed.source.year,
    design: seed.design,
    population,
    outcome,
    pain: pain ? "yes" : "no",
    overlaps: overlaps.join(";"),
    certainty,
    source: identify(seed.source),
    note,
    basis: basis ?? where,
  };
}

function inOrder(a, b) {
  return a.year - b.year || (a.series < b.series ? -1 : 1);
}

/** Some of the rows; overlaps name only series that are among them. */
function among(rows, belongs) {
  const kept = rows.filter(belongs);
  const names = new Set(kept.map(({ series }) => series));
  const own = (overlaps) => overlaps.split(";").filter((name) => names.has(name));
  return kept.map((row) => ({ ...row, overlaps: own(row.overlaps).join(";") }));
}

const COMMANDS = [
  "Each file in one command; `--keep` says which of the series that share patients stay, and the report names those left out:",
  `\`\`\`sh
nof1 pool datasets/ivig-series/controlled.csv --measure RR
nof1 pool datasets/ivig-series/sjogren.csv --measure PLO --keep levy-2003-sjogren morozumi-2009 rist-2011-global
nof1 pool datasets/ivig-series/painful.csv --measure PLO --keep goebel-2002-25 morozumi-2009
nof1 pool datasets/ivig-series/single-arm.csv --measure PLO --keep goebel-2002-25 goebel-2010-2pt levy-2003 morozumi-2009 rist-2011-mrs
\`\`\``,
  "What these pools cannot mean: `controlled.csv` has two trials in different diseases, with a relief of half of the pain in one and of 1 point in the other, so that their mean is of neither, and two of them leave its interval without use. `sjogren.csv` counts improvement of any kind in reports that were written because of it; only `kizawa-2006` and `morozumi-2009` are about pain. `painful.csv` has pain as the outcome in all rows, and 12 chronic pain syndromes beside neuropathy: of painful neuropathy alone there are `kizawa-2006` and `morozumi-2009`, which may share a patient, so that there is nothing to pool. Most rows of `single-arm.csv` are not about pain. Without a control group none of them says what immunoglobulin did.",
];

/** What published series say of how many improved on immunoglobulin. */
export function ivigSeries({ evidence }, { readSeries }) {
  const sources = evidence.filter(({ series }) => series.length > 0);
  const rows = sources.flatMap((seed) => seed.series.map((entry) => rowOf(seed, entry))).sort(inOrder);
  const isControlled = (row) => row.n_control !== undefined;
  const inferred = rows.filter(({ certainty }) => certainty !== "stated");
  const singleArm = rows.filter((row) => !isControlled(row));
  const file = (name, columns, kept) => ({ name, columns, text: csv(columns, kept) });
  const files = [
    file("single-arm.csv", SINGLE_ARM, singleArm),
    file(
      "sjogren.csv",
      SINGLE_ARM,
      among(singleArm, ({ population }) => population.startsWith("Sjögren")),
    ),
    file(
      "painful.csv",
      SINGLE_ARM,
      among(singleArm, ({ pain, design }) => pain === "yes" && !design.startsWith("randomised")),
    ),
    file("controlled.csv", CONTROLLED, rows.filter(isControlled)),
  ];
  const [allSingleArm, sjogren, painful, controlled] = files.map(({ text }) => readSeries(text));
  return {
    name: "ivig-series",
    title: "Published series of immunoglobulin in painful and other neuropathies",
    kind: "series",
    synthetic: false,
    citation: sources.map(({ source }) => cite(source)).join(" | "),
    licence: FACTS_LICENCE,
    seeds: sources.map(({ id }) => `seeds/evidence/${id}.json`),
    about: [
      "How many patients improved on immunoglobulin, by each series' own definition. `single-arm.csv` has no comparison; `controlled.csv` has placebo arms. Of `single-arm.csv`, `sjogren.csv` holds the rows of Sjögren syndrome and `painful.csv` those of series without randomisation whose outcome is pain; the randomised trials in painful neuropathy are `controlled.csv`.",
      "**Not to be pooled as it stands.** Outcomes and diseases differ (`outcome`, `population`, `pain`), and series named under `overlaps` share patients, or may: of such series pool one. Overlap that nobody has verified counts as overlap.",
      ...COMMANDS,
    ],
    files,
    inferred: [
      ...inferred.map(
        ({ series, events, n, certainty, basis }) => `${series}, ${events} of ${n}: ${certainty} (${basis})`,
      ),
      "`overlaps`: the review huma-2020 names every series that it cites and that it may include; which papers it includes was not read.",
    ],
    notUsed: [
      {
        what: "series of which only a share or a mean is known, and records without an outcome of immunoglobulin",
        why: "no count can be entered; they stay in seeds/evidence/",
      },
    ],
    notes: [],
    patients: [],
    constants: [
      {
        name: "ivigSeries",
        title:
          "Published series of immunoglobulin, by file; not to be pooled as they stand: see the README of the data set",
        shape: { name: "Series", from: "series" },
        type: "{ singleArm: Series[]; sjogren: Series[]; painful: Series[]; controlled: Series[] }",
        value: { singleArm: allSingleArm, sjogren, painful, controlled },
      },
    ],
  };
}
