import { describe, expect, it } from "vitest";
import { storageUnavailable } from "../ground/run-files.ts";
import { moveFault } from "./move.ts";

describe.each(["sqlite", "postgres"] as const)("moving a shop on %s", async (storage) => {
  const reason = await storageUnavailable(storage);
  it.skipIf(reason !== null)(
    `loses nothing and doubles nothing when the moving process is killed${reason === null ? "" : ` (skipped: ${reason})`}`,
    async () => {
      const result = await moveFault({ storage, seed: 3, kills: 2, tickets: 60 });
      expect(result, JSON.stringify(result)).toMatchObject({ n: 2, lost: 0, doubled: 0, missingFromBefore: 0, refused: {}, ok: true });
    },
    120_000,
  );
});
