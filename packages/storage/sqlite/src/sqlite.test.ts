import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAskonce, systemCaller } from "@askonce/core";
import { describe, expect, it, onTestFinished } from "vitest";
import { sqlite } from "./sqlite.ts";

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "askonce-sqlite-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

describe("sqlite", () => {
  it("lets two instances of one process write to one file in turn", async () => {
    const path = join(folder(), "askonce.db");
    const instances = [createAskonce({ storage: sqlite(path) }), createAskonce({ storage: sqlite(path) })];
    await Promise.all(instances.map((instance) => instance.migrate()));
    const started = performance.now();
    await Promise.all(
      Array.from({ length: 40 }, (_, index) => instances[index % 2]?.tickets.create({ subject: `ticket ${index}` }, systemCaller)),
    );
    // Blocked against each other they would stand still for ten seconds, and half of them would fail.
    expect(performance.now() - started).toBeLessThan(9_000);
    const { items } = (await instances[0]?.tickets.list({ limit: 100 }, systemCaller)) ?? { items: [] };
    expect(items.map((ticket) => ticket.number).sort((one, other) => one - other)).toEqual(
      Array.from({ length: 40 }, (_, index) => index + 1),
    );
    await Promise.all(instances.map((instance) => instance.stop()));
  });

  it("keeps what was written over a restart, and holds foreign keys", async () => {
    const path = join(folder(), "askonce.db");
    const first = createAskonce({ storage: sqlite(path) });
    const { id } = await first.tickets.create({ subject: "kept" }, systemCaller);
    await first.stop();
    const second = createAskonce({ storage: sqlite({ path, durability: "normal" }) });
    expect((await second.tickets.get(id, systemCaller)).subject).toBe("kept");
    await expect(second.tickets.create({ subject: "x", customerId: "cus_none" }, systemCaller)).rejects.toMatchObject({
      code: "CUSTOMER_NOT_FOUND",
    });
    await second.stop();
  });

  it.each([
    ["a folder that is not there", (path: string) => join(path, "none", "askonce.db")],
    [
      "a file that is no database",
      (path: string) => {
        writeFileSync(join(path, "text.db"), "this is a text, and long enough to be looked at as a database header".repeat(20));
        return join(path, "text.db");
      },
    ],
  ])("says what is wrong with %s", async (_, make) => {
    const askonce = createAskonce({ storage: sqlite(make(folder())) });
    await expect(askonce.migrate()).rejects.toMatchObject({ code: "STORAGE_FAILED", message: expect.stringContaining("folder exists") });
    await askonce.stop();
  });
});
