// Reads the tables of docs/calibration.md back into the cells of a calibration result.

const ROW = /^\|.*\|$/u;
const cellsOf = (line) =>
  line
    .slice(1, -1)
    .split("|")
    .map((cell) => cell.trim());

/** The tables of a text, each with the words since the one before. */
function tablesOf(text) {
  const tables = [];
  let words = [];
  let rows = [];
  for (const line of [...text.split("\n"), ""]) {
    if (ROW.test(line)) {
      rows.push(cellsOf(line));
      continue;
    }
    if (rows.length > 0) {
      const [head, , ...body] = rows;
      tables.push({ words: words.join(" "), head, body });
      words = [];
      rows = [];
    }
    words.push(line);
  }
  return tables;
}

/** "94.6 (10)" → coverage and what stands in brackets; null for a dash. */
function shareOf(cell) {
  const found = /^([\d.]+)(?: \(([\d.]+)( %)?\))?$/u.exec(cell);
  return (
    found && {
      share: Number((Number(found[1]) / 100).toFixed(6)),
      aside: found[2] === undefined ? null : Number(found[2]),
    }
  );
}

const ends = (cells) => cells.filter((cell) => cell !== null);

/** How each table is read, by what its head begins with and the words before it. */
const readers = [
  {
    // Response curves: a column for each quantity.
    reads: ({ head }) => head[0] === "truth" && head[1] === "n",
    cells: ({ head, body }, n) =>
      body.flatMap(([truth, size, ...values]) =>
        head
          .slice(2, 6)
          .map((quantity, i) =>
            cell("Response curves", quantity, "posterior", `${truth}, ${size} scores`, values[i], n),
          ),
      ),
  },
  {
    reads: ({ head }) => head[0] === "analysis" && head[1] === "coverage",
    cells: ({ body }, n) =>
      body.map(([method, coverage, width]) =>
        cell(
          "Response curves, φ .97 a day",
          "relapse day",
          method,
          "typical, 12 scores",
          `${coverage} (${width})`,
          n,
        ),
      ),
  },
  {
    // Time to relapse: a column for each number of courses; likelihood with the share of refused samples in brackets.
    reads: ({ head }) => head[1] === "4 courses",
    cells: ({ head, body, words }, n) => {
      const isLikelihood = words.includes("maximum likelihood");
      return body.flatMap(([truth, ...values]) =>
        head.slice(1).map((size, i) => {
          const { share, aside } = shareOf(values[i]);
          const method = isLikelihood ? "likelihood, profile" : "posterior";
          const left = isLikelihood ? Math.round(n * (1 - aside / 100)) : n;
          const text = isLikelihood ? `${(100 * share).toFixed(1)}` : values[i];
          return cell("Time to relapse", "median", method, `${truth}, ${size}`, text, left);
        }),
      );
    },
  },
  {
    // Pools: a column for each method.
    reads: ({ head }) => head[0] === "k" && head[1] === "τ²",
    cells: ({ head, body, words, isBayes }, n) => {
      const quantity = words.includes("further series")
        ? "effect of a further series"
        : words.includes("variance between")
          ? "variance between series"
          : "mean";
      const methods = head.slice(2).filter((name) => !["τ² = 0", "narrow"].includes(name));
      const study = isBayes ? "Bayesian pools" : "Pools of a few series";
      return body.flatMap(([k, tauSquared, ...values]) =>
        methods.map((method, i) =>
          cell(study, quantity, method, `${k} series, τ² = ${tauSquared}`, values[i], n),
        ),
      );
    },
  },
  {
    // Trials: effects found where there are none, so that the rest of the intervals hold the truth.
    reads: ({ head }) => head[0] === "analysis" && head[1] === "name",
    cells: ({ head, body }, n) =>
      body.flatMap(([, name, ...values]) =>
        head.slice(2).map((truth, i) => {
          const found = shareOf(values[i]);
          const held = found && `${(100 - 100 * found.share).toFixed(1)}`;
          return cell("N-of-1 trials", "no effect", name.replaceAll("`", ""), truth, held ?? "–", n);
        }),
      ),
  },
];

function cell(study, quantity, method, truth, text, nReplicates) {
  const found = shareOf(text);
  if (!found) return null;
  return { study, quantity, method, truth, nReplicates, coverage: found.share, medianWidth: found.aside };
}

/** Data sets of a cell as the section's words say. */
function replicatesIn(words) {
  const found = /(\d+)(?: patients| samples| pools)? a cell|of (\d+) of the patients above/u.exec(words);
  return found && Number(found[1] ?? found[2]);
}

/**
 * The cells of every table of coverage in the text.
 *
 * @param limits 95 % limits of a share, from the number of intervals that hold the truth and their total.
 */
export function coverageCells(text, limits) {
  let n = null;
  return text.split(/^## /mu).flatMap((section) =>
    tablesOf(section).flatMap((table) => {
      n = replicatesIn(table.words) ?? n;
      const reader = readers.find(({ reads }) => reads(table));
      if (!reader) throw new Error(`No reader for the table ${table.head.join(", ")}`);
      const isBayes = section.startsWith("Bayesian pools");
      return ends(reader.cells({ ...table, isBayes }, n)).map(({ medianWidth, ...rest }) => {
        const [lower, upper] = limits(Math.round(rest.coverage * rest.nReplicates), rest.nReplicates);
        return { ...rest, lower, upper, medianWidth };
      });
    }),
  );
}
