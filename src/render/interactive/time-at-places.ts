import type { Reading } from "./draft-spot.ts";

/** A value on an axis of time, with the pixel where it is drawn. */
export interface TimedPlace {
  x: number;
  reading: Reading;
}

/** Pixels by which a place may stand beside its time, since pixels are rounded. */
const SLACK = 1;

/** The time in the middle of what is drawn; null where a bar's end is not known. */
function middleTime({ value, from, to }: Reading): number | null {
  if (value !== null) return value;
  return from === null || to === null ? null : (from + to) / 2;
}

/**
 * The time at each place of a picture, so that a stretch of time and what lies in it can be marked; null everywhere where
 * the places do not stand on one even axis, such as those of panels with axes of their own.
 */
export function timesAtPlaces(places: readonly TimedPlace[]): (number | null)[] {
  const sure = places.flatMap(({ x, reading }) => {
    const time = middleTime(reading);
    return time === null ? [] : [{ x, time }];
  });
  if (sure.length === 0) return places.map(() => null);
  const first = sure.reduce((least, place) => (place.time < least.time ? place : least));
  const last = sure.reduce((most, place) => (place.time > most.time ? place : most));
  const pixels = last.time === first.time ? 0 : (last.x - first.x) / (last.time - first.time);
  const isEven = sure.every(({ x, time }) => Math.abs(first.x + (time - first.time) * pixels - x) <= SLACK);
  if (!isEven) return places.map(() => null);
  return places.map(({ x, reading }) => {
    const time = middleTime(reading);
    // A bar that goes on beyond the picture: what the axis says in the middle of its drawn part.
    return time ?? (pixels === 0 ? null : first.time + Math.round((x - first.x) / pixels));
  });
}
