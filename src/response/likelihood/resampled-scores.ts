import type { IntervalProblem } from "../../inference/interval-method.ts";
import type { RandomStream } from "../../math/random/random-stream.ts";
import type { Patient, Score } from "../../schema/patient.ts";
import type { Scale } from "../../schema/scale.ts";
import type { PriorSet } from "../priors.ts";
import { compileProblem, type ProblemOptions, type ResponseProblem } from "../response-problem.ts";
import type { Timeline, TimelineEvent } from "../timeline.ts";
import { hasOwnBaselines } from "../working-parameters.ts";
import { expectedScore } from "./curve-likelihood.ts";
import { possibleTimes, type TimeBlock, type TimeNode } from "./possible-times.ts";
import { neighbourCorrelations } from "./serial-likelihood.ts";

/** Makes up the scores of a patient anew, at working parameters. */
export type ScoreSimulator = (theta: ArrayLike<number>, stream: RandomStream) => Patient;

/** Days since each course, for one score, with the score's deviation from the curve in standard deviations. */
interface DrawnScore {
  index: number;
  elapsed: ArrayLike<number>;
  /** Where the score's row of `elapsed` begins. */
  offset: number;
  deviation: number;
}

/**
 * Compiles the simulation of scores like a patient's own, on the same days and rounded alike.
 *
 * Days known by bounds are drawn within them. A latent score is drawn from the normal law around the curve, and read as
 * coarsely as the score it stands for: in steps of the scale, or, for a range such as 6–8, in ranges of that width, of
 * which the patient's own is one.
 *
 * @param correlation Of the deviations of two scores a day apart; each score then counts on the middle of its days.
 */
export function scoreSimulator(
  patient: Patient,
  timeline: Timeline,
  { model, parameters }: Pick<ResponseProblem, "model" | "parameters">,
  correlation = 0,
): ScoreSimulator {
  const curve = expectedScore(model, parameters, patient.scale.minimum);
  const draw =
    correlation > 0
      ? serialDrawer(timeline, correlation)
      : independentDrawer(timeline, hasOwnBaselines(parameters));
  return (theta, stream) => {
    curve.set(theta);
    const sd = Math.exp(theta[parameters.residualSd]!);
    const scores = patient.scores.slice();
    for (const { index, elapsed, offset, deviation } of draw(stream)) {
      const latent = curve.at(elapsed, offset) + sd * deviation;
      scores[index] = { ...scores[index]!, ...readScore(latent, scores[index]!, patient.scale) };
    }
    return { ...patient, scores };
  };
}

/**
 * What a bootstrap asks of a response problem: the objective of simulated scores. Priors that look at the scores look at
 * the simulated ones.
 *
 * @param options Those that the problem was compiled with.
 */
export function scoreResampler(
  patient: Patient,
  timeline: Timeline,
  problem: ResponseProblem,
  priors: PriorSet,
  options: ProblemOptions = {},
): NonNullable<IntervalProblem["resample"]> {
  const { model, errors } = problem;
  let simulate: ScoreSimulator | undefined;
  return (theta, stream) => {
    simulate ??= scoreSimulator(patient, timeline, problem, options.correlation);
    return compileProblem(simulate(theta, stream), timeline, model, priors, errors, options).objective;
  };
}

function independentDrawer(timeline: Timeline, movingLevel: boolean): (stream: RandomStream) => DrawnScore[] {
  const blocks = possibleTimes(timeline, movingLevel);
  const nCourses = timeline.courses.length;
  return (stream) =>
    blocks.flatMap((block) => {
      const { elapsed } = drawnTimes(block, stream);
      return block.scores.map((index, i) => ({
        index,
        elapsed,
        offset: i * nCourses,
        deviation: stream.normal(),
      }));
    });
}

function drawnTimes({ nodes }: TimeBlock, stream: RandomStream): TimeNode {
  if (nodes.length === 1) return nodes[0]!;
  const drawn = stream.uniform();
  let reached = 0;
  for (const node of nodes) {
    reached += node.weight;
    if (reached >= drawn) return node;
  }
  return nodes.at(-1)!;
}

function serialDrawer(timeline: Timeline, perDay: number): (stream: RandomStream) => DrawnScore[] {
  const middle = ({ earliest, latest }: TimelineEvent): number => 0.5 * (earliest + latest);
  const ordered = [...timeline.scores].sort((a, b) => middle(a) - middle(b));
  const correlations = neighbourCorrelations(ordered.map(middle), perDay);
  const rows = ordered.map((score) => timeline.courses.map((course) => middle(score) - middle(course)));
  return (stream) => {
    let deviation = 0;
    return ordered.map(({ index }, i) => {
      const kept = correlations[i]!;
      deviation = kept * deviation + Math.sqrt(1 - kept * kept) * stream.normal();
      return { index, elapsed: rows[i]!, offset: 0, deviation };
    });
  };
}

/** The range in which a latent score is read, as wide as the original one where the scale does not cut it. */
function readScore(
  latent: number,
  { lower, upper }: Score,
  { minimum, maximum, step }: Scale,
): Pick<Score, "lower" | "upper"> {
  const onScale = (value: number): number => Math.min(maximum, Math.max(minimum, value));
  const width = upper - lower + step;
  const moved = width * Math.floor((onScale(latent) - lower + 0.5 * step) / width);
  // Rounding to 12 digits takes off the decimals that steps such as .1 leave behind.
  const end = (value: number): number => Number(onScale(value + moved).toPrecision(12));
  return { lower: end(lower), upper: end(upper) };
}
