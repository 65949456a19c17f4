import type { Io } from "../io.ts";

/**
 * Shows how far a long computation is, in one line on a terminal that is wiped at the end; nothing elsewhere.
 *
 * @param what What is counted, such as `trials simulated`.
 */
export function progressLine(
  what: string,
  { quiet = false }: { quiet?: boolean },
  io: Io,
): { show(progress: { done: number; total: number }): void; end(): void } {
  const show = quiet ? undefined : io.showProgress;
  let shown = "";
  return {
    show({ done, total }) {
      const text = `${Math.floor((100 * done) / total)} % of ${total} ${what}`;
      if (text === shown) return;
      shown = text;
      show?.(text);
    },
    end: () => show?.(""),
  };
}
