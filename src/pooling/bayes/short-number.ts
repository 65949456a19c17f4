/** A parameter as a label shows it: four significant digits at most. */
export function shortNumber(value: number): string {
  return String(Number(value.toPrecision(4)));
}
