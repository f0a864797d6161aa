import type { CourierWorld, FakeCourier } from "@askonce/testkit/courier";
import type { CourierName } from "./courier-names.ts";

/** A fake courier with what its adapter has to be configured with. */
export interface OpenCourier {
  courier: FakeCourier;
  /** Options of the adapter's factory, by name, once it is known where the fake listens. */
  optionsAt(url: string): Readonly<Record<string, unknown>>;
}

export async function openCourier(name: CourierName, world: CourierWorld): Promise<OpenCourier> {
  const fakes = await import("@askonce/testkit/courier");
  switch (name) {
    case "sameday": {
      const courier = fakes.createFakeSameday({ world });
      return { courier, optionsAt: (baseUrl) => ({ baseUrl, username: courier.username, password: courier.password }) };
    }
    case "fancourier": {
      const courier = fakes.createFakeFanCourier({ world });
      const { username, password, clientId } = courier;
      return { courier, optionsAt: (baseUrl) => ({ baseUrl, username, password, clientId }) };
    }
    case "gls": {
      const courier = fakes.createFakeGls({ world });
      return { courier, optionsAt: (baseUrl) => ({ baseUrl, country: "ro", username: courier.username, password: courier.password }) };
    }
    case "brt": {
      const courier = fakes.createFakeBrt({ world });
      return { courier, optionsAt: (baseUrl) => ({ baseUrl, userId: courier.userId, password: courier.password }) };
    }
    case "aftership": {
      const courier = fakes.createFakeAftership({ world });
      const { apiKey, webhookSecret } = courier;
      return { courier, optionsAt: (url) => ({ baseUrl: `${url}/tracking/2026-07`, apiKey, webhookSecrets: [webhookSecret] }) };
    }
    case "easypost": {
      const courier = fakes.createFakeEasypost({ world });
      const { apiKey, webhookSecret } = courier;
      return { courier, optionsAt: (url) => ({ baseUrl: `${url}/v2`, apiKey, webhookSecrets: [webhookSecret] }) };
    }
    case "seventeentrack": {
      const courier = fakes.createFakeSeventeentrack({ world });
      return { courier, optionsAt: (url) => ({ baseUrl: `${url}/track/v2.2`, apiKey: courier.apiKey }) };
    }
  }
}
