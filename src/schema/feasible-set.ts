import * as z from "zod/mini";

/** Every value that one quantity of a report can have. */
export interface FeasibleQuantity {
  /** `mean`, `sd`, `median`, `minimum`, `maximum`, `lowerQuartile`, `upperQuartile` or `events`. */
  quantity: string;
  /** null: no end. */
  lower: number | null;
  upper: number | null;
  /** As printed; null where the report does not give it. */
  reported: number | null;
}

/** Two or more statements of a report that no sample can meet together. */
export interface SummaryClash {
  /** Names of the statements that clash, such as `mean` and `maximum`. */
  quantities: string[];
  /** What was found, against what must be true. */
  message: string;
}

/** What must be true of every sample that fits a report. */
export interface FeasibleSet {
  /** Empty where there are clashes: nothing is true of a sample that can't be. */
  quantities: FeasibleQuantity[];
  /** Empty where some sample fits. */
  clashes: SummaryClash[];
  /** True where every end is reached by some sample; false where a condition was left out, which a note says. */
  sharp: boolean;
  /** Conventions used and conditions left out, one sentence each. */
  notes: string[];
}

const end = z.nullable(z.number());

export const feasibleSetSchema: z.ZodMiniType<FeasibleSet> = z.strictObject({
  quantities: z.array(z.strictObject({ quantity: z.string(), lower: end, upper: end, reported: end })),
  clashes: z.array(z.strictObject({ quantities: z.array(z.string()), message: z.string() })),
  sharp: z.boolean(),
  notes: z.array(z.string()),
});
