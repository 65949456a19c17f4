import type { CohortProgress } from "../../cohort/index.ts";
import type { Io } from "../io.ts";

const PATIENCE_MS = 1000;

/** Shows how far a cohort is, once it has taken a second, on a terminal that is wiped at the end; nothing elsewhere. */
export function cohortProgress(
  { quiet = false }: { quiet?: boolean },
  io: Io,
): { progress: CohortProgress; end(): void } {
  const show = quiet ? undefined : io.showProgress;
  const start = Date.now();
  let shown = "";
  return {
    progress(stage, done, total) {
      const text = `${stage}: ${Math.floor((100 * done) / Math.max(1, total))} %`;
      if (!show || text === shown || Date.now() - start < PATIENCE_MS) return;
      shown = text;
      show(text);
    },
    end: () => {
      if (shown !== "") show?.("");
    },
  };
}
