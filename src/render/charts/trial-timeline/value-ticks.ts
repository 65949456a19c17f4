import { numberLabel } from "../number-labels.ts";

/** Most labels of an axis of scores. */
const MOST = 6;
/** Width of a character as Vega takes it without a canvas, room for what stands beside the labels, and the least room. */
const [CHARACTER, BESIDE, LEAST] = [9.2, 30, 58];

/** The labels of a vertical axis. */
export interface ValueTicks {
  values: number[];
  /** Room for the labels and the title, in pixels. */
  room: number;
}

/** Room that a vertical axis needs for its labels and its title, in pixels. */
export function labelRoom(labels: readonly string[]): number {
  const longest = Math.max(1, ...labels.map((label) => label.length));
  return Math.max(LEAST, Math.ceil(BESIDE + CHARACTER * longest));
}

/** Round values from one end of an axis to the other, at most six, and the room for them. */
export function valueTicks(low: number, high: number): ValueTicks {
  const power = 10 ** Math.floor(Math.log10((high - low) / MOST));
  const step = power * ([1, 2, 5, 10].find((digit) => (high - low) / (digit * power) <= MOST) ?? 10);
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.max(0, Math.floor(high / step + 1e-9) - first + 1);
  const values = Array.from({ length: count }, (_, i) => Number(((first + i) * step).toPrecision(12)));
  return { values, room: labelRoom(values.map((value) => numberLabel(value))) };
}
