import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDesk, type Desk, type DeskOptions } from "./create-desk.ts";

let directory: URL;
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), "askonce-desk-"));
  directory = pathToFileURL(`${folder}/`);
  await writeFile(new URL("index.html", directory), '<!doctype html><meta name="askonce-api" content="." />');
  await writeFile(new URL("desk.js", directory), "let desk = 1;");
  await writeFile(new URL("desk.css", directory), "body {}");
});
afterAll(() => rm(directory, { recursive: true }));

const desk = (options: DeskOptions = {}) => createDesk({ directory, ...options });
const get = (handle: Desk, path: string, init?: RequestInit) => handle(new Request(`https://shop.example${path}`, init));

describe("the desk", () => {
  it("serves its page and files with their types", async () => {
    const handle = desk();
    for (const [path, type] of [
      ["/", "text/html; charset=utf-8"],
      ["/desk.js", "text/javascript; charset=utf-8"],
      ["/desk.css", "text/css; charset=utf-8"],
    ] as const) {
      const response = await get(handle, path);
      expect(response?.status).toBe(200);
      expect(response?.headers.get("content-type")).toBe(type);
      expect(response?.headers.get("x-content-type-options")).toBe("nosniff");
      expect(response?.headers.get("referrer-policy")).toBe("no-referrer");
    }
  });

  it("leaves every other path to others", async () => {
    const handle = desk({ basePath: "/desk" });
    for (const path of [
      "/",
      "/desk.js",
      "/desktop",
      "/desk/api/v1/me",
      "/desk/../package.json",
      "/desk/%2e%2e/package.json",
      "/desk/constructor",
    ]) {
      expect(await get(handle, path), path).toBeNull();
    }
  });

  it("sends the base path without its slash to where relative links work", async () => {
    const response = await get(desk({ basePath: "/desk/" }), "/desk?x=1");
    expect(response?.status).toBe(308);
    expect(response?.headers.get("location")).toBe("/desk/?x=1");
  });

  it("allows nothing but its own scripts and styles", async () => {
    const policy = (await get(desk(), "/"))?.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("connect-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    const elsewhere = await get(desk({ apiBaseUrl: "https://api.example/support" }), "/");
    expect(elsewhere?.headers.get("content-security-policy")).toContain("connect-src 'self' https://api.example;");
  });

  it("tells the page where the API is, whatever the text is", async () => {
    const response = await get(desk({ apiBaseUrl: '/a"><script>&$&' }), "/");
    expect(await response?.text()).toContain('content="/a&quot;>&lt;script>&amp;$&amp;"');
  });

  it("answers 304 to who has it, and HEAD without a body", async () => {
    const handle = desk();
    const etag = (await get(handle, "/desk.js"))?.headers.get("etag") ?? "";
    expect((await get(handle, "/desk.js", { headers: { "if-none-match": etag } }))?.status).toBe(304);
    const head = await get(handle, "/desk.js", { method: "HEAD" });
    expect(head?.headers.get("content-length")).toBe("13");
    expect(await head?.text()).toBe("");
    expect((await get(handle, "/", { method: "POST" }))?.status).toBe(405);
  });

  it("zips for who can read it", async () => {
    const response = await get(desk(), "/desk.js", { headers: { "accept-encoding": "br, gzip" } });
    expect(response?.headers.get("content-encoding")).toBe("gzip");
    expect(gunzipSync(new Uint8Array((await response?.arrayBuffer()) ?? new ArrayBuffer())).toString()).toBe("let desk = 1;");
  });
});
