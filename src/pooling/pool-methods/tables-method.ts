import type { PooledResult } from "../../schema/pooled-result.ts";
import type { SeriesSummary } from "../../schema/series.ts";
import { backTransforms } from "../effect-measures/back-transforms.ts";
import type { EffectMeasure } from "../effect-measures/effect-measure.ts";
import { checkColumns } from "../effect-measures/estimate-effects.ts";
import { withNaturalScale } from "../natural-scale.ts";
import type { PoolMethodOptions } from "../pool-series-options.ts";
import type { TwoByTwo } from "../two-groups/two-by-two.ts";
import type { PoolMethod } from "./pool-method.ts";

/** Options that have no meaning where one effect is assumed for all tables and nothing is added to their pool. */
const WITHOUT_MEANING = [
  "tauSquared",
  "interval",
  "prediction",
  "tauSquaredInterval",
  "effects",
  "backTransform",
  "moderators",
] as const satisfies readonly (keyof PoolMethodOptions)[];

/** What a method for fourfold tables is made of. */
export interface TablesMethod {
  name: string;
  label: string;
  reference: string;
  /** The default first. */
  measures: readonly [EffectMeasure, ...EffectMeasure[]];
  pool(tables: readonly TwoByTwo[], measure: EffectMeasure, level: number | undefined): PooledResult;
}

function tableOf(series: string, { events, n, events_control, n_control }: SeriesSummary): TwoByTwo {
  return { series, events: events!, n: n!, events_control: events_control!, n_control: n_control! };
}

/** Makes a method for series of fourfold tables: columns checked, one of its measures, no option without meaning. */
export function tablesMethod({ pool, ...method }: TablesMethod): PoolMethod {
  const { name, measures } = method;
  return {
    ...method,
    pool(series, options) {
      const senseless = WITHOUT_MEANING.filter((option) => options[option] !== undefined);
      if (senseless.length > 0)
        throw new RangeError(`"${name}" takes one effect for all series: it has no ${senseless.join(", ")}`);
      const measure = options.measure ?? measures[0];
      if (!measures.includes(measure)) {
        const known = measures.map((one) => one.name).join(", ");
        throw new RangeError(`"${name}" pools ${known}, got the measure "${measure.name}"`);
      }
      checkColumns(series, measure, options.others ?? []);
      const tables = series.map((one) => tableOf(one.series, one.summary));
      const result = pool(tables, measure, options.level);
      const moderators = new Map(series.map((one) => [one.series, one.moderators]));
      const withModerators = result.series.map((row) => {
        const own = moderators.get(row.series);
        return { ...row, ...(own && { moderators: own }) };
      });
      const transform = backTransforms.find((one) => one.name === measure.backTransform);
      const unit = transform?.unit || measure.natural.unit;
      const estimates = result.estimates.map((row) => ({ ...row, unit }));
      return withNaturalScale({ ...result, estimates, series: withModerators }, measure.natural);
    },
  };
}
