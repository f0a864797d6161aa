import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { exportTargets } from "./export-targets.ts";
import { formatSeconds, runCommand } from "./run-command.ts";
import { withLock } from "./with-lock.ts";
import { listWorkspacePackages, repositoryRoot, type WorkspacePackage, workspaceDependencies } from "./workspace.ts";

export interface BuildResult {
  package: WorkspacePackage;
  /** `current`: nothing it is made from has changed since it was built. */
  state: "built" | "current" | "failed" | "blocked";
  output: string;
}

const cacheFolder = join(repositoryRoot, "node_modules", ".cache", "askonce", "build");

/** Shared by all builds: a change here makes every package stale. */
const sharedInputs = ["tsup.base.ts", "tsconfig.base.json", "pnpm-lock.yaml"];

export interface BuildOptions {
  /** Also builds what is current. Default false. */
  force?: boolean;
  log?: (line: string) => void;
}

/** Builds what is stale, each package after those it depends on, as many at once as there are processors; one such run at a time. */
export async function buildPackages(options: BuildOptions = {}): Promise<BuildResult[]> {
  return await withLock(join(cacheFolder, "lock"), () => buildStale(options));
}

async function buildStale(options: BuildOptions): Promise<BuildResult[]> {
  // Examples are built by those who deploy them, and by their own tests.
  const all = listWorkspacePackages().filter((one) => one.path.startsWith("packages/"));
  const log = options.log ?? (() => {});
  const slots = createSlots(Math.max(1, Math.min(4, availableParallelism())));
  const running = new Map<WorkspacePackage, Promise<BuildResult & { hash: string }>>();

  const build = (one: WorkspacePackage): Promise<BuildResult & { hash: string }> => {
    const known = running.get(one);
    if (known) return known;
    const started = buildOne(one);
    running.set(one, started);
    return started;
  };

  const buildOne = async (one: WorkspacePackage): Promise<BuildResult & { hash: string }> => {
    const before = await Promise.all(workspaceDependencies(one, all).map(build));
    const hash = hashInputs(
      one,
      before.map((result) => result.hash),
    );
    const script = one.manifest.scripts?.build;
    if (script === undefined) return { package: one, state: "current", output: "", hash };
    const broken = before.find((result) => result.state === "failed" || result.state === "blocked");
    if (broken) return { package: one, state: "blocked", output: `${broken.package.name} was not built`, hash };
    if (!options.force && isCurrent(one, hash)) return { package: one, state: "current", output: "", hash };
    return await slots(async () => {
      const result = await runCommand(script, { cwd: one.folder });
      if (result.exitCode !== 0) return { package: one, state: "failed", output: result.output, hash };
      const missing = exportTargets(one.manifest).filter((target) => !existsSync(join(one.folder, target)));
      if (missing.length > 0) return { package: one, state: "failed", output: `not built: ${missing.join(", ")}\n`, hash };
      mkdirSync(dirname(stampFile(one)), { recursive: true });
      writeFileSync(stampFile(one), hash);
      log(`built ${one.name} in ${formatSeconds(result.durationMs)}`);
      return { package: one, state: "built", output: result.output, hash };
    });
  };

  return await Promise.all(all.map(build));
}

function isCurrent(one: WorkspacePackage, hash: string): boolean {
  const stamp = stampFile(one);
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== hash) return false;
  return exportTargets(one.manifest).every((target) => existsSync(join(one.folder, target)));
}

/** Outside of `dist`, which is published and emptied by the builds. */
function stampFile(one: WorkspacePackage): string {
  return join(cacheFolder, `${one.path.replaceAll("/", "-")}.sha256`);
}

/** Of everything a build can read. Tests and recordings are left out: no build reads them. */
function hashInputs(one: WorkspacePackage, hashesBefore: readonly string[]): string {
  const hash = createHash("sha256").update(hashesBefore.join());
  const skipped = /(^|[\\/])(node_modules|dist|__fixtures__|\.\w[^\\/]*)([\\/]|$)|\.test\.tsx?$|\.md$/;
  const files = globSync("**/*", { cwd: one.folder, withFileTypes: true, exclude: (entry) => skipped.test(entry.name) })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  for (const file of [...files.sort(), ...sharedInputs.map((name) => join(repositoryRoot, name))]) {
    hash.update(file.slice(repositoryRoot.length)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

/** Lets at most `count` tasks run at once. */
function createSlots(count: number) {
  let free = count;
  const waiting: (() => void)[] = [];
  return async <Result>(task: () => Promise<Result>): Promise<Result> => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free--;
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}
