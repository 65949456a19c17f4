import type { EffectSize } from "../../schema/effect-size.ts";
import type { Bound } from "../../schema/estimate.ts";
import type { Warning } from "../../schema/provenance.ts";
import type { Improvement } from "../../schema/scale.ts";
import type { Limits } from "./limits.ts";
import { type CheckedPhases, checkPhases, type Phases } from "./phases.ts";

/** What every effect size is told besides the scores. */
export interface EffectSizeOptions {
  /** Which way the score moves when the patient is better; never guessed. */
  improvement: Improvement;
  /** Two-sided level in (0, 1); default 0.95. */
  level?: number;
}

/** What an effect size says of itself. */
export interface EffectSizeTraits {
  /** Name for the command line, in kebab case. */
  readonly name: string;
  readonly label: string;
  readonly reference: string;
  readonly unit: string;
  /** The smallest and the largest possible value; ±∞ where there is none, or where it depends on the numbers of scores. */
  readonly range: readonly [number, number];
  /** True where the order of the scores within a phase matters. */
  readonly usesOrder: boolean;
  /** What becomes of the estimate when the other direction is called improvement. */
  readonly reversal: "complement" | "negate" | "same" | "other";
  /**
   * Which changes of all scores leave the estimate as it is: any that keeps their order, a shift and a change of unit, a
   * change of unit only, or none.
   */
  readonly invariance: "order" | "shift-and-unit" | "unit" | "none";
  /** Names of options without default, besides `improvement`. */
  readonly needs: readonly string[];
}

/** An effect size for one patient: a function of two phases that knows its name, label and source. */
export interface EffectSizeMethod<Options extends EffectSizeOptions = EffectSizeOptions>
  extends EffectSizeTraits {
  /**
   * @param phases Scores in the order of time.
   * @throws {InputError} when a score is not a finite number, or is off the scale.
   * @throws {EstimationError} `too-few-observations` when a phase has no score.
   * @throws {RangeError} when `improvement`, the level or another option is not one of its values.
   */
  (phases: Phases, options: Options): EffectSize;
}

/** An estimate and its limits. */
export interface Computed {
  /** null where it does not exist; a warning then says why. */
  estimate: number | null;
  limits: Limits;
  details?: EffectSize["details"];
  warnings?: Warning[];
}

/** An effect size before its input is checked. */
export interface EffectSizeRecipe<Options extends EffectSizeOptions> extends EffectSizeTraits {
  compute(phases: CheckedPhases, options: Options, level: number): Computed;
}

/** No estimate, with the reason. */
export function noEstimate(code: string, message: string, details: EffectSize["details"] = {}): Computed {
  const limits = { standardError: null, lower: null, upper: null, method: "none", warnings: [] };
  return { estimate: null, limits, details, warnings: [{ code, message }] };
}

/**
 * Fails unless an option is one of its values.
 *
 * @throws {RangeError} when it is not.
 */
export function checkChoice(name: string, value: unknown, choices: readonly string[]): void {
  if (choices.includes(value as string)) return;
  const needed = choices.map((choice) => `"${choice}"`).join(" or ");
  throw new RangeError(`${name} must be ${needed}, got ${JSON.stringify(value) ?? "nothing"}`);
}

function boundOf({ lower, upper }: Limits): Bound {
  if (lower === null) return upper === null ? "open" : "open-lower";
  return upper === null ? "open-upper" : "closed";
}

/** −0, which JSON does not know, as 0. */
const plain = (value: number | null): number | null => (value === null ? null : value + 0);

function row(
  traits: EffectSizeTraits,
  phases: CheckedPhases,
  computed: Computed,
): Omit<EffectSize, "level" | "improvement"> {
  const { estimate, limits, details = {}, warnings = [] } = computed;
  const { standardError, lower, upper, method } = limits;
  return {
    parameter: traits.name,
    label: traits.label,
    unit: traits.unit,
    estimate: plain(estimate),
    standardError,
    lower: plain(lower),
    upper: plain(upper),
    method,
    bound: boundOf(limits),
    ...(lower === null && upper === null ? {} : { given: "independent scores" }),
    nBaseline: phases.baseline.scores.length,
    nTreatment: phases.treatment.scores.length,
    details,
    warnings: [...phases.warnings, ...warnings, ...limits.warnings],
  };
}

/** Makes an effect size that checks its input from a recipe that need not. */
export function effectSizeMethod<Options extends EffectSizeOptions>({
  compute,
  ...traits
}: EffectSizeRecipe<Options>): EffectSizeMethod<Options> {
  const method = (phases: Phases, options: Options): EffectSize => {
    const { improvement, level = 0.95 } = options ?? {};
    checkChoice("improvement", improvement, ["decrease", "increase"]);
    if (!(level > 0 && level < 1)) throw new RangeError(`level must lie in (0, 1), got ${level}`);
    const checked = checkPhases(traits.label, phases, improvement);
    return { ...row(traits, checked, compute(checked, options, level)), level, improvement };
  };
  for (const [key, value] of Object.entries(traits))
    Object.defineProperty(method, key, { value, enumerable: true });
  return method as EffectSizeMethod<Options>;
}
