import type { CliCommand } from "../command.ts";

/** Every command, in the order of the help. */
export const commands: readonly CliCommand[] = [
  {
    name: "response",
    group: "One patient:",
    description: "fit each patient's response curve: relief, relapse day, and how sure",
    examples: [
      "nof1 response datasets/kizawa-2006/patient.csv",
      "nof1 response datasets/simulated/typical.csv --format png -o curve.png",
      "nof1 response datasets/simulated/typical.csv --relapse-at VAS:6 --priors sceptical",
    ],
    load: async () => (await import("./response.ts")).response,
  },
  {
    name: "next",
    group: "One patient:",
    description: "when the score will cross the threshold, and when one more score would tell most",
    examples: ["nof1 next datasets/kizawa-2006/patient.csv --course 230"],
    load: async () => (await import("./next.ts")).next,
  },
  {
    name: "compare",
    group: "One patient:",
    description: "show each patient under every model and every set of priors",
    examples: ["nof1 compare datasets/simulated/typical.csv"],
    load: async () => (await import("./compare.ts")).compare,
  },
  {
    name: "diagnose",
    group: "One patient:",
    description: "how well each patient's curve fits, and what each score does to the answer",
    examples: ["nof1 diagnose datasets/simulated/typical.csv --format html -o fit.html"],
    load: async () => (await import("./diagnose.ts")).diagnose,
  },
  {
    name: "relapse",
    group: "One patient:",
    description: "how long until relapse, from times or from scores, and how sure",
    examples: [
      "nof1 relapse datasets/kizawa-2006/relapses.csv --time 60 90 180",
      "nof1 relapse datasets/kizawa-2006/relapses.csv --model turnbull --format svg -o relapse.svg",
      "nof1 relapse --n 5 --minimum 2 --maximum 6 --unit month",
    ],
    load: async () => (await import("./relapse.ts")).relapse,
  },
  {
    name: "design",
    group: "N-of-1 trials:",
    description:
      "randomise a trial: its schedule, its possible assignments, the smallest p-value, and a plan",
    examples: [
      "nof1 design randomized-pairs --treatments saline,IVIG --n-pairs 6 --period-days 168 --washout 14",
      'nof1 design ab --treatments "usual care,IVIG" --n-scores 20 --minimum-length 4 --improvement decrease -o trial',
    ],
    load: async () => (await import("./design.ts")).design,
  },
  {
    name: "power",
    group: "N-of-1 trials:",
    description:
      "how often trials of a design would find an effect, by simulation, and the smallest that does",
    examples: [
      "nof1 power --pairs 4,6,8 --effect 2 --sd 1.5 --phi 0,0.3 --analysis randomization,paired-t --replicates 500",
      "nof1 power --design ab --scores 20,30 --effect 2 --sd 1.5 --analysis randomization,nap --replicates 200 --format png -o power.png",
    ],
    load: async () => (await import("./power.ts")).power,
  },
  {
    name: "trial",
    group: "N-of-1 trials:",
    description:
      "do a patient's scores differ between treatments: randomization test, interval, effect sizes",
    examples: [
      "nof1 trial datasets/simulated-trials/pairs-168-days.csv --design randomized-pairs --improvement decrease",
      "nof1 trial datasets/simulated-trials/pairs-28-days.csv --design randomized-pairs --improvement decrease --threshold 2 --model paired-t --model gls:correlation=ar1,terms=trend",
      "nof1 trial datasets/simulated-trials/pairs-168-days.csv --design randomized-pairs --improvement decrease --checklist --format html -o trial.html",
    ],
    load: async () => (await import("./trial.ts")).trial,
  },
  {
    name: "cohort",
    group: "Several patients:",
    description: "fit several patients at once: the typical patient, how patients differ, and the next one",
    examples: [
      "nof1 cohort datasets/simulated/typical.csv datasets/simulated/noisy.csv --interval wald",
      "nof1 cohort datasets/simulated/typical.csv datasets/simulated/slow.csv --interval wald --format png --chart curves -o curves.png",
    ],
    load: async () => (await import("./cohort.ts")).cohort,
  },
  {
    name: "pool",
    group: "Several patients:",
    description: "pool a few series: the mean, how far they differ, and what a further one may show",
    examples: [
      "nof1 pool datasets/ivig-series/controlled.csv --measure RR",
      "nof1 pool datasets/ivig-series/painful.csv --measure PLO --keep goebel-2002-25 morozumi-2009 --format png -o forest.png",
      "nof1 pool datasets/ivig-series/sjogren.csv --measure PLO --keep levy-2003-sjogren morozumi-2009 rist-2011-global --format html -o sjogren.html",
    ],
    load: async () => (await import("./pool.ts")).pool,
  },
  {
    name: "summary",
    group: "Several patients:",
    description:
      "what a report without an SD still says: what must be true, then intervals by what they assume",
    examples: [
      "nof1 summary --n 5 --mean 73.4 --lower 0 --upper 100 --unit %",
      "nof1 summary --n 5 --minimum 2 --maximum 6 --lower 0 --unit month",
      "nof1 summary --n 22 --events 18 --percent 82",
      "nof1 datasets huma-2020 | nof1 summary -",
      "nof1 summary datasets/morozumi-2009/relief.json --scores 0-10:1 --before-at-least 4 --format html -o relief.html",
    ],
    load: async () => (await import("./summary.ts")).summary,
  },
  {
    name: "proportion",
    group: "Several patients:",
    description: "interval of one proportion by every method, such as 18 of 22",
    examples: [
      "nof1 proportion 18 22",
      "nof1 proportion 18 22 --method jeffreys --format svg -o responders.svg",
    ],
    load: async () => (await import("./proportion.ts")).proportion,
  },
  {
    name: "report",
    group: "Batches:",
    description: "write a folder with one report per patient, an index, tables and a manifest",
    examples: [
      "nof1 report datasets/simulated -o reports",
      "nof1 report datasets/simulated -o part-1 --shard 1/7",
    ],
    load: async () => (await import("./report.ts")).report,
  },
  {
    name: "merge",
    group: "Batches:",
    description: "put the shards of nof1 report --shard together, as if the batch had never been split",
    examples: ["nof1 merge part-1 part-2 -o reports"],
    load: async () => (await import("./merge.ts")).merge,
  },
  {
    name: "check",
    group: "Files:",
    description: "read files and list every problem in them, nothing more",
    examples: ["nof1 check datasets/kizawa-2006/patient.csv datasets/ivig-series/controlled.csv"],
    load: async () => (await import("./check.ts")).check,
  },
  {
    name: "datasets",
    group: "Files:",
    description: "list the shipped data sets, or print one",
    examples: ["nof1 datasets", "nof1 datasets kizawa-2006"],
    load: async () => (await import("./datasets.ts")).datasets,
  },
  {
    name: "completion",
    group: "Help:",
    description: "write the script with which a shell completes commands, options and their choices",
    examples: ["nof1 completion bash"],
    load: async () => (await import("./completion.ts")).completion,
  },
  {
    name: "manual",
    group: "Help:",
    description: "write the manual of all commands: a page for man, or with --format markdown a document",
    examples: ["nof1 manual -o nof1.1", "nof1 manual --format markdown"],
    load: async () => (await import("./manual.ts")).manual,
  },
];
