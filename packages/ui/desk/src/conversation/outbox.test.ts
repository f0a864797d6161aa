import { AskonceApiError, type AskonceClient } from "@askonce/client";
import type { Message } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { createOutbox } from "./outbox.ts";

const settle = () => new Promise((resolve) => setImmediate(resolve));
const draft = { ticketId: "tkt_1", kind: "reply" as const, text: "Hello", status: null, sendAnyway: null, knownIds: new Set(["old"]) };
const stored = (id: string, text = "Hello", part: Partial<Message> = {}) =>
  ({ id, ticketId: "tkt_1", direction: "outbound", text, author: { kind: "agent" }, ...part }) as Message;

function outboxThat(answer: () => Promise<Message>) {
  const calls: unknown[] = [];
  const call = (name: string) => (input: unknown) => {
    calls.push([name, input]);
    return answer();
  };
  const client = { tickets: { reply: call("reply"), note: call("note") } } as unknown as Pick<AskonceClient, "tickets">;
  return { outbox: createOutbox(client, () => 0), calls };
}

const lost = () => Promise.reject(new AskonceApiError("NETWORK_FAILED", { message: "", retryable: true }));
const refused = () => Promise.reject(new AskonceApiError("VETOED", { message: "", status: 409 }));

describe("a message on its way", () => {
  it("is shown as sending, and gone when the server has it", async () => {
    const { outbox, calls } = outboxThat(async () => stored("new"));
    const sent: (string | undefined)[] = [];
    outbox.onAttempt((_, message) => sent.push(message?.id));
    outbox.send({ ...draft, status: "resolved" });
    expect(outbox.items()).toMatchObject([{ state: "sending", text: "Hello" }]);
    await settle();
    expect(outbox.items()).toEqual([]);
    expect(sent).toEqual(["new"]);
    expect(calls).toEqual([["reply", { ticketId: "tkt_1", text: "Hello", status: "resolved" }]]);
  });

  it("takes along why it goes although the guard objects", async () => {
    const { outbox, calls } = outboxThat(async () => stored("new"));
    outbox.send({ ...draft, sendAnyway: "They asked us to" });
    await settle();
    expect(calls).toEqual([["reply", { ticketId: "tkt_1", text: "Hello", sendAnyway: "They asked us to" }]]);
  });

  it("stays when it was refused, and is sent again only when asked", async () => {
    let answer: () => Promise<Message> = refused;
    const { outbox, calls } = outboxThat(() => answer());
    outbox.send({ ...draft, kind: "note" });
    await settle();
    expect(outbox.items()).toMatchObject([{ state: "failed" }]);
    expect(calls).toHaveLength(1);
    answer = async () => stored("new");
    outbox.retry(outbox.items()[0]?.localId ?? "");
    await settle();
    expect(outbox.items()).toEqual([]);
    expect(calls).toEqual([
      ["note", { ticketId: "tkt_1", text: "Hello" }],
      ["note", { ticketId: "tkt_1", text: "Hello" }],
    ]);
  });

  it("is not sent twice by two clicks", async () => {
    const { outbox, calls } = outboxThat(refused);
    outbox.send(draft);
    await settle();
    const id = outbox.items()[0]?.localId ?? "";
    outbox.retry(id);
    outbox.retry(id);
    await settle();
    expect(calls).toHaveLength(2);
  });
});

it("a message is not shown twice when its event is faster than its answer", () => {
  const { outbox } = outboxThat(() => new Promise(() => undefined));
  outbox.send(draft);
  outbox.reconcile("tkt_1", [stored("new")]);
  expect(outbox.items()).toEqual([]);
});

describe("a message without an answer", () => {
  async function unanswered() {
    const { outbox } = outboxThat(lost);
    const attempts: unknown[] = [];
    outbox.onAttempt((ticketId, message) => attempts.push([ticketId, message]));
    outbox.send(draft);
    await settle();
    expect(outbox.items()).toMatchObject([{ state: "unknown" }]);
    // So that the conversation is read again.
    expect(attempts).toEqual([["tkt_1", null]]);
    return outbox;
  }

  it("is recognized when it turns up in the conversation", async () => {
    const outbox = await unanswered();
    outbox.reconcile("tkt_1", [stored("old"), stored("new")]);
    expect(outbox.items()).toEqual([]);
  });

  it.each([
    ["an equal one from before", [stored("old")]],
    ["another text", [stored("new", "Good morning")]],
    ["the customer's own words", [stored("new", "Hello", { direction: "inbound", author: { kind: "customer", id: null, name: null } })]],
    ["a note", [stored("new", "Hello", { direction: "note" })]],
  ])("is not mistaken for %s", async (_, messages) => {
    const outbox = await unanswered();
    outbox.reconcile("tkt_1", messages);
    expect(outbox.items()).toHaveLength(1);
  });
});
