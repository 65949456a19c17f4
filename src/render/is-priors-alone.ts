import type { ResponseResult } from "../schema/index.ts";

/** Whether no score entered a result, so that it must not be read as a finding. */
export function isPriorsAlone({ warnings }: Pick<ResponseResult, "warnings">): boolean {
  return warnings.some(({ code }) => code === "priors-alone");
}
