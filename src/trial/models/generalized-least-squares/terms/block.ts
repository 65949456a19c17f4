import { EstimationError } from "../../../../errors.ts";
import type { TrialTerm } from "../trial-term.ts";

/** A level of its own in each block, as the first block's plus a difference. */
export const block: TrialTerm = {
  name: "block",
  label: "Blocks",
  allowsFor: "a level of its own in each block",
  columns(model, rows) {
    const blocks = [...new Set(rows.map((row) => row.block))];
    if (blocks.includes(null)) {
      const message = `Cannot fit "${model}": needs to know the block of each score, got a trial without blocks`;
      throw new EstimationError("not-identifiable", message);
    }
    return blocks.slice(1).map((number) => ({
      name: `block ${number}`,
      label: `Block ${number} less block ${blocks[0]}`,
      unit: "score",
      values: rows.map((row) => Number(row.block === number)),
    }));
  },
};
