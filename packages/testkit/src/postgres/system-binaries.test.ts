import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { versionOf } from "./binaries-version.ts";
import { locateSystemBinaries } from "./system-binaries.ts";

const folder = mkdtempSync(join(tmpdir(), "askonce-system-"));
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function program(directory: string, name: string, text: string): void {
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
}

function server(directory: string): string {
  program(directory, "postgres", "true");
  program(directory, "initdb", "true");
  return directory;
}

describe("a server of the machine", () => {
  const places = [{ folder: join(folder, "versions"), versions: /^\d+$/, bin: "bin" }];

  it("is the newest by number, with both programs", async () => {
    server(join(folder, "versions/9/bin"));
    const expected = server(join(folder, "versions/15/bin"));
    program(join(folder, "versions/17/bin"), "postgres", "true");
    server(join(folder, "versions/99-old/bin"));
    const onPath = server(join(folder, "path"));
    expect(await locateSystemBinaries(places, onPath)).toBe(expected);
  });

  it("is else on the path, or nowhere", async () => {
    const onPath = server(join(folder, "path"));
    expect(await locateSystemBinaries([], [join(folder, "none"), onPath].join(delimiter))).toBe(onPath);
    expect(await locateSystemBinaries([], "")).toBeNull();
  });
});

describe("the version of a server", () => {
  it("is what the program says, without the words of the distribution", async () => {
    program(join(folder, "debian"), "postgres", 'echo "postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)"');
    expect(await versionOf(join(folder, "debian"), null)).toEqual({ version: "15.18" });
  });

  it("is a reason when the program is missing, fails or is another one", async () => {
    program(join(folder, "broken"), "postgres", "echo 'cannot open shared object file: libicuuc.so.60' >&2; exit 127");
    program(join(folder, "other"), "postgres", "echo something else");
    expect(await versionOf(join(folder, "missing"), null)).toEqual({ reason: expect.stringContaining("ENOENT") });
    expect(await versionOf(join(folder, "broken"), null)).toEqual({ reason: expect.stringContaining("libicuuc.so.60") });
    expect(await versionOf(join(folder, "other"), null)).toEqual({ reason: "it does not say that it is PostgreSQL" });
  });
});
