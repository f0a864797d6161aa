import type { Options } from "tsup";

/**
 * How every package is built: ESM JavaScript by tsup, declarations by `tsc` (tsup's own `dts` needs a compiler API that
 * TypeScript 7 does not have). Splitting keeps one copy of each module across entries, so error classes stay one class.
 */
export function libraryBuild(entry: Record<string, string>, overrides: Options = {}): Options {
  return {
    entry,
    format: ["esm"],
    target: "es2023",
    platform: "neutral",
    splitting: true,
    sourcemap: true,
    clean: true,
    dts: false,
    treeshake: true,
    // `node:sqlite` has no other name, and a neutral platform does not know the names of Node.
    removeNodeProtocol: false,
    ...overrides,
    external: [/^node:/, ...(overrides.external ?? [])],
  };
}
