import { writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

// Loaded before a program by `--import`: writes what it used, all its threads together, to the file that USAGE_FILE names.
if (isMainThread) {
  process.on("exit", () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    const usage = { kilobytes: maxRSS, cpuSeconds: (userCPUTime + systemCPUTime) / 1e6 };
    writeFileSync(process.env.USAGE_FILE, JSON.stringify(usage));
  });
}
