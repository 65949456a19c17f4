/** Where methods come from, by the names that results give them. */
export type Sources = Readonly<Record<string, readonly string[]>>;

/** The sources of a method; none for a method that a caller passed in. */
export function sourcesOf(sources: Sources, name: unknown): readonly string[] {
  return typeof name === "string" && Object.hasOwn(sources, name) ? sources[name]! : [];
}
