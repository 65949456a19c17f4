import type { Estimate, NextCourseResult, OutlookProbability, Scenario } from "../../schema/index.ts";
import { dayInWords } from "../format-date.ts";
import { formatPercent, formatProbability } from "../format-number.ts";

/** What may happen to the relief, in two words. */
const SHORT_EVENTS: Readonly<Record<string, string>> = {
  noEffect: "no effect",
  neverReached: "threshold not reached",
  alreadyCrossed: "crossed before",
  crosses: "crosses",
  holds: "holds for longer",
};

/** How one scenario may go: the day of the crossing, and what is likeliest. */
export interface ScenarioOutlook {
  scenario: Scenario;
  /** "courses so far", "course on day 231". */
  name: string;
  crossing: Estimate;
  probabilities: readonly OutlookProbability[];
  likeliest: OutlookProbability;
}

/** The outlook of one scenario; null where a result does not have it. */
export function scenarioOutlook(next: NextCourseResult, scenario: Scenario): ScenarioOutlook | null {
  const parameter = scenario === "planned-course" ? "crossingDayWithCourse" : "crossingDay";
  const crossing = next.estimates.find((row) => row.parameter === parameter);
  const probabilities = next.probabilities.filter((row) => row.scenario === scenario);
  if (!crossing || probabilities.length === 0) return null;
  const likeliest = probabilities.reduce((most, row) => (row.probability > most.probability ? row : most));
  const name = scenario === "planned-course" ? `course on day ${next.course!.day}` : "courses so far";
  return { scenario, name: name.replace("-", "−"), crossing, probabilities, likeliest };
}

/** The outlooks of several results with one and the same patient: the courses so far once, then each planned course. */
export function outlooksOf(results: readonly NextCourseResult[]): ScenarioOutlook[] {
  const [first] = results;
  const soFar = first ? scenarioOutlook(first, "courses-so-far") : null;
  const planned = results.map((next) => scenarioOutlook(next, "planned-course"));
  return [soFar, ...planned].filter((outlook) => outlook !== null);
}

/** "(95 % interval: day 253 to 457)"; nothing where there are no limits. */
function interval({ lower, upper, level }: Estimate): string {
  if (lower === null || upper === null) return "";
  return ` (${formatPercent(level)} interval: day ${Math.round(lower)} to ${Math.round(upper)})`;
}

/** Below this probability the day of a crossing is not worth a word. */
const NEGLIGIBLE = 0.05;

/** The probability of a crossing within the days looked at. */
function probabilityOfCrossing({ probabilities }: ScenarioOutlook): number {
  return probabilities.find(({ event }) => event === "crosses")?.probability ?? 0;
}

/** The day of the crossing; null where a crossing has next to no probability. */
export function crossingOf(outlook: ScenarioOutlook): Estimate | null {
  const { crossing } = outlook;
  return crossing.estimate !== null && probabilityOfCrossing(outlook) >= NEGLIGIBLE ? crossing : null;
}

/** "day 315 (95 % interval: day 253 to 457), 94 days from today (probability 99 %)". */
function whenInWords(
  outlook: ScenarioOutlook,
  { today, origin }: Pick<NextCourseResult, "today" | "origin">,
): string {
  const { crossing } = outlook;
  const away = Math.round(crossing.estimate! - today);
  const when = `${dayInWords(crossing.estimate!, origin)}${interval(crossing)}, ${away} day${away === 1 ? "" : "s"} from today`;
  return `${when} (probability ${formatProbability(probabilityOfCrossing(outlook))})`;
}

/** What is likeliest, and when the crossing comes where it may. */
export function outlookSentence(
  outlook: ScenarioOutlook,
  next: Pick<NextCourseResult, "today" | "origin">,
): string {
  const { crossing, likeliest } = outlook;
  const isPossible = crossingOf(outlook) !== null;
  if (isPossible && likeliest.event === "crosses") return `${crossing.label}: ${whenInWords(outlook, next)}.`;
  const likely = `${likeliest.label} (probability ${formatProbability(likeliest.probability)})`;
  return isPossible
    ? `${likely}; if the crossing is yet to come, ${whenInWords(outlook, next)}.`
    : `${likely}.`;
}

/** "day 315 (253 to 457), probability 99 %", after what is likelier. */
export function outlookLabel(outlook: ScenarioOutlook): string {
  const { likeliest } = outlook;
  const crossing = crossingOf(outlook);
  const parts: string[] = [];
  if (likeliest.event !== "crosses" || crossing === null)
    parts.push(
      `${SHORT_EVENTS[likeliest.event] ?? likeliest.event}, probability ${formatProbability(likeliest.probability)}`,
    );
  if (crossing) {
    const { estimate, lower, upper } = crossing;
    const limits = lower === null || upper === null ? "" : ` (${Math.round(lower)} to ${Math.round(upper)})`;
    const probability = formatProbability(probabilityOfCrossing(outlook));
    parts.push(`day ${Math.round(estimate!)}${limits}, probability ${probability}`);
  }
  return parts.join("; ");
}
