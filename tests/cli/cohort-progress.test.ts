import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { cohortProgress } from "../../src/cli/cohort/cohort-progress.ts";
import type { Io } from "../../src/cli/io.ts";

function watched(): { io: Io; shown: string[] } {
  const shown: string[] = [];
  const io: Io = {
    stdout: () => {},
    stderr: () => {},
    stdin: async () => new Uint8Array(),
    showProgress: (text) => shown.push(text),
  };
  return { io, shown };
}

describe("the progress of a cohort", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("is shown after a second, once for each percent, and wiped at the end", () => {
    const { io, shown } = watched();
    const { progress, end } = cohortProgress({}, io);
    progress("chain 1", 1, 200);
    expect(shown).toEqual([]);
    vi.advanceTimersByTime(1500);
    for (const done of [100, 101, 150]) progress("chain 1", done, 200);
    end();
    expect(shown).toEqual(["chain 1: 50 %", "chain 1: 75 %", ""]);
  });

  it("is not shown to those who asked for quiet, nor for less than a second", () => {
    const { io, shown } = watched();
    const quiet = cohortProgress({ quiet: true }, io);
    vi.advanceTimersByTime(5000);
    quiet.progress("limits", 1, 2);
    quiet.end();
    const fast = cohortProgress({}, io);
    fast.progress("limits", 1, 2);
    fast.end();
    expect(shown).toEqual([]);
  });
});
