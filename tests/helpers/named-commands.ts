import { seriesTrials } from "./trial-series.ts";

/** Gives a name: of a patient, a series, a treatment, a note; the same number, the same name. */
export type NameOf = (n: number) => string;

/** A command that writes a report, with what it reads, in which every name is chosen. */
export interface NamedCommand {
  /** What kind of page it writes. */
  page: string;
  /** Without `--format`. */
  argv(name: NameOf): readonly string[];
  /** For the standard input. */
  input(name: NameOf): string;
  /** Whether the names of the input stand in the report. */
  named: boolean;
  /** Whether it takes seconds, so that not every format is worth the while. */
  slow?: boolean;
}

const table = (rows: readonly object[]): string => JSON.stringify({ rows });

const scores = [
  [0, 9],
  [7, 5],
  [14, 3],
  [45, 2],
  [90, 5],
  [120, 8],
] as const;

const patient = (name: NameOf, n: number): object[] =>
  scores.map(([day, score], i) => ({
    patient: name(n),
    day,
    score: Math.min(10, score + (n % 2)),
    dose_g_per_kg: i === 0 ? 2 : null,
    note: i === 1 ? name(90) : null,
    outcome: name(91),
  }));

const trial = (name: NameOf): object[] =>
  [7, 4, 8, 3, 6, 4, 7, 5].map((score, i) => ({
    patient: name(1),
    block: Math.floor(i / 2) + 1,
    period: i + 1,
    treatment: name(20 + (i % 2)),
    score,
  }));

const trials = (name: NameOf): object[] =>
  seriesTrials.flatMap(({ scores: rows }, n) =>
    rows.map(({ treatment, period, block, score }) => ({
      patient: name(n + 1),
      treatment: name(treatment === "A" ? 20 : 21),
      period,
      block,
      score,
    })),
  );

const counted = (name: NameOf): object[] =>
  [
    [7, 11, 2, 12],
    [12, 30, 9, 30],
    [5, 9, 3, 10],
  ].map(([events, n, events_control, n_control], i) => ({
    series: name(i + 1),
    events,
    n,
    events_control,
    n_control,
    outcome: name(91),
    note: name(90),
  }));

const estimates = (name: NameOf): object[] =>
  [-6, -5, -3, -4, -2].map((estimate, i) => ({
    series: name(i + 1),
    estimate,
    variance: 0.4 + i / 10,
    paper: name(30 + (i >> 1)),
    dose: i,
  }));

const one = (
  page: string,
  argv: (name: NameOf) => readonly string[],
  input: (name: NameOf) => string,
  named = true,
): NamedCommand => ({ page, argv, input, named });

const fromRows =
  (rows: (name: NameOf) => object[]): ((name: NameOf) => string) =>
  (name) =>
    table(rows(name));
const onePatient = fromRows((name) => patient(name, 1));
const wald = ["--interval", "wald"];

/** Every command that writes reports, each of its kinds of page once. */
export const namedCommands: readonly NamedCommand[] = [
  one("response", () => ["response", "-"], onePatient),
  one("response without a posterior", () => ["response", "-", ...wald], onePatient),
  { ...one("comparison of models", () => ["compare", "-", ...wald], onePatient), slow: true },
  one("diagnostics", () => ["diagnose", "-"], onePatient),
  one("next", () => ["next", "-", "--course", "150"], onePatient),
  one(
    "cohort",
    () => ["cohort", "-", ...wald],
    fromRows((name) => [1, 2, 3].flatMap((n) => patient(name, n))),
  ),
  one(
    "relapse",
    () => ["relapse", "-", "--time", "60"],
    fromRows((name) =>
      [30, 60, 61, 90, 120, 200].map((lower, i) => ({
        patient: name(i + 1),
        course: 1,
        lower,
        upper: i === 5 ? null : lower + 10,
      })),
    ),
  ),
  one("relapse after scores", () => ["relapse", "-"], onePatient, false),
  one(
    "trial",
    () => ["trial", "-", "--design", "randomized-pairs", "--improvement", "decrease", "--model", "paired-t"],
    fromRows(trial),
  ),
  one(
    "series of trials",
    () => ["trial", "-", "--series", "--improvement", "decrease", "--threshold", "2"],
    fromRows(trials),
  ),
  one(
    "schedule",
    (name) => {
      // Commas part the names of treatments.
      const treatments = [20, 21].map((n) => name(n).replaceAll(",", " ")).join(",");
      return [
        "design",
        "randomized-pairs",
        "--treatments",
        treatments,
        "--n-pairs",
        "4",
        "--period-days",
        "28",
      ];
    },
    () => "",
  ),
  one(
    "power",
    () => ["power", "--pairs", "4,6", "--effect", "2", "--sd", "1.5", "--replicates", "100"],
    () => "",
    false,
  ),
  one("pool of counts", () => ["pool", "-", "--measure", "RR", "--diagnostics"], fromRows(counted)),
  one(
    "pool of estimates with a regression",
    () => ["pool", "-", "--moderator", "dose", "--at", "dose=2"],
    fromRows(estimates),
  ),
  one("pool by Bayes' rule", () => ["pool", "-", "--bayes", "--measure", "RR"], fromRows(counted)),
  one("multilevel pool", () => ["pool", "-", "--multilevel", "paper", "series"], fromRows(estimates)),
  one("exact pool", () => ["pool", "-", "--exact"], fromRows(counted)),
  one(
    "pool of summaries",
    () => ["pool", "-", "--measure", "relief-mean-of-ratios"],
    fromRows((name) => [
      { series: name(1), n: 5, mean_percent: 73.4, lower_bound: 0, upper_bound: 100, decimals: 1 },
      { series: name(2), n: 8, mean_percent: 60, sd_percent: 20 },
    ]),
  ),
  one("evidence", () => ["pool", "-", "--evidence"], fromRows(counted)),
  one(
    "proportion",
    () => ["proportion", "18", "22"],
    () => "",
    false,
  ),
  one(
    "summary",
    () => ["summary", "-", "--scores", "0-10:1"],
    (name) => table([{ n: 5, mean: 73.4, decimals: 1, lower: 0, upper: 100, label: name(1), unit: "%" }]),
  ),
  one(
    "summaries",
    () => ["summary", "-"],
    (name) =>
      table([
        { n: 5, mean: 73.4, decimals: 1, lower: 0, upper: 100, label: name(1), unit: "%" },
        { n: 22, events: 18, label: name(2) },
      ]),
  ),
];
