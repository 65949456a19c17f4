import type { Trial } from "../../src/schema/index.ts";

/** Columns of a trial with a score a day; a score that is null is missing. */
export interface DatedColumns {
  day: readonly number[];
  trt: readonly string[];
  y: readonly (number | null)[];
  block?: readonly number[];
  period?: readonly number[];
}

/** A trial of columns, as the reader would make it. */
export function datedTrial({ day, trt, y, block, period }: DatedColumns, patient = "made up"): Trial {
  const scores: Trial["scores"] = [];
  const missed: NonNullable<Trial["missed"]> = [];
  y.forEach((score, i) => {
    const place = {
      treatment: trt[i]!,
      period: period?.[i] ?? i + 1,
      block: block?.[i] ?? null,
      day: day[i]!,
    };
    if (score === null) missed.push({ ...place, nBefore: scores.length });
    else scores.push({ ...place, score });
  });
  return { patient, treatments: [...new Set(trt)], scores, ...(missed.length > 0 && { missed }) };
}
