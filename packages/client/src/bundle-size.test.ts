import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";

interface Bundle {
  outputFiles: { contents: Uint8Array }[];
  metafile: { inputs: Record<string, unknown> };
}

/** esbuild is tsup's own dependency, the version that builds the packages; its types are not within reach. */
const { build } = createRequire(createRequire(import.meta.url).resolve("tsup"))("esbuild") as {
  build(options: Record<string, unknown>): Promise<Bundle>;
};

/** ky alone is about 8.9 kB. The ceiling leaves little room: it is to notice zod (60 kB) or oRPC's link (8 kB) coming along. */
const ceilingBytes = 12_000;

it(`is at most ${ceilingBytes} bytes for a browser, gzipped, with everything it needs`, async () => {
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
