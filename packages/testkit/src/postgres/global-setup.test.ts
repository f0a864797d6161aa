import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it, vi } from "vitest";
import { query } from "./__fixtures__/query.ts";
import { postgresUnavailable } from "./test-database.ts";

/** Real processes on a machine that may be busy with other things. */
vi.setConfig({ testTimeout: 60_000 });

const here = (name: string) => JSON.stringify(fileURLToPath(new URL(name, import.meta.url)));
const reason = await postgresUnavailable();
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

interface Run {
  output: string;
  code: number | null;
  /** What each test file has told. */
  told: { url?: string; folders: string[] }[];
  /** Our temporary folders after the run. */
  left: string[];
}

/** A real vitest run of its own: two projects with the same global setup, each file in a process of its own. */
async function runVitest(tests: Record<string, string>): Promise<Run> {
  const root = mkdtempSync(join(tmpdir(), "askonce-run-"));
  folders.push(root);
  const told = join(root, "told");
  const temporary = join(root, "temporary");
  for (const folder of [told, temporary]) mkdirSync(folder);
  // Root's servers run as another user, who has to pass through.
  chmodSync(root, 0o755);
  const project = (name: string) =>
    `{ extends: true, test: { name: "${name}", globalSetup: ${here("global-setup.ts")}, include: ["${name}/*.test.mjs"] } }`;
  writeFileSync(
    join(root, "vitest.config.mjs"),
    `export default { test: { pool: "forks", globals: true, projects: [${project("one")}, ${project("two")}] } };`,
  );
  for (const [path, text] of Object.entries(tests)) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(
      join(root, path),
      `import { readdirSync, writeFileSync } from "node:fs";
       const folders = () => readdirSync(process.env.TMPDIR).filter((name) => name.startsWith("askonce-")).map((name) => name.slice(0, -6)).sort();
       const tell = (what) => writeFileSync(${JSON.stringify(`${told}/`)} + process.pid, JSON.stringify(what));
       ${text}`,
    );
  }
  const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VITEST|ASKONCE_TEST_POSTGRES_SOCKET)/.test(name));
  const environment = { ...Object.fromEntries(inherited), TMPDIR: temporary };
  const program = spawn(process.execPath, [vitest, "run", "--root", root, "--reporter=default"], { cwd: root, env: environment });
  let output = "";
  for (const stream of [program.stdout, program.stderr]) {
    stream.on("data", (chunk) => {
      output += chunk;
    });
  }
  const code = await new Promise<number | null>((resolve) => program.once("close", resolve));
  const left = readdirSync(temporary).filter((name) => name.startsWith("askonce-"));
  return { output, code, told: readdirSync(told).map((name) => JSON.parse(readFileSync(join(told, name), "utf8"))), left };
}

describe.skipIf(reason !== null)(`the global setup${reason === null ? "" : ` (skipped: ${reason})`}`, () => {
  it("gives every file of every project its own database on one server, which is gone after the run", async () => {
    const test = `
      import { testDatabase } from ${here("test-database.ts")};
      it("has a database", async () => {
        const url = await testDatabase();
        tell({ url, folders: folders() });
      });`;
    const { output, code, told, left } = await runVitest({ "one/a.test.mjs": test, "one/b.test.mjs": test, "two/c.test.mjs": test });
    expect(code, output).toBe(0);
    const urls = told.map((one) => new URL(one.url ?? ""));
    expect(urls).toHaveLength(3);
    expect(new Set(urls.map((url) => url.port)).size, "servers").toBe(1);
    expect(new Set(urls.map((url) => url.pathname)).size, "databases").toBe(3);
    for (const { folders } of told) expect(folders).toEqual(["askonce-", "askonce-postgres-"]);
    await expect(query(urls[0]?.href ?? "", "SELECT 1")).rejects.toMatchObject({ code: "ECONNREFUSED" });
    expect(left).toEqual([]);
  });

  it("starts no server for a run that does not ask", async () => {
    const { output, code, told, left } = await runVitest({ "two/d.test.mjs": 'it("is alone", () => tell({ folders: folders() }));' });
    expect(code, output).toBe(0);
    expect(told).toEqual([{ folders: ["askonce-"] }]);
    expect(left).toEqual([]);
  });
});
