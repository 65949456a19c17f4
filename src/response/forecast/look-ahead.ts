import type { RelapseRule, ResponseResult } from "../../schema/response-result.ts";
import type { ResponseModel } from "../response-model.ts";

/** Options of looking ahead from a result. */
export interface LookAheadOptions {
  /** Day from which it is looked ahead; default the day of the last score. */
  today?: number;
  /** Days that are looked ahead; default 365. */
  horizon?: number;
  /** What counts as a relapse; default the rule of the result. */
  relapseAt?: RelapseRule;
  /** Two-sided level in (0, 1); default that of the result. */
  level?: number;
  /** The result's model, where it is not one of `responseModels`. */
  model?: ResponseModel;
}

/** The options after defaults, but for the model. */
export type LookAhead = Required<Omit<LookAheadOptions, "model">>;

/**
 * Fills in the defaults and checks every option.
 *
 * @throws {RangeError} that names the option, what is needed and what was found.
 */
export function lookAhead(result: ResponseResult, options: LookAheadOptions): LookAhead {
  const {
    today = Math.max(...result.observations.map(({ day }) => day)),
    horizon = 365,
    relapseAt = result.relapseAt,
    level = result.estimates[0]?.level ?? 0.95,
  } = options;
  if (!Number.isFinite(today)) throw new RangeError(`today must be a day, got ${today}`);
  if (!(horizon > 0 && horizon < 1e5))
    throw new RangeError(`horizon must be a positive number of days, got ${horizon}`);
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie in (0, 1), got ${level}`);
  if (!onScale(relapseAt, result)) {
    throw new RangeError(
      `relapseAt must be a relief in (0, 1) or a score on the scale, got ${JSON.stringify(relapseAt)}`,
    );
  }
  return { today, horizon, relapseAt, level };
}

/** Whether higher scores are better in a result. */
export function higherIsBetter({ provenance }: ResponseResult): boolean {
  return provenance.options.improvement === "increase";
}

/** The best score of a result's scale, from which relief is measured. */
export function bestScore(result: ResponseResult): number {
  return higherIsBetter(result) ? result.scale.maximum : result.scale.minimum;
}

function onScale(rule: RelapseRule, result: ResponseResult): boolean {
  if ("relief" in rule) return rule.relief > 0 && rule.relief < 1;
  const { minimum, maximum } = result.scale;
  return rule.score >= minimum && rule.score <= maximum && rule.score !== bestScore(result);
}
