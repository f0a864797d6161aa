import { postgres } from "@askonce/postgres";
import { sqlite } from "@askonce/sqlite";
import { postgresUnavailable, testDatabase } from "@askonce/testkit/postgres";
import { describe, expect, it } from "vitest";
import { defectsOn } from "./broken.ts";
import { runModel } from "./run-model.ts";

const inMemory = () => sqlite({ path: ":memory:", durability: "normal" });
const postgresMissing = await postgresUnavailable();

/** Another seed on every day would find more, and leave whoever broke nothing with a failing test. */
const seed = 1;

describe("any order of commands on SQLite", () => {
  it("comes out as in the model", async () => {
    const report = await runModel({ storage: inMemory, sequences: 300, seed });
    expect(report.failures, JSON.stringify(report)).toEqual([]);
    expect(report).toMatchObject({ sequences: 300, seed });
    expect(report.commands).toBeGreaterThan(2000);
  });

  it.each(defectsOn("sqlite"))("would not with the defect %s, and the few steps that show it are found", async (broken) => {
    const report = await runModel({ storage: inMemory, sequences: 5000, seed, broken });
    expect(report.failures).toHaveLength(1);
    expect(report.failures[0]?.message).toContain("Mismatch");
    expect(report.failures[0]?.sequence.steps.length).toBeLessThanOrEqual(6);
  });

  it("is stopped by a signal", async () => {
    const report = await runModel({ storage: inMemory, sequences: 5000, seed, signal: AbortSignal.abort() });
    expect(report).toMatchObject({ sequences: 0, failures: [] });
  });
});

describe.skipIf(postgresMissing !== null)(
  `any order of commands on PostgreSQL${postgresMissing ? ` (skipped: ${postgresMissing})` : ""}`,
  () => {
    const inDatabase = async () => {
      const url = await testDatabase();
      if (url === null) throw new Error("There is no PostgreSQL here");
      return () => postgres({ url, connections: 4 });
    };

    it("comes out as in the model", async () => {
      const report = await runModel({ storage: await inDatabase(), sequences: 60, seed, lanes: 2 });
      expect(report.failures, JSON.stringify(report)).toEqual([]);
      expect(report.sequences).toBe(60);
    });
  },
);
