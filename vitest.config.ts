import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    testTimeout: 60_000,
    maxWorkers: 2,
    reporters: process.env.CI
      ? ["default", ["json", { outputFile: ".test-output/test-results.json" }]]
      : ["default"],
  },
});
