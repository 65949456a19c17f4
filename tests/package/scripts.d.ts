/** Scripts are plain JavaScript that npm run … and these tests share. */
declare module "*/scripts/sizes/bundle.mjs" {
  export function bundle(
    code: string,
    folder?: string,
  ): Promise<{ code: string; chunks: string[]; modules: string[] }>;
  export function gzippedKilobytes(chunks: readonly string[]): number;
}

declare module "*/scripts/sizes/measured-imports.mjs" {
  export const measuredImports: { what: string; code: string; ceiling: number }[];
}

declare module "*/scripts/schemas/json-schemas.mjs" {
  export function jsonSchemas(shapes: Readonly<Record<string, unknown>>): Map<string, string>;
}
