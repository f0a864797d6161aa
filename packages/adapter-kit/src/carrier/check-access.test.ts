import { type AdapterContext, AskonceError, type ErrorCode } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { checkAccess } from "./check-access.ts";

const context = { signal: new AbortController().signal } as AdapterContext;
const failing = (error: unknown) => ({ ask: () => Promise.reject(error), shown: "It works", remedy: "Compare the keys" });

describe("checkAccess", () => {
  it("says what was shown", async () => {
    const report = await checkAccess({ ...failing(null), ask: async () => {} }, context);
    expect(report).toEqual({ ok: true, checks: [{ id: "credentials", state: "ok", title: "Access", detail: "It works", remedy: null }] });
  });

  it.each<[ErrorCode, RegExp]>([
    ["ADAPTER_UNAUTHORIZED", /Compare the keys/],
    ["ADAPTER_FORBIDDEN", /Compare the keys/],
    ["ADAPTER_REJECTED", /Compare the keys/],
    ["ADAPTER_TIMEOUT", /Try again/],
    ["ADAPTER_UNAVAILABLE", /Try again/],
  ])("reports %s and what to do", async (code, remedy) => {
    const report = await checkAccess(failing(new AskonceError(code)), context);
    expect(report).toMatchObject({ ok: false, checks: [{ state: "failed", remedy: expect.stringMatching(remedy) }] });
  });

  it("throws what is no vendor's refusal, and the reason of the signal", async () => {
    await expect(checkAccess(failing(new TypeError("bug")), context)).rejects.toThrow("bug");
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(checkAccess(failing(new AskonceError("ADAPTER_TIMEOUT")), { ...context, signal })).rejects.toThrow("enough");
  });
});
