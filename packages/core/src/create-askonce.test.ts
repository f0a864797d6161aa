import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { sqlite } from "@askonce/sqlite";
import { describe, expect, it } from "vitest";
import { systemCaller } from "./caller.ts";
import { createAskonce } from "./create-askonce.ts";
import { instance } from "./testing/instance.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";

const packageFolder = fileURLToPath(new URL("..", import.meta.url));

/** Runs a program in a process of its own, which has to end by itself. */
function run(program: string) {
  return promisify(execFile)(
    process.execPath,
    ["--conditions=@askonce/source", "--no-warnings", "--input-type=module", "--eval", program],
    {
      cwd: packageFolder,
      timeout: 15_000,
    },
  );
}

describe("the package", () => {
  it.each(["@askonce/core", "@askonce/core/node", "@askonce/core/openapi"])("%s does nothing when it is imported", async (entry) => {
    const { stdout, stderr } = await run(`
      const look = () => ({
        handles: process.getActiveResourcesInfo().filter((name) => !/TTY|Pipe|FSReqPromise|CloseReq/.test(name)),
        listeners: process.eventNames().map(String),
        // zod keeps its registry in two globals of its own.
        globals: Object.getOwnPropertyNames(globalThis).filter((name) => !name.startsWith("__zod_")),
      });
      const before = look();
      const network = globalThis.fetch;
      await import(${JSON.stringify(entry)});
      process.stdout.write(JSON.stringify({ before, after: look(), sameFetch: network === globalThis.fetch }));
    `);
    const { before, after, sameFetch } = JSON.parse(stdout);
    expect(after).toEqual(before);
    expect(sameFetch).toBe(true);
    expect(stderr).toBe("");
  });

  it("leaves nothing open after stop(): a process that worked ends by itself", async () => {
    const path = join(temporaryFolder(), "shop.db");
    const { stdout } = await run(`
      import { createAskonce } from "@askonce/core";
      import { sqlite } from "@askonce/sqlite";
      const askonce = createAskonce({ storage: sqlite(${JSON.stringify(path)}) });
      askonce.subscribe({ name: "all", handle: async () => {} });
      await askonce.start();
      const owner = await askonce.agents.create({ name: "O", role: "owner" }, { kind: "system" });
      const { token } = await askonce.agents.createToken(owner.id, { label: "x" }, { kind: "system" });
      const headers = { authorization: "Bearer " + token };
      const stream = await askonce.fetch(new Request("http://x/api/v1/events", { headers }));
      const made = await askonce.fetch(new Request("http://x/api/v1/tickets", { method: "POST", headers, body: JSON.stringify({ subject: "x" }) }));
      await askonce.stop();
      process.stdout.write(String(made.status));
    `);
    expect(stdout).toBe("201");
  });

  it("opens nothing before it is used", async () => {
    const folder = temporaryFolder();
    const { stdout } = await run(`
      import { readdirSync } from "node:fs";
      import { createAskonce } from "@askonce/core";
      import { sqlite } from "@askonce/sqlite";
      createAskonce({ storage: sqlite(${JSON.stringify(join(folder, "shop.db"))}) });
      process.stdout.write(JSON.stringify(readdirSync(${JSON.stringify(folder)})));
    `);
    expect(stdout).toBe("[]");
  });
});

describe("instances", () => {
  it("are independent of each other in one process", async () => {
    const one = instance({ shop: { id: "one" } });
    const two = instance({ shop: { id: "two" } });
    let vetoes = 0;
    one.askonce.before("ticket.create", () => {
      vetoes++;
      throw new Error("no");
    });
    const made = await two.askonce.tickets.create({ subject: "x" }, systemCaller);
    await expect(one.askonce.tickets.create({ subject: "x" }, systemCaller)).rejects.toThrow();
    expect(vetoes).toBe(1);
    expect(one.events).toEqual([]);
    expect(two.events).toHaveLength(1);
    await one.askonce.stop();
    expect(await two.askonce.tickets.get(made.id, systemCaller)).toEqual(made);
    const token = await two.askonce.identity.sign({ customerRef: "memory:1" });
    expect(await one.askonce.identity.verify(token), "a token of one shop opens nothing in another").toBeNull();
  });

  it.each(["", "a b", "a/b", "x".repeat(65), "ș"])("refuse the shop id %j", (id) => {
    expect(() => createAskonce({ storage: sqlite(":memory:"), shop: { id } })).toThrow(
      expect.objectContaining({ code: "CONFIGURATION_INVALID" }),
    );
  });

  it("refuse a storage they do not speak", () => {
    const storage = sqlite(":memory:");
    expect(() => createAskonce({ storage: { ...storage, flavor: "tape" as "sqlite" } })).toThrow(
      expect.objectContaining({ code: "CONFIGURATION_INVALID" }),
    );
    expect(() => createAskonce({ storage: { ...storage, specVersion: "v2" as "v1" } })).toThrow(
      expect.objectContaining({ code: "SPEC_VERSION_UNSUPPORTED" }),
    );
  });

  it("keep the shop's name and zone up to date", async () => {
    const path = join(temporaryFolder(), "shop.db");
    const names: unknown[] = [];
    for (const name of ["Before", "After"]) {
      const { askonce } = instance({ path, shop: { name } });
      askonce.before("ticket.create", async (_, unit) => {
        names.push(...(await unit.database.selectFrom("shops").select(["shop_id", "name"]).execute()));
      });
      await askonce.tickets.create({ subject: "Look" }, systemCaller);
      await askonce.stop();
    }
    expect(names).toEqual([
      { shop_id: "default", name: "Before" },
      { shop_id: "default", name: "After" },
    ]);
  });
});
