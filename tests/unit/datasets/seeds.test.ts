import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";

const folder = new URL("../../../seeds/evidence/", import.meta.url);
const text = z.string().check(z.minLength(1));
const orNull = <T extends z.core.SomeType>(type: T) => z.nullable(type);
const number = z.number();
const count = z.int().check(z.nonnegative());
const certainty = z.enum(["stated", "inferred", "computed", "secondary", "not found"]);

const factSchema = z
  .strictObject({
    name: text,
    value: z.optional(orNull(z.union([number, text]))),
    lower: z.optional(number),
    upper: z.optional(number),
    level: z.optional(number.check(z.gt(0), z.lt(1))),
    events: z.optional(count),
    n: z.optional(count),
    /** Percentage as printed, with its decimals. */
    percent: z.optional(z.string().check(z.regex(/^\d+(\.\d+)?$/))),
    eventsControl: z.optional(count),
    nControl: z.optional(count),
    unit: text,
    certainty,
    basis: orNull(text),
    where: text,
  })
  .check(
    z.refine(({ value, lower, upper, events }) =>
      [value, lower ?? upper, events].some((part) => part !== undefined),
    ),
    z.refine(({ events, n }) => (events === undefined) === (n === undefined) && (events ?? 0) <= (n ?? 0)),
    z.refine(({ eventsControl, nControl }) => (eventsControl ?? 0) <= (nControl ?? 0)),
    z.refine(({ lower, upper }) => (lower ?? -Infinity) <= (upper ?? Infinity)),
    z.refine((fact) => (fact.value === null) === (fact.certainty === "not found")),
    z.refine((fact) => fact.basis !== null || !["inferred", "computed"].includes(fact.certainty)),
  );

const days = { dayEarliest: number, dayLatest: number };
const caseSchema = z.strictObject({
  id: text,
  role: z.enum(["score", "course", "relapsed", "context"]),
  event: text,
  dateText: text,
  dateEarliest: z.iso.date(),
  dateLatest: z.iso.date(),
  day: orNull(number),
  ...days,
  daysAfterCourse: z.optional(
    z.strictObject({ course: count, nominal: number, earliest: number, latest: number }),
  ),
  score: z.optional(z.strictObject({ lower: number, upper: number })),
  course: z.optional(count),
  doseGPerKg: z.optional(orNull(number)),
  valueBasis: orNull(text),
  timeBasis: text,
  note: orNull(text),
});

const spanSchema = z.strictObject({
  event: text,
  nominal: z.optional(number),
  earliest: z.optional(number),
  latest: z.optional(number),
  sd: z.optional(number),
  unit: z.enum(["day", "week", "month", "year"]),
  certainty,
  basis: orNull(text),
  where: text,
});

const seedSchema = z.strictObject({
  id: text,
  source: z.strictObject({
    authors: orNull(text),
    year: orNull(count),
    title: text,
    journal: orNull(text),
    doi: orNull(z.string().check(z.regex(/^10\.\d{4,}\/\S+$/))),
    pmid: orNull(z.string().check(z.regex(/^\d+$/))),
    url: orNull(z.string().check(z.regex(/^https?:\/\//))),
  }),
  design: text,
  population: text,
  n: orNull(count),
  intervention: text,
  doseGPerKg: orNull(number),
  outcome: orNull(text),
  certainty: text,
  facts: z.array(factSchema).check(z.minLength(1)),
  timeline: z.union([z.array(spanSchema), z.array(caseSchema)]),
  series: z.array(
    z.strictObject({
      series: text,
      fact: text,
      population: text,
      outcome: text,
      pain: z.boolean(),
      overlaps: z.array(text),
      note: orNull(text),
    }),
  ),
  notUsed: z.array(z.strictObject({ what: text, why: text })),
  notes: z.array(text),
  readAt: z.array(z.string().check(z.regex(/^https?:\/\//))),
});

const seeds = readdirSync(folder).map((file) => {
  const content = readFileSync(new URL(file, folder), "utf8");
  return { file, content, seed: z.parse(seedSchema, JSON.parse(content)) };
});

describe("seeds of evidence", () => {
  it("are one file per source, named after its id", () => {
    expect(seeds).toHaveLength(31);
    for (const { file, seed } of seeds) expect(file).toBe(`${seed.id}.json`);
  });

  it("name a DOI or a PMID, or say that none was found", () => {
    for (const { file, seed } of seeds) {
      const { doi, pmid } = seed.source;
      const said = seed.notes.some((note) => /no page read shows a DOI|addresses are not known/iu.test(note));
      expect(doi !== null || pmid !== null || said, file).toBe(true);
    }
  });

  it("name each fact once and say where each was read", () => {
    for (const { file, seed } of seeds) {
      const names = seed.facts.map(({ name }) => name);
      expect(new Set(names).size, file).toBe(names.length);
      expect(seed.readAt.length > 0 || seed.id === "question-and-answer-pages", file).toBe(true);
    }
  });

  it("declare overlap both ways, between series that exist", () => {
    const overlaps = new Map(
      seeds.flatMap(({ seed }) => seed.series.map((entry) => [entry.series, entry.overlaps])),
    );
    expect(overlaps.size).toBe(17);
    for (const [series, others] of overlaps) {
      for (const other of others) expect(overlaps.get(other), `${series} and ${other}`).toContain(series);
    }
  });

  it("let no two series of one source pass as independent", () => {
    for (const { seed } of seeds) {
      for (const { series, overlaps } of seed.series) {
        const others = seed.series.map((entry) => entry.series).filter((other) => other !== series);
        expect(overlaps).toEqual(expect.arrayContaining(others));
      }
    }
  });

  it("add up to the review's 62 patients", () => {
    const { facts } = seeds.find(({ seed }) => seed.id === "huma-2020")!.seed;
    const events = (name: string): number => facts.find((fact) => fact.name === name)!.events!;
    const itemised = ["IVIG", "rituximab", "cyclophosphamide", "glucocorticoids only"];
    const treated = itemised.reduce((sum, drug) => sum + events(`treated with ${drug}`), 0);
    expect([treated, events("itemised by drug"), events("not itemised by drug")]).toEqual([42, 42, 20]);
    expect(events("improved on IVIG") + events("stabilised on IVIG")).toBe(events("treated with IVIG"));
  });

  it("mark all figures of the question-and-answer pages as secondary, in no data set", () => {
    const { seed } = seeds.find(({ file }) => file === "question-and-answer-pages.json")!;
    expect(new Set(seed.facts.map((fact) => fact.certainty))).toEqual(new Set(["secondary"]));
    expect(seed.series).toEqual([]);
  });

  it("carry no word of the place where they were gathered", () => {
    for (const { file, content } of seeds)
      expect(content, file).not.toMatch(/seed \d|stored|shared\/|\/work|brief/u);
  });
});
