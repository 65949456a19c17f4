import { normal } from "../../../math/distributions/normal.ts";
import type { Estimate } from "../../../schema/estimate.ts";
import type { PooledResult } from "../../../schema/pooled-result.ts";
import type { Warning } from "../../../schema/provenance.ts";
import { poolEstimates } from "../../pool-estimates.ts";
import { withDefaults } from "../../pool-options.ts";
import { averagedSeries, rubinOfMean, rubinRow, spreadRows } from "./imputed-pools.ts";
import { ALLOWED_ERROR, type ImputedSets, imputedSets } from "./imputed-sets.ts";
import { type SpreadCombination, widthShare } from "./spread-combination.ts";

type RowOver = (pools: readonly PooledResult[], parameter: string) => Estimate | null;

/** What makes a way to combine imputed pools. */
export interface ImputationDefinition extends Pick<SpreadCombination, "name" | "label" | "reference"> {
  /** Mean and prediction over the pools; null where the pools have none. */
  row: RowOver;
  /** The mean by another way, to stand beside. */
  beside: { label: string; row: RowOver };
  /** What a reader must know of the mean. */
  warnings?(pools: readonly PooledResult[], mean: Estimate): Warning[];
}

function roughWarnings({ pools, error }: ImputedSets): Warning[] {
  if (error === null || error <= ALLOWED_ERROR) return [];
  const message = `The limits of the mean are known to ${Number((100 * error).toPrecision(2))} % of their distance only, even with ${pools.length} sets of standard deviations`;
  return [{ code: "numerical-error", message }];
}

/** Makes a way to combine pools at standard deviations drawn from their law. */
export function defineImputation(definition: ImputationDefinition): SpreadCombination {
  const { name, label, reference, row, beside, warnings } = definition;
  return {
    name,
    label,
    reference,
    usesSeed: (nOpen) => nOpen > 0,
    options(settings) {
      const { tauSquared, interval, prediction, tauSquaredInterval } = withDefaults(settings);
      const methods = { tauSquared, interval, prediction, tauSquaredInterval };
      return Object.fromEntries(Object.entries(methods).map(([what, method]) => [what, method.name]));
    },
    atKnown: (effects, settings) => poolEstimates(effects, settings).estimates[0]!,
    combine(problem, settings) {
      const sets = imputedSets(problem, settings, (pools) => row(pools, "mean"));
      const { pools, error } = sets;
      const known = pools.map(({ estimates }) => estimates[0]!);
      const mean = row(pools, "mean") ?? rubinRow(pools, "mean")!;
      const prediction = row(pools, "prediction");
      const other = pools.length > 1 ? beside.row(pools, "mean") : null;
      const middle = problem.sdsAt(Array.from({ length: problem.nOpen }, () => 0.5));
      const { varianceShare, missingInformation } = rubinOfMean(pools);
      const isPooled = mean.lower !== null;
      return {
        estimates: [mean, ...(prediction ? [prediction] : []), ...spreadRows(pools)],
        companions: other === null || other.bound !== "closed" ? [] : [{ label: beside.label, row: other }],
        series: averagedSeries(pools, normal.survivalQuantile(0.5 * (1 - mean.level))),
        missing: {
          varianceShare: isPooled ? varianceShare : null,
          missingInformation: isPooled ? missingInformation : null,
          widthShare: widthShare(
            known,
            pools.map(() => 1 / pools.length),
            mean,
          ),
        },
        average: { nSets: pools.length, limitError: error },
        warnings: [
          ...poolEstimates(problem.effectsWith(middle), settings).warnings,
          ...roughWarnings(sets),
          ...(isPooled ? (warnings?.(pools, mean) ?? []) : []),
        ],
      };
    },
  };
}
