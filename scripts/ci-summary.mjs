import { existsSync, readFileSync } from "node:fs";

// Adds up what the test runner and the static checks found; the last line is read by CI.
const [file, ...exitCodes] = process.argv.slice(2);
const results = existsSync(file)
  ? JSON.parse(readFileSync(file, "utf8"))
  : { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 };
const [testsFailed, staticFailed] = exitCodes.map((code) => code !== "0");
const skipped = results.numPendingTests ?? 0;
const passed = results.numPassedTests + (staticFailed ? 0 : 1);
let failed = results.numFailedTests + (staticFailed ? 1 : 0);
// A runner that broke before or after its tests has failed all the same, and under REQUIRE_ALL nothing may be skipped.
if (testsFailed && results.numFailedTests === 0) failed += 1;
if (skipped > 0 && process.env.REQUIRE_ALL === "1") failed += skipped;
console.log(`static checks: ${staticFailed ? "failed" : "passed"}; tests skipped: ${skipped}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed < 2 ? 1 : 0;
