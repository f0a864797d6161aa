import { describe, expect, it } from "vitest";
import * as z from "zod";
import { readWebhookBody } from "./webhook-body.ts";

const schema = z.object({ event: z.string() });
const bytes = (text: string) => new TextEncoder().encode(text);

describe("readWebhookBody", () => {
  it("reads what the schema names", () => {
    expect(readWebhookBody(schema, bytes('{"event":"moved","other":1}'))).toEqual({ event: "moved" });
  });

  it.each(['{"event":', "canary", '{"event":{"canary":1}}', "[]"])("is unreadable, and not quoted: %s", (text) => {
    expect(() => readWebhookBody(schema, bytes(text))).toThrow(expect.objectContaining({ code: "WEBHOOK_UNREADABLE" }));
    expect(() => readWebhookBody(schema, bytes(text))).toThrow(/^(?!.*canary)/);
  });
});
