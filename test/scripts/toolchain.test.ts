import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isInStep } from "../../scripts/toolchain/install.mjs";
import { runCommand } from "../../scripts/toolchain/run-command.ts";
import { withLock } from "../../scripts/toolchain/with-lock.ts";
import { repositoryRoot } from "../../scripts/toolchain/workspace.ts";

let root = "";

/** A small repository with the real starter in it, and a node_modules that looks installed. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "askonce-toolchain-"));
  cpSync(join(repositoryRoot, "scripts", "with-toolchain.mjs"), join(root, "scripts", "with-toolchain.mjs"));
  for (const name of ["install.mjs", "run-to-end.mjs", "workspace-folders.mjs", "pnpm-version.mjs"]) {
    cpSync(join(repositoryRoot, "scripts", "toolchain", name), join(root, "scripts", "toolchain", name));
  }
  const scripts = { show: "node show.mjs first", shell: "node a.mjs && node b.mjs", end: "node end.mjs" };
  writeFileSync(join(root, "package.json"), JSON.stringify({ type: "module", scripts }));
  writeFileSync(join(root, "pnpm-workspace.yaml"), "packages:\n  - packages/*\n\ncatalog:\n  zod: 4.6.7\n");
  writeFileSync(join(root, "pnpm-lock.yaml"), "lockfileVersion: '9.0'\n");
  mkdirSync(join(root, "packages", "one"), { recursive: true });
  writeFileSync(join(root, "packages", "one", "package.json"), JSON.stringify({ name: "one", dependencies: { zod: "4.6.7" } }));
  mkdirSync(join(root, "packages", "one", "node_modules"));
  mkdirSync(join(root, "node_modules", ".pnpm"), { recursive: true });
  mkdirSync(join(root, "node_modules", ".bin"));
  mkdirSync(join(root, "node_modules", "node", "bin"), { recursive: true });
  symlinkSync(process.execPath, join(root, "node_modules", "node", "bin", "node"));
  cpSync(join(root, "pnpm-lock.yaml"), join(root, "node_modules", ".pnpm", "lock.yaml"));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const start = (...words: string[]) => runCommand([process.execPath, "scripts/with-toolchain.mjs", ...words], { cwd: root });

describe("isInStep", () => {
  it("is true after an installation", () => {
    expect(isInStep(root)).toBe(true);
  });

  it.each<[string, () => void]>([
    ["nothing is installed", () => rmSync(join(root, "node_modules"), { recursive: true })],
    ["the lockfile has changed", () => writeFileSync(join(root, "pnpm-lock.yaml"), "lockfileVersion: '9.0'\npackages: {}\n")],
    ["there is no Node 24", () => rmSync(join(root, "node_modules", "node"), { recursive: true })],
    ["a package has no dependencies yet", () => rmSync(join(root, "packages", "one", "node_modules"), { recursive: true })],
  ])("is false when %s", (_name, change) => {
    change();
    expect(isInStep(root)).toBe(false);
  });
});

describe("with-toolchain", () => {
  it("hands arguments down as they are, with the toolchain first on PATH", async () => {
    writeFileSync(join(root, "show.mjs"), "console.log(JSON.stringify([process.argv.slice(2), process.env.PATH.split(':')[0]]));");
    for (const words of [
      ["show", "--port", "4500", "--data", "a b; $(c)"],
      ["show", "--", "--port", "4500", "--data", "a b; $(c)"],
    ]) {
      const result = await start(...words);
      expect(JSON.parse(result.output)).toEqual([["first", "--port", "4500", "--data", "a b; $(c)"], join(root, "node_modules", ".bin")]);
    }
  });

  it.each([0, 1, 7])("ends with the script's exit code %i", async (exitCode) => {
    writeFileSync(join(root, "end.mjs"), `process.exit(${exitCode});`);
    expect((await start("end")).exitCode).toBe(exitCode);
  });

  it("says what is wrong with how it was called", async () => {
    for (const words of [[], ["no-such-script"], ["shell"]]) {
      const result = await start(...words);
      expect(result.exitCode).toBe(1);
      expect(result.output).toMatch(/^askonce: .+\n$/);
    }
  });

  it("says that npx is missing when something has to be installed", async () => {
    rmSync(join(root, "node_modules", ".pnpm"), { recursive: true });
    const lonely = join(root, "lonely");
    mkdirSync(lonely);
    cpSync(process.execPath, join(lonely, "node"), { dereference: true });
    const result = await runCommand([join(lonely, "node"), "scripts/with-toolchain.mjs", "show"], { cwd: root, env: { PATH: lonely } });
    expect(result.exitCode).toBe(1);
  });

  it("says that there is no network, with the installer's own words", async () => {
    rmSync(join(root, "node_modules", ".pnpm"), { recursive: true });
    const tools = join(root, "tools");
    mkdirSync(tools);
    writeFileSync(join(tools, "npx"), "#!/bin/sh\necho 'npm error code ENOTFOUND registry' >&2\nexit 1\n", { mode: 0o755 });
    symlinkSync(process.execPath, join(tools, "node"));
    const result = await runCommand([process.execPath, "scripts/with-toolchain.mjs", "show"], { cwd: root, env: { PATH: tools } });
    expect(result.exitCode).toBe(1);
    expect(result.output).toContain("installing the toolchain");
    expect(result.output).toContain("the package registry cannot be reached");
    expect(result.output).toContain("ENOTFOUND");
  });

  it.each(["SIGTERM", "SIGINT"] as const)("hands %s down and waits until the script has cleaned up", async (signal) => {
    const script = `
      import { writeFileSync } from "node:fs";
      process.on("${signal}", () => setTimeout(() => { writeFileSync("cleaned", ""); process.exit(3); }, 50));
      setInterval(() => {}, 1000);
      console.log("ready");
    `;
    writeFileSync(join(root, "end.mjs"), script);
    const child = spawn(process.execPath, ["scripts/with-toolchain.mjs", "end"], { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
    await new Promise((resolve) => child.stdout.once("data", resolve));
    child.kill(signal);
    expect(await new Promise((resolve) => child.on("close", resolve))).toBe(3);
    expect(existsSync(join(root, "cleaned"))).toBe(true);
  });
});

describe("withLock", () => {
  it("lets one in at a time, and the next after a failure", async () => {
    const lock = join(root, "lock");
    let inside = 0;
    let most = 0;
    const task = async () => {
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setImmediate(resolve));
      inside--;
    };
    await expect(withLock(lock, () => Promise.reject(new Error("failed")))).rejects.toThrow("failed");
    await Promise.all([withLock(lock, task), withLock(lock, task), withLock(lock, task)]);
    expect(most).toBe(1);
    expect(existsSync(lock)).toBe(false);
  });

  it("does not wait for a process that has died", async () => {
    const dead = spawn(process.execPath, ["--eval", ""]);
    await new Promise((resolve) => dead.on("close", resolve));
    mkdirSync(join(root, "lock"));
    writeFileSync(join(root, "lock", "pid"), String(dead.pid));
    expect(await withLock(join(root, "lock"), async () => "in")).toBe("in");
  });
});
