import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { exportTargets } from "../toolchain/export-targets.ts";
import type { Manifest, WorkspacePackage } from "../toolchain/workspace.ts";

const oldestNode = ">=22.18";
const installScripts = ["preinstall", "install", "postinstall", "prepare"];
/** In this order, in the README of every adapter. */
const adapterSections = ["Install", "Example", "Options", "Capabilities", "Errors", "Limits"];
const adapterFolders = /^packages\/(storage|storefronts|carriers|channels)\//;

/** What is wrong with a public package's package.json and its files beside it, one line each; empty when nothing is. */
export function checkManifest(one: WorkspacePackage): string[] {
  const { manifest } = one;
  const wrong: string[] = [];
  const expect = (isRight: boolean, message: string) => {
    if (!isRight) wrong.push(message);
  };
  expect(manifest.type === "module", 'type is not "module"');
  expect(manifest.license === "MIT", "license is not MIT");
  expect(manifest.sideEffects === false || Array.isArray(manifest.sideEffects), "sideEffects is not declared");
  expect(manifest.engines?.node === oldestNode, `engines.node is not ${oldestNode}`);
  expect(manifest.repository?.directory === one.path, `repository.directory is not ${one.path}`);
  expect(/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(manifest.version ?? ""), "version is missing");
  expect((manifest.files ?? []).includes("dist"), "files does not list dist");
  for (const script of installScripts) expect(!(script in (manifest.scripts ?? {})), `runs a script when it is installed: ${script}`);
  return [...wrong, ...checkExports(one), ...checkDependencies(manifest), ...checkDocuments(one)];
}

function checkExports({ manifest, folder }: WorkspacePackage): string[] {
  const wrong: string[] = [];
  if (manifest.exports?.["./package.json"] !== "./package.json") wrong.push("exports does not list ./package.json");
  for (const [subpath, entry] of Object.entries(manifest.exports ?? {})) {
    if (typeof entry === "string") continue;
    const conditions = Object.keys(entry);
    // The order decides: whoever asks for the sources has to find them first, and types come before the code.
    if (conditions.join() !== "@askonce/source,types,default")
      wrong.push(`exports["${subpath}"] has the conditions ${conditions.join(", ")}`);
    const source = entry["@askonce/source"];
    if (source !== undefined && !existsSync(join(folder, source))) wrong.push(`exports["${subpath}"]: ${source} does not exist`);
  }
  for (const target of exportTargets(manifest)) if (!existsSync(join(folder, target))) wrong.push(`${target} does not exist`);
  return wrong;
}

function checkDependencies(manifest: Manifest): string[] {
  const exact = /^(\d+\.\d+\.\d+(-[\w.]+)?|catalog:|workspace:\*)$/;
  const all = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies });
  return all.filter(([, version]) => !exact.test(version)).map(([name, version]) => `${name} is not pinned: ${version}`);
}

function checkDocuments({ folder, path }: WorkspacePackage): string[] {
  const wrong = existsSync(join(folder, "LICENSE")) ? [] : ["has no LICENSE"];
  if (!existsSync(join(folder, "README.md"))) return [...wrong, "has no README.md"];
  return [...wrong, ...(adapterFolders.test(path) ? checkSections(readFileSync(join(folder, "README.md"), "utf8")) : [])];
}

/** Whether an adapter's README has the six sections in their order; others may stand between them. */
export function checkSections(readme: string): string[] {
  const headings = [...readme.matchAll(/^## (.+)$/gm)].map((match) => match[1]?.trim());
  const found = headings.filter((heading) => adapterSections.includes(heading ?? ""));
  return found.join() === adapterSections.join()
    ? []
    : [`README.md needs the sections ${adapterSections.join(", ")}; it has ${found.join(", ") || "none"}`];
}
