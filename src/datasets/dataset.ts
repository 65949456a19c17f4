/** What the files of a data set hold: scores of patients or of trials, a report without a spread, series to pool, or counts. */
export type DatasetKind = "patients" | "trials" | "summary" | "series" | "counts";

/** A data set that comes with the package, in the folder `datasets/<name>/`. */
export interface Dataset {
  name: string;
  title: string;
  kind: DatasetKind;
  /** Names of the files in the folder, besides its README. */
  files: string[];
  /** True where a generator made it up. */
  synthetic: boolean;
  /** Sources, separated by ` | `. */
  citation: string;
  licence: string;
}
