import * as z from "zod/mini";

/** A column of the series that the mean effect depends on. */
export interface Moderator {
  name: string;
  kind: "number" | "text";
  /** The level that the others are compared with; null for a number. */
  reference: string | null;
  /** Levels of a text with the reference first; empty for a number. */
  levels: string[];
  /** Average over the series, at which the mean effect is given; null for a text. */
  average: number | null;
}

/** Whether one coefficient differs from 0, by the interval method of the pool. */
export interface CoefficientTest {
  /** As in the row of `estimates`. */
  parameter: string;
  /** null where its standard error is 0. */
  statistic: number | null;
  /** Of t; null for the normal distribution. */
  degreesOfFreedom: number | null;
  pValue: number | null;
}

/** Whether any moderator matters: all coefficients but the intercept at once. */
export interface ModeratorTest {
  /** QM against χ², or F where the interval method goes by t. */
  statistic: number;
  numeratorDegreesOfFreedom: number;
  /** null for χ². */
  denominatorDegreesOfFreedom: number | null;
  pValue: number;
}

/** What the regression says of one series. */
export interface FittedEffect {
  series: string;
  /** The mean effect at the moderators of this series. */
  estimate: number;
  lower: number | null;
  upper: number | null;
  /** The series' own effect minus the fitted one. */
  residual: number;
}

/** How the mean effect depends on moderators; the coefficients are rows of the pool's `estimates`. */
export interface MetaRegression {
  moderators: Moderator[];
  tests: CoefficientTest[];
  /** null where the interval method has no joint test. */
  moderatorTest: ModeratorTest | null;
  /** Share of τ² that the moderators explain, in [0, 1]; null where there is none to explain. */
  rSquared: number | null;
  fitted: FittedEffect[];
}

const nullableNumber = z.nullable(z.number());

export const moderatorTestSchema: z.ZodMiniType<ModeratorTest> = z.strictObject({
  statistic: z.number(),
  numeratorDegreesOfFreedom: z.int(),
  denominatorDegreesOfFreedom: nullableNumber,
  pValue: z.number(),
});

export const metaRegressionSchema: z.ZodMiniType<MetaRegression> = z.strictObject({
  moderators: z.array(
    z.strictObject({
      name: z.string(),
      kind: z.enum(["number", "text"]),
      reference: z.nullable(z.string()),
      levels: z.array(z.string()),
      average: nullableNumber,
    }),
  ),
  tests: z.array(
    z.strictObject({
      parameter: z.string(),
      statistic: nullableNumber,
      degreesOfFreedom: nullableNumber,
      pValue: nullableNumber,
    }),
  ),
  moderatorTest: z.nullable(moderatorTestSchema),
  rSquared: nullableNumber,
  fitted: z.array(
    z.strictObject({
      series: z.string(),
      estimate: z.number(),
      lower: nullableNumber,
      upper: nullableNumber,
      residual: z.number(),
    }),
  ),
});
