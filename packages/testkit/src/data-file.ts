import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * The path of a file under this package's `data/` folder, the same from the sources and from the bundled output.
 *
 * @param relativePath for example `shopify/admin-schema/admin_2026-10.json.gz`
 */
export function dataFile(relativePath: string): string {
  const packageFile = createRequire(import.meta.url).resolve("@askonce/testkit/package.json");
  return join(dirname(packageFile), "data", relativePath);
}
