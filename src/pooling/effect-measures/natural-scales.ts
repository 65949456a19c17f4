import type { NaturalScale } from "../../schema/pooled-result.ts";

/** A ratio of two groups or two times: 1 where they are alike. */
export function ratioScale(label: string): NaturalScale {
  return { label, unit: "ratio", axis: "log", noEffect: 1 };
}

/** A difference of two groups or two times: 0 where they are alike. */
export function differenceScale(label: string, unit = ""): NaturalScale {
  return { label, unit, axis: "linear", noEffect: 0 };
}

/** A share of patients, of whom no number means that nothing happened. */
export const proportionScale: NaturalScale = {
  label: "Proportion",
  unit: "fraction",
  axis: "linear",
  noEffect: null,
};

/** The share of pain that was lost; below 0 where it grew. */
export function reliefScale(label: string): NaturalScale {
  return { label, unit: "fraction", axis: "linear", noEffect: 0 };
}

/** Events in a unit of time at risk. */
export const rateScale: NaturalScale = {
  label: "Incidence rate",
  unit: "per unit of time",
  axis: "linear",
  noEffect: null,
};

/** A quantity of one group as it is measured. */
export function plainScale(label: string, axis: NaturalScale["axis"] = "linear"): NaturalScale {
  return { label, unit: "", axis, noEffect: null };
}

export const correlationScale: NaturalScale = { ...plainScale("Correlation"), noEffect: 0 };
