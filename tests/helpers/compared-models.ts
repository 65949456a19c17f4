import { readPatients } from "../../src/read/index.ts";
import { compareModels } from "../../src/response/index.ts";
import type { ModelComparison } from "../../src/schema/index.ts";

const header = "day,score,dose_g_per_kg";

function compared(
  text: string,
  options: Parameters<typeof compareModels>[1] = {},
  patient = "P-01",
): ModelComparison {
  return compareModels(readPatients(`${header}\n${text}`, { patient, path: patient })[0]!, options);
}

/** Models beside each other: the usual case, the fewest scores, all equal, higher is better with several courses. */
export const comparisonFixtures: Readonly<Record<string, ModelComparison>> = {
  usual: compared("-7,8,\n0,9,2\n7,5,\n14,3,\n45,2,\n90,4,\n120,7,\n150,9,\n"),
  "three scores": compared("0,9,2\n14,2,\n60,3,\n"),
  "all equal": compared("0,7,2\n14,7,\n60,7,\n90,7,\n", {}, "A very long name ".repeat(8)),
  "several courses, higher is better": compared("0,1,2\n14,8,\n90,2,2\n104,7,\n150,3,\n", {
    improvement: "increase",
  }),
};
