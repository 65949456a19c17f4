import type { CurveParameter } from "../response-model.ts";

/** Relief R while the treatment acts in full. */
export const asymptote: CurveParameter = {
  name: "relief",
  label: "Relief (asymptote R)",
  unit: "fraction",
  link: "logit",
  perCourse: true,
  withoutEffect: 0,
};

/** Half-time h of the onset. */
export const onsetHalfTime: CurveParameter = {
  name: "onsetHalfTime",
  label: "Onset half-time (h)",
  unit: "day",
  link: "log",
  perCourse: false,
};

/** Day T50 by which half of the relief is lost. */
export const halfLost: CurveParameter = {
  name: "T50",
  label: "Half of the relief lost (T50)",
  unit: "day",
  link: "log",
  perCourse: true,
};

/** Days D in which the relief falls from 90 % to 10 %. */
export const wearOffDuration: CurveParameter = {
  name: "wearOffDuration",
  label: "Wear-off from 90 % to 10 % (D)",
  unit: "day",
  link: "log",
  perCourse: false,
};
