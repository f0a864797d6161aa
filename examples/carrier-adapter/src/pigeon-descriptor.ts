import type { CarrierDescriptor } from "@askonce/testkit/carrier";
import type { PigeonOptions } from "./options.ts";
import { pigeon } from "./pigeon.ts";
import { createPigeonPost, silentKinds } from "./pigeon-post.ts";

const key = "pigeon-key-1";

export const pigeonDescriptor: CarrierDescriptor = {
  name: "pigeon post",
  trackingNumber: (index) => `PP${100_000_001 + index}`,
  create: ({ world, credentials, timeoutMs }) => {
    const handle = createPigeonPost(world, key);
    return {
      adapter: pigeon({ key: credentials === "valid" ? key : "some-other-key", ...(timeoutMs !== null && { timeoutMs }) }),
      fetch: (input, init) => handle(new Request(input, init)),
      silentKinds,
      secrets: [key, "some-other-key"],
    };
  },
  unknownOption: { field: "colour", create: () => pigeon({ key, colour: "grey" } as PigeonOptions) },
  skip: [
    { case: "pieces-of-a-split-number", reason: "A pigeon carries one box." },
    { case: "expired-sign-in", reason: "There is nothing to sign in." },
    { case: "one-sign-in-for-all", reason: "There is nothing to sign in." },
    { group: "batches", reason: "Pigeon Post answers for one number at a time." },
    { group: "changes", reason: "Pigeon Post has no list of changes." },
    { group: "webhooks", reason: "Pigeon Post sends no webhooks." },
    { group: "pickupPoints", reason: "Pigeon Post does not tell where its boxes are." },
  ],
};
