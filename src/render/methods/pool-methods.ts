import type { PooledResult, PoolMethods, Provenance } from "../../schema/index.ts";
import {
  MEAN_INTERVAL_SOURCES,
  POOL_METHOD_SOURCES,
  PREDICTION_SOURCES,
  TAU_INTERVAL_SOURCES,
  TAU_SQUARED_SOURCES,
  VARIANCE_SHARES,
} from "../citations/pooling.ts";
import { sourcesOf } from "../citations/sources.ts";
import { formatPercent } from "../format-number.ts";
import { readPool } from "../pooling/read-pool.ts";
import { count } from "../text/assumptions.ts";
import type { Cited } from "../words/cited.ts";
import { plainly, softwareSentence } from "./software.ts";

/** What was pooled, of how many series. */
export function pooledSentence(label: string, measure: string, nSeries: number): string {
  return `${label} (measure ${measure}) was pooled over ${count(nSeries, "series").replace(/seriess$/u, "series")}`;
}

/** How differences between series were estimated. */
function differenceSentences(methods: PoolMethods, { options }: Provenance): Cited[] {
  const { tauSquared, tauSquaredInterval } = methods;
  const between: Cited = {
    sentence: `The variance between series was estimated by: ${tauSquared}.`,
    references: sourcesOf(TAU_SQUARED_SOURCES, options.tauSquared),
  };
  if (tauSquaredInterval === null) return [between];
  return [
    between,
    {
      sentence: `It is given with limits by the method: ${tauSquaredInterval}.`,
      references: sourcesOf(TAU_INTERVAL_SOURCES, options.tauSquaredInterval),
    },
    { sentence: "I² and H² say how much of the scatter it makes up.", references: [VARIANCE_SHARES] },
  ];
}

/** How a pool was computed, for a paper. */
export function poolMethods(result: PooledResult): Cited[] {
  const { measure, nSeries, methods, leftOut, provenance } = result;
  const pool = readPool(result);
  const { options } = provenance;
  const isSimple = options.poolMethod === undefined || options.poolMethod === "inverse-variance";
  return [
    {
      sentence: `${pooledSentence(pool.label, measure, nSeries)}${isSimple ? " by inverse-variance weights" : ` by the method “${options.poolMethod}”`}.`,
      references: sourcesOf(POOL_METHOD_SOURCES, options.poolMethod ?? "inverse-variance"),
    },
    ...(options.tauSquared === undefined || !methods ? [] : differenceSentences(methods, provenance)),
    {
      sentence: `The ${formatPercent(pool.mean.level)} interval of the mean is by the method: ${methods?.interval ?? pool.mean.method}.`,
      references: sourcesOf(MEAN_INTERVAL_SOURCES, options.interval),
    },
    ...(!methods || methods.prediction === null
      ? []
      : [
          {
            sentence: `A further series was predicted by: ${methods.prediction}.`,
            references: sourcesOf(PREDICTION_SOURCES, options.prediction),
          },
        ]),
    ...(Array.isArray(options.moderators) && options.moderators.length > 0
      ? [plainly(`Effects were regressed on: ${options.moderators.join(", ")}.`)]
      : []),
    ...(leftOut.length === 0
      ? []
      : [plainly(`Left out: ${leftOut.map(({ series, reason }) => `${series} (${reason})`).join("; ")}.`)]),
    softwareSentence(provenance),
  ];
}
