import { apiPrefix, contract } from "@askonce/spec/contract";
import { minifyContractRouter } from "@orpc/contract";
import {
  StandardBracketNotationSerializer,
  StandardOpenAPIJsonSerializer,
  StandardOpenAPISerializer,
  StandardOpenapiLinkCodec,
} from "@orpc/openapi-client/standard";
import { describe, expect, it } from "vitest";
import { encodeRequest } from "./encode-request.ts";
import { routes } from "./routes.ts";

const baseUrl = `https://shop.example/support${apiPrefix}`;
const codec = new StandardOpenapiLinkCodec(
  minifyContractRouter(contract),
  new StandardOpenAPISerializer(new StandardOpenAPIJsonSerializer(), new StandardBracketNotationSerializer()),
  { url: baseUrl },
);

/** Values of every kind that inputs have, with what is awkward in a URL. */
const extras = {
  ref: "shopify:gid://shopify/Order/1?x=1&y=2#z",
  q: "întârziat 100% + țară & co",
  empty: "",
  limit: 20,
  live: true,
  absent: undefined,
  nothing: null,
};

const endpoints = Object.entries(routes).flatMap(([group, calls]) =>
  Object.entries(calls).map(([name, route]) => {
    const [method = "", path = ""] = route.split(" ");
    return { group, name, method, path };
  }),
);

describe("every endpoint is encoded as oRPC's own codec encodes it", () => {
  it.each(endpoints)("$group.$name", async ({ group, name, method, path }) => {
    const parameters = Object.fromEntries([...path.matchAll(/\{([^}]+)\}/g)].map(([, parameter]) => [parameter, "id/with ünsafe?#"]));
    const bodyOnly = method === "GET" ? {} : { tags: ["a", "b"], customer: { name: "Ana", email: undefined } };
    for (const input of [parameters, { ...parameters, ...extras, ...bodyOnly }]) {
      const theirs = await codec.encode([group, name], input, { context: {} });
      const ours = encodeRequest(baseUrl, method, path, input);
      expect(ours.url).toBe(theirs.url.href);
      // What JSON leaves out does not travel: `undefined` inside their body is the same as its absence in ours.
      const emptied = theirs.body === undefined || JSON.stringify(theirs.body) === "{}";
      expect(ours.body).toBe(emptied ? undefined : JSON.stringify(theirs.body));
    }
  });
});

it("refuses a call whose path has a hole", () => {
  expect(() => encodeRequest(baseUrl, "GET", "/tickets/{ticketId}", {})).toThrow("ticketId must be a non-empty string");
  expect(() => encodeRequest(baseUrl, "GET", "/tickets/{ticketId}", { ticketId: "" })).toThrow(TypeError);
});
