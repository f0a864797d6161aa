import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { canEnter, findServerUser, spawnOptionsFor, temporaryDirectoryFor } from "./server-user.ts";

const folder = mkdtempSync(join(tmpdir(), "askonce-user-"));
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Owns nothing on this machine. */
const stranger = { uid: 65_533, gid: 65_533 };

describe("the user that runs the server", () => {
  it("is who asks, unless that is root", async () => {
    expect(await findServerUser(1000)).toBeNull();
  });

  it("is nobody for root, by the numbers of this machine", async () => {
    const accounts = join(folder, "passwd");
    writeFileSync(accounts, "root:x:0:0:root:/root:/bin/sh\nnobody:*:-2:-3:Unprivileged User:/var/empty:/usr/bin/false\n");
    expect(await findServerUser(0, accounts)).toEqual({ uid: -2, gid: -3 });
  });

  it("is missing for root where there is no nobody", async () => {
    const accounts = join(folder, "passwd-without");
    writeFileSync(accounts, "root:x:0:0:root:/root:/bin/sh\nnobodyelse:x:1:1::/:/bin/sh\n");
    expect(await findServerUser(0, accounts)).toBeUndefined();
    expect(await findServerUser(0, join(folder, "none"))).toBeUndefined();
  });

  it("gets none of our environment", () => {
    const options = spawnOptionsFor(stranger);
    expect(Object.keys(options.env).sort()).toEqual(["LC_ALL", "PATH", "TZ"]);
    expect(options).toMatchObject(stranger);
    expect(spawnOptionsFor(null)).not.toHaveProperty("uid");
  });
});

describe("a directory that the user can enter", () => {
  it("is open to everybody all the way down", async () => {
    const inner = join(folder, "closed", "open");
    mkdirSync(inner, { recursive: true });
    chmodSync(inner, 0o755);
    chmodSync(join(folder, "closed"), 0o700);
    expect(await canEnter(inner, stranger)).toBe(false);
    expect(await canEnter(inner, null)).toBe(true);
    chmodSync(join(folder, "closed"), 0o711);
    expect(await canEnter(inner, stranger)).toBe(true);
  });

  it("is looked for among the candidates in their order", async () => {
    const closed = join(folder, "private");
    mkdirSync(closed, { mode: 0o700 });
    expect(await temporaryDirectoryFor(stranger, [join(folder, "missing"), closed, folder])).toBe(folder);
    expect(await temporaryDirectoryFor(null, [closed, folder])).toBe(closed);
    await expect(temporaryDirectoryFor(stranger, [closed])).rejects.toThrow("no temporary directory");
  });
});
