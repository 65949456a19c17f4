export * from "./estimate.ts";
export * from "./patient.ts";
export * from "./provenance.ts";
export * from "./response-result.ts";
export * from "./scale.ts";
