import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { workspaceFolders } from "./workspace-folders.mjs";

/** The repository's root folder. */
export const repositoryRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The parts of a package.json that our tools read. */
export interface Manifest {
  name: string;
  version?: string;
  private?: boolean;
  license?: string;
  type?: string;
  sideEffects?: boolean | string[];
  engines?: Record<string, string>;
  repository?: { type?: string; url?: string; directory?: string };
  exports?: Record<string, string | Record<string, string>>;
  bin?: Record<string, string>;
  files?: string[];
  scripts?: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

export interface WorkspacePackage {
  name: string;
  /** Absolute. */
  folder: string;
  /** Below the root, with slashes, for example `packages/storage/sqlite`. */
  path: string;
  manifest: Manifest;
}

/** Every package of the workspace, in the order of their folders. */
export function listWorkspacePackages(root: string = repositoryRoot): WorkspacePackage[] {
  return workspaceFolders(root).map((folder) => {
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
    return { name: manifest.name, folder, path: relative(root, folder).replaceAll("\\", "/"), manifest };
  });
}

/** The packages that people install from the registry. */
export function listPublicPackages(root: string = repositoryRoot): WorkspacePackage[] {
  return listWorkspacePackages(root).filter((one) => one.manifest.private !== true);
}

/**
 * Which other packages of the workspace have to be built before this one. Two packages may test with each other; such a circle of
 * development dependencies says nothing about the order.
 */
export function workspaceDependencies(one: WorkspacePackage, all: readonly WorkspacePackage[]): WorkspacePackage[] {
  const { dependencies, peerDependencies } = one.manifest;
  const needed = { ...dependencies, ...peerDependencies };
  return directDependencies(one, all).filter((other) => other.name in needed || !reaches(other, one, all, new Set()));
}

function directDependencies(one: WorkspacePackage, all: readonly WorkspacePackage[]): WorkspacePackage[] {
  const { dependencies, devDependencies, peerDependencies } = one.manifest;
  const names = new Set(Object.keys({ ...dependencies, ...devDependencies, ...peerDependencies }));
  return all.filter((other) => other !== one && names.has(other.name));
}

function reaches(from: WorkspacePackage, to: WorkspacePackage, all: readonly WorkspacePackage[], seen: Set<WorkspacePackage>): boolean {
  if (from === to) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return directDependencies(from, all).some((next) => reaches(next, to, all, seen));
}
