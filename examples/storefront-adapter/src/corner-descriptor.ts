import { parseSourceRef, sourceRef } from "@askonce/spec";
import {
  conformanceShop,
  personalDataOf,
  type StorefrontDescriptor,
  type StorefrontHarness,
  type StorefrontSetup,
  scenariosFromShop,
  type WebhookFixtures,
} from "@askonce/testkit/storefront";
import { corner } from "./corner.ts";
import { createCornerShop, signedWebhook } from "./corner-shop.ts";
import { orderKey } from "./corner-shop-order.ts";
import type { CornerOptions } from "./options.ts";

const url = "https://corner.example.test/api";
const token = "corner-token-1";
const webhookSecret = "corner-webhook-secret-1";

export const cornerDescriptor: StorefrontDescriptor = {
  name: "corner shop",
  create: createHarness,
  unknownOption: { field: "colour", create: () => corner({ url, token, colour: "red" } as CornerOptions) },
};

function createHarness(setup: StorefrontSetup): StorefrontHarness {
  const conformance = conformanceShop();
  const { shop, orders } = conformance;
  const uid = ({ id }: { id: number }) => (id === orders["ids-beyond-2-53"].id ? "820982911946154507" : String(id));
  const ref = (order: { id: number }) => sourceRef("corner", uid(order));
  const fake = createCornerShop(shop, { token, webhookSecret, pageSize: setup.changesPageSize, now: () => setup.clock.now(), uid });

  // What is odd about an order is odd in the vendor's own format.
  fake.amend(uid(orders["unknown-status"]), (order) => ({ ...order, phase: "teleported" }));
  fake.amend(uid(orders["extra-fields"]), (order) => ({ ...order, loyalty: { points: 12 }, money: { ...order.money, tip: "0" } }));

  return {
    adapter: corner({
      url,
      token: setup.credentials === "valid" ? token : "some-other-token",
      webhookSecrets: [webhookSecret],
      ...(setup.timeoutMs !== null && { timeoutMs: setup.timeoutMs }),
    }),
    fetch: (input, init) => fake.handle(new Request(input, init)),
    scenarios: scenariosFromShop(conformance, { ref, expect: { "unknown-status": { status: "unknown", rawStatus: "teleported" } } }),
    webhooks: webhookFixtures(fake, uid(orders["order-delivered"])),
    changes: { refs: shop.orders.map(ref), touch: (touched) => fake.touch(parseSourceRef(touched)?.vendorId ?? "") },
    secrets: [token, "some-other-token", webhookSecret, ...shop.orders.map((order) => orderKey(uid(order)))],
    personal: personalDataOf(conformance),
    close: () => {},
  };
}

function webhookFixtures(fake: ReturnType<typeof createCornerShop>, uid: string): WebhookFixtures {
  const touched = fake.webhook("order.touched", uid);
  return {
    ref: sourceRef("corner", uid),
    redelivery: () => signedWebhook(touched.body, webhookSecret),
    delivery: (kind) => {
      switch (kind) {
        case "orderChanged":
          return signedWebhook(touched.body, webhookSecret);
        case "secondChange":
          fake.amend(uid, (order) => ({ ...order, buyer: { ...order.buyer, remark: "Please ring twice" } }));
          return fake.webhook("order.touched", uid);
        case "orderDeleted":
          return fake.webhook("order.removed", uid);
        case "ping":
          return fake.webhook("hello", uid);
        case "malformed":
          return signedWebhook(new TextEncoder().encode('{"about":'), webhookSecret);
        case "wrongSecret":
          return signedWebhook(touched.body, "not-the-webhook-secret");
        case "unsigned":
          return { ...touched, headers: new Headers() };
      }
    },
  };
}
