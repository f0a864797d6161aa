import { copyFile } from "node:fs/promises";
import { defineConfig } from "tsup";
import { libraryBuild } from "../../../tsup.base.ts";

/** Tests build into a folder of their own, so that they neither need nor disturb a build. */
const testFolder = process.env.ASKONCE_DESK_OUT;
const appFolder = testFolder ?? "dist/app";

const library = [
  // What serves the application. The other build writes into `app`, at the same time.
  libraryBuild({ index: "src/index.ts" }, { platform: "node", clean: ["!app/**"] }),
];

export default defineConfig([
  ...(testFolder ? [] : library),
  {
    entry: { desk: "src/app/main.tsx" },
    outDir: appFolder,
    format: ["esm"],
    target: "es2022",
    platform: "browser",
    splitting: false,
    sourcemap: false,
    minify: true,
    clean: true,
    dts: false,
    treeshake: true,
    noExternal: [/.*/],
    define: { "process.env.NODE_ENV": '"production"' },
    esbuildOptions(esbuild) {
      esbuild.jsx = "automatic";
      esbuild.legalComments = "none";
      // From the sources: it needs no other build first, and unused parts fall away file by file.
      esbuild.conditions = ["@askonce/source"];
    },
    async onSuccess() {
      await copyFile("src/app/index.html", `${appFolder}/index.html`);
    },
  },
]);
