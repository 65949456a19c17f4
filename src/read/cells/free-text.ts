import type { CellKind } from "./cell-kind.ts";

/** A cell with any text, kept exactly as it is; a JSON number is kept as its digits. */
export const freeText: CellKind<string> = {
  needs: "a text or a number",
  read: (cell) => {
    if (typeof cell === "string") return cell;
    return typeof cell === "number" && Number.isFinite(cell) ? String(cell) : undefined;
  },
};

/** A cell with a name: white space around it is no part of it. */
export const identifier: CellKind<string> = {
  needs: freeText.needs,
  read: (cell, decimalComma) => freeText.read(cell, decimalComma)?.trim(),
};
