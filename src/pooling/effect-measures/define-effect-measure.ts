import { EstimationError, InputError, type InputIssue } from "../../errors.ts";
import type { Warning } from "../../schema/provenance.ts";
import type { SeriesSummary } from "../../schema/series.ts";
import type {
  Effect,
  EffectMeasure,
  EffectMeasureOptions,
  NamedSummary,
  VarianceType,
  ZeroHandling,
} from "./effect-measure.ts";
import type { SummaryCheck } from "./summary-check.ts";

/** The options after defaults. */
export interface EffectMeasureSettings {
  variance: VarianceType;
  biasCorrection: boolean;
  zeros: ZeroHandling;
}

/** What is added to which counts, and whether a series tells anything. */
export interface ZeroCells {
  /** True where a count of zero stands in the way. */
  hasZero(summary: SeriesSummary): boolean;
  /** The summary with an amount added to each count. */
  add(summary: SeriesSummary, amount: number): SeriesSummary;
  /** True where nobody, or everybody, had the event in both groups. */
  uninformative(summary: SeriesSummary): boolean;
}

/** What makes a measure, from which its checks and messages follow. */
export interface EffectMeasureDefinition
  extends Omit<EffectMeasure, "compute" | "computeAll" | "biasCorrection" | "zeros"> {
  readonly checks: readonly SummaryCheck[];
  readonly biasCorrection?: string;
  readonly zeros?: ZeroHandling;
  readonly cells?: ZeroCells;
  /** The effect of a sound summary, zeros already handled. */
  estimate(summary: SeriesSummary, settings: EffectMeasureSettings): number;
}

/** Nothing is added; all series stay. */
export const asTheyAre: ZeroHandling = { add: 0, to: "none", dropUninformative: false };

/** A half is added to series with a count of zero; all series stay. */
export const halfToZeros: ZeroHandling = { add: 0.5, to: "only-zero", dropUninformative: false };

/** A variance that has one form only. */
export function onlyVariance(reference: string, variance: VarianceType["variance"]): VarianceType[] {
  return [{ name: "LS", label: "Large-sample", reference, variance }];
}

/** Makes a measure of its definition: options checked, zeros handled, nothing but numbers returned. */
export function defineEffectMeasure(definition: EffectMeasureDefinition): EffectMeasure {
  const { name, label, group, reference, needs, backTransform, natural, varianceTypes } = definition;
  const computeAll: EffectMeasure["computeAll"] = (series, options = {}) => {
    const settings = settingsOf(definition, options);
    const issues = series.flatMap((one) => unsound(definition, one));
    if (issues.length > 0) throw new InputError(issues);
    return effectsOf(definition, series, settings);
  };
  return {
    name,
    label,
    group,
    reference,
    needs,
    backTransform,
    natural,
    varianceTypes,
    biasCorrection: definition.biasCorrection ?? null,
    zeros: definition.zeros ?? null,
    computeAll,
    compute(summary, options = {}) {
      const [effect] = computeAll([{ series: "summary", summary }], options);
      if (effect) return effect;
      throw new EstimationError(
        "not-identifiable",
        `Cannot compute "${name}": nobody, or everybody, had the event in both groups, and dropUninformative leaves such series out`,
      );
    },
  };
}

function settingsOf(
  definition: EffectMeasureDefinition,
  options: EffectMeasureOptions,
): EffectMeasureSettings {
  const { name, varianceTypes, biasCorrection, zeros } = definition;
  const variance = varianceTypes.find((type) => type.name === (options.variance ?? varianceTypes[0]!.name));
  if (!variance) {
    const known = varianceTypes.map((type) => `"${type.name}"`).join(", ");
    throw new RangeError(`variance of "${name}" must be one of ${known}, got "${options.variance}"`);
  }
  if (options.biasCorrection !== undefined && biasCorrection === undefined)
    throw new RangeError(`"${name}" has no bias correction to switch on or off`);
  if (options.zeros && !zeros)
    throw new RangeError(`"${name}" counts no events, so it has no zeros to handle`);
  const handling = { ...(zeros ?? asTheyAre), ...options.zeros };
  if (!(handling.add >= 0 && handling.add < Infinity))
    throw new RangeError(`zeros.add must be a number of at least 0, got ${handling.add}`);
  if (!["only-zero", "all", "none"].includes(handling.to))
    throw new RangeError(`zeros.to must be "only-zero", "all" or "none", got "${handling.to}"`);
  return {
    variance,
    biasCorrection: options.biasCorrection ?? biasCorrection !== undefined,
    zeros: handling,
  };
}

/** Columns that are missing or unsound, by the name of the series. */
function unsound(
  { name, needs, checks }: EffectMeasureDefinition,
  { series, summary }: NamedSummary,
): InputIssue[] {
  const missing = needs.filter(
    (column) => typeof summary[column] !== "number" || Number.isNaN(summary[column]),
  );
  if (missing.length > 0) {
    const found = Object.keys(summary).join(", ") || "no number";
    const message = `"${name}" needs ${needs.join(", ")}; ${missing.join(", ")} missing, found ${found}`;
    return [{ path: series, message }];
  }
  const problems = checks.flatMap((check) => check(summary));
  return problems.map(({ column, message }) => ({ path: series, column, message: `"${name}" ${message}` }));
}

interface Prepared {
  series: string;
  summary: SeriesSummary;
  notes: Warning[];
}

function prepared(
  { cells }: EffectMeasureDefinition,
  { series, summary }: NamedSummary,
  { zeros }: EffectMeasureSettings,
): Prepared | null {
  if (!cells) return { series, summary, notes: [] };
  if (zeros.dropUninformative && cells.uninformative(summary)) return null;
  const wanted = zeros.to === "all" || (zeros.to === "only-zero" && cells.hasZero(summary));
  if (!wanted || zeros.add === 0) return { series, summary, notes: [] };
  const message = `${zeros.add} was added to each count of ${series}`;
  return { series, summary: cells.add(summary, zeros.add), notes: [{ code: "added-to-counts", message }] };
}

function effectsOf(
  definition: EffectMeasureDefinition,
  series: readonly NamedSummary[],
  settings: EffectMeasureSettings,
): (Effect | null)[] {
  const used = series.map((one) => prepared(definition, one, settings));
  const kept = used.filter((one) => one !== null);
  const summaries = kept.map(({ summary }) => summary);
  const estimates = summaries.map((summary) => definition.estimate(summary, settings));
  const average = settings.variance.average?.(summaries, estimates) ?? [];
  const effects = kept.map(({ summary, series: name, notes }, i) => {
    const estimate = estimates[i]!;
    const variance = settings.variance.variance(summary, estimate, average, settings.biasCorrection);
    if (!(Number.isFinite(estimate) && variance > 0 && variance < Infinity))
      throw noEffect(definition, name, summary);
    return { estimate, variance, notes };
  });
  let next = 0;
  return used.map((one) => (one === null ? null : effects[next++]!));
}

function noEffect(
  { name, needs, cells }: EffectMeasureDefinition,
  series: string,
  summary: SeriesSummary,
): EstimationError {
  const found = needs.map((column) => `${column} ${summary[column]}`).join(", ");
  const hint = cells ? ", or an amount added to its counts (zeros)" : "";
  return new EstimationError(
    "not-identifiable",
    `Cannot compute "${name}" of ${series}: needs a finite estimate with a variance above 0${hint}, got ${found}`,
  );
}
