import { accessSync, constants } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import { packageManager } from "./pnpm-version.mjs";
import { runCommand } from "./run-command.ts";
import { listPublicPackages, type WorkspacePackage } from "./workspace.ts";

export interface PackedPackage {
  package: WorkspacePackage;
  /** The tarball, absolute. */
  tarball: string;
  /** What is in it, relative to the package. */
  files: string[];
}

/** pnpm in our version: the one on PATH when it was started by pnpm, otherwise through npx. */
function pnpmCommand(): [string, ...string[]] {
  const [, version] = packageManager.split("@");
  const isInside = process.env.npm_config_user_agent?.startsWith(`pnpm/${version} `) === true;
  return isInside && isOnPath("pnpm") ? ["pnpm"] : ["npx", "--yes", packageManager];
}

function isOnPath(name: string): boolean {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Packs every public package as it would be published; everything has to be built before. Throws with pnpm's own words. */
export async function packPackages(folder: string): Promise<PackedPackage[]> {
  const result = await runCommand([...pnpmCommand(), "-r", "pack", "--pack-destination", folder, "--json"]);
  const start = result.output.indexOf("[\n");
  if (result.exitCode !== 0 || start < 0) throw new Error(`pnpm pack ended with code ${result.exitCode}\n${result.output}`);
  const packed = JSON.parse(result.output.slice(start, result.output.lastIndexOf("]") + 1)) as {
    name: string;
    filename: string;
    files: { path: string }[];
  }[];
  return listPublicPackages().map((one) => {
    const found = packed.find((other) => other.name === one.name);
    if (!found) throw new Error(`pnpm did not pack ${one.name}`);
    const tarball = isAbsolute(found.filename) ? found.filename : join(folder, found.filename);
    return { package: one, tarball, files: found.files.map((file) => file.path) };
  });
}
