import type { CohortResult, CohortSummary, Estimate } from "../../schema/index.ts";
import {
  formatEstimate,
  formatEstimateWithInterval,
  formatFixed,
  formatInterval,
  formatPercent,
  formatProbability,
  formatRange,
  formatValue,
} from "../format-number.ts";
import { count } from "../text/assumptions.ts";
import {
  type BetweenPatients,
  betweenPatients,
  nextProbability,
  nextRow,
  typicalRow,
} from "./cohort-rows.ts";

const NORMAL_975 = 1.959963984540054;
/** Shares of the variance above and below which patients are said to differ much or little. */
const [MUCH, LITTLE] = [0.75, 0.25];

/** "4 patients and 5 known by summaries". */
export function cohortName({ patients, summaries }: CohortResult): string {
  const inAll = summaries.reduce((sum, { n }) => sum + n, 0);
  const further = summaries.length === 0 ? "" : ` and ${inAll} known by summaries`;
  return `${count(patients.length, "patient")}${further}`;
}

/** The typical patient and the next one, in sentences. */
export function cohortAnswer(result: CohortResult): string {
  const relief = typicalRow(result, "bestRelief") ?? typicalRow(result, "relief");
  const relapse = typicalRow(result, "relapseDay");
  const parts = [
    ...(relief ? [`The typical patient’s best relief is ${formatEstimateWithInterval(relief)}`] : []),
    ...(relapse ? [relapseWords(result, relapse)] : []),
  ];
  return `${parts.join("; ")}.${nextAnswer(result)}`;
}

/** ", if reached" where only some of the draws have the quantity. */
export function ifReached({ sampling }: CohortResult, row: Estimate | undefined): string {
  return sampling !== null && row?.given !== undefined ? ", if reached" : "";
}

function relapseWords(result: CohortResult, row: Estimate): string {
  if (row.estimate === null) return "relief never reaches the relapse threshold in the typical patient";
  const condition = ifReached(result, row) === "" ? "" : ", if relief passes the threshold";
  return `relapse comes ${formatEstimateWithInterval(row)} after the course${condition}`;
}

function nextAnswer(result: CohortResult): string {
  const half = nextProbability(result, "relief50");
  const third = nextProbability(result, "relief30");
  if (half === null || third === null) return "";
  return ` A further patient like these reaches relief of 30 % or more with a probability of ${formatProbability(third)}, of 50 % or more with ${formatProbability(half)}.`;
}

/** What a share of the variance says of the patients; nothing where its limits allow both little and much. */
function judgedShare(result: CohortResult, { estimate, lower, upper }: Estimate): string {
  const [low, high] = [lower ?? 0, upper ?? 1];
  if (low < LITTLE && high > MUCH) return `${cohortName(result)} cannot tell whether patients truly differ`;
  if (estimate! >= MUCH) return "patients truly differ";
  if (estimate! <= LITTLE) return "patients can hardly be told apart";
  return "patients seem to differ, but each one’s own scores leave much open";
}

/** How much of what is seen lies between patients, in words. */
function shareWords(result: CohortResult, { label, share }: BetweenPatients): string[] {
  if (!share || share.estimate === null) return [];
  return [
    `Of how the patients’ own estimates of ${label} vary, ${formatEstimateWithInterval(share)} lies between patients; the rest is uncertainty about each of them: ${judgedShare(result, share)}.`,
  ];
}

const FROM_WORKING: Readonly<Record<string, (x: number) => number>> = {
  logit: (x) => 1 / (1 + Math.exp(-x)),
  log: Math.exp,
};

/** Where most patients lie, if the estimates are right. */
function rangeWords(result: CohortResult, between: BetweenPatients): string[] {
  const { spread, parameter, label } = between;
  const typical = typicalRow(result, parameter);
  const toNatural = FROM_WORKING[spread.unit];
  if (!typical || typical.estimate === null || spread.estimate === null || !toNatural) return [];
  const { estimate } = typical;
  const middle = spread.unit === "logit" ? Math.log(estimate / (1 - estimate)) : Math.log(estimate);
  if (!Number.isFinite(middle)) return [];
  const [low, high] = [-1, 1].map((side) => toNatural(middle + side * NORMAL_975 * spread.estimate!));
  return [
    `Were these estimates right, 95 of 100 patients would lie at ${formatRange(low!, high!, typical.unit)} for ${label}.`,
  ];
}

/** How patients differ, in sentences. */
export function heterogeneitySentences(result: CohortResult): string[] {
  return betweenPatients(result).flatMap((one) => [...shareWords(result, one), ...rangeWords(result, one)]);
}

/** What is to be expected of a patient who is not in the cohort. */
export function nextSentences(result: CohortResult): string[] {
  const { nextPatient } = result;
  if (nextPatient.estimates.length === 0)
    return ["Nothing can be said of the next patient: the covariance of the population is not known."];
  const never = nextProbability(result, "neverReached");
  const relapse = nextRow(result, "relapseDay");
  return [
    ...nextPatient.probabilities
      .filter(({ event }) => event !== "neverReached")
      .map(({ label, probability }) => `${label}: probability ${formatProbability(probability)}.`),
    ...(relapse && relapse.estimate !== null
      ? [
          `Relapse day of the next patient, if relief passes the threshold: ${formatEstimateWithInterval(relapse)}.`,
        ]
      : []),
    ...(never === null
      ? []
      : [`Relief never reaches the relapse threshold: probability ${formatProbability(never)}.`]),
    "These hold for a patient who is drawn like those of the cohort; who was chosen because others failed, or is treated otherwise, may differ.",
  ];
}

/** "mean relief 73.4 % at days 2–14" */
function reliefWords({ meanRelief }: CohortSummary): string[] {
  if (!meanRelief) return [];
  const { value, step, fromDay, toDay, estimand } = meanRelief;
  const name = estimand === "ratio-of-means" ? "relief of the mean score" : "mean relief";
  const decimals = Math.max(0, Math.round(-Math.log10(100 * step)));
  return [
    `${name} ${formatFixed(100 * value, decimals)} % at days ${formatFixed(fromDay, 0)} to ${formatFixed(toDay, 0)}`,
  ];
}

function durationWords({ duration }: CohortSummary): string[] {
  if (!duration) return [];
  const { minimum, maximum, step } = duration;
  return [
    `relief for ${formatRange(minimum, maximum, "day")}, the shortest and the longest (each known to ${formatValue(step, "day")})`,
  ];
}

/** What each source says whose patients' scores are not known. */
export function summarySentences({ summaries }: CohortResult): string[] {
  return summaries.map((summary) => {
    const { source, n, overlaps = [] } = summary;
    const shared = overlaps.length === 0 ? "" : ` Said to share patients with ${overlaps.join(", ")}.`;
    return `${source}: ${count(n, "patient")}, ${[...reliefWords(summary), ...durationWords(summary)].join(", ")}. It enters as just that, without an invented standard deviation.${shared}`;
  });
}

/** Units of the model's scale, which a label or a head says already. */
const WORKING_UNITS: readonly string[] = ["logit", "log"];

/** Estimate and limits in a cell: "80 % (59 to 91 %)". */
export function inCell(found: Estimate | undefined): string {
  if (!found) return "–";
  const row = WORKING_UNITS.includes(found.unit) ? { ...found, unit: "" } : found;
  const interval = formatInterval(row);
  return interval === "–" ? formatEstimate(row) : `${formatEstimate(row)} (${interval})`;
}

/** How surely, for captions: "95 %". */
export function levelOf({ estimates }: CohortResult): string {
  return formatPercent(estimates[0]?.level ?? 0.95);
}
