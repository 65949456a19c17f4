/** Licence of files made from published facts. */
export const FACTS_LICENCE =
  "MIT, as the package, for selection and wording; the facts are extracted from published articles, which are © their publishers and not copied here";

/** The seed of that id. */
export function seedOf(seeds, id) {
  const seed = seeds.find((candidate) => candidate.id === id);
  if (seed === undefined) throw new Error(`No seed has the id "${id}"`);
  return seed;
}

/** The fact of that name, which has to exist. */
export function factOf(seed, name) {
  const fact = seed.facts.find((candidate) => candidate.name === name);
  if (fact === undefined) throw new Error(`Seed "${seed.id}" has no fact "${name}"`);
  return fact;
}

/** How to cite a source, in one line. */
export function cite({ authors, year, title, journal, doi, pmid }) {
  const who = `${authors ?? "(authors not shown)"} (${year ?? "no year"})`;
  const identifiers = [doi && `doi:${doi}`, pmid && `PMID ${pmid}`].filter(Boolean).join(", ");
  return [who, title, journal, identifiers].filter(Boolean).join(". ");
}

/** The shortest way to name a source for certain. */
export function identify({ doi, pmid, journal, url }) {
  if (doi) return `doi:${doi}`;
  return pmid ? `PMID ${pmid}` : (journal ?? url);
}
