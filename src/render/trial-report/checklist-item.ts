import type { ChecklistItem, TrialChecklist } from "../../schema/index.ts";

/** One item of a guideline, as a value: what it asks for, and how far a report of ours answers it. */
export interface GuidelineItem<Subject> {
  /** Number in the guideline. */
  item: string;
  topic: string;
  /** What it asks for, in our own words. */
  asks: string;
  /** What is known of it, as sentences; absent or null where nothing is. */
  answer?(subject: Subject): string | null;
  /** What is left for the author; null where nothing is. */
  toWrite?(subject: Subject): string | null;
  /** Why it is about another kind of trial; null where it is not. */
  notApplicable?(subject: Subject): string | null;
}

/** Items under one heading of a guideline. */
export interface GuidelineSection<Subject> {
  section: string;
  items: readonly GuidelineItem<Subject>[];
}

/** A reporting guideline. */
export interface Guideline<Subject> {
  name: string;
  reference: string;
  sections: readonly GuidelineSection<Subject>[];
}

function statusOf(answer: string | null, toWrite: string | null): ChecklistItem["status"] {
  if (answer === null) return "to-write";
  return toWrite === null ? "answered" : "in-part";
}

function checked<Subject>(section: string, one: GuidelineItem<Subject>, subject: Subject): ChecklistItem {
  const { item, topic, asks } = one;
  const why = one.notApplicable?.(subject) ?? null;
  if (why !== null)
    return { item, section, topic, asks, answer: why, toWrite: null, status: "not-applicable" };
  const answer = one.answer?.(subject) ?? null;
  const left = one.toWrite?.(subject) ?? null;
  const toWrite = answer === null ? (left ?? asks) : left;
  return { item, section, topic, asks, answer, toWrite, status: statusOf(answer, toWrite) };
}

/** Holds a report against a guideline, item by item. */
export function checklistOf<Subject>(
  { name, reference, sections }: Guideline<Subject>,
  subject: Subject,
  about: string,
): TrialChecklist {
  return {
    kind: "trial-checklist",
    schemaVersion: 1,
    guideline: name,
    reference,
    subject: about,
    items: sections.flatMap(({ section, items }) => items.map((one) => checked(section, one, subject))),
  };
}
