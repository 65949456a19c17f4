import { describe, expect, it } from "vitest";
import {
  compileExample,
  type DocumentedExample,
  documentedExamples,
} from "../helpers/documented-examples.ts";
import { namesFor } from "../helpers/example-names.ts";
import { agreesWithComment } from "../helpers/stated-values.ts";

const AsyncFunction = (async () => {}).constructor as new (
  ...parts: string[]
) => (...given: unknown[]) => Promise<void>;

/** What a line of an example gives, beside what its comment says. */
interface Noted {
  gives: unknown;
  stated: string;
}

async function run({ path, code }: DocumentedExample): Promise<Noted[]> {
  const { names, body } = compileExample(code);
  const { values, takesForGranted } = await namesFor(path, names);
  const noted: Noted[] = [];
  const note = (gives: unknown, stated: string): void => void noted.push({ gives, stated });
  const throws = (runs: () => unknown, stated: string): void => {
    expect(runs, stated).toThrow();
  };
  const quiet = { log: () => {} };
  const scope = { note, throws, console: quiet, ...values };
  await new AsyncFunction(...Object.keys(scope), body)(...Object.values(scope));
  return takesForGranted ? [] : noted;
}

describe("the examples of the docstrings", () => {
  const examples = documentedExamples().filter(({ path }) => !path.startsWith("cli/"));

  it("are there, by the hundred", () => {
    expect(examples.length).toBeGreaterThan(400);
  });

  it.each(examples)("$place runs, and gives what it says", async (example) => {
    const noted = await run(example);
    expect(noted.filter(({ gives, stated }) => !agreesWithComment(gives, stated))).toEqual([]);
  });
});
