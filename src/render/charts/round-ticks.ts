import { type LabelKind, numberLabel } from "./number-labels.ts";
import { textWidth } from "./text-width.ts";
import { fontSize } from "./theme.ts";

/** An axis of a plot, on which labels must not touch. */
export interface TickRoom {
  low: number;
  high: number;
  /** Length in pixels. */
  length: number;
  /** Whether it stands at the side, so that labels need their height only. */
  isUpright?: boolean;
  /** How far a label may stand out at the right end, in pixels; default what is beside most plots. */
  overhang?: number;
  /** How labels are written; default numbers. */
  kind?: LabelKind;
  /** To the scale on which pixels are even; default the value itself. */
  even?(value: number): number;
}

/** Most labels; between two of them, height of one, and room beside most plots, in pixels. */
const [MOST, APART, HEIGHT, BESIDE] = [7, 12, 14, 12];
/** Multiples of a power of ten that are round, from fine to coarse. */
const STEPS: readonly number[] = [1, 2, 5];
/** Round values between two powers of ten, from many to few. */
const PATTERNS: readonly (readonly number[])[] = [[1, 2, 3, 5, 7], [1, 2, 3, 5], [1, 2, 5], [1, 3], [1]];

/** Values from one end to the other that are multiples of a step. */
function multiples(low: number, high: number, step: number): number[] {
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** Even steps from fine to coarse. */
function evenSets({ low, high }: TickRoom): number[][] {
  const finest = Math.floor(Math.log10((high - low) / (2 * MOST)));
  const steps = [0, 1, 2].flatMap((power) => STEPS.map((step) => step * 10 ** (finest + power)));
  return steps.map((step) => multiples(low, high, step));
}

/** Powers of ten with values between them from many to few, then only some of the powers. */
function powerSets({ low, high }: TickRoom): number[][] {
  const [first, last] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  const powers = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const within = (value: number): boolean => value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9);
  const at = (power: number, factor: number): number => Number((factor * 10 ** power).toPrecision(12));
  const dense = PATTERNS.map((pattern) => powers.flatMap((power) => pattern.map((one) => at(power, one))));
  const sparse = powers
    .slice(1)
    .map((_, i) => powers.filter((power) => power % (i + 2) === 0).map((power) => at(power, 1)));
  return [...dense, ...sparse].map((values) => values.filter(within));
}

/** Whether no label touches the next one. */
function standApart(values: readonly number[], room: TickRoom): boolean {
  const { low, high, length, isUpright = false, kind, even = (value) => value } = room;
  const pixels = (value: number): number => (length * (even(value) - even(low))) / (even(high) - even(low));
  const size = (value: number): number =>
    isUpright ? HEIGHT : textWidth(numberLabel(value, kind), fontSize.label);
  return values.every((value, i) => {
    const before = values[i - 1];
    if (before === undefined) return true;
    return pixels(value) - pixels(before) >= 0.5 * (size(value) + size(before)) + (isUpright ? 0 : APART);
  });
}

/** Without values at the right end whose labels would stand out too far. */
function withoutOverhang(values: readonly number[], room: TickRoom): number[] {
  const { low, high, length, isUpright = false, overhang = BESIDE, kind, even = (value) => value } = room;
  if (isUpright) return [...values];
  const share = (value: number): number => (even(value) - even(low)) / (even(high) - even(low));
  return values.filter(
    (value) =>
      length * share(value) + 0.5 * textWidth(numberLabel(value, kind), fontSize.label) <= length + overhang,
  );
}

function chosen(sets: readonly number[][], room: TickRoom): number[] {
  const fit = sets.filter((values) => values.length <= MOST && standApart(values, room));
  return fit.find(({ length }) => length > 1) ?? fit.find(({ length }) => length > 0) ?? [];
}

/** Round values between two ends, as many as can be labelled, at most seven. */
export function roundTicks(room: TickRoom): number[] {
  return withoutOverhang(chosen(evenSets(room), room), room);
}

/** Round values of a logarithmic axis: of even steps where it spans little, else by powers of ten. */
export function logTicks(room: TickRoom): number[] {
  const isShort = room.high / room.low < 5;
  const even = evenSets(room).map((values) => values.filter((value) => value > 0));
  return withoutOverhang(chosen(isShort ? even : powerSets(room), room), room);
}
