import { defineConfig } from "vitest/config";

/** Packages are tested from their sources: the condition leads to `src`, so no build is needed first. */
const conditions = ["@askonce/source", "module", "node", "development|production"];

/** One PostgreSQL server for the tests of a run that ask for one; the others do not wait for it. */
const postgres = "packages/testkit/src/postgres/global-setup.ts";

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
          globalSetup: [postgres],
          include: ["packages/**/src/**/*.test.ts", "packages/**/src/**/*.test.tsx"],
          exclude: ["**/node_modules/**", "**/dist/**"],
        },
      },
      {
        // The core's suite once more, with PostgreSQL where it has SQLite otherwise: two storages, one behavior.
        extends: true,
        test: {
          name: "postgres",
          globalSetup: [postgres],
          env: { ASKONCE_TEST_STORAGE: "postgres" },
          include: ["packages/core/src/**/*.test.ts"],
          // These look into SQLite itself.
          exclude: ["**/node_modules/**", "packages/core/src/storage/{query-plans,migrate,migrate-postgres}.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "repository",
          globalSetup: [postgres],
          include: ["test/**/*.test.ts", "examples/**/*.test.ts"],
          exclude: ["**/node_modules/**"],
          testTimeout: 120_000,
        },
      },
    ],
  },
});
