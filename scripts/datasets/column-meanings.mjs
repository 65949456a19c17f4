/** Stands for the unit that a file names for itself. */
const UNIT_OF_FILE = "unit of the file";

/** What each column or field is: unit (empty where it has none), and meaning. */
const COLUMN_MEANINGS = {
  patient: ["", "id"],
  day: ["day", "nominal day, counted from the first infusion day of course 1"],
  day_earliest: ["day", "first day it can have been; empty where the day is certain"],
  day_latest: ["day", "last day it can have been; empty where the day is certain"],
  days_after_course: ["day", "the score's day counted from the course above it, where it is known only so"],
  score: [
    "score, 0–10",
    "pain; a range such as 6-8 means somewhere from 6 to 8; empty on a row that is only a course",
  ],
  dose_g_per_kg: [
    "g/kg",
    "total dose of the course that starts on that day; empty on other rows and where unknown",
  ],
  course: ["", "`yes` where a course starts, its dose known or not"],
  note: ["", "remark"],
  treatment: ["", "drug"],
  improved: ["patients", "improved; empty where no count is given"],
  stabilised: ["patients", "neither improved nor worsened"],
  worsened: ["patients", "worsened"],
  series: ["", "name of the series"],
  events: ["patients", "patients with the outcome"],
  events_control: ["patients", "patients with the outcome on placebo"],
  n_control: ["patients", "patients on placebo"],
  year: ["", "year of publication"],
  design: ["", "how the patients were studied"],
  population: ["", "disease"],
  outcome: ["", "what counts as an event"],
  pain: ["", "`yes` where the outcome is pain"],
  overlaps: ["", "series that share patients with this one, or may, separated by `;`"],
  certainty: ["", "of the count: stated, inferred or secondary"],
  source: ["", "DOI, PMID or place in a journal"],
  mean: [UNIT_OF_FILE, "reported mean"],
  decimals: ["", "digits after the point with which the mean is printed"],
  sd: [UNIT_OF_FILE, "reported standard deviation"],
  median: [UNIT_OF_FILE, "reported median"],
  minimum: [UNIT_OF_FILE, "smallest value of a patient"],
  maximum: [UNIT_OF_FILE, "largest value of a patient"],
  step: [UNIT_OF_FILE, "distance between two values that a patient can have"],
  lower: [UNIT_OF_FILE, "least that a patient can have"],
  upper: [UNIT_OF_FILE, "most that a patient can have"],
  estimand: ["", "what the mean is of: ratios, or a ratio of means"],
  n: ["patients", "number of patients"],
  label: ["", "what the numbers are of"],
  unit: ["", "unit of one patient's value"],
};

/** Meanings in a file of relapses. */
const RELAPSES = {
  course: ["", "number of the course, from 1"],
  lower: ["day", "days after the course: last known well"],
  upper: ["day", "days after the course: first known relapsed; empty where not yet relapsed"],
};

/** Meanings in a file of counts, each a report of its own. */
const COUNTS = {
  label: ["", "what was counted"],
  events: ["see `unit`", "how many had it"],
  n: ["see `unit`", "of how many"],
  percent: ["%", "percentage as printed; empty where none is"],
  unit: ["", "what is counted"],
};

/** Meanings in a file of trials. */
const TRIALS = {
  block: ["", "number of the pair, from 1"],
  period: ["", "number of the period, from 1"],
  treatment: ["", "what was given on the first day of the period"],
  day: ["day", "day of the score, counted from 1 on the first day of the trial"],
  score: ["score, 0–10", "pain"],
};

/**
 * Unit and meaning of a column, or of a field of a report.
 *
 * @param {{ name: string, unit?: string, kind?: string }} file The file, with the unit of its values where they have one in common.
 * @param {string} column
 */
export function meaningOf({ name, unit, kind }, column) {
  const meaning =
    (name === "relapses.csv" && RELAPSES[column]) ||
    (name === "counts.csv" && COUNTS[column]) ||
    (kind === "trials" && TRIALS[column]) ||
    COLUMN_MEANINGS[column];
  if (meaning === undefined) throw new Error(`Column "${column}" of ${name} has no meaning`);
  return [meaning[0] === UNIT_OF_FILE ? unit : meaning[0], meaning[1]];
}
