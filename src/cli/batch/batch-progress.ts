import type { Io } from "../io.ts";

/** How far a batch is. */
export interface BatchProgress {
  done: number;
  total: number;
  failures: number;
  elapsedMs: number;
}

/** How the line is drawn. */
export interface ProgressLook {
  color: boolean;
  /** Width of the terminal: the bar gives way, so that the line stays one line. */
  columns: number;
  /** What is being done, where it is not the reports. */
  doing?: string;
}

const BAR_CELLS = 24;
const REDRAW_MS = 100;

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function bar(done: number, total: number, cells: number): string {
  if (cells < 4) return "";
  const filled = total === 0 ? cells : Math.floor((cells * done) / total);
  return `[${"#".repeat(filled)}${"-".repeat(cells - filled)}] `;
}

/** Bar, rate, time left and failures in one line; red only where colour is wanted. */
export function progressText(
  { done, total, failures, elapsedMs }: BatchProgress,
  { color, columns, doing }: ProgressLook,
): string {
  const perSecond = elapsedMs > 0 ? (1000 * done) / elapsedMs : 0;
  const isWaiting = done < total && perSecond > 0;
  const words = [
    `${doing === undefined ? "" : `${doing} `}${done} of ${total}`,
    `${perSecond.toFixed(1)} a second`,
    ...(isWaiting ? [`${duration((total - done) / perSecond)} left`] : []),
    ...(failures > 0 ? [`${failures} without a report`] : []),
  ];
  const plain = words.join(" · ");
  const cells = Math.min(BAR_CELLS, columns - plain.length - "[] ".length - 1);
  const failed = words.at(-1)!;
  const text = failures > 0 && color ? `${plain.slice(0, -failed.length)}\x1b[31m${failed}\x1b[0m` : plain;
  return plain.length < columns ? `${bar(done, total, cells)}${text}` : plain.slice(0, columns - 1);
}

/** Shows a batch on a terminal; says nothing elsewhere. */
export function batchProgress(
  total: number,
  quiet: boolean,
  io: Io,
  doing?: string,
): { add(failure: boolean): void; end(): void } {
  const show = quiet ? undefined : io.showProgress;
  const color = (process.env.NO_COLOR ?? "") === "";
  const start = performance.now();
  let [done, failures, shownAt] = [0, 0, start];
  const draw = (now: number): void => {
    // A terminal may be made wider or narrower meanwhile; one that does not tell its width has 0.
    const look = { color, columns: process.stderr.columns || 80, ...(doing !== undefined && { doing }) };
    show?.(progressText({ done, total, failures, elapsedMs: now - start }, look));
  };
  draw(start);
  return {
    add(failure) {
      done++;
      if (failure) failures++;
      const now = performance.now();
      if (now - shownAt < REDRAW_MS && done < total) return;
      shownAt = now;
      draw(now);
    },
    end: () => show?.(""),
  };
}
