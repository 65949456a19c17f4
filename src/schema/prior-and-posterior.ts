import * as z from "zod/mini";

/** Median and interval of a quantity; null where it has none. */
export interface QuantityRange {
  estimate: number | null;
  lower: number | null;
  upper: number | null;
}

/** One quantity before and after the scores, in its natural unit. */
export interface QuantityLearned {
  /** Name in the code, such as `relief`. */
  parameter: string;
  label: string;
  unit: string;
  /** Number of the course; null where the quantity belongs to all. */
  course: number | null;
  prior: QuantityRange;
  posterior: QuantityRange;
  /** Share of what is known that the data added to the prior; null where it was not computed. */
  dataShare: number | null;
  /** What the ranges take for granted; null where they take nothing. */
  given: string | null;
}

/** What was taken for likely before the scores beside what is known with them. */
export interface PriorAndPosterior {
  kind: "prior-and-posterior";
  schemaVersion: 1;
  patient: string;
  /** What was scored; absent where the file names no outcomes. */
  outcome?: string;
  model: string;
  /** Name of the set of priors. */
  priors: string;
  nObservations: number;
  nCourses: number;
  /** Two-sided level of all ranges, in (0, 1). */
  level: number;
  rows: QuantityLearned[];
}

const nullableNumber = z.nullable(z.number());
const range = z.strictObject({ estimate: nullableNumber, lower: nullableNumber, upper: nullableNumber });

export const priorAndPosteriorSchema: z.ZodMiniType<PriorAndPosterior> = z.strictObject({
  kind: z.literal("prior-and-posterior"),
  schemaVersion: z.literal(1),
  patient: z.string(),
  outcome: z.optional(z.string()),
  model: z.string(),
  priors: z.string(),
  nObservations: z.int(),
  nCourses: z.int(),
  level: z.number().check(z.gt(0), z.lt(1)),
  rows: z.array(
    z.strictObject({
      parameter: z.string(),
      label: z.string(),
      unit: z.string(),
      course: z.nullable(z.int()),
      prior: range,
      posterior: range,
      dataShare: nullableNumber,
      given: z.nullable(z.string()),
    }),
  ),
});
