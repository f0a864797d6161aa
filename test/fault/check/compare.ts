import type { SentCommand } from "../load/command-load.ts";
import type { SentChange } from "../load/webhook-load.ts";
import type { StoredState } from "./stored-state.ts";

export interface Findings {
  /** Acknowledged and not there, or not done. Each a short sentence without anybody's data. */
  lost: string[];
  /** There or done more than once. */
  doubled: string[];
  /** Sequences with holes, orders that differ from the shop's own: neither lost nor doubled, and wrong. */
  wrong: string[];
}

export interface LedgersAndState {
  changes: Iterable<SentChange>;
  commands: readonly SentCommand[];
  state: StoredState;
  /** How often the subscriber was given each event; `null` where nothing was subscribed. */
  effects: ReadonlyMap<number, number> | null;
  /** How often the endpoint was told of each new ticket, by the event's id. */
  deliveries: ReadonlyMap<string, number>;
}

/** Holds what the clients were told against what is stored. */
export function compare({ changes, commands, state, effects, deliveries }: LedgersAndState): Findings {
  const findings: Findings = { lost: [], doubled: [], wrong: [] };
  compareChanges([...changes], state, findings);
  compareCommands(commands, state, findings);
  const sequences = state.events.map(({ sequence }) => sequence);
  requireGapless("event sequence", sequences, findings);
  requireGapless("ticket number", state.ticketNumbers, findings);
  if (effects)
    for (const sequence of sequences) if (!effects.has(sequence)) findings.lost.push(`event ${sequence} never reached the subscriber`);
  for (const { id, type, sequence } of state.events) {
    if (type === "ticket.created" && !deliveries.has(id)) findings.lost.push(`event ${sequence} never reached the endpoint`);
  }
  return findings;
}

function compareChanges(changes: readonly SentChange[], state: StoredState, { lost, doubled, wrong }: Findings): void {
  const rows = new Map<string, StoredState["inbox"]>();
  // A planted defect tells the deliveries of one change apart by what follows the sign.
  for (const row of state.inbox) append(rows, row.key.split("#")[0] ?? "", row);
  const newest = new Map<string, number>();
  const deleted = new Set<string>();
  for (const change of changes) {
    const stored = rows.get(change.key) ?? [];
    if (stored.length > 1) doubled.push(`change ${change.key} is in the inbox ${stored.length} times`);
    if (change.acknowledged === 0) continue;
    if (change.version === null) deleted.add(change.ref);
    else newest.set(change.ref, Math.max(newest.get(change.ref) ?? 0, change.version));
    if (stored.length === 0) lost.push(`change ${change.key} was acknowledged and is not in the inbox`);
    else if (!stored.some(({ state: one }) => one === "applied" || one === "stale"))
      lost.push(`change ${change.key} is ${stored[0]?.state}`);
  }
  const orders = new Map(state.orders.map((order) => [order.ref, order]));
  for (const [ref, version] of newest) {
    const order = orders.get(ref);
    if (order && order.deleted !== deleted.has(ref))
      lost.push(`order ${ref} ${order.deleted ? "is marked deleted" : "is there though it was deleted"}`);
    else if (!deleted.has(ref) && (order?.version ?? 0) < version) lost.push(`order ${ref} is older than the newest acknowledged change`);
  }
  requireAscending(state, wrong);
  countTwice(state, "order.updated", doubled);
  countTwice(state, "order.deleted", doubled);
}

/** Whoever follows the events sees an order grow newer and never older. */
function requireAscending(state: StoredState, wrong: string[]): void {
  const newest = new Map<string, number>();
  for (const { type, subjectId, version } of state.events) {
    if (type !== "order.updated" || version === null) continue;
    const at = Date.parse(version);
    if (at < (newest.get(subjectId) ?? 0)) wrong.push(`order.updated of ${subjectId} tells an older version after a newer one`);
    newest.set(subjectId, at);
  }
}

/** One version of an order is told once, and so is its deletion. */
function countTwice(state: StoredState, type: string, doubled: string[]): void {
  const seen = new Set<string>();
  for (const event of state.events) {
    if (event.type !== type) continue;
    const effect = `${event.subjectId} ${event.version}`;
    if (seen.has(effect)) doubled.push(`${type} of ${effect} twice`);
    seen.add(effect);
  }
}

function compareCommands(commands: readonly SentCommand[], state: StoredState, { lost, doubled, wrong }: Findings): void {
  const counts = new Map<string, number>();
  for (const { text } of state.messages) counts.set(text, (counts.get(text) ?? 0) + 1);
  for (const command of commands) {
    const count = counts.get(command.text) ?? 0;
    if (command.acknowledged && count === 0) lost.push(`${command.kind} "${command.text}" was acknowledged and has no message`);
    if (count > 1) doubled.push(`${command.kind} "${command.text}" has ${count} messages`);
  }
  const told = state.events.filter(({ type }) => type === "message.created").length;
  if (told !== state.messages.length) wrong.push(`${told} message events for ${state.messages.length} messages`);
}

/** Numbers from 1 without a hole and without a repetition, given in ascending order. */
function requireGapless(what: string, numbers: readonly number[], { wrong }: Findings): void {
  const at = numbers.findIndex((number, index) => number !== index + 1);
  if (at !== -1) wrong.push(`${what} ${numbers[at]} stands where ${at + 1} should`);
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
