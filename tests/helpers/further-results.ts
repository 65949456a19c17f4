import { prior } from "../../src/inference/index.ts";
import { readPatients } from "../../src/read/index.ts";
import { priorAndPosterior } from "../../src/render/prior-and-posterior.ts";
import { diagnoseResponse, fitResponse, nextCourse, nextScore } from "../../src/response/index.ts";
import type {
  NextCourseResult,
  NextScoreResult,
  PriorAndPosterior,
  ResponseDiagnostics,
  ResponseResult,
} from "../../src/schema/index.ts";

/** What can be computed from the scores of one patient. */
export interface FurtherFixture {
  result: ResponseResult;
  diagnostics: ResponseDiagnostics;
  next: NextCourseResult;
  planned: NextCourseResult;
  score: NextScoreResult;
  learned: PriorAndPosterior;
}

const header = "day,score,dose_g_per_kg";

/** Scores of made-up patients: many, the fewest, several courses, and a scale on which higher is better. */
const patients: Readonly<Record<string, string>> = {
  eight: `${header}\n-7,8,\n0,9,2\n7,5,\n14,3,\n45,2,\n90,4,\n120,7,\n150,9,\n`,
  three: `${header}\n0,9,2\n14,2,\n60,3,\n`,
  courses: `${header}\n0,10,2\n14,2,\n90,9,2\n104,4,\n150,7,\n`,
};

function furtherFixture(
  name: string,
  text: string,
  options: { improvement?: "increase" } = {},
): FurtherFixture {
  const [patient] = readPatients(text, { patient: name, path: name });
  const settings = { ...options, seed: 3 };
  const result = fitResponse(patient!, settings);
  const today = Math.max(...result.observations.map(({ day }) => day));
  return {
    result,
    diagnostics: diagnoseResponse(patient!, settings),
    next: nextCourse(result),
    planned: nextCourse(result, { course: { day: today + 10 } }),
    score: nextScore(result),
    learned: priorAndPosterior(result, fitResponse(patient!, { ...settings, interval: prior })),
  };
}

/** Real results of made-up patients, computed once for each file of tests. */
export const furtherFixtures: Readonly<Record<string, FurtherFixture>> = {
  ...Object.fromEntries(Object.entries(patients).map(([name, text]) => [name, furtherFixture(name, text)])),
  improving: furtherFixture(
    "improving",
    patients.eight!.replace(/,(\d+),/gu, (_, s) => `,${10 - Number(s)},`),
    {
      improvement: "increase",
    },
  ),
};
