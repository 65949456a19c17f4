import { describe, expect, it } from "vitest";
import { proportionInterval } from "../../src/pooling/proportion-interval.ts";
import {
  agrestiCoull,
  agrestiPlusFour,
  arcsine,
  blaker,
  clopperPearson,
  jeffreys,
  jeffreysEqualTailed,
  jeffreysHighestDensity,
  likelihoodRatio,
  logit,
  logitHalf,
  midP,
  type ProportionMethod,
  sterne,
  uniformPrior,
  wald,
  wilson,
  wilsonCorrected,
} from "../../src/pooling/proportions/index.ts";
import { expectAbsolute } from "../helpers/closeness.ts";
import { referenceEntries } from "../helpers/reference.ts";

interface Case {
  method: ProportionMethod;
  /** Absolute. */
  tolerance: number;
}

// Closed forms and quantiles to 15 digits.
const closed = 1e-12;
/** Four printed digits. */
const four = 0.5e-4 + 1e-12;

const REFERENCE: Record<string, Case> = {
  wald: { method: wald, tolerance: closed },
  wilson: { method: wilson, tolerance: four },
  wilson_cc: { method: wilsonCorrected, tolerance: closed },
  clopper_pearson: { method: clopperPearson, tolerance: closed },
  jeffreys_equal_tailed: { method: jeffreysEqualTailed, tolerance: closed },
  jeffreys_BCD_modified: { method: jeffreys, tolerance: closed },
  uniform_beta_equal_tailed: { method: uniformPrior, tolerance: closed },
  agresti_coull: { method: agrestiCoull, tolerance: closed },
  agresti_add4: { method: agrestiPlusFour, tolerance: closed },
  mid_p: { method: midP, tolerance: 1e-10 },
  likelihood_ratio: { method: likelihoodRatio, tolerance: 1e-10 },
  arcsine: { method: arcsine, tolerance: closed },
  logit: { method: logit, tolerance: closed },
  logit_add_half: { method: logitHalf, tolerance: closed },
  // Searched for in steps of 1e-7 by the package.
  blaker: { method: blaker, tolerance: 1.01e-7 },
  // The package's own search leaves the densities at both limits unequal by a few 1e-8; proportion-methods.test.ts checks ours.
  jeffreys_hpd_binom_pkg: { method: jeffreysHighestDensity, tolerance: 1e-7 },
  // Four printed digits of a search that stops within 1e-5.
  minlike_sterne: { method: sterne, tolerance: four + 1e-5 },
  blaker_exactci: { method: blaker, tolerance: four + 1e-5 },
};

/** Other packages' limits may leave [0, 1]; ours are cut there, and say so. */
function cut(limits: [number, number]): [number, number] {
  return [Math.max(0, limits[0]), Math.min(1, limits[1])];
}

describe("intervals for proportions agree with R's packages", () => {
  it.each(referenceEntries("pooling.json", /^prop\./))("$id", ({ inputs: { x, n, level }, outputs }) => {
    const intervals = Object.entries<[number, number]>(outputs).filter(
      ([key]) => !key.startsWith("one_sided"),
    );
    expect(intervals.length).toBeGreaterThan(16);
    for (const [key, limits] of intervals) {
      const { method, tolerance } = REFERENCE[key]!;
      const { lower, upper, warnings } = proportionInterval(x, n, { method, level });
      expectAbsolute([lower!, upper!], cut(limits), tolerance, key);
      const beyond = limits[0] < 0 || limits[1] > 1;
      if (beyond) expect(warnings.map(({ code }) => code)).toContain("limits-clipped");
    }
  });

  it.each(referenceEntries("pooling.json", /^prop\./))(
    "$id: one-sided limits are those of the two-sided interval with both tails",
    ({ inputs: { x, n }, outputs }) => {
      const { lower, upper } = proportionInterval(x, n, { method: clopperPearson, level: 0.9 });
      expectAbsolute([lower!, upper!], [outputs.one_sided_cp_lower95, outputs.one_sided_cp_upper95], closed);
    },
  );

  it.each(referenceEntries("proportions.json", /^r\./))("$id", ({ inputs: { x, n, level }, outputs }) => {
    for (const [key, limits] of Object.entries<[number, number] | null>(outputs)) {
      if (limits === null) continue;
      const { lower, upper } = proportionInterval(x, n, { method: REFERENCE[key]!.method, level });
      // Bisection and uniroot stop within 1e-15; p-values of R's sums carry a few more roundings.
      expectAbsolute([lower!, upper!], limits, 1e-11, key);
    }
  });
});
