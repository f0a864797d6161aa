import { type CarrierDescriptor, harnessOfFake } from "@askonce/testkit/carrier";
import { createFakeGls } from "@askonce/testkit/courier";
import { gls } from "../src/mygls/gls.ts";
import type { GlsOptions } from "../src/mygls/options.ts";

const wrongPassword = "some-other-password";

export const glsDescriptor: CarrierDescriptor = {
  name: "@askonce/gls",
  trackingNumber: (index) => String(50_123_000_001 + index),
  create: ({ world, credentials, timeoutMs }) => {
    const fake = createFakeGls({ world });
    const password = credentials === "valid" ? fake.password : wrongPassword;
    return {
      adapter: gls({ country: "ro", username: fake.username, password, ...(timeoutMs === null ? {} : { timeoutMs }) }),
      ...harnessOfFake(fake, wrongPassword),
    };
  },
  skip: [
    { case: "estimates-verbatim", reason: "MyGLS names no day of delivery." },
    { case: "pieces-of-a-split-number", reason: "Every box of MyGLS has a number of its own." },
    { case: "expired-sign-in", reason: "There is nothing to sign in: every request carries the password's hash." },
    { case: "one-sign-in-for-all", reason: "There is nothing to sign in: every request carries the password's hash." },
    { group: "batches", reason: "MyGLS answers for one number at a time." },
    { group: "changes", reason: "MyGLS has no list of changes." },
    { group: "webhooks", reason: "MyGLS sends no webhooks." },
    { group: "pickupPoints", reason: "Not read." },
  ],
  unknownOption: {
    field: "passwort",
    create: () => gls({ country: "ro", username: "u", password: "p", passwort: "x" } as GlsOptions),
  },
};
