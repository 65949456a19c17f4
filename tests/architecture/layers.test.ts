import { dirname, join } from "node:path/posix";
import { describe, expect, it } from "vitest";
import { sourceFiles, withoutText } from "../helpers/source-files.ts";

/** Who may import whom; `errors.ts` and `version.ts` are open to all. */
const MAY_IMPORT: Record<string, string[]> = {
  math: [],
  schema: [],
  read: ["schema"],
  inference: ["math", "schema"],
  response: ["inference", "math", "schema"],
  relapse: ["inference", "math", "schema"],
  trial: ["inference", "math", "schema"],
  pooling: ["inference", "math", "schema"],
  cohort: ["response", "pooling", "inference", "math", "schema"],
  datasets: ["schema"],
  render: ["schema"],
  cli: [
    "read",
    "inference",
    "response",
    "relapse",
    "trial",
    "pooling",
    "cohort",
    "datasets",
    "render",
    "schema",
  ],
};
const OPEN_TO_ALL = ["src/errors.ts", "src/version.ts"];
const files = sourceFiles("src");
const roomOf = (path: string): string => path.split("/")[1]!;

interface Import {
  from: string;
  to: string;
  statement: string;
}

const imports: Import[] = files.flatMap(({ path, text }) =>
  [...text.matchAll(/^(?:import|export)\s[^;]*?from "([^"]+)";|import\("([^"]+)"\)/gmu)].map((match) => {
    const specifier = (match[1] ?? match[2])!;
    const to = specifier.startsWith(".") ? join(dirname(path), specifier) : specifier;
    return { from: path, to, statement: match[0] };
  }),
);

describe("who imports whom", () => {
  it("has read the whole of src", () => {
    expect(files.length).toBeGreaterThan(90);
    expect(imports.length).toBeGreaterThan(200);
    const rooms = new Set(
      files.filter(({ path }) => path.split("/").length > 2).map(({ path }) => roomOf(path)),
    );
    expect([...rooms].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  });

  it("follows the table", () => {
    const wrong = imports.filter(({ from, to }) => {
      if (!to.startsWith("src/") || OPEN_TO_ALL.includes(to) || from === "src/index.ts") return false;
      const [room, other] = [roomOf(from), roomOf(to)];
      return room !== other && !MAY_IMPORT[room]?.includes(other);
    });
    expect(wrong).toEqual([]);
  });

  it("keeps Node modules inside cli", () => {
    const wrong = imports.filter(({ from, to }) => to.startsWith("node:") && !from.startsWith("src/cli/"));
    expect(wrong).toEqual([]);
  });

  it("lets analyses import shapes as types only, never the schemas that validate", () => {
    const analyses = ["math", "inference", "response", "relapse", "pooling"];
    const wrong = imports.filter(
      ({ from, to, statement }) =>
        analyses.includes(roomOf(from)) && roomOf(to) === "schema" && /\b\w+Schema\b/u.test(statement),
    );
    expect(wrong).toEqual([]);
  });
});

describe("what the pure core never does", () => {
  it.each([
    /\bprocess\./u,
    /\bconsole\./u,
    /\bMath\.random\b/u,
    /\bDate\.now\b/u,
    /\bnew Date\(\)/u,
    /\bfetch\(/u,
    /\bdocument\./u,
    /\bglobalThis\b/u,
  ])("%s stands in cli only", (pattern) => {
    const outside = files.filter(({ path }) => !path.startsWith("src/cli/"));
    expect(outside.length).toBeGreaterThan(80);
    expect(outside.filter(({ text }) => pattern.test(withoutText(text))).map(({ path }) => path)).toEqual([]);
  });

  it("never asks for a method's name in shared code", () => {
    const names = /\.name\s*===\s*"|===\s*\w+\.name\b|(?:model|method|errors|priors)\s*===\s*"/u;
    const shared = files.filter(({ path }) => /^src\/(inference|response|render)\//u.test(path));
    expect(shared.filter(({ text }) => names.test(text)).map(({ path }) => path)).toEqual([]);
  });
});
