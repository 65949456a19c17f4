/** Refuses samples that are too small or hold a value that is not finite. */
export function checkSample(name: string, values: ArrayLike<number>, fewest = 1): void {
  if (!(values.length >= fewest))
    throw new RangeError(`${name} needs at least ${fewest} value, got ${values.length}`);
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i]!))
      throw new RangeError(`${name} needs finite values, got ${values[i]} at ${i}`);
  }
}
