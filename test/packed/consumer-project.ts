import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportTargets, importNames } from "../../scripts/toolchain/export-targets.ts";
import { packPackages } from "../../scripts/toolchain/pack-packages.ts";
import { type CommandResult, runCommand } from "../../scripts/toolchain/run-command.ts";
import { listPublicPackages, repositoryRoot } from "../../scripts/toolchain/workspace.ts";

/** The oldest Node that the packages promise to run on, in its newest patch. */
const olderNode = "22.23.3";
/** As in the repository, so that the consumer's compiler is the one that is developed with. */
const consumerTools = { typescript: "7.0.2", "@types/node": "24.19.2" };

/** Without a registry the tests are skipped, so there is no use in trying long. */
const npmOptions = ["--no-audit", "--no-fund", "--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-timeout=30000"];

/** A project beside nothing of ours: what somebody has who installed the packages from the registry. */
export interface ConsumerProject {
  folder: string;
  /** Everything that can be imported: `@askonce/spec`, `@askonce/spec/contract`. */
  importNames: string[];
  version: string;
}

export type Prepared<Value> = { ok: true; value: Value } | { ok: false; reason: string };

/**
 * Without what a test run and a package manager leave in the environment, and with `nodeFolder` first on PATH. How the registry is reached
 * (proxy, certificates) stays.
 */
export function plainEnvironment(nodeFolder: string): Record<string, string | undefined> {
  const cleared = Object.keys(process.env).filter((name) =>
    /^(npm_(lifecycle|package|command|execpath|node_execpath)|NODE_(ENV|OPTIONS|PATH)$|VITEST|TEST$|PNPM_|INIT_CWD|FORCE_COLOR)/i.test(
      name,
    ),
  );
  return {
    ...Object.fromEntries(cleared.map((name) => [name, undefined])),
    PATH: `${nodeFolder}:${process.env.PATH ?? ""}`,
    NO_COLOR: "1",
  };
}

/** Node 24's own folder. */
export const currentNodeFolder = join(repositoryRoot, "node_modules", "node", "bin");

function isRegistryOutOfReach(result: CommandResult): boolean {
  return /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED|CERT|network request/i.test(result.output);
}

/** What is promised by some package.json and was not built. */
export function missingBuilds(): string[] {
  return listPublicPackages().flatMap((one) =>
    exportTargets(one.manifest)
      .filter((target) => !existsSync(join(one.folder, target)))
      .map((target) => `${one.name}: ${target}`),
  );
}

/** Packs every public package and installs the tarballs, and nothing else of ours, into an empty project. */
export async function createConsumer(): Promise<Prepared<ConsumerProject>> {
  const root = mkdtempSync(join(tmpdir(), "askonce-packed-"));
  const folder = join(root, "consumer");
  mkdirSync(folder);
  const packed = await packPackages(root);
  const tarballs = Object.fromEntries(packed.map((one) => [one.package.name, `file:${one.tarball}`]));
  const manifest = {
    name: "consumer",
    private: true,
    type: "module",
    dependencies: tarballs,
    devDependencies: consumerTools,
    // What our packages depend on of each other is not in the registry yet.
    overrides: tarballs,
  };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest, null, 2));
  const runInstall = () =>
    runCommand(["npm", "install", "--prefer-offline", "--ignore-scripts", "--loglevel=error", ...npmOptions], {
      cwd: folder,
      env: plainEnvironment(currentNodeFolder),
      timeoutMs: 240_000,
    });
  const first = await runInstall();
  // What was fetched stays in the cache: a registry that stalled once is asked for the rest.
  const install = first.exitCode === 0 ? first : await runInstall();
  if (install.exitCode !== 0) {
    if (isRegistryOutOfReach(install)) return { ok: false, reason: "the package registry cannot be reached" };
    throw new Error(`npm install ended with code ${install.exitCode}\n${install.output}`);
  }
  const names = packed.flatMap((one) => importNames(one.package.manifest));
  return { ok: true, value: { folder, importNames: names, version: packed[0]?.package.manifest.version ?? "" } };
}

/** The folder of an older Node's binary, installed once beside the repository's own dependencies. */
export async function installOlderNode(): Promise<Prepared<string>> {
  const folder = join(repositoryRoot, "node_modules", ".cache", "askonce", `node-${olderNode}`);
  const binFolder = join(folder, "node_modules", "node", "bin");
  if (existsSync(join(binFolder, "node"))) return { ok: true, value: binFolder };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "older-node", private: true }));
  // The package's own script fetches the binary for this machine.
  const install = await runCommand(["npm", "install", `node@${olderNode}`, ...npmOptions], {
    cwd: folder,
    env: plainEnvironment(currentNodeFolder),
    timeoutMs: 240_000,
  });
  if (existsSync(join(binFolder, "node"))) return { ok: true, value: binFolder };
  if (isRegistryOutOfReach(install)) return { ok: false, reason: `Node ${olderNode} cannot be installed: the registry cannot be reached` };
  throw new Error(`Node ${olderNode} was not installed\n${install.output}`);
}
