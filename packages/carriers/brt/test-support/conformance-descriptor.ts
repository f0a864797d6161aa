import { type CarrierDescriptor, harnessOfFake } from "@askonce/testkit/carrier";
import { createFakeBrt } from "@askonce/testkit/courier";
import { brt } from "../src/brt.ts";
import type { BrtOptions } from "../src/options.ts";

const wrongPassword = "some-other-password";

export const brtDescriptor: CarrierDescriptor = {
  name: "@askonce/brt",
  country: "IT",
  trackingNumber: (index) => String(660_616_199_300_001 + index),
  create: ({ world, credentials, timeoutMs }) => {
    const fake = createFakeBrt({ world });
    const password = credentials === "valid" ? fake.password : wrongPassword;
    return {
      adapter: brt({ userId: fake.userId, password, ...(timeoutMs === null ? {} : { timeoutMs }) }),
      ...harnessOfFake(fake, wrongPassword),
    };
  },
  skip: [
    { case: "pieces-of-a-split-number", reason: "BRT does not tell the boxes of a number apart." },
    { case: "expired-sign-in", reason: "There is nothing to sign in: every request carries the password." },
    { case: "one-sign-in-for-all", reason: "There is nothing to sign in: every request carries the password." },
    { group: "batches", reason: "BRT answers for one number at a time." },
    { group: "changes", reason: "BRT has no list of changes." },
    { group: "webhooks", reason: "BRT sends no webhooks." },
    { group: "pickupPoints", reason: "Not read." },
  ],
  unknownOption: { field: "passwort", create: () => brt({ userId: "u", password: "p", passwort: "x" } as BrtOptions) },
};
