import { readFileSync } from "node:fs";

/** The package's version. Its manifest is one folder up from here, built or not. */
export const version: string = (JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string })
  .version;
