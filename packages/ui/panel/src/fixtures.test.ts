import { contextPacketSchema, contextSchema } from "@askonce/spec";
import { expect, it } from "vitest";
import * as contexts from "./__fixtures__/contexts.ts";
import * as deliveryContexts from "./__fixtures__/delivery-contexts.ts";
import { hostile } from "./__fixtures__/hostile-context.ts";
import * as knownContexts from "./__fixtures__/known-contexts.ts";
import { barePacket, fullPacket } from "./__fixtures__/packets.ts";

it.each(Object.entries({ ...contexts, ...deliveryContexts, handedOver: knownContexts.handedOver, unsure: knownContexts.unsure }))(
  "%s is a context as the server would send it",
  (_, context) => {
    expect(contextSchema.parse(context)).toEqual(context);
  },
);

it.each([fullPacket, barePacket])("packet $id is one as the server would send it", (packet) => {
  expect(contextPacketSchema.parse(packet)).toEqual(packet);
});

it("the hostile one breaks the schema only with its addresses and lengths, so the panel's own defense is what is tested", () => {
  const result = contextSchema.safeParse(hostile);
  const fields = result.error?.issues.map((issue) => issue.path.at(-1));
  expect(new Set(fields)).toEqual(new Set(["adminUrl", "trackingUrl"]));
});
