import type { FakeCourier, FakeCourierWithSignIn, FakeCourierWithWebhooks } from "../courier/fake-courier.ts";
import type { CarrierHarness, CarrierWebhooks } from "./carrier-descriptor.ts";

type AnyFake = FakeCourier & Partial<Pick<FakeCourierWithSignIn, "expireTokens">> & Partial<FakeCourierWithWebhooks>;

/**
 * What a harness has of its fake: how to reach it, what it keeps silent about, its secrets, its sign-ins and webhooks where it has them.
 *
 * @param otherSecrets what the adapter was given besides, for example a wrong password
 */
export function harnessOfFake(fake: AnyFake, ...otherSecrets: readonly string[]): Omit<CarrierHarness, "adapter"> {
  const webhooks = webhooksOf(fake);
  return {
    fetch: (input, init) => fake.handle(new Request(input, init)),
    silentKinds: fake.silentKinds,
    secrets: [...fake.secrets, ...otherSecrets],
    ...(fake.expireTokens === undefined ? {} : { expireTokens: () => fake.expireTokens?.() }),
    ...(webhooks === null ? {} : { webhooks }),
  };
}

function webhooksOf({ webhookSecret, webhookBody, signWebhook }: AnyFake): CarrierWebhooks | null {
  if (webhookSecret === undefined || webhookBody === undefined || signWebhook === undefined) return null;
  return {
    body: webhookBody,
    sign: (body, how) => signWebhook(body, { right: webhookSecret, wrong: "another-secret", none: null }[how]),
  };
}
