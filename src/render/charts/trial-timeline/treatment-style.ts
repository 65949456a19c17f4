import { color } from "../theme.ts";

/** How a treatment is drawn: by its color and, for those who see no colors, by its shape. */
export interface TreatmentStyle {
  name: string;
  /** Where names do not fit: A for the reference. */
  letter: string;
  hue: string;
  shape: string;
  isFilled: boolean;
}

const STYLES: readonly Omit<TreatmentStyle, "name" | "letter">[] = [
  { hue: color.curve, shape: "circle", isFilled: true },
  { hue: color.relapse, shape: "square", isFilled: true },
  { hue: color.course, shape: "triangle-up", isFilled: true },
  { hue: color.rescue, shape: "diamond", isFilled: true },
  { hue: color.ink, shape: "triangle-down", isFilled: true },
];

const REFERENCE: Omit<TreatmentStyle, "name" | "letter"> = {
  hue: color.quiet,
  shape: "circle",
  isFilled: false,
};

/**
 * A style for each treatment.
 *
 * @param treatments The reference first, which is gray and hollow.
 */
export function treatmentStyles(treatments: readonly string[]): Map<string, TreatmentStyle> {
  const styles = treatments.map((name, i): [string, TreatmentStyle] => {
    const style = i === 0 ? REFERENCE : STYLES[(i - 1) % STYLES.length]!;
    return [name, { name, letter: String.fromCodePoint(65 + (i % 26)), ...style }];
  });
  return new Map(styles);
}
