import type { Estimate } from "../../schema/estimate.ts";
import type { OutlookProbability, PlannedCourse, Scenario } from "../../schema/next-course.ts";
import type { Warning } from "../../schema/provenance.ts";
import type { ResponseResult } from "../../schema/response-result.ts";
import type { LookAhead } from "./look-ahead.ts";
import { assumptionsOfFit, dayInWords, lastingWarnings, percentInWords } from "./look-ahead-words.ts";
import type { PredictedCourse, Spreads } from "./planned-course.ts";

/** The answer in sentences. */
export function nextCourseMeaning(
  estimates: readonly Estimate[],
  probabilities: readonly OutlookProbability[],
  { today }: LookAhead,
): string[] {
  const row = (name: string): Estimate | undefined => estimates.find(({ parameter }) => parameter === name);
  const [next, withCourse, alone] = ["crossingDay", "crossingDayWithCourse", "courseDuration"].map(row);
  const sentences = [sentenceOf(next!, today), chances(probabilities, "courses-so-far")];
  if (withCourse) sentences.push(sentenceOf(withCourse, today), chances(probabilities, "planned-course"));
  if (alone?.estimate != null) {
    sentences.push(`The planned course alone lasts ${Math.round(alone.estimate)} days${limits(alone)}.`);
  }
  return sentences;
}

function sentenceOf(row: Estimate, today: number): string {
  const { estimate, label, given } = row;
  if (estimate === null) return `${label}: on no day that is looked at.`;
  const away = Math.round(estimate - today);
  return `${label}: ${dayInWords(Math.round(estimate))}${limits(row)}, ${away} days from today, given ${given}.`;
}

function limits({ lower, upper, level }: Estimate): string {
  if (lower === null || upper === null) return "";
  return ` (${Math.round(1000 * level) / 10} % interval ${Math.round(lower)} to ${Math.round(upper)})`;
}

function chances(probabilities: readonly OutlookProbability[], wanted: Scenario): string {
  const possible = probabilities.filter(
    ({ scenario, probability }) => scenario === wanted && probability > 0,
  );
  return `${possible.map(({ label, probability }) => `${label}: ${percentInWords(probability)}`).join("; ")}.`;
}

/** What is known of a planned course. */
interface Planned {
  course: PlannedCourse;
  spreads: Spreads;
  predicted: PredictedCourse;
}

export function nextCourseAssumptions(result: ResponseResult, planned: Planned | null): string[] {
  const others = planned ? "No course but the planned one is given" : "No further course is given";
  const shared = [...assumptionsOfFit(result), `${others}, and nothing else changes.`];
  return planned ? [...shared, ...plannedAssumptions(result, planned)] : shared;
}

function plannedAssumptions(
  { courses, covariance, provenance }: ResponseResult,
  { course, spreads, predicted }: Planned,
): string[] {
  const { own } = predicted;
  const several = covariance.parameters.some((name) => name.startsWith("mean "));
  const names = own.map(({ label, link, sd }) => `${label}: ${link ? `${link} ` : ""}sd ${sd}`).join("; ");
  const center = several
    ? `this patient's mean over ${courses.length} courses`
    : courses.length === 1
      ? "the one course seen, which stands for the patient's mean"
      : `what all ${courses.length} courses share`;
  const drawn =
    own.length === 0
      ? "The planned course acts as those before it."
      : `The planned course is drawn around ${center}, with spreads from ${spreads.source} (${names}); all else it shares with the courses before it.`;
  const { doseOn } = provenance.options;
  if (typeof doseOn !== "string")
    return [drawn, "Its dose plays no part: the fit has no effect of the dose."];
  const dose = course.doseGPerKg === null ? "the mean of the doses known" : `${course.doseGPerKg} g/kg`;
  return [drawn, `Its dose is ${dose}, and shifts "${doseOn}" as far as the fit says.`];
}

export function nextCourseWarnings(
  result: ResponseResult,
  estimates: readonly Estimate[],
  noEffect: number,
): Warning[] {
  const warnings: Warning[] = [];
  const rough = estimates.filter(({ estimate, bound }) => estimate !== null && bound === "open");
  if (rough.length > 0) {
    warnings.push({
      code: "few-draws",
      message: `Too few draws have a value for limits on: ${rough.map(({ label }) => label).join("; ")}.`,
    });
  }
  if (noEffect >= 0.5 * (1 - estimates[0]!.level)) {
    warnings.push({
      code: "no-effect-not-excluded",
      message: `No effect is not excluded (probability ${percentInWords(noEffect)}): there may be no relief to lose.`,
    });
  }
  return [...warnings, ...lastingWarnings(result)];
}
