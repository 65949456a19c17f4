import * as z from "zod/mini";

/** One item of a reporting guideline, and what is known of it. */
export interface ChecklistItem {
  /** Number in the guideline, such as `8a`. */
  item: string;
  section: string;
  topic: string;
  /** What the guideline asks for, in our own words. */
  asks: string;
  /** What the data answer; null where they tell nothing. */
  answer: string | null;
  /** What is left for the author; null where nothing is. */
  toWrite: string | null;
  /**
   * `answered`: nothing is left to write; `in-part`: the data tell some of it; `to-write`: they tell nothing of it;
   * `not-applicable`: the item is about another kind of trial, and the answer says why.
   */
  status: "answered" | "in-part" | "to-write" | "not-applicable";
}

/** A trial held against a reporting guideline, item by item. */
export interface TrialChecklist {
  kind: "trial-checklist";
  schemaVersion: 1;
  /** Name of the guideline, such as `CENT 2015`. */
  guideline: string;
  /** Where it was published. */
  reference: string;
  /** Whose trial it is, or the design of a planned one. */
  subject: string;
  items: ChecklistItem[];
}

export const trialChecklistSchema: z.ZodMiniType<TrialChecklist> = z.strictObject({
  kind: z.literal("trial-checklist"),
  schemaVersion: z.literal(1),
  guideline: z.string(),
  reference: z.string(),
  subject: z.string(),
  items: z.array(
    z.strictObject({
      item: z.string(),
      section: z.string(),
      topic: z.string(),
      asks: z.string(),
      answer: z.nullable(z.string()),
      toWrite: z.nullable(z.string()),
      status: z.enum(["answered", "in-part", "to-write", "not-applicable"]),
    }),
  ),
});
