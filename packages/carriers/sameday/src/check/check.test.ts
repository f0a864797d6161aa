import { describe, expect, it } from "vitest";
import { fixture, scriptedCourier } from "../../test-support/scripted-courier.ts";
import type { SamedayOptions } from "../options.ts";
import { sameday } from "../sameday.ts";

const account = { username: "demo", password: "correct horse", baseUrl: "https://sameday.example.test" };

async function check(options: SamedayOptions, answer: Parameters<typeof scriptedCourier>[0]) {
  const { ok, checks } = await sameday(options).check(scriptedCourier(answer).context);
  return { ok, states: Object.fromEntries(checks.map(({ id, state }) => [id, state])), checks };
}

describe("check", () => {
  it("signs in and reads the changes", async () => {
    const answer = ({ path }: { path: string }) => (path.endsWith("/status-sync") ? fixture("statusSync") : undefined);
    expect(await check(account, answer)).toMatchObject({ ok: true, states: { https: "ok", credentials: "ok", changes: "ok" } });
  });

  it("says what to do about a wrong password, without it", async () => {
    const { ok, states, checks } = await check(account, () => Response.json({ code: 401 }, { status: 401 }));
    expect({ ok, states }).toEqual({ ok: false, states: { https: "ok", credentials: "failed", changes: "skipped" } });
    expect(checks.find(({ id }) => id === "credentials")?.remedy).toContain("Copy both again");
    expect(JSON.stringify(checks)).not.toContain("correct horse");
  });

  it("tells a refused list from refused credentials", async () => {
    const answer = ({ path }: { path: string }) => (path.endsWith("/status-sync") ? new Response("", { status: 403 }) : undefined);
    expect(await check(account, answer)).toMatchObject({ ok: false, states: { credentials: "ok", changes: "failed" } });
  });

  it("warns of what is unofficial or unencrypted", async () => {
    expect(await check({ publicTracking: true, baseUrl: "http://127.0.0.1:9" }, () => undefined)).toMatchObject({
      ok: true,
      states: { https: "warning", credentials: "skipped", changes: "skipped", "public-tracking": "warning" },
    });
  });
});
