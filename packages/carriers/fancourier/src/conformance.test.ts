import { type CarrierDescriptor, carrierCases, runCarrierCases } from "@askonce/testkit/carrier";
import { createFakeFanCourier } from "@askonce/testkit/courier";
import { describe, it } from "vitest";
import { fancourier } from "./fancourier.ts";
import type { FanCourierOptions } from "./options.ts";

const wrongPassword = "some-other-password";

const descriptor: CarrierDescriptor = {
  name: "@askonce/fancourier",
  trackingNumber: (index) => String(2_000_000_000_001 + index),
  create: ({ world, credentials, timeoutMs }) => {
    const fake = createFakeFanCourier({ world });
    const { username, clientId } = fake;
    const password = credentials === "valid" ? fake.password : wrongPassword;
    return {
      adapter: fancourier({ username, password, clientId, ...(timeoutMs === null ? {} : { timeoutMs }) }),
      fetch: (input, init) => fake.handle(new Request(input, init)),
      silentKinds: fake.silentKinds,
      expireTokens: () => fake.expireTokens(),
      secrets: [...fake.secrets, wrongPassword],
    };
  },
  skip: [
    { case: "estimates-verbatim", reason: "FAN Courier names no day of delivery." },
    { case: "pieces-of-a-split-number", reason: "FAN Courier does not tell the boxes of a number apart." },
    { group: "changes", reason: "FAN Courier has no list of changes." },
    { group: "webhooks", reason: "FAN Courier sends no webhooks." },
    { group: "pickupPoints", reason: "Not read." },
  ],
  unknownOption: {
    field: "passwort",
    create: () => fancourier({ username: "u", password: "p", clientId: "1", passwort: "x" } as FanCourierOptions),
  },
};

runCarrierCases(carrierCases(descriptor), { describe, it });
