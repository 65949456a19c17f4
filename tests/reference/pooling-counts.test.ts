import { describe, expect, it } from "vitest";
import {
  adaptiveQuadrature,
  betaBinomial,
  type CountModel,
  conditionalLogit,
  laplace,
  logitNormal,
  poissonNormal,
  poolCounts,
  unconditionalLogit,
  waldLimits,
} from "../../src/pooling/counts/index.ts";
import type { PooledCountsResult, Series } from "../../src/schema/index.ts";
import { expectAbsolute, expectRelative } from "../helpers/closeness.ts";
import { countedSeries, proportions, tables } from "../helpers/counted-series.ts";
import { type ReferenceEntry, referenceEntries } from "../helpers/reference.ts";

const quadratureOf = (points: number) => (points === 1 ? laplace : adaptiveQuadrature(points));

function pooled(series: Series[], model: CountModel, points: number): PooledCountsResult {
  return poolCounts(series, { model, quadrature: quadratureOf(points), limits: waldLimits });
}

const quantityOf = (result: PooledCountsResult, parameter: string): number =>
  result.estimates.find((row) => row.parameter === parameter)!.estimate!;

const named = (pattern: RegExp, file = "pooling-counts.json") =>
  referenceEntries(file, pattern).map((entry) => [entry.id, entry] as const);

/** Peaks in 40 digits where lme4 stops short of one; by how much is in `lower`. */
const peaks = new Map(referenceEntries("pooling-counts.mpmath.json", /./).map((entry) => [entry.id, entry]));

/** How far lme4 stops from the peak, relatively: its Laplace fit of the widely spread series is the worst. */
const SHORT_OF_PEAK: Record<string, number> = { "plo.spread.1": 0.02 };

/** Holds a result to metafor's numbers: to 1e-6, or to the exact peak where lme4's answer has a lower likelihood. */
function expectFit(result: PooledCountsResult, { id, outputs }: ReferenceEntry): void {
  const mean = result.estimates[0]!;
  const found = [mean.estimate!, mean.standardError!, quantityOf(result, "tauSquared")];
  const peak = peaks.get(id)?.outputs;
  if (peak) {
    expect(peak.lower).toBeGreaterThan(1e-11);
    expectRelative(found, [peak.est, peak.se, peak.tau2], 1e-7);
  }
  const tolerance = peak ? (SHORT_OF_PEAK[id] ?? 6e-5) : 1e-6;
  const iSquared = 100 * quantityOf(result, "iSquared");
  expectRelative([...found, iSquared], [outputs.est, outputs.se, outputs.tau2, outputs.I2], tolerance);
  const { wald, likelihoodRatio } = result.heterogeneity;
  expectRelative([likelihoodRatio!.statistic], [outputs.QE_LRT], 1e-6);
  // metafor's Wald statistic keeps a rest of up to 1.2e-5 where the estimates of series are infinite: glm stops on the way there.
  expectAbsolute([wald!.statistic], [outputs.QE_Wld], 1.5e-5);
}

describe("rma.glmm of one group", () => {
  it.each(named(/^glmm\./, "pooling.json"))("%s: metafor's fit, tests and limits", (_, entry) => {
    const { inputs, outputs } = entry;
    const result = pooled(proportions(inputs.xi, inputs.ni), logitNormal, 7);
    expectFit(result, entry);
    const mean = result.estimates[0]!;
    const [natural] = result.natural.estimates;
    const tolerance = peaks.has(entry.id) ? 3e-4 : 1e-6;
    expectRelative([mean.lower!, mean.upper!], [outputs.ci_lb, outputs.ci_ub], tolerance);
    expectRelative([natural!.estimate!, natural!.lower!, natural!.upper!], outputs.prop, tolerance);
  });

  it.each(named(/^plo\./))("%s: proportions at other numbers of quadrature points", (_, entry) => {
    const { inputs } = entry;
    expectFit(pooled(proportions(inputs.x, inputs.n), logitNormal, inputs.nAGQ), entry);
  });

  it.each(named(/^irln\./))("%s: rates", (_, entry) => {
    const { x, t, nAGQ } = entry.inputs;
    const series = countedSeries(x.map((events: number, i: number) => ({ events, time: t[i] })));
    expectFit(pooled(series, poissonNormal, nAGQ), entry);
  });
});

describe("two groups of events", () => {
  it.each(named(/^um_fs\./))("%s: metafor's unconditional model", (_, { inputs, outputs }) => {
    const result = pooled(tables(inputs.a, inputs.n1, inputs.c, inputs.n2), unconditionalLogit, inputs.nAGQ);
    const mean = result.estimates[0]!;
    // lme4's Nelder–Mead stops within 1e-5 or so, as it does for one group (see the peaks above).
    expectRelative([mean.estimate!, mean.standardError!], [outputs.est, outputs.se], 2e-5);
    expectRelative(
      [quantityOf(result, "tauSquared"), result.heterogeneity.likelihoodRatio!.statistic],
      [outputs.tau2, outputs.QE_LRT],
      2e-5,
    );
  });

  it.each(named(/^conditional\./))("%s: the conditional likelihood written out in R", (_, entry) => {
    const { inputs, outputs } = entry;
    const result = pooled(tables(inputs.a, inputs.n1, inputs.c, inputs.n2), conditionalLogit, 61);
    const mean = result.estimates[0]!;
    expectRelative(
      [mean.estimate!, quantityOf(result, "tauSquared"), mean.standardError!],
      [outputs.est, outputs.tau2, outputs.se],
      3e-6,
    );
    expectRelative([result.fit.logLikelihood], [outputs.logLik], 1e-9);
  });
});

it("finds the beta-binomial maximum of nlminb", () => {
  const [, { inputs, outputs }] = named(/^beta_binomial\./)[0]!;
  const result = pooled(proportions(inputs.x, inputs.n), betaBinomial, 7);
  const mean = result.estimates[0]!;
  expectRelative(
    [
      mean.estimate!,
      quantityOf(result, "intraclassCorrelation"),
      mean.standardError!,
      result.fit.logLikelihood,
    ],
    [outputs.est, outputs.rho, outputs.se, outputs.logLik],
    1e-6,
  );
  expect(result.fit.converged).toBe(true);
});
