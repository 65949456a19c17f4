import type { ChecklistItem, TrialChecklist } from "../../schema/index.ts";
import type { WordTable } from "../comparison/comparison-tables.ts";
import { count } from "../text/assumptions.ts";
import { lowerFirst } from "../trial/trial-names.ts";
import type { WordSection } from "../words/word-report.ts";

const LEFT = "Left to the author.";

/** What is known of an item, and what is left. */
function standing({ status, answer, toWrite, asks }: ChecklistItem): string {
  if (status === "to-write") return toWrite === null || toWrite === asks ? LEFT : `${LEFT} ${toWrite}`;
  if (status === "not-applicable") return `Not applicable. ${answer}`;
  return toWrite === null ? answer! : `${answer} Left to write: ${lowerFirst(toWrite)}`;
}

function itemsTable({ guideline, items }: TrialChecklist): WordTable {
  const sections = [...new Set(items.map(({ section }) => section))];
  return {
    caption: `${guideline}, item by item, in our own words.`,
    head: ["Item", "Asks for", "From the data, and what is left"],
    groups: sections.map((heading) => ({
      heading,
      rows: items
        .filter(({ section }) => section === heading)
        .map((row) => [`${row.item} ${row.topic}`, row.asks, standing(row)]),
    })),
  };
}

/** An item in a line: what it asks for where nothing is known, else what is. */
function itemInWords(row: ChecklistItem): string {
  const { item, topic, asks, status } = row;
  return `${item} ${topic}: ${status === "to-write" ? `${standing(row)} ${asks}` : standing(row)}`;
}

/** A checklist in words for a terminal, which is too narrow for its table. */
export function checklistLines(checklist: TrialChecklist): WordSection {
  const { sentences, tables: _, ...section } = checklistSection(checklist);
  return { ...section, sentences: [...sentences, ...checklist.items.map(itemInWords)], tables: [] };
}

/** A checklist in words, folded away on a page. */
export function checklistSection(checklist: TrialChecklist): WordSection {
  const { guideline, reference, items } = checklist;
  const of = (status: ChecklistItem["status"]): number => items.filter((row) => row.status === status).length;
  const parts = [
    `${of("answered")} answered`,
    `${of("in-part")} in part`,
    `${of("to-write")} left to the author`,
    ...(of("not-applicable") > 0 ? [`${of("not-applicable")} not applicable`] : []),
  ];
  return {
    id: "checklist",
    heading: `Reporting checklist: ${guideline}`,
    sentences: [
      `${count(items.length, "item")}: ${parts.join(", ")}. The wording is ours, after ${reference}; journals ask for the original form.`,
    ],
    tables: [itemsTable(checklist)],
    foldedUnder: "All items",
  };
}
