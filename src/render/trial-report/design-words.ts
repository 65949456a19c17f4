import type { Json } from "../../schema/index.ts";

/** How a design assigns treatments, to end "Treatments were assigned …", and where it comes from. */
export interface DesignWords {
  assigned: string;
  /** Number of the reference in the list of `references`; null where none is cited. */
  reference: string | null;
}

const ONGHENA =
  "Onghena P. Randomization tests for extensions and variations of ABAB single-case experimental designs: a rejoinder. Behavioral Assessment 1992;14:153–171.";
const EDGINGTON =
  "Edgington ES, Onghena P. Randomization Tests, 4th ed. Boca Raton: Chapman & Hall/CRC; 2007.";

const DESIGNS: Readonly<Record<string, DesignWords>> = {
  "randomized-pairs": {
    assigned: "in pairs of periods, one of each treatment, the order within each pair being drawn at random",
    reference:
      "Guyatt G, Sackett D, Taylor DW, Chong J, Roberts R, Pugsley S. Determining optimal therapy: randomized trials in individual patients. N Engl J Med 1986;314:889–892. doi:10.1056/NEJM198604033141406",
  },
  "randomized-blocks": {
    assigned: "in blocks of periods, the order within each block being drawn at random",
    reference: EDGINGTON,
  },
  "completely-randomized": {
    assigned: "to a planned number of periods each, in an order drawn at random from all orders",
    reference: EDGINGTON,
  },
  alternating: {
    assigned:
      "to a planned number of periods each, in an order drawn at random from those without long runs of one",
    reference:
      "Onghena P, Edgington ES. Randomization tests for restricted alternating treatments designs. Behav Res Ther 1994;32:783–786. doi:10.1016/0005-7967(94)90036-1",
  },
  ab: {
    assigned: "in two phases, the reference first, the change between them being drawn at random",
    reference: ONGHENA,
  },
  aba: { assigned: "in three phases, both changes between them being drawn at random", reference: ONGHENA },
  abab: {
    assigned: "in four phases, the three changes between them being drawn at random",
    reference: ONGHENA,
  },
  "random-start": {
    assigned: "in two phases, the start of the second being drawn at random between two given scores",
    reference: EDGINGTON,
  },
};

/** The words for a design; one that is not known here is called by its name. */
export function designWords(design: string): DesignWords {
  return DESIGNS[design] ?? { assigned: `at random by the design “${design}”`, reference: null };
}

/** "nPairs 6", "nScores 20; minimumLength 4": the settings of a design but the treatments' names. */
export function settingsInWords(settings: Json | undefined): string {
  if (settings === null || typeof settings !== "object" || Array.isArray(settings)) return "without settings";
  const told = Object.entries(settings).filter(([name]) => name !== "treatments");
  return told.length === 0
    ? "without settings"
    : `with ${told.map(([name, value]) => `${name} ${JSON.stringify(value)}`).join("; ")}`;
}
