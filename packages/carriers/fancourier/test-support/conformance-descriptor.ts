import { type CarrierDescriptor, harnessOfFake } from "@askonce/testkit/carrier";
import { createFakeFanCourier } from "@askonce/testkit/courier";
import { fancourier } from "../src/fancourier.ts";
import type { FanCourierOptions } from "../src/options.ts";

const wrongPassword = "some-other-password";

export const fancourierDescriptor: CarrierDescriptor = {
  name: "@askonce/fancourier",
  trackingNumber: (index) => String(2_000_000_000_001 + index),
  create: ({ world, credentials, timeoutMs }) => {
    const fake = createFakeFanCourier({ world });
    const { username, clientId } = fake;
    const password = credentials === "valid" ? fake.password : wrongPassword;
    return {
      adapter: fancourier({ username, password, clientId, ...(timeoutMs === null ? {} : { timeoutMs }) }),
      ...harnessOfFake(fake, wrongPassword),
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
