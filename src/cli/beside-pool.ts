import { EstimationError } from "../errors.ts";
import {
  assessFunnel,
  cumulatePool,
  effectsOfPool,
  leaveOneOut,
  type PoolSeriesOptions,
  permuteModerators,
  poolInfluence,
  poolSubgroups,
  predictEffects,
  trimAndFill,
} from "../pooling/index.ts";
import type { FurtherPools } from "../render/index.ts";
import type { PooledResult } from "../schema/pooled-result.ts";
import type { Warning } from "../schema/provenance.ts";
import type { EffectEstimate } from "../schema/series.ts";
import { type DiagnosticFlags, FILE_ORDER } from "./diagnostic-flags.ts";
import type { ModeratorFlags } from "./moderator-flags.ts";
import { UsageError } from "./report-error.ts";

/** What is computed beside a pool, with what must be said of it. */
export interface BesidePool {
  further: FurtherPools;
  warnings: Warning[];
}

type Flags = DiagnosticFlags & ModeratorFlags;

/** Options that all of them share. */
function sharedOptions(result: PooledResult, asked: PoolSeriesOptions) {
  const { tauSquared, interval, prediction, level, seed } = asked;
  return {
    ...(tauSquared && { tauSquared }),
    ...(interval && { interval }),
    ...(prediction && { prediction }),
    ...(level !== undefined && { level }),
    ...(seed !== undefined && { seed }),
    measure: result.measure,
    backTransform: result.backTransform,
    unit: result.estimates[0]!.unit,
  };
}

type Shared = ReturnType<typeof sharedOptions>;

/** A flag's own words for what the library says of its value. */
function ofFlag<Answer>(flag: string, compute: () => Answer): Answer {
  try {
    return compute();
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`${flag}: ${error.message}`);
    throw error;
  }
}

/** The rows with numbers such as `n` among their further columns, so that series can be put in their order. */
function withNumbers(rows: readonly EffectEstimate[]): EffectEstimate[] {
  return rows.map((row) => ({
    ...row,
    moderators: { ...row.summary, ...(row.n !== undefined && { n: row.n }), ...row.moderators },
  }));
}

function cumulated(rows: readonly EffectEstimate[], options: Shared, { cumulative }: Flags) {
  if (cumulative === undefined) return null;
  const known = withNumbers(rows);
  const isColumn = known.some(({ moderators }) => moderators?.[cumulative] !== undefined);
  const order = cumulative === FILE_ORDER && !isColumn ? {} : { orderBy: cumulative };
  return cumulatePool(known, { ...options, ...order });
}

function predicted(
  rows: readonly EffectEstimate[],
  options: Shared,
  { regression }: PooledResult,
  { moderator: moderators, at }: Flags,
) {
  if (!moderators || !at) return null;
  const isNumber = (name: string): boolean =>
    regression?.moderators.some((one) => one.name === name && one.kind === "number") ?? false;
  const typed = (name: string, text: string): number | string =>
    isNumber(name) && Number.isFinite(Number(text)) ? Number(text) : text;
  const points = at.map((point) =>
    Object.fromEntries(Object.entries(point).map(([name, text]) => [name, typed(name, text)])),
  );
  return ofFlag("--at", () => predictEffects(rows, { ...options, moderators, at: points }));
}

function permuted(
  rows: readonly EffectEstimate[],
  options: Shared,
  { moderator: moderators, permutations }: Flags,
) {
  if (!moderators || permutations === undefined) return null;
  const arrangements = permutations === "exact" ? "all" : permutations;
  return ofFlag("--permutations", () => permuteModerators(rows, { ...options, moderators, arrangements }));
}

const WITHOUT_MODERATORS: Warning = {
  code: "diagnostics-without-moderators",
  message:
    "Leaving one series out, the funnel and trim and fill are about a pool without moderators and are not given: --diagnostics without --moderator shows them",
};

/** Each diagnostic; null, with a warning that says why, where it has no answer. */
function diagnosed(
  rows: readonly EffectEstimate[],
  options: Shared,
  { diagnostics, moderator: moderators }: Flags,
  warnings: Warning[],
): Pick<FurtherPools, "leaveOneOut" | "influence" | "funnel" | "filled"> {
  const answer = <Answer extends { warnings: Warning[] }>(
    isAsked: boolean,
    compute: () => Answer,
  ): Answer | null => {
    if (!isAsked) return null;
    try {
      const found = compute();
      warnings.push(...found.warnings);
      return found;
    } catch (error) {
      if (!(error instanceof EstimationError)) throw error;
      warnings.push({ code: "diagnostic-undefined", message: error.message });
      return null;
    }
  };
  const isPlain = diagnostics === true && !moderators;
  if (diagnostics && moderators) warnings.push(WITHOUT_MODERATORS);
  return {
    leaveOneOut: answer(isPlain, () => leaveOneOut(rows, options)),
    influence: answer(diagnostics === true, () =>
      poolInfluence(rows, { ...options, ...(moderators && { moderators }) }),
    ),
    funnel: answer(isPlain, () => assessFunnel(rows, options)),
    filled: answer(isPlain, () => trimAndFill(rows, options)),
  };
}

/**
 * Computes what was asked for beside a pool; where a diagnostic has no answer a warning says why.
 *
 * @throws {UsageError} where a value of a flag is out of range.
 * @throws {EstimationError} `not-identifiable` where there is one subgroup only.
 */
export function besidePool(result: PooledResult, asked: PoolSeriesOptions, flags: Flags): BesidePool {
  const rows = effectsOfPool(result);
  const options = sharedOptions(result, asked);
  const { subgroup } = flags;
  const warnings: Warning[] = [];
  const told = <Answer extends { warnings: Warning[] }>(found: Answer | null): Answer | null => {
    warnings.push(...(found?.warnings ?? []));
    return found;
  };
  const predictions = told(predicted(rows, options, result, flags));
  const permutation = told(permuted(rows, options, flags));
  const subgroups = told(
    subgroup === undefined ? null : poolSubgroups(rows, { ...options, moderator: subgroup }),
  );
  const cumulative = told(cumulated(rows, options, flags));
  const diagnostics = diagnosed(rows, options, flags, warnings);
  return {
    further: { ...diagnostics, cumulative, subgroups, permutation, predicted: predictions },
    warnings,
  };
}
