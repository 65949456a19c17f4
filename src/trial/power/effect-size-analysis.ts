import type { EffectSizeMethod, EffectSizeOptions } from "../effect-sizes/effect-size-method.ts";
import { testedMean } from "../models/tested-mean.ts";
import { isSignificant, type PowerAnalysis } from "./power-analysis.ts";

/** Options of `effectSizeAnalysis`. */
export interface EffectSizeAnalysisOptions<Options extends EffectSizeOptions> {
  /** The effect size's value where the treatment does nothing, such as 0.5 for NAP; default 0. */
  nullValue?: number;
  /** What the effect size needs besides the direction of improvement and the level. */
  options?: Omit<Options, "improvement" | "level">;
}

/**
 * An effect size as an analysis whose power is asked for: for one patient, whether its interval leaves out no effect; for several,
 * the t test of the patients' values.
 *
 * @example
 * trialPower({ designs, effect: [2], standardDeviation: 1.5, analyses: [effectSizeAnalysis(nap, { nullValue: 0.5 })] });
 */
export function effectSizeAnalysis<Options extends EffectSizeOptions>(
  method: EffectSizeMethod<Options>,
  { nullValue = 0, options }: EffectSizeAnalysisOptions<Options> = {},
): PowerAnalysis {
  return {
    name: method.name,
    label: `Interval of ${method.label}`,
    analyze(trials, { treatment, reference, improvement, level }) {
      const rows = trials.map(({ scores }) => {
        const of = (name: string) => scores.flatMap((s) => (s.treatment === name ? s.score : []));
        const phases = { baseline: of(reference), treatment: of(treatment) };
        return method(phases, { ...options, improvement, level } as Options);
      });
      const { unit, estimate, lower, upper } = rows[0]!;
      if (rows.length === 1) {
        const rejects = (lower !== null && lower > nullValue) || (upper !== null && upper < nullValue);
        return { rejects, estimate, lower, upper, unit };
      }
      const found = rows.flatMap((row) => (row.estimate === null ? [] : row.estimate - nullValue));
      if (found.length < 2) return { rejects: false, estimate: null, lower: null, upper: null, unit };
      const { test, ...mean } = testedMean(found, level);
      const shifted = (value: number | null) => (value === null ? null : value + nullValue);
      return {
        rejects: test !== null && isSignificant(test.pValue, level),
        estimate: shifted(mean.estimate),
        lower: shifted(mean.lower),
        upper: shifted(mean.upper),
        unit,
      };
    },
  };
}
