import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";
import { startExample } from "./start-example.ts";

const folder = fileURLToPath(new URL("./next/", import.meta.url));
const next = `${folder}node_modules/next/dist/bin/next`;
const isBuilt = existsSync(fileURLToPath(new URL("../packages/core/dist/index.js", import.meta.url)));

describe.skipIf(!isBuilt)(`the example with Next${isBuilt ? "" : " (skipped: it loads the built packages; run pnpm build)"}`, () => {
  it("builds, type-checks, and answers from a route handler", async () => {
    const environment = { NEXT_TELEMETRY_DISABLED: "1", DATABASE: ":memory:" };
    await promisify(execFile)(process.execPath, [next, "build"], {
      cwd: folder,
      env: { ...process.env, ...environment, NODE_ENV: "production" },
    });
    const example = await startExample("next", [next, "start", "--port", "0", "--hostname", "127.0.0.1"], {
      ...environment,
      NODE_ENV: "production",
    });
    onTestFinished(() => void example.stop());
    const health = await fetch(`${example.url}/support/api/v1/health`);
    expect([health.status, await health.json()]).toEqual([200, expect.objectContaining({ status: "ok", version: expect.any(String) })]);
    const lookup = await fetch(`${example.url}/support/api/v1/order-lookup`, {
      method: "POST",
      body: JSON.stringify({ number: "1", email: "nobody@example.test" }),
    });
    expect([lookup.status, (await lookup.json()).code]).toEqual([404, "ORDER_NOT_FOUND"]);
    expect(await (await fetch(example.url)).text()).toContain("own application");
  }, 240_000);
});
