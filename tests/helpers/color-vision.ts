type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/**
 * How colours look, in linear RGB, to people with each kind of colour vision, the dichromats at full severity.
 *
 * @see Machado, Oliveira & Fernandes (2009), IEEE Trans Vis Comput Graph 15:1291–1298, table 1 of their supplement.
 * doi:10.1109/TVCG.2009.113
 */
export const colorVisions: Readonly<Record<string, Matrix>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Linear RGB of "#rrggbb", in [0, 1]. @see IEC 61966-2-1 (sRGB). */
function linear(hex: string): Triple {
  const part = (from: number): number => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

const dot = ([a, b, c]: Triple, [x, y, z]: Triple): number => a * x + b * y + c * z;
const clamp = (value: number): number => Math.min(1, Math.max(0, value));

function seen(color: Triple, [r, g, b]: Matrix): Triple {
  return [clamp(dot(r, color)), clamp(dot(g, color)), clamp(dot(b, color))];
}

/** CIE L*a*b* under D65. @see CIE 15:2004, equations 8.1 to 8.5. */
function lab(color: Triple): Triple {
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 / 116) * t + 16 / 116);
  const x = f(dot([0.4124564, 0.3575761, 0.1804375], color) / 0.95047);
  const y = f(dot([0.2126729, 0.7151522, 0.072175], color));
  const z = f(dot([0.0193339, 0.119192, 0.9503041], color) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** How far two colours look apart: ΔE*ab of CIE 1976, of which about 2 can just be seen. */
export function difference(one: string, other: string, vision: Matrix): number {
  const [a, b] = [lab(seen(linear(one), vision)), lab(seen(linear(other), vision))];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** CIE lightness, from 0 (black) to 100 (white). */
export const lightness = (hex: string): number => lab(linear(hex))[0];

/** Contrast ratio, from 1 to 21. @see WCAG 2.2, "contrast ratio" and "relative luminance". */
export function contrast(one: string, other: string): number {
  const [dark, light] = [one, other]
    .map((hex) => dot([0.2126, 0.7152, 0.0722], linear(hex)))
    .sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}
