import type { CohortResult, Estimate } from "../../schema/index.ts";
import type { WordTable } from "../comparison/comparison-tables.ts";
import { formatFixed, formatPercent } from "../format-number.ts";
import { betweenPatients, patientCourses, shortName } from "./cohort-rows.ts";
import { ifReached, inCell, levelOf } from "./cohort-words.ts";

/** Rows of how patients differ have a table of their own. */
const isOfPatients = ({ parameter }: Estimate): boolean => !/^(?:spread|varianceShare)/u.test(parameter);

const OF_TYPICAL = /, typical patient$/u;
const NOTHING = /$^/u;

function rowsTable(caption: string, rows: readonly Estimate[], ending: RegExp): WordTable[] {
  if (rows.length === 0) return [];
  const given = (row: Estimate): string => (row.given === undefined ? "" : `, given ${row.given}`);
  return [
    {
      caption,
      head: ["Quantity", "Estimate and limits"],
      groups: [{ rows: rows.map((row) => [`${row.label.replace(ending, "")}${given(row)}`, inCell(row)]) }],
    },
  ];
}

/** The typical patient. */
export function populationTable(result: CohortResult): WordTable[] {
  const caption = `The typical patient, with ${levelOf(result)} limits; relief-days for a baseline of ${formatFixed(result.typicalBaseline, 1)}.`;
  return rowsTable(caption, result.estimates.filter(isOfPatients), OF_TYPICAL);
}

/** The next patient. */
export function nextTable(result: CohortResult): WordTable[] {
  const caption = `The next patient: medians and ${levelOf(result)} prediction limits.`;
  return rowsTable(caption, result.nextPatient.estimates, /, next patient$/u);
}

/** Pooled separate fits. */
export function twoStageTable(result: CohortResult): WordTable[] {
  const { twoStage } = result;
  if (!twoStage) return [];
  const { nPatients, method, estimates, joint } = twoStage;
  const apart = `${nPatients} patients fitted alone, then pooled, each quantity by itself: ${method}.`;
  const together = `The same quantities pooled together, with their covariance: ${joint?.method}.`;
  return [...rowsTable(apart, estimates, NOTHING), ...rowsTable(together, joint?.estimates ?? [], NOTHING)];
}

/** How patients differ. */
export function heterogeneityTable(result: CohortResult): WordTable[] {
  const rows = betweenPatients(result);
  if (rows.length === 0) return [];
  return [
    {
      caption: `Standard deviation between patients on the scale of the model, its half-normal prior, and the share of the variance; ${levelOf(result)} limits.`,
      head: ["Quantity", "Standard deviation", "Prior scale", "Share between patients"],
      groups: [
        {
          rows: rows.map(({ label, spread, share, priorScale }) => [
            label,
            inCell(spread),
            priorScale === null ? "–" : String(priorScale),
            inCell(share),
          ]),
        },
      ],
    },
  ];
}

const QUANTITIES = [
  { parameter: "bestRelief", heading: "Best relief" },
  { parameter: "relapseDay", heading: "Relapse day" },
  { parameter: "percentSpid", heading: "Relief-days of all possible (%SPID)" },
] as const;

/** Each patient alone and with the others, quantity by quantity. */
export function patientsTable(result: CohortResult): WordTable[] {
  const courses = patientCourses(result);
  const groups = QUANTITIES.flatMap(({ parameter, heading }) => {
    const rows = courses.flatMap(({ name, patient, raw, shrunken }) => {
      const row = shrunken(parameter);
      if (!row) return [];
      return [
        [
          name,
          String(patient.nObservations),
          patient.raw === null ? "too few scores" : inCell(raw(parameter)),
          `${inCell(row)}${ifReached(result, row)}`,
        ],
      ];
    });
    return rows.length === 0 ? [] : [{ heading, rows }];
  });
  if (groups.length === 0) return [];
  return [
    {
      caption: `Each patient alone, and with what the others tell; ${levelOf(result)} limits. Alone: a fit of this patient's scores only, under the same priors.`,
      head: ["Patient", "Scores", "Alone", "With the others"],
      groups,
    },
    weightsTable(result),
  ];
}

/** How much each patient's own scores count. */
function weightsTable({ patients, priors }: CohortResult): WordTable {
  const names = [...new Set(patients.flatMap(({ weights }) => weights.map(({ parameter }) => parameter)))];
  return {
    caption: `How much a patient's own scores count, against the other patients: 100 % alone, 0 % not at all (priors "${priors.set}").`,
    head: ["Patient", ...names],
    groups: [
      {
        rows: patients.map(({ patient, weights }) => [
          shortName({ patient }),
          ...names.map((name) => {
            const found = weights.find(({ parameter }) => parameter === name);
            return found ? formatPercent(Number(found.weight.toFixed(2))) : "–";
          }),
        ]),
      },
    ],
  };
}
