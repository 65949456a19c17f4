/** Names that say of themselves that others are compared with them. */
const CONTROL = /placebo|saline|sham|control|baseline|usual care|no treatment/iu;

/** The words that such names have, for the help. */
export const CONTROL_WORDS = "placebo, saline, sham, control, baseline, usual care or no treatment";

/** The one treatment whose name says that it is the reference, else the first. */
export function defaultReference(treatments: readonly string[]): string {
  const controls = treatments.filter((name) => CONTROL.test(name));
  return controls.length === 1 ? controls[0]! : treatments[0]!;
}
