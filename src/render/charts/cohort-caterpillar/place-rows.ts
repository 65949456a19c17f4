const [ROW, ABOVE, BEFORE_TYPICAL] = [24, 14, 8];

/** Heights of the rows' middles in pixels from the top; a little room sets the typical patient apart. */
export function placeRows(tones: readonly string[]): number[] {
  const first = tones.findIndex((tone) => tone !== "patient");
  return tones.map((_, i) => ABOVE + i * ROW + (first !== -1 && i >= first ? BEFORE_TYPICAL : 0));
}

/** Height of a plot with rows at these places. */
export function caterpillarHeight(places: readonly number[]): number {
  return (places.at(-1) ?? 0) + ABOVE;
}
