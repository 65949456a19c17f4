import { studentT } from "../distributions/student-t.ts";
import type { RandomStream } from "./random-stream.ts";

/**
 * Draws a Student t variate by inversion: one uniform, and a value that moves smoothly with it.
 *
 * @param degreesOfFreedom > 0, need not be whole.
 * @throws {RangeError} when the degrees of freedom are not positive.
 */
export function drawStudentT(stream: RandomStream, degreesOfFreedom: number): number {
  return studentT.quantile(stream.uniform(), degreesOfFreedom);
}
