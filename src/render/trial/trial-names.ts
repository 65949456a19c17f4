import { plainText, truncateText } from "../plain-text.ts";

/** Longest name of a treatment or a patient within a sentence, in characters. */
const LONGEST = 40;

/**
 * A name from a file as it stands within a sentence. A word should follow it before a number does, so that the number keeps
 * its direction behind a name that is read from right to left.
 */
export function nameInSentence(name: string): string {
  return truncateText(plainText(name), LONGEST);
}

/** Text behind a colon: a first word with one capital only, which is no name, begins small. */
export function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}*[ ,]/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

const ENDINGS = /[.!?:…]$/u;

/** A message as a sentence of its own. */
export function asSentence(message: string): string {
  return ENDINGS.test(message) ? message : `${message}.`;
}

/** A count as it is read: "924", "184,756", "1.2 × 10¹⁵". */
export function countInWords(digits: string): string {
  if (digits.length > 9) {
    const size = Number(`${digits.slice(0, 15)}e${1 - Math.min(15, digits.length)}`);
    const isTen = size >= 9.95;
    const exponent = String(digits.length - (isTen ? 0 : 1));
    const power = [...exponent].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("");
    return `${(isTen ? 1 : size).toFixed(1)} × 10${power}`;
  }
  return digits.length > 4 ? digits.replace(/\B(?=(\d{3})+$)/gu, ",") : digits;
}
