import { fitResponse } from "../../dist/index.js";

const fits = new Map();

/** The fit of a patient, made once for all cases that draw it. */
export function fitted(patient, options = {}) {
  const methods = Object.values(options).map((method) => method.name ?? method);
  const key = [patient.patient, ...methods].join(" / ");
  if (!fits.has(key)) fits.set(key, fitResponse(patient, { seed: 1, ...options }));
  return fits.get(key);
}
