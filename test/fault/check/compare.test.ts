import { describe, expect, it } from "vitest";
import type { SentCommand } from "../load/command-load.ts";
import type { SentChange } from "../load/webhook-load.ts";
import { compare, type LedgersAndState } from "./compare.ts";
import type { StoredState } from "./stored-state.ts";

const version = Date.parse("2026-11-20T09:00:01.000Z");
const change: SentChange = { key: "changed:7:a", ref: "memory:7", version, deliveries: 2, acknowledged: 2 };
const deletion: SentChange = { key: "deleted:7", ref: "memory:7", version: null, deliveries: 1, acknowledged: 1 };
const command: SentCommand = { text: "command 0", kind: "create", acknowledged: true };
const updated = (sequence: number, at: number) => ({
  id: `evt_${sequence}`,
  sequence,
  type: "order.updated",
  subjectId: "memory:7",
  version: new Date(at).toISOString(),
});

/** What a run without a fault leaves: one change, one ticket with one message. */
function run(differs: (state: StoredState) => Partial<StoredState> = () => ({}), ledgers: Partial<LedgersAndState> = {}) {
  const state: StoredState = {
    inbox: [{ key: change.key, state: "applied", receivedAt: 1, appliedAt: 2 }],
    events: [
      updated(1, version),
      { id: "evt_2", sequence: 2, type: "ticket.created", subjectId: "tkt_1", version: null },
      { id: "evt_3", sequence: 3, type: "message.created", subjectId: "tkt_1", version: null },
    ],
    orders: [{ ref: change.ref, version, deleted: false }],
    ticketNumbers: [1],
    messages: [{ ticketId: "tkt_1", text: command.text }],
  };
  const effects = new Map([
    [1, 1],
    [2, 2],
    [3, 1],
  ]);
  return compare({
    changes: [change],
    commands: [command],
    effects,
    deliveries: new Map([["evt_2", 2]]),
    state: { ...state, ...differs(state) },
    ...ledgers,
  });
}

const nothing = { lost: [], doubled: [], wrong: [] };

describe("compare", () => {
  it("finds nothing where nothing is wrong", () => {
    expect(run()).toEqual(nothing);
  });

  it("leaves what was not acknowledged free to be there or not", () => {
    const unheard = { ...command, acknowledged: false };
    expect(run(undefined, { commands: [unheard, { ...unheard, text: "command 1" }] })).toEqual(nothing);
  });

  it.each<[string, keyof typeof nothing, Parameters<typeof run>]>([
    ["a change that is not in the inbox", "lost", [() => ({ inbox: [] })]],
    ["a change that waits", "lost", [({ inbox }) => ({ inbox: inbox.map((row) => ({ ...row, state: "pending" })) })]],
    ["a change that was given up", "lost", [({ inbox }) => ({ inbox: inbox.map((row) => ({ ...row, state: "failed" })) })]],
    [
      "an order older than what was acknowledged",
      "lost",
      [({ orders }) => ({ orders: orders.map((order) => ({ ...order, version: version - 1 })) })],
    ],
    ["an order that is not there", "lost", [() => ({ orders: [] })]],
    [
      "a deletion that did not stay",
      "lost",
      [
        ({ inbox }) => ({ inbox: [...inbox, { key: deletion.key, state: "applied", receivedAt: 1, appliedAt: 2 }] }),
        { changes: [change, deletion] },
      ],
    ],
    ["a message that is not there", "lost", [({ events }) => ({ messages: [], events: events.slice(0, 2) })]],
    [
      "an event that the subscriber never saw",
      "lost",
      [
        undefined,
        {
          effects: new Map([
            [1, 1],
            [2, 1],
          ]),
        },
      ],
    ],
    ["a ticket that the endpoint was not told of", "lost", [undefined, { deliveries: new Map() }]],
    [
      "two rows of one change",
      "doubled",
      [({ inbox }) => ({ inbox: [...inbox, ...inbox.map((row) => ({ ...row, key: `${row.key}#2` }))] })],
    ],
    ["one version told twice", "doubled", [({ events }) => ({ events: [...events, updated(4, version)] }), { effects: null }]],
    ["a command with two messages", "doubled", [({ messages }) => ({ messages: [...messages, ...messages] })]],
    ["a hole in the sequence of events", "wrong", [({ events }) => ({ events: events.filter(({ sequence }) => sequence !== 2) })]],
    ["a ticket number given twice", "wrong", [() => ({ ticketNumbers: [1, 1] })]],
    [
      "an older version told after a newer one",
      "wrong",
      [({ events }) => ({ events: [...events, updated(4, version - 1)] }), { effects: null }],
    ],
    ["a message without its event", "wrong", [({ messages }) => ({ messages: [...messages, { ticketId: "tkt_1", text: "unknown" }] })]],
  ])("finds %s", (_, kind, parameters) => {
    const findings = run(...parameters);
    expect(findings[kind]).toHaveLength(1);
    expect(Object.values(findings).flat().length).toBeLessThanOrEqual(2);
  });
});
