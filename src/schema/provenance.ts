import * as z from "zod/mini";

/** Anything JSON can hold. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** What is needed to compute a result again. */
export interface Provenance {
  package: "nof1";
  version: string;
  /** Seed of the random numbers; null where none were drawn. */
  seed: number | null;
  /** SHA-256 of the input file; null where the library was called without one. */
  inputSha256: string | null;
  /** Every option after defaults. */
  options: { [name: string]: Json };
  /** The command line that computes it; absent where the library was called. */
  command?: string;
}

/** Usable but doubtful: said, never thrown. */
export interface Warning {
  /** Stable code, such as `interval-open`. */
  code: string;
  /** One sentence for people. */
  message: string;
}

export const provenanceSchema: z.ZodMiniType<Provenance> = z.strictObject({
  package: z.literal("nof1"),
  version: z.string(),
  seed: z.nullable(z.number()),
  inputSha256: z.nullable(z.string()),
  options: z.record(z.string(), z.json()),
  command: z.optional(z.string()),
}) as z.ZodMiniType<Provenance>;

export const warningSchema: z.ZodMiniType<Warning> = z.strictObject({
  code: z.string(),
  message: z.string(),
});
