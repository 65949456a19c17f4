import fc from "fast-check";
import type { Course, MissedVisit, Patient, Score } from "../../../src/schema/index.ts";

/** The columns written; `date` is left out. */
export const COLUMNS = [
  "patient",
  "outcome",
  "day",
  "score",
  "dose_g_per_kg",
  "course",
  "day_earliest",
  "day_latest",
  "days_after_course",
  "rescue",
  "note",
] as const;

/** One row as text. */
export type Cells = Record<(typeof COLUMNS)[number], string>;

const day = fc.integer({ min: -4000, max: 4000 }).map((quarters) => quarters / 4);
const bounds = fc.option(fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 40 })));
const noteText = fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => `n${text}`);
const note = fc.option(fc.oneof(noteText, fc.constantFrom('"', " a;b\t,c ", "=1+1", "x\ny\r\nz")));

interface Draft {
  rough: [number, number] | null;
  exact: boolean;
  day: number;
  lower: number;
  upper: number;
  rescue: boolean;
  dose: number | null;
  note: string | null;
  what: "score" | "course" | "after" | "missed";
}

const draft: fc.Arbitrary<Draft> = fc.record({
  rough: bounds,
  exact: fc.boolean(),
  day,
  lower: fc.integer({ min: 0, max: 10 }),
  upper: fc.integer({ min: 0, max: 10 }),
  rescue: fc.boolean(),
  dose: fc.option(fc.integer({ min: 1, max: 40 }).map((tenths) => tenths / 10)),
  note,
  what: fc.constantFrom("score", "course", "after", "missed"),
});

type Order = ("score" | "course" | "missed")[];

/** A valid patient from whatever was drawn: one course a day, days after a course only below one. */
function toPatient(id: string, drafts: readonly Draft[]): { patient: Patient; order: Order } {
  const scores: Score[] = [];
  const courses: Course[] = [];
  const missedVisits: MissedVisit[] = [];
  const order: Order = [];
  const taken = new Set<number>();
  for (const drawn of drafts) {
    const known = {
      day: drawn.exact || drawn.rough === null ? drawn.day : null,
      dayEarliest: drawn.rough && drawn.day - drawn.rough[0],
      dayLatest: drawn.rough && drawn.day + drawn.rough[1],
    };
    if (drawn.what === "course") {
      if (known.day !== null && taken.has(known.day)) continue;
      if (known.day !== null) taken.add(known.day);
      courses.push({ ...known, doseGPerKg: drawn.dose, note: drawn.note });
      order.push("course");
      continue;
    }
    if (drawn.what === "missed") {
      missedVisits.push({ ...known, note: drawn.note });
      order.push("missed");
      continue;
    }
    const [lower, upper] = [Math.min(drawn.lower, drawn.upper), Math.max(drawn.lower, drawn.upper)];
    const rest = { coursesBefore: courses.length, lower, upper, rescue: drawn.rescue, note: drawn.note };
    const last = courses.at(-1);
    if (drawn.what === "after" && last !== undefined) {
      const daysAfterCourse = Math.abs(drawn.day);
      const sum = last.day !== null && last.dayEarliest === null ? last.day + daysAfterCourse : null;
      scores.push({ day: sum, dayEarliest: null, dayLatest: null, daysAfterCourse, ...rest });
    } else scores.push({ ...known, daysAfterCourse: null, ...rest });
    order.push("score");
  }
  const scale = { minimum: 0, maximum: 10, step: 1 };
  const missed = missedVisits.length === 0 ? {} : { missedVisits };
  return {
    patient: { patient: id, timeUnit: "day", origin: null, scale, scores, courses, ...missed },
    order,
  };
}

const show = (value: number | null): string => (value === null ? "" : String(value));

function scoreCells(id: string, score: Score): Cells {
  return {
    patient: id,
    outcome: "",
    day: score.daysAfterCourse === null ? show(score.day) : "",
    score: score.lower === score.upper ? show(score.lower) : `${score.lower}-${score.upper}`,
    dose_g_per_kg: "",
    course: "",
    day_earliest: show(score.dayEarliest),
    day_latest: show(score.dayLatest),
    days_after_course: show(score.daysAfterCourse),
    rescue: score.rescue ? "yes" : "",
    note: score.note ?? "NA",
  };
}

function courseCells(id: string, course: Course): Cells {
  return {
    ...missedCells(id, course),
    dose_g_per_kg: show(course.doseGPerKg),
    course: course.doseGPerKg === null ? "Yes" : "",
  };
}

function missedCells(id: string, { day, dayEarliest, dayLatest, note }: MissedVisit): Cells {
  return {
    patient: id,
    outcome: "",
    day: show(day),
    score: ".",
    dose_g_per_kg: "",
    course: "",
    day_earliest: show(dayEarliest),
    day_latest: show(dayLatest),
    days_after_course: "",
    rescue: "",
    note: note ?? "",
  };
}

/** The rows of a patient, as texts. */
export function toCells({ patient, order }: ReturnType<typeof toPatient>): Cells[] {
  const [scores, courses, missed] = [
    [...patient.scores],
    [...patient.courses],
    [...(patient.missedVisits ?? [])],
  ];
  return order.map((what) => {
    if (what === "score") return scoreCells(patient.patient, scores.shift() as Score);
    if (what === "missed") return missedCells(patient.patient, missed.shift() as MissedVisit);
    return courseCells(patient.patient, courses.shift() as Course);
  });
}

/** A CSV file, with decimal commas where the delimiter allows them. */
export function toCsv(rows: readonly Cells[], delimiter: string, end: string): string {
  const quote = (cell: string): string => (/["\s,;]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const comma = (name: string, cell: string): string => {
    return delimiter === "," || name === "note" || name === "patient" ? cell : cell.replaceAll(".", ",");
  };
  const decimals = (name: string, cell: string): string => (cell === "." ? cell : comma(name, cell));
  const lines = rows.map((row) => COLUMNS.map((name) => quote(decimals(name, row[name]))).join(delimiter));
  return [COLUMNS.join(delimiter), ...lines].join(end);
}

/** Takes the rows of all patients in turn, so that they are mixed in the file. */
export function interleave<T>(lists: readonly T[][]): T[] {
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, i) => lists.flatMap((list) => list.slice(i, i + 1))).flat();
}

const id = fc
  .oneof(fc.constantFrom("__proto__", "P 1", "a;b", "患者"), fc.string({ minLength: 1, maxLength: 5 }))
  .map((text) => `i${text}`.trim());
/** A few patients, with the order in which their scores and courses stand. */
export const cohort = fc
  .uniqueArray(fc.tuple(id, fc.array(draft, { minLength: 1, maxLength: 8 })), {
    minLength: 1,
    maxLength: 4,
    selector: ([name]) => name,
  })
  .map((drawn) => drawn.map(([name, drafts]) => toPatient(name, drafts)));
