import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The folders that pnpm-workspace.yaml names and that have a package.json, sorted. Only a trailing star is a pattern here. */
export function workspaceFolders(root) {
  const [, list = ""] = /^packages:\n((?:\s+- .+\n)+)/m.exec(readFileSync(join(root, "pnpm-workspace.yaml"), "utf8")) ?? [];
  const patterns = [...list.matchAll(/-\s+["']?([^"'\n]+?)["']?\s*$/gm)].map((match) => match[1]);
  const folders = patterns.flatMap((pattern) => {
    if (!pattern.endsWith("/*")) return [join(root, pattern)];
    const parent = join(root, pattern.slice(0, -2));
    return existsSync(parent) ? readdirSync(parent).map((name) => join(parent, name)) : [];
  });
  return [...new Set(folders)].filter((folder) => existsSync(join(folder, "package.json"))).sort();
}
