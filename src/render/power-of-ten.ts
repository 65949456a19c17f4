const [DIGITS, MINUS] = ["⁰¹²³⁴⁵⁶⁷⁸⁹", "⁻"];
/** Keeps a number on one line. */
const NBSP = "\u00a0";

function raised(exponent: number): string {
  const digits = [...String(Math.abs(exponent))].map((digit) => DIGITS[Number(digit)]).join("");
  return exponent < 0 ? `${MINUS}${digits}` : digits;
}

/**
 * A number as a multiple of a power of ten, without zeros at its end.
 *
 * @param digits Most digits of the multiple.
 * @example
 * formatPower(-5.42e-13, 2); // "−5.4 × 10⁻¹³"
 */
export function formatPower(value: number, digits: number): string {
  if (value === 0) return "0";
  const [multiple, exponent] = value.toExponential(Math.min(20, Math.max(0, digits - 1))).split("e");
  const shown = String(Number(multiple)).replace("-", "−");
  const power = `10${raised(Number(exponent))}`;
  if (shown === "1") return power;
  return shown === "−1" ? `−${power}` : `${shown}${NBSP}×${NBSP}${power}`;
}
