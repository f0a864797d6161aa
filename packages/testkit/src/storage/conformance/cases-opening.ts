import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { assertSame } from "./assert-same.ts";
import { item } from "./probe-tables.ts";
import type { StorageCaseDefinition } from "./storage-case.ts";
import { eventually, given } from "./storage-session.ts";

/** Says what an import leaves behind in a process that does nothing else. */
function importScript(specifier: string): string {
  return `
    const resources = process.getActiveResourcesInfo().length;
    const events = ["exit", "SIGTERM", "SIGINT", "uncaughtException", "unhandledRejection"];
    const listeners = () => events.reduce((sum, event) => sum + process.listenerCount(event), 0);
    const listened = listeners();
    await import(${JSON.stringify(specifier)});
    const left = [];
    if (process.getActiveResourcesInfo().length > resources) left.push(...process.getActiveResourcesInfo());
    if (listeners() !== listened) left.push("process listeners");
    process.stdout.write("left: " + left.join(", "));
  `;
}

export const openingCases: readonly StorageCaseDefinition[] = [
  {
    name: "identity",
    group: "opening",
    title: "specVersion, kind, id, displayName, flavor and search have their form",
    async check({ descriptor }) {
      const storage = descriptor.open();
      assert.equal(storage.specVersion, "v1");
      assert.equal(storage.kind, "storage");
      assert.match(storage.id, /^[a-z][a-z0-9-]*$/);
      assert.ok(storage.displayName.trim().length > 0);
      assert.ok(["sqlite", "postgres"].includes(storage.flavor));
      assert.ok(["substring", "fullText"].includes(storage.search.kind));
      await storage.close();
    },
  },
  {
    name: "nothing-before-the-first-use",
    group: "opening",
    title: "Until the first statement no file and no connection is opened, and a database that is not there is no error",
    async check({ descriptor, open, on }) {
      const countOpen = given(descriptor.countOpen, "countOpen");
      const { database } = open();
      assert.ok(database.selectFrom("probe_items").selectAll().compile().sql.startsWith("select"));
      assert.equal(await countOpen(), 0);
      const { storage } = descriptor.unavailable();
      const unreachable = on(storage.dialect);
      await unreachable.destroy();
      await storage.close();
    },
  },
  {
    name: "importing-has-no-effect",
    group: "opening",
    title: "Importing the package opens, listens to and prints nothing, and lets the process end",
    async check({ descriptor }) {
      const { specifier, folder, conditions = [] } = given(descriptor.module, "module");
      const flags = [
        ...conditions.map((condition) => `--conditions=${condition}`),
        "--input-type=module",
        "--eval",
        importScript(specifier),
      ];
      // What a test runner sets for its own workers is no part of the package.
      const { NODE_OPTIONS: _options, NODE_TEST_CONTEXT: _context, ...environment } = process.env;
      const { stdout, stderr } = await promisify(execFile)(process.execPath, flags, { cwd: folder, env: environment, timeout: 15_000 });
      assert.equal(stdout, "left: ");
      assert.equal(stderr, "");
    },
  },
  {
    name: "close-releases-everything",
    group: "opening",
    title: "After close nothing is open any more",
    async check(session) {
      const countOpen = given(session.descriptor.countOpen, "countOpen");
      const opened = await session.ready();
      await Promise.all(Array.from({ length: 5 }, () => opened.database.selectFrom("probe_items").selectAll().execute()));
      assert.ok((await countOpen()) > 0, "something is open while it is used");
      await opened.close();
      await eventually(async () => (await countOpen()) === 0, "everything is closed");
    },
  },
  {
    name: "close-twice-or-unused",
    group: "opening",
    title: "close() may be called again, and without any use before",
    async check({ descriptor, open }) {
      const unused = descriptor.open();
      await unused.close();
      await unused.close();
      const { storage, database } = open();
      await database.introspection.getTables();
      await database.destroy();
      await storage.close();
      await storage.close();
    },
  },
  {
    name: "kept-over-a-restart",
    group: "opening",
    title: "What one storage wrote is there for the next one after it was closed",
    async check(session) {
      const first = await session.ready();
      await first.database.insertInto("probe_items").values(item("kept")).execute();
      await first.close();
      const second = session.open();
      assertSame(await second.database.selectFrom("probe_items").select("id").execute(), [{ id: "kept" }]);
    },
  },
];
