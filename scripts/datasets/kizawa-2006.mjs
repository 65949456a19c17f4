import { csv } from "./csv.mjs";
import { patientCsv } from "./patient-csv.mjs";
import { relapseRows, WELL } from "./relapse-rows.mjs";
import { cite, FACTS_LICENCE, seedOf } from "./source.mjs";

function knownDay({ day, dayEarliest, dayLatest }) {
  const exact = dayEarliest === dayLatest;
  return { day, dayEarliest: exact ? null : dayEarliest, dayLatest: exact ? null : dayLatest };
}

function patientOf({ id, timeline }) {
  const courses = timeline.filter(({ role }) => role === "course");
  const coursesAbove = (entry) =>
    courses.filter((course) => timeline.indexOf(course) < timeline.indexOf(entry));
  return {
    patient: id,
    timeUnit: "day",
    origin: null,
    scale: { minimum: 0, maximum: 10, step: 1 },
    scores: timeline
      .filter(({ role }) => role === "score")
      .map((entry) => ({
        ...knownDay(entry),
        daysAfterCourse: entry.daysAfterCourse?.nominal ?? null,
        coursesBefore: coursesAbove(entry).length,
        ...entry.score,
        rescue: false,
        note: entry.note,
      })),
    courses: courses.map((entry) => ({ ...knownDay(entry), doseGPerKg: entry.doseGPerKg, note: entry.note })),
  };
}

function inferred(timeline) {
  const used = timeline.filter(({ role }) => role !== "context");
  const days = used.map(({ event, dayEarliest, dayLatest, timeBasis }) => {
    const [earliest, latest] = [dayEarliest, dayLatest].map((day) => String(day).replace("-", "−"));
    return `${event} (${earliest === latest ? `day ${earliest}` : `days ${earliest} to ${latest}`}): ${timeBasis}`;
  });
  const values = used.filter(({ valueBasis }) => valueBasis !== "stated");
  return [
    ...days,
    ...values.map(({ event, valueBasis }) => `value of "${event}": ${valueBasis}`),
    "Bounds are extremes of the calendar, each taken by itself: no single history reaches all of them at once.",
  ];
}

const RELAPSES = `\`relapses.csv\` holds, for each course after which the patient was ever known to be well, the widest interval that the dates allow: \`lower\` is the earliest day of the last score known to be well (at most ${WELL} of the baseline of 10), \`upper\` the latest day of the first word of relapse.`;

/** One patient, three courses: the published case of Kizawa and colleagues. */
export function kizawa2006({ evidence }, { readRelapses }) {
  const title = "One patient, three courses of immunoglobulin: painful Sjögren neuropathy";
  const seed = seedOf(evidence, "kizawa-2006");
  const patient = patientOf(seed);
  const scores = patientCsv(patient, { named: false });
  const relapseColumns = ["patient", "course", "lower", "upper"];
  const relapses = csv(relapseColumns, relapseRows(seed));
  return {
    name: seed.id,
    title,
    kind: "patients",
    synthetic: false,
    citation: cite(seed.source),
    licence: FACTS_LICENCE,
    seeds: ["seeds/evidence/kizawa-2006.json"],
    about: [
      `${seed.population}; ${seed.design}.`,
      "Day 0 is the first infusion day of course 1. `day` is the nominal day, for the main analysis; `day_earliest` and `day_latest` are kept for the sensitivity analysis, which averages over them jointly in the order of the rows. The last score is tied to its course by `days_after_course`.",
      RELAPSES,
      "Course 1: well at two weeks (day 10 at the earliest), severe pain again three months later (day 129 at the latest). Two narrower readings are possible and not used: 76 to 129, if the words date the return of pain itself rather than a visit; 14 to 91, if the nominal days were exact. Course 2 has no row: 6–8 spans the limit of 7, so that the patient was never known to be well. Course 3 is right-censored at the only score after it.",
    ],
    files: [
      { name: "patient.csv", ...scores },
      { name: "relapses.csv", text: relapses, columns: relapseColumns },
    ],
    inferred: inferred(seed.timeline),
    notUsed: seed.notUsed,
    notes: seed.notes,
    patients: [{ name: "kizawa2006", title, patient }],
    constants: [
      {
        name: "kizawa2006Relapses",
        title: "When relief ended after courses 1 and 3, as the widest interval that the dates allow",
        shape: { name: "RelapseRow", from: "relapse" },
        type: "RelapseRow[]",
        value: readRelapses(relapses),
      },
    ],
  };
}
