import { defineConfig } from "tsup";
import { libraryBuild } from "../../../tsup.base.ts";

export default defineConfig(libraryBuild({ index: "src/index.ts", register: "src/register.ts", "fact-words": "src/fact-words.ts" }));
