import * as z from "zod/mini";

/** Which ends of an interval exist within the model. */
export type Bound = "closed" | "open-lower" | "open-upper" | "open";

/** One estimated quantity: a flat row, ready for a table, a CSV file or a chart. */
export interface Estimate {
  /** Name in the code, such as `relief`. */
  parameter: string;
  /** Name for people, such as `Relief`. */
  label: string;
  /** Unit of the four numbers below: `fraction`, `day`, `score`, `score × day`. */
  unit: string;
  /** null where the quantity does not exist, such as a relapse day that is never reached. */
  estimate: number | null;
  standardError: number | null;
  /** null where the interval has no end on that side; `bound` then says so. */
  lower: number | null;
  upper: number | null;
  /** Two-sided coverage aimed at, in (0, 1). */
  level: number;
  /** Name of the interval method. */
  method: string;
  bound: Bound;
  /** What the row takes for granted, such as `an effect`; absent where it takes nothing. */
  given?: string;
  /** Share of what is known that the data added to the prior, in [0, 1]; absent where there is no prior. */
  dataShare?: number;
  patient?: string;
  /** Number of the course, from 1. */
  course?: number;
  series?: string;
  outcome?: string;
}

export const boundSchema: z.ZodMiniType<Bound> = z.enum(["closed", "open-lower", "open-upper", "open"]);

const nullableNumber = z.nullable(z.number());

/** The fields of a row, for shapes that add their own. */
export const estimateFields: { [Field in keyof Estimate]-?: z.ZodMiniType<Estimate[Field]> } = {
  parameter: z.string(),
  label: z.string(),
  unit: z.string(),
  estimate: nullableNumber,
  standardError: nullableNumber,
  lower: nullableNumber,
  upper: nullableNumber,
  level: z.number().check(z.gt(0), z.lt(1)),
  method: z.string(),
  bound: boundSchema,
  given: z.optional(z.string()),
  dataShare: z.optional(z.number()),
  patient: z.optional(z.string()),
  course: z.optional(z.int()),
  series: z.optional(z.string()),
  outcome: z.optional(z.string()),
};

export const estimateSchema: z.ZodMiniType<Estimate> = z.strictObject(estimateFields);
