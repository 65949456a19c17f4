import type { ResponseDiagnostics, ScoreInfluence, ScoreResidual } from "../../schema/index.ts";
import type { WordTable } from "../comparison/comparison-tables.ts";
import { formatDay, formatFixed, formatProbability, formatValue } from "../format-number.ts";

const NOTHING = "–";

/** "0.4 (−0.3 to 1.2)": what rounding leaves open, and the value drawn within it. */
function residualInWords({ residual, residualLower, residualUpper }: ScoreResidual): string {
  if (residual === null) return NOTHING;
  const [low, high] = [residualLower, residualUpper].map((end) =>
    end === null ? null : formatFixed(end, 1),
  );
  if (low === null && high === null) return "any";
  if (low === null) return `${high} or less`;
  return high === null ? `${low} or more` : `${low} to ${high}`;
}

/** Each score beside what the others foretold. */
export function residualTable({ residuals }: ResponseDiagnostics): WordTable {
  return {
    caption:
      "Each score beside what the others foretell: its residual in standard deviations (between the ends that rounding leaves open), and how often a score would lie so far out or farther.",
    head: ["Day", "Score", "Residual", "As far out"],
    groups: [
      {
        rows: residuals.map((row) => [
          `day ${formatDay(row.day)}`,
          row.score,
          residualInWords(row),
          row.tailProbability === null ? NOTHING : formatProbability(row.tailProbability),
        ]),
      },
    ],
  };
}

/** "96 to 85 days (−0.3 sd)". */
function changeInWords(row: ScoreInfluence | undefined): string {
  if (!row || row.estimateWithout === null || row.change === null) return NOTHING;
  const digits = formatFixed(row.change, 1);
  const size = `${row.change > 0 && digits !== "0.0" ? "+" : ""}${digits} sd`;
  return `${formatValue(row.estimateWithout, row.unit)} (${size})`;
}

/** What each median would be without one score; a table for each course. */
export function influenceTables({ influence, nCourses }: ResponseDiagnostics): WordTable[] {
  const courses = [...new Set(influence.map(({ course }) => course))];
  const parameters = [...new Set(influence.map(({ parameter }) => parameter))];
  return courses.map((course) => {
    const own = influence.filter((row) => row.course === course);
    const first = parameters.map((parameter) => own.find((row) => row.parameter === parameter)!);
    const observations = [...new Map(own.map((row) => [row.observation, row])).values()];
    return {
      caption: `${nCourses > 1 ? `Course ${course}: m` : "M"}edians without one score, and the change in standard deviations.`,
      head: ["Without", ...first.map(({ label }) => label)],
      groups: [
        {
          rows: [
            ["– (all scores)", ...first.map(({ estimate, unit }) => formatValue(estimate, unit))],
            ...observations.map(({ observation, day, score }) => [
              `day ${formatDay(day)}: ${score}`,
              ...parameters.map((parameter) =>
                changeInWords(
                  own.find((row) => row.observation === observation && row.parameter === parameter),
                ),
              ),
            ]),
          ],
        },
      ],
    };
  });
}

/** Features of the patient's scores beside those of made-up ones. */
export function checksTable({ checks }: ResponseDiagnostics): WordTable {
  const number = (value: number): string => formatFixed(value, 1);
  return {
    caption: "Features of the patient’s scores beside those of scores made up from the fitted model.",
    head: ["Feature", "Patient", "Made up", "As large or larger"],
    groups: [
      {
        rows: checks.map(({ label, observed, replicated, probability }) => [
          label,
          number(observed),
          number(replicated),
          formatProbability(probability),
        ]),
      },
    ],
  };
}

/** How far each relapse day lies beyond the scores. */
export function extrapolationTable({ extrapolation }: ResponseDiagnostics): WordTable {
  return {
    caption:
      "Relapse days beside the last score that could show them, in days after each course, given an effect.",
    head: ["Course", "Last score", "Relapse day", "Upper limit", "After the last score"],
    groups: [
      {
        rows: extrapolation.map(({ course, lastScore, relapseDay, upper, probabilityAfter }) => [
          `Course ${course}`,
          lastScore === 0 ? "none" : formatValue(lastScore, "day"),
          formatValue(relapseDay, "day"),
          formatValue(upper, "day"),
          formatProbability(probabilityAfter),
        ]),
      },
    ],
  };
}
