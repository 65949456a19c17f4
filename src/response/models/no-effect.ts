import type { ResponseModel } from "../response-model.ts";

/** No effect of treatment: r(t) = 0. Reported beside every other model. */
export const noEffect: ResponseModel = {
  name: "no-effect",
  label: "No effect",
  formula: "r(t) = 0",
  reference: "the null model",
  parameters: [],
  landmarks: [],
  relief: () => 0,
  gradient(_t, _p, out) {
    out[0] = 0;
    return 0;
  },
  starts: () => [],
};
