import type { SerialCorrelation } from "../../../inference/linear-mixed-model/index.ts";

/** Errors in a label: "independent errors", "AR1 errors". */
export function errorsInLabel({ name, parameter }: SerialCorrelation): string {
  return parameter === null ? `${name} errors` : `${name.toUpperCase()} errors`;
}

/** Errors in a sentence: "independent errors", "first-order autoregression on real days". */
export function errorsInWords({ label }: SerialCorrelation): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}
