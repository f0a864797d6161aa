import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "tsup";

/** The server program as one file of plain JavaScript, which starts in a tenth of the time that the sources take. */
export interface ServerBundle {
  path: string;
  remove(): void;
}

export async function bundleServer(): Promise<ServerBundle> {
  const folder = mkdtempSync(join(tmpdir(), "askonce-fault-server-"));
  await build({
    entry: [fileURLToPath(new URL("./server-process.ts", import.meta.url))],
    tsconfig: fileURLToPath(new URL("../../../tsconfig.json", import.meta.url)),
    outDir: folder,
    outExtension: () => ({ js: ".mjs" }),
    format: "esm",
    platform: "node",
    target: "node22",
    noExternal: [/.*/],
    external: ["pg-native"],
    // CommonJS packages among the dependencies ask for Node's own modules with it.
    banner: { js: 'import { createRequire as createRequireOf } from "node:module"; const require = createRequireOf(import.meta.url);' },
    esbuildOptions(options) {
      options.conditions = ["@askonce/source", "module", "node"];
    },
    removeNodeProtocol: false,
    splitting: false,
    config: false,
    silent: true,
  });
  return { path: join(folder, "server-process.mjs"), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
