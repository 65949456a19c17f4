import { EstimationError } from "../errors.ts";
import {
  assessFunnel,
  backTransforms,
  effectsOfPool,
  leaveOneOut,
  type PoolSeriesOptions,
  poolInfluence,
  poolSubgroups,
  trimAndFill,
} from "../pooling/index.ts";
import {
  bubbleChart,
  forestChart,
  funnelChart,
  poolInfluenceChart,
  poolSequenceChart,
  toSvg,
} from "../render/charts/index.ts";
import {
  type FurtherPools,
  furtherCsv,
  furtherHtml,
  furtherMarkdown,
  furtherText,
  type PoolAndFurther,
  type PoolView,
  pooledView,
} from "../render/index.ts";
import type { PooledResult } from "../schema/pooled-result.ts";
import type { Warning } from "../schema/provenance.ts";
import type { DiagnosticFlags } from "./diagnostic-flags.ts";
import type { ReportWriter } from "./output-formats.ts";
import type { PoolWithPriors } from "./prior-band.ts";

/** The scale that people read, where the way to it does not hang on the size of a series. */
function viewOf({ measure, backTransform, estimates, natural }: PooledResult): PoolView {
  const transform = backTransforms.find(({ name, size }) => name === backTransform && size === null);
  const noEffect = natural && natural.noEffect === null ? null : 0;
  if (!natural || !transform) return pooledView({ measure, unit: estimates[0]!.unit }, noEffect);
  const { label, unit, axis, noEffect: none } = natural;
  return { scale: { label, unit, axis, noEffect: none }, back: (value) => transform.apply(value) };
}

/** A funnel is straight on a logarithmic scale, or on that of the pool. */
function funnelView(result: PooledResult): PoolView {
  const view = viewOf(result);
  if (view.scale.axis === "log") return view;
  const { measure, estimates } = result;
  return pooledView({ measure, unit: estimates[0]!.unit }, view.scale.noEffect === null ? null : 0);
}

/** Computes what was asked for; where it has no answer a warning says why. */
function furtherOf(
  result: PooledResult,
  asked: PoolSeriesOptions,
  { diagnostics, subgroup }: DiagnosticFlags,
) {
  const rows = effectsOfPool(result);
  const { tauSquared, interval, level, seed } = asked;
  const options = {
    ...(tauSquared && { tauSquared }),
    ...(interval && { interval }),
    ...(level !== undefined && { level }),
    ...(seed !== undefined && { seed }),
    measure: result.measure,
    backTransform: result.backTransform,
    unit: result.estimates[0]!.unit,
  };
  const warnings: Warning[] = [];
  const answer = <Answer extends { warnings: Warning[] }>(compute: () => Answer): Answer | null => {
    if (!diagnostics) return null;
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
  const subgroups = subgroup === undefined ? null : poolSubgroups(rows, { ...options, moderator: subgroup });
  warnings.push(...(subgroups?.warnings ?? []));
  const further: FurtherPools = {
    leaveOneOut: answer(() => leaveOneOut(rows, options)),
    influence: answer(() => poolInfluence(rows, options)),
    funnel: answer(() => assessFunnel(rows, options)),
    filled: answer(() => trimAndFill(rows, options)),
    subgroups,
  };
  return { further, warnings };
}

/** Whether the effect goes with one moderator, which is a number. */
function hasBubble({ regression }: PooledResult): boolean {
  const [moderator, ...others] = regression?.moderators ?? [];
  return moderator?.kind === "number" && others.length === 0;
}

const partsOf = ({ subgroups, leaveOneOut: without, influence, funnel, filled }: FurtherPools) =>
  [subgroups, without, influence, funnel, filled].filter((part) => part !== null);

/**
 * Sets subgroups and diagnostics beside a pool.
 *
 * @param sha256 Of the file.
 * @throws {EstimationError} `not-identifiable` where there is one subgroup only.
 */
export function withFurther(
  { result, sensitivity }: PoolWithPriors,
  asked: PoolSeriesOptions,
  flags: DiagnosticFlags,
  sha256: string,
): PoolAndFurther {
  const { further, warnings } = furtherOf(result, asked, flags);
  for (const { provenance } of partsOf(further)) provenance.inputSha256 = sha256;
  const known = new Set(result.warnings.map(({ message }) => message));
  const added = warnings.filter(({ message }) => !known.has(message) && known.add(message));
  return {
    result: { ...result, warnings: [...result.warnings, ...added] },
    sensitivity,
    further,
    view: viewOf(result),
  };
}

/** Writes a pool with subgroups and diagnostics; its picture is the forest. */
export const furtherWriter: ReportWriter<PoolAndFurther> = {
  text: ([pool]) => furtherText(pool!),
  results: ({ result, sensitivity, further }) => [
    result,
    ...(sensitivity ? [sensitivity] : []),
    ...partsOf(further),
  ],
  csv: ([pool]) => furtherCsv(pool!),
  markdown: ([pool]) => furtherMarkdown(pool!),
  chart: ({ result, sensitivity }) => forestChart(result, { sensitivity }),
  async html(pool, forest) {
    const { further, view, result } = pool;
    const { leaveOneOut: without, influence, funnel, filled } = further;
    return furtherHtml(pool, {
      forest,
      bubble: hasBubble(result) ? await toSvg(bubbleChart(result, { view })) : null,
      leaveOneOut: without && (await toSvg(poolSequenceChart(without, { view }))),
      influence: influence && (await toSvg(poolInfluenceChart(influence))),
      funnel: funnel && (await toSvg(funnelChart(funnel, { view: funnelView(result), filled }))),
    });
  },
};
