import { integerBelow } from "../../../math/random/integer-below.ts";
import { randomStream } from "../../../math/random/random-stream.ts";
import type { RelapseSpan } from "../../relapse-span.ts";
import type { KnownSpan } from "./innermost-intervals.ts";

/** Compares lists of numbers like words. */
function compare(a: readonly KnownSpan[], b: readonly KnownSpan[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = a[i]!.lower - b[i]!.lower || order(a[i]!.upper, b[i]!.upper);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** a − b where both may be infinite. */
function order(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

/** Each patient's spans in an order that does not hang on that of the rows. */
export function spansByPatient(spans: readonly RelapseSpan[]): KnownSpan[][] {
  const patients = new Map<number, KnownSpan[]>();
  for (const { lower, upper, patient } of spans) {
    const own = patients.get(patient);
    if (own) own.push({ lower, upper });
    else patients.set(patient, [{ lower, upper }]);
  }
  for (const own of patients.values()) own.sort((a, b) => compare([a], [b]));
  return [...patients.values()].sort(compare);
}

/**
 * Draws as many patients as there are, with replacement and with all their courses.
 *
 * @param index Number of the resample, which has a random stream of its own.
 */
export function resampledSpans(patients: readonly KnownSpan[][], seed: number, index: number): KnownSpan[] {
  const stream = randomStream(seed, index);
  return patients.flatMap(() => patients[integerBelow(stream, patients.length)]!);
}
