import { describe, expect, it } from "vitest";
import * as z from "zod";
import { type AskonceEvent, eventEnvelopeSchema } from "./event.ts";
import { eventData, eventTypes } from "./event-types.ts";

const envelope = {
  id: "evt_1",
  sequence: 1,
  shopId: "shop_1",
  type: "ticket.created",
  version: 1,
  occurredAt: "2026-11-21T10:00:00Z",
  actor: { kind: "agent", id: "agt_1" },
  subject: { kind: "ticket", id: "tic_1" },
  data: { ticketId: "tic_1", number: 1, customerId: null, channel: "email" },
};

describe("the event table", () => {
  it("lists every type once, in the order of the table", () => {
    expect(eventTypes).toEqual(Object.keys(eventData));
    expect(eventTypes.length).toBeGreaterThan(10);
  });

  it.each(eventTypes)("%s is a noun and a past participle", (type) => {
    expect(type).toMatch(
      /^(?:[a-z]+_)*[a-z]+\.(?:[a-z]+_)*(?:created|disabled|updated|deleted|merged|recorded|linked|unlinked|progressed|found|delayed|settled|opened|closed|reported|added|decided|asked|answered|handed_over|suggested|confirmed|rejected|undone)$/,
    );
  });

  it.each(eventTypes)("%s carries ids and states, no text and no address", (type) => {
    const fields = JSON.stringify(z.toJSONSchema(eventData[type], { io: "output" }));
    // As names of fields; as the name of a fact ("email" is known) they say nothing about a person.
    expect(fields).not.toMatch(/"(text|email|phone|name|value|address|body|excerpt)":/);
  });

  it("refuses an unknown type, an unknown version and a negative sequence", () => {
    expect(eventEnvelopeSchema.safeParse(envelope).success).toBe(true);
    expect(eventEnvelopeSchema.safeParse({ ...envelope, type: "ticket.create" }).success).toBe(false);
    expect(eventEnvelopeSchema.safeParse({ ...envelope, version: 2 }).success).toBe(false);
    expect(eventEnvelopeSchema.safeParse({ ...envelope, sequence: -1 }).success).toBe(false);
  });

  it("says that only the subject changed, never to what", () => {
    const schema = eventData["ticket.updated"];
    expect(schema.safeParse({ ticketId: "t", changes: { subject: true } }).success).toBe(true);
    expect(schema.safeParse({ ticketId: "t", changes: { subject: "Broken mug of Ana" } }).success).toBe(false);
  });

  it("ties the data's type to the event's", () => {
    const open = (event: AskonceEvent) => (event.type === "ticket.created" ? event.data.number : null);
    expect(open(envelope as AskonceEvent)).toBe(1);
    // @ts-expect-error a merged ticket has no number
    const wrong = (event: AskonceEvent<"ticket.merged">) => event.data.number;
    expect(wrong).toBeTypeOf("function");
  });
});
