import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { routes } from "./routes.ts";

interface Bundle {
  outputFiles: { contents: Uint8Array }[];
  metafile: { inputs: Record<string, unknown> };
}

/** esbuild is tsup's own dependency, the version that builds the packages; its types are not within reach. */
const { build } = createRequire(createRequire(import.meta.url).resolve("tsup"))("esbuild") as {
  build(options: Record<string, unknown>): Promise<Bundle>;
};

/**
 * ky alone is about 8.9 kB. The ceiling leaves little room: it is to notice zod (60 kB) or oRPC's link (8 kB) coming along. It grows with the
 * contract, of which each endpoint is a line in the table of routes.
 */
const endpointCount = Object.values(routes).flatMap((group) => Object.keys(group)).length;
const ceilingBytes = 10_950 + 25 * endpointCount;

it(`is at most the ceiling for a browser, gzipped, with everything it needs`, async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: [fileURLToPath(new URL("./index.ts", import.meta.url))],
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    conditions: ["@askonce/source"],
    write: false,
    metafile: true,
  });
  const inputs = Object.keys(metafile.inputs);
  expect(inputs.filter((path) => /\/(zod|@orpc)\//.test(path) || path.includes("packages/spec/"))).toEqual([]);
  expect(gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length).toBeLessThanOrEqual(ceilingBytes);
});
