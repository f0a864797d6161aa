import { type CarrierDescriptor, harnessOfFake } from "@askonce/testkit/carrier";
import { createFakeEasypost } from "@askonce/testkit/courier";
import { easypost } from "../src/index.ts";

export const easypostDescriptor: CarrierDescriptor = {
  name: "@askonce/easypost",
  trackingNumber: (index) => `EZ${String(index).padStart(10, "0")}`,
  create: ({ world, credentials, timeoutMs }) => {
    const fake = createFakeEasypost({ world });
    const apiKey = credentials === "valid" ? fake.apiKey : "wrong-api-key";
    return {
      adapter: easypost({
        apiKey,
        webhookSecrets: [fake.webhookSecret],
        ratePerSecond: 1000,
        ...(timeoutMs === null ? {} : { timeoutMs }),
      }),
      ...harnessOfFake(fake, apiKey),
    };
  },
  unknownOption: { field: "token", create: () => easypost({ apiKey: "conformance", token: "x" } as never) },
  skip: [
    { group: "changes", reason: "EasyPost tells changes by webhook" },
    { group: "batches", reason: "EasyPost is asked for one number at a time" },
    { group: "detect", reason: "It follows numbers of every shape" },
    { group: "pickupPoints", reason: "EasyPost knows none" },
    { case: "expired-sign-in", reason: "There is nothing to sign in" },
    { case: "one-sign-in-for-all", reason: "There is nothing to sign in" },
    { case: "pieces-of-a-split-number", reason: "A tracker stands for one box" },
  ],
};
