import { backTransforms, type PoolSeriesOptions } from "../pooling/index.ts";
import {
  baujatChart,
  bubbleChart,
  forestChart,
  funnelChart,
  poolInfluenceChart,
  poolSequenceChart,
  priorSensitivityChart,
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
import type { PoolInfluence } from "../schema/pool-influence.ts";
import type { PooledResult } from "../schema/pooled-result.ts";
import { besidePool } from "./beside-pool.ts";
import type { DiagnosticFlags } from "./diagnostic-flags.ts";
import { type DrawPicture, drawStill } from "./drawing.ts";
import type { ModeratorFlags } from "./moderator-flags.ts";
import type { PoolPicture, PoolWriter } from "./pool-pictures.ts";
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

/** Whether the effect goes with one moderator, which is a number. */
function hasBubble({ regression }: PooledResult): boolean {
  const [moderator, ...others] = regression?.moderators ?? [];
  return moderator?.kind === "number" && others.length === 0;
}

/** Whether any series can be left out, so that the mean may shift. */
function hasShift({ series }: PoolInfluence): boolean {
  return series.some(({ squaredShift }) => squaredShift !== null);
}

const partsOf = (further: FurtherPools) => {
  const { predicted, permutation, subgroups, cumulative, leaveOneOut, influence, funnel, filled } = further;
  const parts = [predicted, permutation, subgroups, cumulative, leaveOneOut, influence, funnel, filled];
  return parts.filter((part) => part !== null);
};

/**
 * Sets what was asked for beside a pool.
 *
 * @param sha256 Of the file.
 * @throws As `besidePool`.
 */
export function withFurther(
  { result, sensitivity }: PoolWithPriors,
  asked: PoolSeriesOptions,
  flags: DiagnosticFlags & ModeratorFlags,
  sha256: string,
): PoolAndFurther {
  const { further, warnings } = besidePool(result, asked, flags);
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

const pictures: readonly PoolPicture<PoolAndFurther>[] = [
  {
    name: "cumulative",
    needs: "--cumulative",
    chart: ({ further: { cumulative }, view }) => cumulative && poolSequenceChart(cumulative, { view }),
  },
  {
    name: "leave-one-out",
    needs: "--diagnostics, without --moderator",
    chart: ({ further: { leaveOneOut }, view }) => leaveOneOut && poolSequenceChart(leaveOneOut, { view }),
  },
  {
    name: "bubble",
    needs: "one --moderator that is a number",
    chart: ({ result, view }) => (hasBubble(result) ? bubbleChart(result, { view }) : null),
  },
  {
    name: "forest",
    needs: "every pool of series by their estimates",
    chart: ({ result, sensitivity }) => forestChart(result, { sensitivity }),
  },
  {
    name: "influence",
    needs: "--diagnostics",
    chart: ({ further: { influence } }) => influence && poolInfluenceChart(influence),
  },
  {
    name: "baujat",
    needs: "--diagnostics of at least 3 series",
    chart: ({ further: { influence } }) => (influence && hasShift(influence) ? baujatChart(influence) : null),
  },
  {
    name: "funnel",
    needs: "--diagnostics, without --moderator",
    chart: ({ result, further: { funnel, filled } }) =>
      funnel && funnelChart(funnel, { view: funnelView(result), filled }),
  },
  {
    name: "prior-sensitivity",
    needs: "up to 5 series with their numbers of patients, or --tau-scale",
    chart: ({ sensitivity }) => sensitivity && priorSensitivityChart(sensitivity),
  },
];

/** The picture of a name, drawn for a page; null where there is none. */
async function drawn(name: string, pool: PoolAndFurther, draw: DrawPicture): Promise<string | null> {
  const spec = pictures.find((picture) => picture.name === name)!.chart(pool);
  return spec && draw(spec);
}

/** Writes a pool with all that was asked for beside it; the picture at the head of its page is the forest. */
export const furtherWriter: PoolWriter<PoolAndFurther> = {
  text: ([pool]) => furtherText(pool!),
  results: ({ result, sensitivity, further }) => [
    result,
    ...(sensitivity ? [sensitivity] : []),
    ...partsOf(further),
  ],
  csv: ([pool]) => furtherCsv(pool!),
  markdown: ([pool]) => furtherMarkdown(pool!),
  chart: ({ result, sensitivity }) => forestChart(result, { sensitivity }),
  pictures,
  async html(pool, forest, draw = drawStill) {
    return furtherHtml(pool, {
      forest,
      bubble: await drawn("bubble", pool, draw),
      cumulative: await drawn("cumulative", pool, draw),
      leaveOneOut: await drawn("leave-one-out", pool, draw),
      influence: await drawn("influence", pool, draw),
      funnel: await drawn("funnel", pool, draw),
    });
  },
};
