import { describe, expect, it } from "vitest";
import { testWorld } from "../courier/__fixtures__/test-world.ts";
import { createFakeAftership } from "../courier/aftership/fake-aftership.ts";
import { createFakeFanCourier } from "../courier/fancourier/fake-fancourier.ts";
import { harnessOfFake } from "./harness-of-fake.ts";

describe("harnessOfFake", () => {
  it("has webhooks where the fake sends some, signed rightly, wrongly or not at all", () => {
    const { world, add } = testWorld();
    add("AS0000000001", "on_time", 10);
    const fake = createFakeAftership({ world });
    const { webhooks, expireTokens, secrets } = harnessOfFake(fake, "wrong-key");
    const body = webhooks?.body("AS0000000001") ?? new Uint8Array();
    const signatures = (["right", "wrong", "none"] as const).map((how) => webhooks?.sign(body, how).headers.get("aftership-hmac-sha256"));
    expect(signatures[0]).toBe(fake.signWebhook(body).headers.get("aftership-hmac-sha256"));
    expect(signatures[1]).not.toBe(signatures[0]);
    expect(signatures[2]).toBeNull();
    expect(secrets).toEqual([...fake.secrets, "wrong-key"]);
    expect(expireTokens).toBeUndefined();
  });

  it("forgets sign-ins where there are some, and reaches the fake", async () => {
    const { world } = testWorld();
    const fake = createFakeFanCourier({ world });
    const harness = harnessOfFake(fake);
    expect(harness.webhooks).toBeUndefined();
    const signIn = await harness.fetch("https://courier.example.test/login", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ username: fake.username, password: fake.password }),
    });
    const { data } = (await signIn.json()) as { data: { token: string } };
    const ask = () =>
      harness.fetch(`https://courier.example.test/reports/awb/tracking?clientId=${fake.clientId}&awb[]=1`, {
        headers: { authorization: `Bearer ${data.token}` },
      });
    expect((await ask()).status).not.toBe(401);
    harness.expireTokens?.();
    expect((await ask()).status).toBe(401);
  });
});
