import { createHash } from "node:crypto";
import { InputError } from "../../errors.ts";
import { type TrialPlan, trialPlanSchema } from "../../schema/trial-plan.ts";
import { canonicalJson, trialDesigns, trialStatistics } from "../../trial/index.ts";
import { readInput } from "../files.ts";
import type { Io } from "../io.ts";
import { ofShape, readJsonFile } from "./json-file.ts";

/** A plan whose hash is the one that was stored before unblinding. */
export interface CheckedPlan {
  path: string;
  plan: TrialPlan;
  sha256: string;
}

/**
 * The SHA-256 of a plan: of its canonical text, so that other spaces and orders of keys change nothing, and anything that is
 * planned changes it.
 */
export function planHash(plan: unknown): string {
  return createHash("sha256").update(canonicalJson(plan)).digest("hex");
}

/** The first hash of a file such as `sha256sum` writes; null where there is no such file. */
async function storedHash(path: string, io: Io): Promise<string | null> {
  const input = await readInput(path, io).catch(() => null);
  if (input === null) return null;
  const hash = /\b[0-9a-f]{64}\b/iu.exec(input.text)?.[0];
  if (hash === undefined)
    throw new InputError([{ path, message: "a SHA-256 of 64 hexadecimal digits is needed, got none" }]);
  return hash.toLowerCase();
}

async function expectedHash(path: string, given: string | undefined, io: Io): Promise<string> {
  const beside = path.replace(/\.json$/iu, "");
  const hash =
    given?.toLowerCase() ??
    (await storedHash(`${beside}.sha256`, io)) ??
    (await storedHash(`${beside}.json.sha256`, io));
  if (hash !== null) return hash;
  const message = `the SHA-256 that was stored before unblinding is needed, in ${beside}.sha256 or behind --plan-sha256, got none: without it nothing shows that the plan came first`;
  throw new InputError([{ path, message }]);
}

/** What is planned but cannot be done. */
function planProblems({ design, settings, statistic }: TrialPlan): string[] {
  const method = trialDesigns.find(({ name }) => name === design);
  const isStatistic = trialStatistics.some(({ name }) => name === statistic);
  const problems = isStatistic ? [] : [`the statistic "${statistic}" is not known`];
  if (method === undefined) return [`the design "${design}" is not known`, ...problems];
  try {
    method.design(settings as object as Parameters<typeof method.design>[0]);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    problems.unshift(`the settings make no design "${design}": ${error.message}`);
  }
  return problems;
}

/**
 * Reads a plan and compares its hash with the one that was stored.
 *
 * @param given The stored hash; undefined where a file beside the plan holds it.
 * @throws {InputError} when the plan was changed since it was hashed, when no hash was stored, or when it is no plan.
 */
export async function readPlan(path: string, given: string | undefined, io: Io): Promise<CheckedPlan> {
  const { input, found } = await readJsonFile(path, io);
  const plan = ofShape(found, trialPlanSchema, input.path);
  const problems = planProblems(plan);
  if (problems.length > 0) throw new InputError(problems.map((message) => ({ path: input.path, message })));
  const sha256 = planHash(found);
  const expected = await expectedHash(path, given, io);
  if (sha256 !== expected) {
    const message = `the plan is not the one that was hashed before unblinding: a SHA-256 of ${expected} is needed, got ${sha256}`;
    throw new InputError([{ path: input.path, message }]);
  }
  return { path: input.path, plan, sha256 };
}
