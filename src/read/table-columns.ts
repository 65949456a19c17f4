import { asTable } from "./as-table.ts";
import { freeText } from "./cells/free-text.ts";
import { readTable } from "./read-table.ts";

/**
 * Reads which columns a table has, whatever is wrong with it.
 *
 * @param text CSV with a header, or JSON, also of one row alone; at most 2²⁵ characters.
 * @returns Names that head a column, or are keys of a row; none where the text is no table.
 * @example
 * [...tableColumns("patient,lower,upper\nA,60,90")]; // ["patient", "lower", "upper"]
 */
export function tableColumns(text: string): Set<string> {
  return readTable(asTable(text), { columns: {}, required: [], settings: [], others: freeText }, () => {})
    .columns;
}
