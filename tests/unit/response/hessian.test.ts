import { describe, expect, it } from "vitest";
import { cholesky, choleskyInverse } from "../../../src/math/linear/cholesky.ts";
import { toRows } from "../../../src/math/linear/matrix.ts";
import { fitResponse } from "../../../src/response/fit-response.ts";
import { defaultPriors, informedPriors } from "../../../src/response/priors.ts";
import { hessianOf } from "../../helpers/differences.ts";
import { referencePatients } from "../../helpers/reference-patients.ts";
import { compileResponse } from "../../helpers/response-problems.ts";

describe("the inverse of the covariance is the Hessian of the objective", () => {
  it.each([...referencePatients])("as second differences of the value find it: %s", (_, patient) => {
    for (const priors of [defaultPriors, informedPriors]) {
      const { mode, matrix } = fitResponse(patient, { priors }).covariance;
      const n = mode.length;
      const values = Float64Array.from(matrix!.flat());
      const inverse = toRows(choleskyInverse(cholesky({ rows: n, columns: n, values })!));
      const { objective } = compileResponse(patient, { priors });
      const second = hessianOf((x) => objective(x, new Float64Array(n)), mode);
      for (let i = 0; i < n; i++) {
        for (let j = 0; j <= i; j++) {
          // Relative to what the two parameters' own curvatures allow: off the diagonal an entry may be near 0.
          const scale = Math.sqrt(second[i]![i]! * second[j]![j]!);
          expect(Math.abs(inverse[i]![j]! - second[i]![j]!) / scale, `${i}, ${j}`).toBeLessThan(1e-6);
        }
      }
    }
  });
});
