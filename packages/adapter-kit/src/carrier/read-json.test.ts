import { describe, expect, it } from "vitest";
import { createFakeClock } from "../__fixtures__/fake-clock.ts";
import { readJson, requestJson } from "./read-json.ts";

const context = { clock: createFakeClock(), signal: new AbortController().signal };

describe("readJson", () => {
  it("reads JSON, large integers as texts", async () => {
    expect(await readJson(new Response('{"id":90071992547409931}'))).toEqual({ id: "90071992547409931" });
  });

  it.each(["<!doctype html><title>Just a moment</title>", "", "  ", "{", "OK"])("calls %j a failure worth trying again", async (body) => {
    const error = await readJson(new Response(body)).catch((thrown) => thrown);
    expect(error).toMatchObject({ code: "ADAPTER_UNAVAILABLE", retryable: true, details: { reason: "not_json", status: 200 } });
    expect(JSON.stringify(error) + error.message).not.toContain("Just a moment");
  });

  it("takes an empty body for nothing when told so", async () => {
    expect(await readJson(new Response(" "), { emptyIsNull: true })).toBeNull();
    await expect(readJson(new Response("<html>"), { emptyIsNull: true })).rejects.toMatchObject({ code: "ADAPTER_UNAVAILABLE" });
  });

  it("refuses what is too large or too deep for good", async () => {
    await expect(readJson(new Response('"123456"'), { maxBytes: 4 })).rejects.toMatchObject({ code: "ADAPTER_BAD_RESPONSE" });
    await expect(readJson(new Response("[".repeat(100)))).rejects.toMatchObject({ code: "ADAPTER_BAD_RESPONSE", retryable: false });
  });
});

describe("requestJson", () => {
  it("gives null for the statuses that mean nothing is there", async () => {
    const missing = async () => new Response("gone", { status: 404 });
    expect(await requestJson(missing, context, { nullOn: [404] })).toBeNull();
    await expect(requestJson(missing, context)).rejects.toMatchObject({ code: "ADAPTER_REJECTED", details: { status: 404 } });
  });

  it("names a failure without its address", async () => {
    const fails = async () => {
      throw new TypeError("fetch failed: https://secret.example.test/?key=1");
    };
    const error = await requestJson(fails, context).catch((thrown) => thrown);
    expect(error).toMatchObject({ code: "ADAPTER_UNREACHABLE" });
    expect(JSON.stringify({ ...error, message: error.message, cause: error.cause })).not.toContain("secret");
  });

  it("hangs up with the signal's own reason", async () => {
    const aborted = new AbortController();
    const reason = new Error("no longer needed");
    const send = async () => {
      aborted.abort(reason);
      throw new DOMException("aborted", "AbortError");
    };
    await expect(requestJson(send, { ...context, signal: aborted.signal })).rejects.toBe(reason);
    await expect(requestJson(send, { ...context, signal: aborted.signal })).rejects.toBe(reason);
  });

  it("gives up on a body that does not end", async () => {
    const clock = createFakeClock();
    const endless = new Response(new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode("[1")) }));
    const result = requestJson(async () => endless, { ...context, clock }, { timeoutMs: 5000 }).catch((thrown) => thrown);
    await clock.advance(5000);
    expect(await result).toMatchObject({ code: "ADAPTER_TIMEOUT", retryable: true });
  });
});
