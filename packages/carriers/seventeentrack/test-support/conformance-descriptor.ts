import { type CarrierDescriptor, harnessOfFake } from "@askonce/testkit/carrier";
import { createFakeSeventeentrack } from "@askonce/testkit/courier";
import { seventeentrack } from "../src/index.ts";

export const seventeentrackDescriptor: CarrierDescriptor = {
  name: "@askonce/seventeentrack",
  trackingNumber: (index) => `ST${String(index).padStart(10, "0")}`,
  create: ({ world, credentials, timeoutMs }) => {
    const fake = createFakeSeventeentrack({ world });
    const apiKey = credentials === "valid" ? fake.apiKey : "wrong-api-key";
    return {
      adapter: seventeentrack({
        apiKey,
        webhookSecrets: [fake.webhookSecret],
        ratePerSecond: 1000,
        ...(timeoutMs === null ? {} : { timeoutMs }),
      }),
      ...harnessOfFake(fake, apiKey),
    };
  },
  unknownOption: { field: "token", create: () => seventeentrack({ apiKey: "conformance", token: "x" } as never) },
  skip: [
    { group: "changes", reason: "17TRACK tells changes by webhook" },
    { group: "detect", reason: "It follows numbers of every shape" },
    { group: "pickupPoints", reason: "17TRACK knows none" },
    { case: "expired-sign-in", reason: "There is nothing to sign in" },
    { case: "one-sign-in-for-all", reason: "There is nothing to sign in" },
    { case: "pieces-of-a-split-number", reason: "17TRACK tells how many boxes there are, and nothing of each" },
  ],
};
