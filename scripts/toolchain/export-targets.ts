import type { Manifest } from "./workspace.ts";

/** Every built file that `exports` and `bin` promise, relative to the package, without the ones of the sources and without doubles. */
export function exportTargets(manifest: Manifest): string[] {
  const fromExports = Object.values(manifest.exports ?? {}).flatMap((entry) =>
    typeof entry === "string"
      ? [entry]
      : Object.entries(entry).flatMap(([condition, target]) => (condition === "@askonce/source" ? [] : [target])),
  );
  return [...new Set([...fromExports, ...Object.values(manifest.bin ?? {})])].filter((target) => !target.includes("*"));
}

/** The names under which a package's code can be imported: `@askonce/spec`, `@askonce/spec/contract`. */
export function importNames(manifest: Manifest): string[] {
  return Object.keys(manifest.exports ?? {})
    .filter((subpath) => !subpath.endsWith(".json") && !subpath.endsWith(".css") && !subpath.includes("*"))
    .map((subpath) => manifest.name + subpath.slice(1));
}
