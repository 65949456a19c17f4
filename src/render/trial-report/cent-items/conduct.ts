import type { TrialResult } from "../../../schema/index.ts";
import type { GuidelineSection } from "../checklist-item.ts";

const FOR_SERIES = "Of series of trials only; this report is about one patient.";

/** Terms and errors of models that answer for carryover, periods and likeness of neighbouring scores. */
const ACCOUNTED = /carryover|period|trend|autoregressive|correlat/iu;

function accounted({ models, warnings }: TrialResult): string | null {
  const told = models.filter(({ label }) => ACCOUNTED.test(label)).map(({ label }) => label);
  const carried = warnings.filter(({ code }) => code.startsWith("carryover")).map(({ message }) => message);
  const parts = [...(told.length > 0 ? [`Models: ${told.join("; ")}.`] : []), ...carried];
  return parts.length === 0 ? null : parts.join(" ");
}

/** Methods: who drew, hid and knew the order, and the analysis. */
export const conductItems: GuidelineSection<TrialResult> = {
  section: "Methods: concealment, blinding, analysis",
  items: [
    {
      item: "9",
      topic: "Concealment",
      asks: "How the sequence was kept from those who could have been swayed by it.",
    },
    {
      item: "10",
      topic: "Who drew it",
      asks: "Who drew the sequence, enrolled the patient and assigned the periods.",
    },
    { item: "11a", topic: "Blinding", asks: "Who did not know which period held which treatment, and how." },
    { item: "11b", topic: "Likeness", asks: "How alike the treatments looked, if that matters." },
    {
      item: "12a",
      topic: "Analysis",
      asks: "How scores were summed up and the treatments compared.",
      answer: () => "The paragraph “Methods, ready to paste” of this report.",
    },
    {
      item: "12b",
      topic: "Several trials together",
      asks: "In a series: how trials were put together, and how far they differ.",
      notApplicable: () => FOR_SERIES,
    },
    {
      item: "12c",
      topic: "Carryover, periods, likeness of neighbours",
      asks: "How the analysis allows for carryover, for period effects, and for scores that resemble their neighbours.",
      answer: accounted,
      toWrite: (result) =>
        accounted(result) === null
          ? "How carryover was kept out; a model such as gls:correlation=ar1,terms=carryover allows for all three."
          : "Why that suffices.",
    },
  ],
};
