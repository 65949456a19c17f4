import * as z from "zod/mini";

/** What a paper gives of one series of patients: numbers by their column, such as `n`, `mean`, `sd_control`. */
export interface SeriesSummary {
  [quantity: string]: number;
}

/** One series as it was given. */
export interface Series {
  series: string;
  summary: SeriesSummary;
  /** Names of series that share patients with this one. */
  overlaps: string[];
  /** Further columns. */
  moderators: { [name: string]: number | string };
  note: string | null;
}

/** An effect estimate of one series, ready to be pooled. */
export interface EffectEstimate {
  /** On the measure's own scale, such as the log of a ratio. */
  estimate: number;
  /** Sampling variance, in squared units of the estimate; > 0. */
  variance: number;
  /** Name for tables and pictures; its place in the list where it is absent. */
  series?: string;
  /** Patients. */
  n?: number;
  overlaps?: string[];
  /** The numbers that the estimate was made of. */
  summary?: SeriesSummary;
  moderators?: { [name: string]: number | string };
}

export const seriesSchema: z.ZodMiniType<Series> = z.strictObject({
  series: z.string().check(z.minLength(1)),
  summary: z.record(z.string(), z.number()),
  overlaps: z.array(z.string()),
  moderators: z.record(z.string(), z.union([z.number(), z.string()])),
  note: z.nullable(z.string()),
});
