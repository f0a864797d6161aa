import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { packageManager } from "./pnpm-version.mjs";
import { workspaceFolders } from "./workspace-folders.mjs";

/** Whether `node_modules` is what the lockfile says: pnpm keeps a copy of the lockfile that it installed last. */
export function isInStep(root) {
  const installed = join(root, "node_modules", ".pnpm", "lock.yaml");
  const binaryName = process.platform === "win32" ? "node.exe" : "node";
  if (!existsSync(installed) || !existsSync(join(root, "node_modules", "node", "bin", binaryName))) return false;
  if (!readFileSync(installed).equals(readFileSync(join(root, "pnpm-lock.yaml")))) return false;
  return workspaceFolders(root).every((folder) => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const needsAny = Object.keys({ ...dependencies, ...devDependencies }).length > 0;
    return !needsAny || existsSync(join(folder, "node_modules"));
  });
}

/** `npx` beside the running Node, or on PATH; `null` when there is none. */
function findNpx() {
  const names = process.platform === "win32" ? ["npx.cmd"] : ["npx"];
  const folders = [dirname(process.execPath), ...(process.env.PATH ?? "").split(delimiter)];
  for (const folder of folders) for (const name of names) if (folder && existsSync(join(folder, name))) return join(folder, name);
  return null;
}

/** What went wrong, said so that a person can do something about it. */
function explain(output, exitCode) {
  const tail = output.trimEnd().split("\n").slice(-25).join("\n");
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|META_FETCH_FAIL|network (error|request)|error sending request|dns error/i.test(
      output,
    )
  ) {
    return `the package registry cannot be reached, so nothing could be installed. Check the network or the proxy settings, then try again.\n${tail}`;
  }
  if (/OUTDATED_LOCKFILE|frozen-lockfile/i.test(output)) {
    return `pnpm-lock.yaml does not fit the package.json files. Run "npx pnpm install" and commit the lockfile.\n${tail}`;
  }
  return `installing ended with code ${exitCode}.\n${tail}`;
}

/**
 * Installs exactly what the lockfile names, with the pnpm that this repository uses. Quiet but for one line that moves.
 *
 * @returns what went wrong, or `null`
 */
export async function installDependencies(root) {
  const npx = findNpx();
  if (npx === null) return "npx was not found. It comes with npm; install npm (or a Node that brings it) and try again.";
  const startedAt = Date.now();
  const seconds = () => `${Math.round((Date.now() - startedAt) / 1000)} s`;
  const isTerminal = process.stderr.isTTY === true;
  process.stderr.write(`askonce: installing the toolchain and the dependencies (${packageManager}, once)${isTerminal ? "" : " ...\n"}`);
  const ticking = setInterval(
    () => {
      process.stderr.write(
        isTerminal
          ? `\raskonce: installing the toolchain and the dependencies, ${seconds()}   `
          : `askonce: still installing, ${seconds()}\n`,
      );
    },
    isTerminal ? 1000 : 15_000,
  );

  const child = spawn(npx, ["--yes", packageManager, "install", "--frozen-lockfile", "--reporter=append-only"], {
    cwd: root,
    // pnpm asks before it replaces a foreign node_modules; nobody may be there to answer.
    env: { ...process.env, CI: "true" },
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (output += text));
  const forward = (signal) => child.kill(signal);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, forward);
  const exitCode = await new Promise((resolve) => {
    child.on("error", (error) => {
      output += error.message;
      resolve(1);
    });
    child.on("close", (code, signal) => resolve(code ?? (signal === null ? 1 : 130)));
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.off(signal, forward);
  clearInterval(ticking);
  process.stderr.write(
    `${isTerminal ? "\r" : ""}askonce: ${exitCode === 0 ? "installed" : "not installed"} after ${seconds()}${" ".repeat(40)}`.trimEnd() +
      "\n",
  );
  if (exitCode !== 0) return explain(output, exitCode);
  return isInStep(root) ? null : "pnpm installed something else than the lockfile names; remove node_modules and try again.";
}
