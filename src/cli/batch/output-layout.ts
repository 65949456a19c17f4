import { join } from "node:path";

/** Where things stand in an output, and in the folder of a run that is not finished, which is gone at the end. */
export interface OutputLayout {
  out: string;
  manifest: string;
  /** What the run needs besides reports; removed at the end. */
  state: string;
  lock: string;
  /** What the run is, written before the first report. */
  run: string;
  /** Patients without a report, by index. */
  failures: string;
  /** What is being written. */
  temporary: string;
}

/** Files that stand beside the patients' folders; the manifest comes last. */
export const SUMMARY_FILES = ["index.html", "results.csv", "results.jsonl", "manifest.json"] as const;

/** Files in a patient's folder. */
export const REPORT_FILES = ["result.json", "chart.svg", "report.html"] as const;

/** Name of the folder of an unfinished run. */
export const STATE_FOLDER = ".nof1";

export function outputLayout(out: string): OutputLayout {
  const state = join(out, STATE_FOLDER);
  return {
    out,
    manifest: join(out, "manifest.json"),
    state,
    lock: join(state, "lock"),
    run: join(state, "run.json"),
    failures: join(state, "failures"),
    temporary: join(state, "temporary"),
  };
}
