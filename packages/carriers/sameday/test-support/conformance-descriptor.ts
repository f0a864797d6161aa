import { type CarrierDescriptor, harnessOfFake } from "@askonce/testkit/carrier";
import { createFakeSameday } from "@askonce/testkit/courier";
import type { SamedayOptions } from "../src/options.ts";
import { sameday } from "../src/sameday.ts";

const options = { username: "sameday-demo-user", password: "sameday-demo-password", baseUrl: "https://sameday.example.test" };
/** Fewer than the adapter asks for, so that a list of changes has several pages. */
const changesPageSize = 20;

export const samedayDescriptor: CarrierDescriptor = {
  name: "@askonce/sameday",
  trackingNumber: (index) => `1ASK${260_000_001 + index}`,
  create: ({ world, credentials, timeoutMs }) => {
    const fake = createFakeSameday({ world, largestPage: changesPageSize });
    return {
      adapter: sameday({
        ...options,
        password: credentials === "valid" ? options.password : "some-other-password",
        ...(timeoutMs === null ? {} : { timeoutMs }),
      }),
      ...harnessOfFake(fake, "some-other-password"),
      changesPageSize,
      pickupPointId: "2001",
    };
  },
  skip: [
    { case: "estimates-verbatim", reason: "Sameday's answers about a shipment name no day of delivery." },
    { group: "batches", reason: "Sameday answers for one shipment at a time; the account's changes are read instead." },
    { group: "webhooks", reason: "Sameday sends no webhooks." },
  ],
  unknownOption: { field: "passwort", create: () => sameday({ ...options, passwort: "x" } as SamedayOptions) },
};
