import type { Io } from "../io.ts";

/** How far a batch is. */
export interface BatchProgress {
  done: number;
  total: number;
  failures: number;
  elapsedMs: number;
}

const BAR_CELLS = 24;
const REDRAW_MS = 100;

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Bar, rate, time left and failures in one line; red only where colour is wanted. */
export function progressText({ done, total, failures, elapsedMs }: BatchProgress, color: boolean): string {
  const filled = total === 0 ? BAR_CELLS : Math.floor((BAR_CELLS * done) / total);
  const bar = `[${"#".repeat(filled)}${"-".repeat(BAR_CELLS - filled)}]`;
  const perSecond = elapsedMs > 0 ? (1000 * done) / elapsedMs : 0;
  const left = perSecond > 0 ? ` · ${duration((total - done) / perSecond)} left` : "";
  const failed = failures === 0 ? "" : `${failures} without a report`;
  const words = failed === "" ? "" : ` · ${color ? `\x1b[31m${failed}\x1b[0m` : failed}`;
  return `${bar} ${done} of ${total} · ${perSecond.toFixed(1)} a second${left}${words}`;
}

/** Shows a batch on a terminal; says nothing elsewhere. */
export function batchProgress(
  total: number,
  quiet: boolean,
  io: Io,
): { add(failure: boolean): void; end(): void } {
  const show = quiet ? undefined : io.showProgress;
  const color = (process.env.NO_COLOR ?? "") === "";
  const start = performance.now();
  let [done, failures, shownAt] = [0, 0, Number.NEGATIVE_INFINITY];
  return {
    add(failure) {
      done++;
      if (failure) failures++;
      const now = performance.now();
      if (now - shownAt < REDRAW_MS && done < total) return;
      shownAt = now;
      show?.(progressText({ done, total, failures, elapsedMs: now - start }, color));
    },
    end: () => show?.(""),
  };
}
