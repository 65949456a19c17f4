import type { ResponseDiagnostics } from "../../schema/index.ts";
import { count } from "../text/assumptions.ts";

/** Below it only a gross misfit shows. */
const FEW = 6;
/** Below it the shape of the scatter shows roughly. */
const SOME = 12;

/** What so many scores cannot tell of a model; null where they are enough to judge it. */
export function cannotBeJudged({ nObservations: n }: ResponseDiagnostics): string | null {
  if (n < FEW)
    return `With ${count(n, "score")} only a gross misfit would show: neither the shape of the curve, nor how the scores scatter, nor whether they depend on each other can be judged.`;
  if (n < SOME)
    return `With ${count(n, "score")} a score far out of line would show; how the scores scatter, and whether neighbours depend on each other, can be judged only roughly.`;
  return null;
}

/** How many warnings a result has of one kind. */
function warned({ warnings }: ResponseDiagnostics, code: string): number {
  return warnings.filter((warning) => warning.code === code).length;
}

/** How well the curve fits, in one or two sentences: the answer of a report, the subtitle of its chart. */
export function diagnosticsAnswer(diagnostics: ResponseDiagnostics): string {
  const outlying = warned(diagnostics, "outlying-score");
  const influential = warned(diagnostics, "influential-score");
  const clauses = [
    outlying === 0
      ? "No score is out of line with the others"
      : `${count(outlying, "score")} ${outlying === 1 ? "is" : "are"} out of line with the others`,
    ...(diagnostics.influence.length === 0
      ? []
      : [
          influential === 0
            ? "none alone moves an answer by more than its standard deviation"
            : `${influential} of ${diagnostics.nObservations}, each alone, ${influential === 1 ? "moves" : "move"} an answer by more than its standard deviation`,
        ]),
    warned(diagnostics, "predictive-check") === 0
      ? "scores made up from the model look like the patient’s"
      : "scores made up from the model are unlike the patient’s",
  ];
  const doubt =
    warned(diagnostics, "importance-weights") > 0
      ? " These numbers were hard to compute and are not to be relied on."
      : "";
  const limits = cannotBeJudged(diagnostics);
  return `${clauses.join("; ")}.${doubt}${limits === null ? "" : ` ${limits}`}`;
}
