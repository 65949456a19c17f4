import type { BestScoreDay, NextScoreResult, ScoreDay } from "../../schema/next-score.ts";
import type { Json } from "../../schema/provenance.ts";
import type { ResponseResult } from "../../schema/response-result.ts";
import type { Scale } from "../../schema/scale.ts";
import { version } from "../../version.ts";
import { expectedScore } from "../likelihood/curve-likelihood.ts";
import { courseReaders } from "../quantities/course-alone.ts";
import { thresholdOf } from "../quantities/course-quantities.ts";
import { expectedNarrowing } from "./expected-narrowing.ts";
import { type LookAhead, type LookAheadOptions, lookAhead } from "./look-ahead.ts";
import { whoseResult } from "./look-ahead-words.ts";
import { nextScoreAssumptions, nextScoreMeaning, nextScoreWarnings } from "./next-score-words.ts";
import { rowOfValues } from "./outlook-summary.ts";
import { type ResultDraws, resultDraws } from "./result-draws.ts";

/** Options of `nextScore`. */
export interface NextScoreOptions extends LookAheadOptions {
  /** Days from one day that is tried to the next; default 7. */
  every?: number;
}

/** Draws with a relapse day below which none of this means anything. */
const FEWEST_DRAWS = 40;

/** Draws that have a relapse day, and that day. */
interface RelapseDraws {
  draws: (readonly number[])[];
  days: number[];
}

/**
 * Finds the day on which one more score would narrow the relapse day of the last course most.
 *
 * For every day that is tried, each value that a score can have weighs the posterior draws by its probability, as the
 * likelihood of the fit does; the variance that these weights leave is averaged over the values as the draws predict
 * them. All of it is given an effect and a relapse day, and without random numbers.
 *
 * @param result A fit with the interval method `posterior`; it may come from a file.
 * @throws {RangeError} when an option is out of range, or the model is unknown.
 * @throws {EstimationError} `no-draws` where the fit's interval method makes none.
 * @see `expectedNarrowing` for the computation.
 * @example
 * nextScore(fitResponse(readPatients("day,score,dose_g_per_kg\n0,9,2\n14,2,\n60,3,")[0]!)).curve.length; // 53
 */
export function nextScore(result: ResponseResult, options: NextScoreOptions = {}): NextScoreResult {
  const { every = 7 } = options;
  if (!(every > 0 && every < Infinity))
    throw new RangeError(`every must be a positive number of days, got ${every}`);
  const ahead = lookAhead(result, options);
  const drawn = resultDraws(result, options.model);
  const relapses = relapseDraws(drawn, ahead);
  const curve =
    relapses.days.length < FEWEST_DRAWS ? [] : narrowingCurve(result.scale, drawn, relapses, ahead, every);
  const best = bestOf(curve);
  const whose = whoseResult(result);
  const { model, origin, courses } = result;
  const known = {
    parameter: "relapseDay",
    label: "Relapse day",
    given: `${drawn.mayHaveNoEffect ? "an effect and " : ""}a relapse day`,
    ...whose,
  };
  const row = { ...rowOfValues(known, relapses.days, ahead.level), course: courses.length };
  const { relapseAt, today, horizon } = ahead;
  return {
    kind: "next-score",
    schemaVersion: 1,
    ...whose,
    model,
    timeUnit: "day",
    origin,
    today,
    horizon,
    relapseAt,
    course: courses.length,
    estimates: [row],
    curve,
    best,
    meaning: nextScoreMeaning(row, best, { today, start: drawn.days.at(-1)! }),
    assumptions: nextScoreAssumptions(result, row.given!),
    warnings: nextScoreWarnings(result, relapses.days.length, drawn),
    provenance: {
      package: "nof1",
      version,
      seed: null,
      inputSha256: result.provenance.inputSha256,
      options: { ...ahead, relapseAt: { ...relapseAt }, every } satisfies Record<string, Json>,
    },
  };
}

function relapseDraws(
  { model, parameters, draws, floor }: ResultDraws,
  { relapseAt, horizon }: LookAhead,
): RelapseDraws {
  const read = courseReaders({ model, parameters, floor, relapseAt, horizon }).at(-1)!;
  const found: RelapseDraws = { draws: [], days: [] };
  for (const draw of draws) {
    const course = read(draw);
    const day = course.crossing(thresholdOf(relapseAt, course.height, floor).relief);
    if (day === null) continue;
    found.draws.push(draw);
    found.days.push(day);
  }
  return found;
}

function narrowingCurve(
  { minimum, maximum, step }: Scale,
  { model, parameters, floor, days: starts }: ResultDraws,
  { draws, days }: RelapseDraws,
  { today, horizon }: LookAhead,
  every: number,
): ScoreDay[] {
  const curve = expectedScore(model, parameters, floor);
  const nCuts = Math.round((maximum - minimum) / step);
  const cuts = Array.from({ length: nCuts }, (_, v) => minimum + (v + 0.5) * step);
  const tried = Array.from({ length: Math.floor(horizon / every) + 1 }, (_, i) => today + i * every);
  const elapsed = tried.map((day) => starts.map((start) => day - start));
  const means = tried.map(() => new Float64Array(draws.length));
  const sds = draws.map((draw) => Math.exp(draw[parameters.residualSd]!));
  draws.forEach((draw, i) => {
    curve.set(draw);
    for (let k = 0; k < tried.length; k++) means[k]![i] = curve.at(elapsed[k]!, 0);
  });
  return tried.map((day, k) => ({ day, ...expectedNarrowing(days, { means: means[k]!, sds, cuts }) }));
}

/** Share of the best reduction that makes a day as good as the best. */
const NEARLY = 0.9;

function bestOf(curve: readonly ScoreDay[]): BestScoreDay | null {
  const [first] = curve;
  if (!first) return null;
  const best = curve.reduce((least, row) => (row.expectedSd < least.expectedSd ? row : least), first);
  const at = curve.indexOf(best);
  const good = ({ relativeReduction }: ScoreDay): boolean =>
    relativeReduction >= NEARLY * best.relativeReduction;
  let [from, to] = [at, at];
  while (from > 0 && good(curve[from - 1]!)) from--;
  while (to + 1 < curve.length && good(curve[to + 1]!)) to++;
  return { ...best, from: curve[from]!.day, to: curve[to]!.day };
}
