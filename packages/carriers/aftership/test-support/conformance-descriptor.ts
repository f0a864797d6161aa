import { type CarrierDescriptor, harnessOfFake } from "@askonce/testkit/carrier";
import { createFakeAftership } from "@askonce/testkit/courier";
import { aftership } from "../src/index.ts";

/** @param hasOffsets whether AfterShip's times have an offset, or are local to the place and read in the assumed zone */
export const aftershipDescriptor = (hasOffsets: boolean): CarrierDescriptor => ({
  name: "@askonce/aftership",
  trackingNumber: (index) => `AS${String(index).padStart(10, "0")}`,
  create: ({ world, credentials, timeoutMs }) => {
    const fake = createFakeAftership({ world, hasOffsets });
    const apiKey = credentials === "valid" ? fake.apiKey : "wrong-api-key";
    return {
      adapter: aftership({
        apiKey,
        webhookSecrets: [fake.webhookSecret],
        ratePerSecond: 1000,
        timeZone: "Europe/Bucharest",
        ...(timeoutMs === null ? {} : { timeoutMs }),
      }),
      ...harnessOfFake(fake, apiKey),
    };
  },
  unknownOption: { field: "token", create: () => aftership({ apiKey: "conformance", token: "x" } as never) },
  skip: [
    { group: "changes", reason: "AfterShip tells changes by webhook" },
    { group: "batches", reason: "How many numbers one request may name is not documented" },
    { group: "detect", reason: "It follows numbers of every shape" },
    { group: "pickupPoints", reason: "AfterShip knows none" },
    { case: "expired-sign-in", reason: "There is nothing to sign in" },
    { case: "one-sign-in-for-all", reason: "There is nothing to sign in" },
    { case: "pieces-of-a-split-number", reason: "AfterShip's pieces carry no status" },
  ],
});
