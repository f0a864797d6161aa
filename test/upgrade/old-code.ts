import { execFile } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/**
 * The last commit that is whole and whose code knows only the first step of the schema. (Some later ones know one step, too, but were made
 * of a part of the work and do not start.) The step itself was added to after it, before anything was released: columns that may be empty,
 * two tables and an index. It is taken as it is today, so that this code runs on the version 1 that there is; everything else of it is what
 * it was.
 */
const oldCommit = "5a3a61f1d92653838d24d9b68f96b8ec4dfde3fa";

/**
 * The commit whose packages for storages, and the vocabulary they need, the old core runs on: since then a prepared statement from before an
 * added column is an error that may be tried again, which is what every version that is released says.
 */
const storageCommit = "5d238d16a76c035eb81530b7fbbc2e5691590bcc";
const storagePaths = ["packages/spec", "packages/storage"];

export const repository = fileURLToPath(new URL("../../", import.meta.url));
const migrations = "packages/core/src/storage/migrations";
const run = promisify(execFile);

/** Why there is no old code here, as the reason to skip; `null` when there is. */
export async function oldCodeUnavailable(): Promise<string | null> {
  try {
    for (const commit of [oldCommit, storageCommit]) await run("git", ["cat-file", "-e", `${commit}:packages`], { cwd: repository });
    return null;
  } catch {
    return `commit ${oldCommit.slice(0, 7)} is not in this clone, which may be shallow or no clone at all`;
  }
}

/** The sources of the old commit with today's dependencies, in a folder of their own. @returns the folder, and what deletes it */
export async function checkOutOldCode(): Promise<{ folder: string; remove: () => void }> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "askonce-old-code-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    await unpack(folder, oldCommit, ["packages"]);
    for (const path of storagePaths) rmSync(join(folder, path), { recursive: true });
    await unpack(folder, storageCommit, storagePaths);
    copyFileSync(join(repository, migrations, "0001-foundation.ts"), join(folder, migrations, "0001-foundation.ts"));
    writeFileSync(join(folder, "package.json"), '{ "type": "module", "private": true }\n');
    for (const path of packagePaths(folder)) linkDependencies(folder, path);
    return { folder, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

async function unpack(folder: string, commit: string, paths: readonly string[]): Promise<void> {
  const archive = join(folder, "old.tar");
  await run("git", ["archive", `--output=${archive}`, commit, ...paths], { cwd: repository });
  await run("tar", ["-xf", archive, "-C", folder]);
  rmSync(archive);
}

function packagePaths(folder: string): string[] {
  return readdirSync(join(folder, "packages"), { recursive: true, encoding: "utf8" })
    .filter((path) => /(^|\/)package\.json$/.test(path) && !path.includes("node_modules"))
    .map((path) => dirname(join("packages", path)));
}

/** Each package sees what it sees in the repository, but of our own packages the old ones. */
function linkDependencies(folder: string, path: string): void {
  const [from, to] = [join(repository, path, "node_modules"), join(folder, path, "node_modules")];
  if (!existsSync(from)) return;
  for (const entry of readdirSync(from)) {
    if (entry.startsWith(".")) continue;
    for (const name of entry.startsWith("@") ? readdirSync(join(from, entry)).map((part) => join(entry, part)) : [entry]) {
      const target = realpathSync(join(from, name));
      const ours = relative(realpathSync(repository), target);
      const isOurs = ours.startsWith("packages") && existsSync(join(folder, ours));
      mkdirSync(dirname(join(to, name)), { recursive: true });
      symlinkSync(isOurs ? join(folder, ours) : target, join(to, name));
    }
  }
}
