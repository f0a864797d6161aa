import type { CarrierDescriptor } from "@askonce/testkit/carrier";
import { glsItaly } from "../src/italy/gls-italy.ts";
import type { GlsItalyOptions } from "../src/italy/options.ts";
import { fakeGlsItaly, silentKinds } from "./fake-gls-italy.ts";

const options = { branch: "MI", contractCode: "2557001" };

export const glsItalyDescriptor: CarrierDescriptor = {
  name: "@askonce/gls (Italy)",
  country: "IT",
  trackingNumber: (index) => `MI${620_000_001 + index}`,
  create: ({ world, credentials, timeoutMs }) => {
    const handle = fakeGlsItaly(world, options.contractCode);
    const contractCode = credentials === "valid" ? options.contractCode : "9999999";
    return {
      adapter: glsItaly({ ...options, contractCode, ...(timeoutMs === null ? {} : { timeoutMs }) }),
      fetch: (input, init) => handle(new Request(input, init)),
      silentKinds,
      secrets: [options.contractCode, "9999999"],
    };
  },
  skip: [
    { case: "estimates-verbatim", reason: "GLS Italy's list names no day of delivery." },
    { case: "pieces-of-a-split-number", reason: "GLS Italy's list does not tell the boxes of a shipment apart." },
    { case: "expired-sign-in", reason: "There is nothing to sign in." },
    { case: "one-sign-in-for-all", reason: "There is nothing to sign in." },
    { case: "wrong-credentials-are-refused", reason: "There is no password; a wrong contract is a refusal without a code of its own." },
    { group: "batches", reason: "GLS Italy answers for one shipment at a time." },
    { group: "changes", reason: "GLS Italy has no list of changes." },
    { group: "webhooks", reason: "GLS Italy sends no webhooks." },
    { group: "pickupPoints", reason: "Not read." },
  ],
  unknownOption: { field: "password", create: () => glsItaly({ ...options, password: "x" } as GlsItalyOptions) },
};
