import type { NaturalScale } from "../schema/pooled-result.ts";
import type { BackTransformName } from "./effect-measures/back-transforms.ts";

const scale: NaturalScale = { label: "Estimate", unit: "", axis: "linear", noEffect: null };

const scales: Partial<Record<BackTransformName, NaturalScale>> = {
  identity: { ...scale, noEffect: 0 },
  exp: { ...scale, unit: "ratio", axis: "log", noEffect: 1 },
  "one-minus-exp": { ...scale, unit: "fraction", noEffect: 0 },
  logistic: { ...scale, unit: "fraction" },
  "sin-squared": { ...scale, unit: "fraction" },
  tanh: { ...scale, noEffect: 0 },
};

/** The scale of estimates that were given as they stand, by the way back that was named for them. */
export function givenScale(backTransform: BackTransformName): NaturalScale {
  return scales[backTransform] ?? scale;
}
