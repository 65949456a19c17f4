import type { CellKind } from "./cell-kind.ts";

/** A cell with `yes` or `no`, in capitals or not. */
export const yesNo: CellKind<boolean> = {
  needs: "yes or no",
  read: (cell) => {
    const word = typeof cell === "string" ? cell.trim().toLowerCase() : "";
    if (word === "yes") return true;
    return word === "no" ? false : undefined;
  },
};
