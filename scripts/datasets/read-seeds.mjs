import { readdirSync, readFileSync } from "node:fs";

function readFolder(folder) {
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return files.sort().map((file) => JSON.parse(readFileSync(new URL(file, folder), "utf8")));
}

/**
 * Reads every seed, in the order of the files' names.
 *
 * @param {URL} root The repository, with a slash at the end.
 */
export function readSeeds(root) {
  return {
    evidence: readFolder(new URL("seeds/evidence/", root)),
    simulated: readFolder(new URL("seeds/simulated/", root)),
    simulatedTrials: readFolder(new URL("seeds/simulated/trials/", root)),
  };
}
