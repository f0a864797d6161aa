import { defineConfig } from "tsup";
import { libraryBuild } from "../../tsup.base.ts";
import { thirdPartyLicenses } from "./scripts/third-party-licenses.ts";

export default defineConfig(
  libraryBuild(
    { index: "src/index.ts", main: "src/main.ts" },
    {
      platform: "node",
      // What `askonce dev` always needs is bundled: a thousand small modules take longer to find than to run.
      noExternal: [/^@askonce\/(core|spec|sqlite)($|\/)/, /^@orpc\//, "commander", "eventemitter3", "kysely", "zod"],
      esbuildPlugins: [thirdPartyLicenses("dist/THIRD-PARTY-LICENSES.txt")],
    },
  ),
);
