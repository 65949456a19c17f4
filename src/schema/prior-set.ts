import * as z from "zod/mini";

/** A normal prior on the working scale; `sd: null` is flat. */
export interface NormalPriorSetting {
  mean: number;
  sd: number | null;
}

/** A named set of priors, stated for a 0–10 scale and carried over to others. */
export interface PriorSet {
  name: string;
  /**
   * The baseline, counted from the best score of a 0–10 scale towards the worst. Its mean is a number, or taken from the
   * patient's scores before the first course.
   */
  baseline: { mean: number | "before-first-course"; sd: number | null };
  /** Log of the residual standard deviation; never flat, for rounded scores have no maximum likelihood without it. */
  residualSd: { mean: number; sd: number };
  /** Curve parameters by name, on their working scale. */
  parameters: Readonly<Record<string, NormalPriorSetting>>;
  /**
   * Standard deviation between the courses of one patient, on the working scale; that of `baseline`, which counts where
   * courses have baselines of their own, in points of a 0–10 scale.
   */
  spreads: Readonly<Record<string, number>>;
  /** Prior probability that no course has any effect. */
  noEffectProbability: number;
}

/** A set of priors as a file tells it: what it leaves out is as in the set it starts from. */
export interface PriorFile extends Partial<PriorSet> {
  name: string;
  /** Name of the set to start from. */
  base?: string;
}

const number = z.number("must be a number");
const sd = z.number("must be a number above 0").check(z.positive("must be a number above 0"));
const sdOrFlat = z.nullable(
  z
    .number("must be a number above 0, or null for a flat prior")
    .check(z.positive("must be a number above 0, or null for a flat prior")),
);
const SETTING = 'must be an object such as { "mean": 0, "sd": 1 }';
const name = z.string("must be a text").check(z.regex(/\S/u, "must be a text of at least one letter"));
const NOT_FLAT =
  "must be a number above 0: residualSd cannot be flat, for rounded scores then have no answer";
const MEAN = 'must be a number or "before-first-course"';
const PROBABILITY = "must be a probability from 0 to below 1";

/** Messages say what is needed; what was found stands in the file. */
export const priorFileSchema: z.ZodMiniType<PriorFile> = z.strictObject(
  {
    name,
    base: z.optional(name),
    baseline: z.optional(
      z.strictObject(
        { mean: z.union([number, z.literal("before-first-course")], MEAN), sd: sdOrFlat },
        SETTING,
      ),
    ),
    residualSd: z.optional(
      z.strictObject({ mean: number, sd: z.number(NOT_FLAT).check(z.positive(NOT_FLAT)) }, SETTING),
    ),
    parameters: z.optional(
      z.record(
        z.string(),
        z.strictObject({ mean: number, sd: sdOrFlat }, SETTING),
        "must be an object by parameter",
      ),
    ),
    spreads: z.optional(z.record(z.string(), sd, "must be an object by parameter")),
    noEffectProbability: z.optional(z.number(PROBABILITY).check(z.gte(0, PROBABILITY), z.lt(1, PROBABILITY))),
  },
  'must be an object such as { "name": "mine" }',
);
