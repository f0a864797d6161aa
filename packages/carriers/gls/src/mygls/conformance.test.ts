import { type CarrierDescriptor, carrierCases, runCarrierCases } from "@askonce/testkit/carrier";
import { createFakeGls } from "@askonce/testkit/courier";
import { describe, it } from "vitest";
import { gls } from "./gls.ts";
import type { GlsOptions } from "./options.ts";

const wrongPassword = "some-other-password";

/**
 * The fake says a refusal with 14 and a redirection with 25, as one community table does. In GLS' own words these are "reception closed" and
 * "misrouted", so the codes that do mean it stand in for them.
 */
const codesInOwnWords: Readonly<Record<string, string>> = { "14": "17", "25": "80" };

async function inOwnWords(response: Response): Promise<Response> {
  const text = await response.text();
  const replaced = text.replace(/"StatusCode":"(\d+)"/g, (_whole, code: string) => `"StatusCode":"${codesInOwnWords[code] ?? code}"`);
  return new Response(replaced, response);
}

const descriptor: CarrierDescriptor = {
  name: "@askonce/gls",
  trackingNumber: (index) => String(50_123_000_001 + index),
  create: ({ world, credentials, timeoutMs }) => {
    const fake = createFakeGls({ world });
    const password = credentials === "valid" ? fake.password : wrongPassword;
    return {
      adapter: gls({ country: "ro", username: fake.username, password, ...(timeoutMs === null ? {} : { timeoutMs }) }),
      fetch: async (input, init) => {
        const response = await fake.handle(new Request(input, init));
        return response.ok ? await inOwnWords(response) : response;
      },
      silentKinds: fake.silentKinds,
      secrets: [...fake.secrets, wrongPassword],
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

runCarrierCases(carrierCases(descriptor), { describe, it });
