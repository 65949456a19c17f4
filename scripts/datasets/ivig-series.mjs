import { csv } from "./csv.mjs";
import { cite, FACTS_LICENCE, factOf, identify } from "./source.mjs";

const MODERATORS = ["year", "population", "outcome", "pain", "overlaps", "certainty", "source", "note"];
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

/** What published series say of how many improved on immunoglobulin. */
export function ivigSeries({ evidence }) {
  const sources = evidence.filter(({ series }) => series.length > 0);
  const rows = sources.flatMap((seed) => seed.series.map((entry) => rowOf(seed, entry))).sort(inOrder);
  const isControlled = (row) => row.n_control !== undefined;
  const inferred = rows.filter(({ certainty }) => certainty !== "stated");
  const file = (name, columns, kept) => ({ name, columns, text: csv(columns, kept) });
  return {
    name: "ivig-series",
    title: "Published series of immunoglobulin in painful and other neuropathies",
    kind: "series",
    synthetic: false,
    citation: sources.map(({ source }) => cite(source)).join(" | "),
    licence: FACTS_LICENCE,
    seeds: sources.map(({ id }) => `seeds/evidence/${id}.json`),
    about: [
      "How many patients improved on immunoglobulin, by each series' own definition. `single-arm.csv` has no comparison; `controlled.csv` has placebo arms.",
      "**Not to be pooled as it stands.** Outcomes and diseases differ (`outcome`, `population`, `pain`), and series named under `overlaps` share patients, or may: of such series pool one. Overlap that nobody has verified counts as overlap.",
    ],
    files: [
      file(
        "single-arm.csv",
        SINGLE_ARM,
        rows.filter((row) => !isControlled(row)),
      ),
      file("controlled.csv", CONTROLLED, rows.filter(isControlled)),
    ],
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
  };
}
