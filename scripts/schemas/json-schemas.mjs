import { toJSONSchema } from "zod/v4/core";

/** Shapes without a `kind`: those that come in, and what results are made of. */
const WITHOUT_KIND = [
  "patient",
  "trial",
  "series",
  "relapse-row",
  "summary-report",
  "prior-file",
  "trial-plan",
  "scale",
  "effect-size",
  "feasible-set",
  "estimate",
  "warning",
  "provenance",
];

function fileName(exported) {
  return exported
    .replace(/Schema$/u, "")
    .replace(/(?<!^)[A-Z]/gu, (letter) => `-${letter}`)
    .toLowerCase();
}

/**
 * JSON Schemas (draft 2020-12) of every input and every result.
 *
 * @param {Record<string, unknown>} shapes The exports of src/schema/index.ts.
 * @returns {Map<string, string>} Text by name, such as `response-result`.
 */
export function jsonSchemas(shapes) {
  const files = new Map();
  for (const [exported, shape] of Object.entries(shapes)) {
    if (!exported.endsWith("Schema")) continue;
    const name = fileName(exported);
    const schema = toJSONSchema(shape);
    if (!schema.properties?.kind && !WITHOUT_KIND.includes(name)) continue;
    const { $schema, ...rest } = schema;
    files.set(name, `${JSON.stringify({ $schema, title: name, ...rest }, null, 2)}\n`);
  }
  return files;
}
