import { defineConfig } from "vitest/config";

/** Packages are tested from their sources: the condition leads to `src`, so no build is needed first. */
const conditions = ["@askonce/source", "module", "node", "development|production"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ["@askonce/source", "node"] } },
  test: {
    pool: "forks",
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "packages",
          include: ["packages/**/src/**/*.test.ts", "packages/**/src/**/*.test.tsx"],
          exclude: ["**/node_modules/**", "**/dist/**"],
        },
      },
      {
        extends: true,
        test: {
          name: "repository",
          include: ["test/**/*.test.ts", "examples/**/*.test.ts"],
          exclude: ["**/node_modules/**"],
          testTimeout: 120_000,
        },
      },
    ],
  },
});
