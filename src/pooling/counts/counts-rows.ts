import type { Bound, Estimate } from "../../schema/estimate.ts";
import { backTransforms } from "../effect-measures/back-transforms.ts";
import type { CountSettings } from "./counts-options.ts";
import type { HighestCounts } from "./highest-counts.ts";
import type { Limits } from "./limits/count-limits.ts";

function boundOf({ lower, upper }: Limits): Bound {
  if (lower === null) return upper === null ? "open" : "open-lower";
  return upper === null ? "open-upper" : "closed";
}

const NO_LIMITS: Limits = { lower: null, upper: null };

function transformOf({ model }: CountSettings) {
  return backTransforms.find(({ name }) => name === model.measure.backTransform)!;
}

/** The mean on the model's scale. One series alone has no limits: they would say nothing of others. */
export function countsMeanRow(highest: HighestCounts, settings: CountSettings): Estimate {
  const limits = highest.joint.series.length > 1 ? settings.limits.mean(highest, settings.level) : NO_LIMITS;
  return {
    parameter: "mean",
    label: highest.joint.penalty.sharedEffect ? "Common effect" : "Mean effect",
    unit: transformOf(settings).unit,
    estimate: highest.mean,
    standardError: highest.standardError,
    ...limits,
    level: settings.level,
    method: settings.limits.name,
    bound: boundOf(limits),
  };
}

/** The mean on the scale that people read. */
export function naturalMeanRow(row: Estimate, settings: CountSettings): Estimate {
  const { natural } = settings.model.measure;
  const back = (value: number | null): number | null =>
    value === null ? null : transformOf(settings).apply(value);
  return {
    ...row,
    label: natural.label,
    unit: natural.unit,
    estimate: back(row.estimate),
    standardError: null,
    lower: back(row.lower),
    upper: back(row.upper),
  };
}

/** How far series differ; nothing where that can't be told. */
export function spreadRows(
  highest: HighestCounts,
  typical: number | null,
  settings: CountSettings,
): Estimate[] {
  const { joint, spread } = highest;
  const known = !joint.penalty.sharedEffect;
  const limits = known ? settings.limits.spread(highest, settings.level) : NO_LIMITS;
  return settings.model.spread.quantities.map(({ parameter, label, unit, of }) => {
    const at = (value: number | null): number | null => (value === null ? null : of(value, typical));
    const own = { lower: at(limits.lower), upper: at(limits.upper) };
    return {
      parameter,
      label,
      unit,
      estimate: known ? of(spread, typical) : null,
      standardError: null,
      ...own,
      level: settings.level,
      method: settings.limits.name,
      bound: boundOf(own),
    };
  });
}
