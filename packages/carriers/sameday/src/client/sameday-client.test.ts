import { serveRequestHandler } from "@askonce/testkit/server";
import { describe, expect, it } from "vitest";
import { fixture, scriptedCourier } from "../../test-support/scripted-courier.ts";
import { sameday } from "../sameday.ts";

const account = { username: "demo", password: "correct horse", baseUrl: "https://sameday.example.test" };
const number = "1ASK260000001";
const refused = () => Response.json({ code: 401, message: "Invalid token" }, { status: 401 });

describe("signing in", () => {
  it("sends what the courier asks for, once, and the token from then on", async () => {
    const courier = scriptedCourier(({ path }) => (path.endsWith("/status") ? fixture("awbStatus") : undefined));
    const adapter = sameday(account);
    await Promise.all([1, 2, 3].map(() => adapter.track(number, courier.context)));
    expect(courier.signIns()).toBe(1);
    const [signIn, first] = courier.asked;
    expect(signIn).toMatchObject({ method: "POST", path: "/api/authenticate", body: "remember_me=1" });
    expect(signIn?.headers.get("x-auth-username")).toBe("demo");
    expect(signIn?.headers.get("x-auth-password")).toBe("correct horse");
    expect(signIn?.headers.get("content-type")).toContain("application/x-www-form-urlencoded");
    expect(first?.headers.get("x-auth-token")).toBe("token 1");
    expect(first?.headers.get("x-auth-password")).toBeNull();
    expect(first?.headers.get("user-agent")).toContain("askonce");
  });

  it("reads the end of a token as Bucharest's time", async () => {
    // 14:00 in Bucharest is 12:00 UTC, two hours from now.
    const courier = scriptedCourier(({ path }) => (path.endsWith("/status") ? fixture("awbStatus") : undefined), "2026-11-21 14:00");
    const adapter = sameday(account);
    await adapter.track(number, courier.context);
    courier.advance(118 * 60_000);
    await adapter.track(number, courier.context);
    expect(courier.signIns()).toBe(1);
    courier.advance(60_000);
    await adapter.track(number, courier.context);
    expect(courier.signIns()).toBe(2);
  });

  it("keeps a token that has ended already by our clock until it is refused", async () => {
    const courier = scriptedCourier(({ path }) => (path.endsWith("/status") ? fixture("awbStatus") : undefined), "2026-11-21 11:00");
    const adapter = sameday(account);
    for (let count = 0; count < 3; count++) await adapter.track(number, courier.context);
    expect(courier.signIns()).toBe(1);
  });

  it("signs in once more when the token is refused", async () => {
    const courier = scriptedCourier(({ path, headers }) => {
      if (!path.endsWith("/status")) return undefined;
      return headers.get("x-auth-token") === "token 1" ? refused() : fixture("awbStatus");
    });
    expect(await sameday(account).track(number, courier.context)).toMatchObject({ status: "out_for_delivery" });
    expect(courier.signIns()).toBe(2);
  });

  it("does not go on when every token is refused, or the password is wrong", async () => {
    const tokens = scriptedCourier(({ path }) => (path === "/api/authenticate" ? undefined : refused()));
    await expect(sameday(account).track(number, tokens.context)).rejects.toMatchObject({ code: "ADAPTER_UNAUTHORIZED" });
    expect([tokens.signIns(), tokens.paths().length]).toEqual([2, 2]);
    const password = scriptedCourier(refused);
    const adapter = sameday(account);
    for (let count = 0; count < 3; count++) {
      const error = await adapter.track(number, password.context).catch((thrown) => thrown);
      expect(error).toMatchObject({ code: "ADAPTER_UNAUTHORIZED" });
      expect(JSON.stringify(error) + error.stack).not.toContain("correct horse");
    }
    expect(password.asked).toHaveLength(1);
  });
});

describe("failures", () => {
  it.each([
    ["a challenge page with status 200", () => new Response("<!doctype html><title>Just a moment</title>")],
    ["an empty body", () => new Response("")],
    ["a server error", () => Response.json({ code: 500 }, { status: 502 })],
  ])("tries again after %s, and says so when it stays", async (_what, failure) => {
    const recovers = scriptedCourier(({ path }, count) => {
      if (!path.endsWith("/status")) return undefined;
      return count < 4 ? failure() : fixture("awbStatus");
    });
    expect(await sameday(account).track(number, recovers.context)).toMatchObject({ status: "out_for_delivery" });
    const stays = scriptedCourier(({ path }) => (path === "/api/authenticate" ? undefined : failure()));
    await expect(sameday(account).track(number, stays.context)).rejects.toMatchObject({ code: "ADAPTER_UNAVAILABLE", retryable: true });
    expect(stays.paths()).toHaveLength(3);
  });

  it("does not take a failure for a parcel that is not there", async () => {
    const courier = scriptedCourier(({ path }) => (path.endsWith("/status") ? new Response("", { status: 503 }) : undefined));
    await expect(sameday(account).track(number, courier.context)).rejects.toMatchObject({ code: "ADAPTER_UNAVAILABLE" });
  });

  it("reports an answer of another shape without its values", async () => {
    const courier = scriptedCourier(({ path }) => (path.endsWith("/status") ? { expeditionSummary: "Maria Ionescu" } : undefined));
    const error = await sameday(account)
      .track(number, courier.context)
      .catch((thrown) => thrown);
    expect(error).toMatchObject({ code: "ADAPTER_BAD_RESPONSE" });
    expect(JSON.stringify(error) + error.message).not.toContain("Maria");
  });
});

it("works over a real connection", async () => {
  const courier = scriptedCourier(({ path }) => (path.endsWith("/status") ? fixture("awbStatus") : undefined));
  const server = await serveRequestHandler((request) => courier.fetch(request));
  try {
    const adapter = sameday({ ...account, baseUrl: server.url });
    const tracked = await adapter.track(number, { ...courier.context, fetch: globalThis.fetch });
    expect(tracked).toMatchObject({ status: "out_for_delivery", rawStatus: "33" });
    expect(courier.paths()).toEqual([`/api/client/awb/${number}/status`]);
  } finally {
    await server.close();
  }
});
