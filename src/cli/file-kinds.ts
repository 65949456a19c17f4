import {
  readPatients,
  readRelapses,
  readSeries,
  readSummary,
  readTrials,
  tableColumns,
} from "../read/index.ts";
import type { Patient } from "../schema/patient.ts";
import type { RelapseRow } from "../schema/relapse.ts";
import type { Scale } from "../schema/scale.ts";
import type { Trial } from "../schema/trial.ts";
import type { InputText } from "./files.ts";

/** One kind of file that a researcher brings. */
export interface FileKind {
  /** What such a file holds, such as `relapses`. */
  name: string;
  /** Columns that tell it from the others. */
  marks: readonly string[];
  /** Columns that it never has, where its marks stand in other kinds too. */
  never?: readonly string[];
  /**
   * Reads it and counts what it holds.
   *
   * @throws {InputError} with every problem of the file.
   */
  describe(input: InputText, scale: Scale | undefined): string;
}

function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${n} ${n === 1 ? noun : plural}`;
}

function describePatients(patients: readonly Patient[]): string {
  const people = new Map(patients.map((one) => [one.patient, one]));
  const outcomes = new Set(patients.flatMap(({ outcome }) => (outcome === undefined ? [] : [outcome])));
  const sum = (counts: number[]): number => counts.reduce((total, n) => total + n, 0);
  const missed = sum([...people.values()].map(({ missedVisits }) => missedVisits?.length ?? 0));
  return [
    count(people.size, "patient"),
    ...(outcomes.size > 0 ? [count(outcomes.size, "outcome")] : []),
    count(sum(patients.map(({ scores }) => scores.length)), "score"),
    count(sum([...people.values()].map(({ courses }) => courses.length)), "course"),
    ...(missed > 0 ? [count(missed, "missed visit")] : []),
  ].join(", ");
}

function describeRelapses(rows: readonly RelapseRow[]): string {
  const named = new Set(rows.flatMap(({ patient }) => (patient === undefined ? [] : [patient])));
  const covariates = new Set(rows.flatMap(({ covariates: own = {} }) => Object.keys(own)));
  return [
    ...(named.size > 0 ? [count(named.size, "patient")] : []),
    count(rows.length, "course"),
    count(rows.filter(({ upper }) => upper !== null).length, "relapse"),
    ...(covariates.size > 0 ? [count(covariates.size, "covariate")] : []),
  ].join(", ");
}

function describeTrials(trials: readonly Trial[]): string {
  const scores = trials.flatMap((trial) => trial.scores);
  return [
    count(trials.length, "trial"),
    count(new Set(scores.map(({ treatment }) => treatment)).size, "treatment"),
    count(scores.length, "score"),
  ].join(", ");
}

export const relapsesKind: FileKind = {
  name: "relapses",
  marks: ["lower", "upper"],
  describe: ({ text, path }) => describeRelapses(readRelapses(text, { path })),
};

const seriesKind: FileKind = {
  name: "series",
  marks: ["series"],
  describe: ({ text, path }) => count(readSeries(text, { path }).length, "series", "series"),
};

const summariesKind: FileKind = {
  name: "reports",
  marks: ["n"],
  never: ["patient", "course", "score", "series", "treatment"],
  describe: ({ text, path }) => count(readSummary(text, { path }).length, "report"),
};

const trialsKind: FileKind = {
  name: "trials",
  marks: ["treatment", "score"],
  describe: ({ text, path }) => describeTrials(readTrials(text, { path })),
};

export const patientsKind: FileKind = {
  name: "patients",
  marks: ["score"],
  describe: ({ text, path, stem }, scale) =>
    describePatients(readPatients(text, { path, patient: stem, ...(scale && { scale }) })),
};

/** Every kind, the one that is told for certain first, then the one told by more columns. */
const fileKinds: readonly FileKind[] = [summariesKind, relapsesKind, seriesKind, trialsKind, patientsKind];

/** What a file holds, by the columns that it has; patients where no column tells. */
export function fileKindOf(text: string): FileKind {
  const columns = tableColumns(text);
  const shareOf = ({ marks, never = [] }: FileKind): number =>
    never.some((name) => columns.has(name))
      ? 0
      : marks.filter((mark) => columns.has(mark)).length / marks.length;
  const best = fileKinds.reduce((most, kind) => (shareOf(kind) > shareOf(most) ? kind : most));
  return shareOf(best) > 0 ? best : patientsKind;
}
