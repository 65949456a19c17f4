import { parseSync, transformSync } from "rolldown/utils";
import { sourceFiles, withoutText } from "./source-files.ts";

/** An `@example` of a docstring. */
export interface DocumentedExample {
  /** File and line of the docstring. */
  place: string;
  /** Path of the file from `src`. */
  path: string;
  /** TypeScript, with what each line gives behind `//`. */
  code: string;
}

/** Every `@example` below `src`. */
export function documentedExamples(): DocumentedExample[] {
  return sourceFiles("src").flatMap(({ path, text }) =>
    [...text.matchAll(/\/\*\*(?:(?!\*\/)[\s\S])*?@example\b((?:(?!\*\/)[\s\S])*)\*\//gu)].map((match) => ({
      place: `${path}:${text.slice(0, match.index).split("\n").length}`,
      path: path.replace(/^src\//u, ""),
      code: plainCode(match[1]!),
    })),
  );
}

/** The lines of an example up to the next tag, without their stars. */
function plainCode(block: string): string {
  const lines = block.split("\n").map((line) => line.replace(/^\s*\* ?/u, ""));
  const end = lines.findIndex((line) => /^@\w/u.test(line));
  const kept = (end === -1 ? lines : lines.slice(0, end)).filter((line) => !line.startsWith("```"));
  return kept.join("\n").trim();
}

/**
 * Makes a function of an example: each of its expressions is noted with the comment behind it.
 *
 * @returns Names that it uses, and the JavaScript of a function body that calls `note(value, comment)`, or `throws(run, comment)`
 *   where the comment says so.
 */
export function compileExample(code: string): { names: string[]; body: string } {
  const { program, comments, errors } = parseSync("example.ts", code);
  if (errors.length > 0) throw new SyntaxError(errors[0]!.message);
  let rest = code;
  for (const statement of [...program.body].reverse()) {
    const { start, end, type } = statement;
    if (type === "ImportDeclaration") rest = rest.slice(0, start) + rest.slice(end);
    if (type !== "ExpressionStatement") continue;
    const line = code.slice(end).split("\n", 1)[0]!;
    const behind = comments.find((comment) => comment.start >= end && comment.start <= end + line.length);
    const expression = code.slice(statement.expression.start, statement.expression.end);
    const stated = behind?.value.trim() ?? "";
    const noted = stated.startsWith("throws ")
      ? `throws(() => ${expression}, ${JSON.stringify(stated)});`
      : `note(${expression}, ${JSON.stringify(stated)});`;
    rest = rest.slice(0, start) + noted + rest.slice(end);
  }
  const names = new Set(withoutText(code).match(/[A-Za-z_$][\w$]*/gu) ?? []);
  const declared = new Set(
    [...code.matchAll(/\b(?:const|let|function|class) (?:\[|\{)?([\w$, ]+)/gu)].flatMap((match) =>
      match[1]!.split(",").map((name) => name.trim()),
    ),
  );
  return {
    names: [...names].filter((name) => !declared.has(name)),
    body: transformSync("example.ts", rest).code,
  };
}
