import type { Patient } from "../schema/patient.ts";
import type { RelapseRule } from "../schema/response-result.ts";
import type { Improvement, Scale } from "../schema/scale.ts";
import { roundedNormal, type ScoreErrors } from "./likelihood/score-errors.ts";
import { plateau } from "./models/plateau.ts";
import { BASELINE_SPREAD, defaultPriors, type PriorSet } from "./priors.ts";
import type { ResponseModel } from "./response-model.ts";
import type { Baselines } from "./working-parameters.ts";

/** What a curve is fitted and read by; all may be left out. */
export interface CurveOptions {
  /** Relief curve; default `plateau`. */
  model?: ResponseModel;
  /** Two-sided level in (0, 1); default 0.95. */
  level?: number;
  /** Set of priors; default `defaultPriors`. */
  priors?: PriorSet;
  /** How scores scatter; default `roundedNormal`. */
  errors?: ScoreErrors;
  /** Which way scores go when it gets better; default the patient's own, else `decrease`. */
  improvement?: Improvement;
  /** What counts as a relapse: relief below a share, or a score no better than one given; default relief below 30 %. */
  relapseAt?: RelapseRule;
  /** Days over which relief-days are counted; default 180. */
  horizon?: number;
  /**
   * Whether all courses share the score without treatment (`shared`, the default), or each of two to six starts from its
   * own, around the patient's mean baseline: the score without treatment then goes straight from one course's to the next's.
   */
  baselines?: Baselines;
  /** A parameter of its own for each course, such as `T50`, that may change with the dose; default none. */
  doseOn?: string | null;
  /**
   * Correlation of the deviations of two scores a day apart, in [0, 1): the main quantities are computed again with it, as
   * a sensitivity analysis; default 0, none.
   */
  serialCorrelation?: number;
  /** Average over the bounds of days even where a day is given; default false, then it is a sensitivity analysis. */
  averageDays?: boolean;
  /** Seed of interval methods that draw random numbers; default 1. */
  seed?: number;
}

/** The options after defaults. */
export interface CurveSettings extends Required<CurveOptions> {
  /** Whether this analysis is the one with serial correlation. */
  correlated: boolean;
}

/**
 * Fills in the defaults of all options but the interval method, and checks them.
 *
 * @throws {RangeError} that names the option, what is needed and what was found.
 */
export function curveSettings(options: CurveOptions, patient: Patient): CurveSettings {
  const settings: CurveSettings = {
    model: plateau,
    level: 0.95,
    priors: defaultPriors,
    errors: roundedNormal,
    improvement: patient.improvement ?? "decrease",
    relapseAt: { relief: 0.3 },
    horizon: 180,
    baselines: "shared",
    doseOn: null,
    serialCorrelation: 0,
    correlated: false,
    averageDays: false,
    seed: 1,
    ...Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)),
  };
  checkSettings(settings, patient.scale);
  return settings;
}

function checkSettings(settings: CurveSettings, scale: Scale): void {
  const { level, horizon, priors, serialCorrelation, improvement } = settings;
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie in (0, 1), got ${level}`);
  if (!(serialCorrelation >= 0 && serialCorrelation < 1))
    throw new RangeError(`serialCorrelation must lie in [0, 1), got ${serialCorrelation}`);
  if (!(horizon > 0 && horizon < 1e5))
    throw new RangeError(`horizon must be a positive number of days, got ${horizon}`);
  if (!(priors.residualSd.sd > 0 && priors.residualSd.sd < Infinity)) {
    throw new RangeError(
      `The set of priors "${priors.name}" needs a proper prior on residualSd, got sd ${priors.residualSd.sd}`,
    );
  }
  if (improvement !== "decrease" && improvement !== "increase")
    throw new RangeError(`improvement must be "decrease" or "increase", got ${JSON.stringify(improvement)}`);
  checkBaselines(settings);
  checkRelapseRule(settings, scale);
}

/** Baselines of courses need a spread between them. */
function checkBaselines({ baselines, priors }: CurveSettings): void {
  if (baselines === "shared") return;
  if (baselines !== "own")
    throw new RangeError(`baselines must be "shared" or "own", got ${JSON.stringify(baselines)}`);
  const spread = priors.spreads[BASELINE_SPREAD];
  if (!(spread !== undefined && spread > 0 && spread < Infinity))
    throw new RangeError(
      `Courses with their own baselines need a spread of "${BASELINE_SPREAD}" above 0 in the set of priors "${priors.name}", got ${spread ?? "none"}`,
    );
}

/** A relapse score is on the scale, and not its best. */
function checkRelapseRule({ relapseAt, improvement }: CurveSettings, { minimum, maximum }: Scale): void {
  const best = improvement === "decrease" ? minimum : maximum;
  const inside =
    "relief" in relapseAt
      ? relapseAt.relief > 0 && relapseAt.relief < 1
      : relapseAt.score >= minimum && relapseAt.score <= maximum && relapseAt.score !== best;
  if (!inside)
    throw new RangeError(
      `relapseAt must be a relief in (0, 1) or a score on the scale, got ${JSON.stringify(relapseAt)}`,
    );
}
