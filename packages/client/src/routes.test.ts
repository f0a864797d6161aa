import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { renderRoutes } from "../scripts/generate-routes.ts";

it("is what the contract says now", async () => {
  const file = await readFile(new URL("./routes.ts", import.meta.url), "utf8");
  expect(file, "run: node --conditions=@askonce/source packages/client/scripts/generate-routes.ts").toBe(renderRoutes());
});
