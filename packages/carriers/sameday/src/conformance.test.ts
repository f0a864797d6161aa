import { type CarrierDescriptor, carrierCases, runCarrierCases } from "@askonce/testkit/carrier";
import { createFakeSameday } from "@askonce/testkit/courier";
import { describe, it } from "vitest";
import type { SamedayOptions } from "./options.ts";
import { sameday } from "./sameday.ts";

const options = { username: "sameday-demo-user", password: "sameday-demo-password", baseUrl: "https://sameday.example.test" };
/** Fewer than the adapter asks for, so that a list of changes has several pages. */
const changesPageSize = 20;

const descriptor: CarrierDescriptor = {
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
      fetch: (input, init) => fake.handle(new Request(input, init)),
      silentKinds: fake.silentKinds,
      expireTokens: () => fake.expireTokens(),
      changesPageSize,
      pickupPointId: "2001",
      secrets: [...fake.secrets, "some-other-password"],
    };
  },
  skip: [
    { case: "estimates-verbatim", reason: "Sameday's answers about a shipment name no day of delivery." },
    { group: "batches", reason: "Sameday answers for one shipment at a time; the account's changes are read instead." },
    { group: "webhooks", reason: "Sameday sends no webhooks." },
  ],
  unknownOption: { field: "passwort", create: () => sameday({ ...options, passwort: "x" } as SamedayOptions) },
};

runCarrierCases(carrierCases(descriptor), { describe, it });
