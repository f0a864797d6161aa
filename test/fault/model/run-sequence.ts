import { type Askonce, createAskonce } from "@askonce/core";
import type { AskonceEvent } from "@askonce/spec";
import { memoryStorefront } from "@askonce/testkit";
import { generateShop } from "@askonce/testkit/shop-data";
import { type ForeignIds, named, namedCommand, type PlannedCommand, type Step } from "./commands.ts";
import type { Ground } from "./ground.ts";
import { Mismatch } from "./mismatch.ts";
import { apply, type Outcome } from "./model.ts";
import { emptyState, type ModelState } from "./model-state.ts";
import { showEvent } from "./model-views.ts";
import { perform } from "./perform.ts";
import { type Reading, readEverything, readList } from "./read-everything.ts";
import { copyOfNames, difference, type Names, noNames, withIds } from "./same-as.ts";
import type { Sequence } from "./sequences.ts";

const startedAt = Date.parse("2026-11-20T09:00:00.000Z");
const shop = generateShop({ seed: 7, orders: 2, now: "2026-11-20T09:00:00.000Z" });

/** Every shop has two people, without whom nothing could be assigned. */
const prelude: readonly PlannedCommand[] = [
  { do: "createAgent", by: "system", name: "Olga", role: "owner" },
  { do: "createAgent", by: "system", name: "Ion", role: "agent" },
];

/** What is known of the shop after some steps. */
interface World {
  state: ModelState;
  names: Names;
}

/**
 * Does the steps in a shop of their own, in the library and in the model, and compares them after each step and at the end.
 *
 * @returns how many commands were given
 * @throws Mismatch
 */
export async function runSequence(ground: Ground, sequence: Sequence): Promise<number> {
  const shopId = ground.nextShopId();
  const { storage, foreign, tables } = ground;
  const clock = { at: startedAt };
  const memory = memoryStorefront(shop);
  const needsOrders = sequence.steps.some(aboutOrders);
  const askonce = createAskonce({
    storage,
    shop: { id: shopId, countryCode: "RO" },
    clock: { now: () => clock.at, sleep: async () => {} },
    ...(needsOrders ? { storefronts: [memory.adapter] } : {}),
  });
  const service = ground.wrap(askonce);
  try {
    veto(askonce);
    const seen: AskonceEvent[] = [];
    askonce.on("*", (event) => {
      seen.push(event);
    });
    const names = noNames();
    if (needsOrders) {
      await askonce.sync.backfill("memory");
      for (const [index, order] of shop.orders.entries()) names.idOf.set(`@ord:${index}`, memory.ref(order.id));
    }
    let world: World = { names, state: emptyState(clock.at, seen.length, needsOrders ? ["@ord:0", "@ord:1"] : []) };
    const reading = (limit: number): Reading => ({ askonce: service, shopId, tables, ...world, limit });
    let commands = 0;
    for (const [index, step] of [...prelude, ...sequence.steps].entries()) {
      try {
        if (step.do === "wait") {
          clock.at += step.ms;
          world = { ...world, state: { ...world.state, now: clock.at } };
        } else if (step.do === "look") {
          await readList(reading(step.limit), named(step.filter, world.state, foreign));
        } else {
          const together = step.do === "both" ? step.commands : [step];
          commands += together.length;
          seen.length = 0;
          world = await doTogether(service, shopId, foreign, world, together, seen);
        }
      } catch (error) {
        if (error instanceof Mismatch) throw new Mismatch(`step ${index - prelude.length}, ${step.do}: ${error.message}`);
        throw error;
      }
    }
    await readEverything(reading(sequence.limit)).catch((error: unknown) => {
      if (error instanceof Mismatch) throw new Mismatch(`at the end: ${error.message}`);
      throw error;
    });
    return commands;
  } finally {
    await askonce.stop();
  }
}

/** Commands that are started together have to come out like one of the two ways to give them one after the other. */
async function doTogether(
  service: Askonce,
  shopId: string,
  foreign: ForeignIds,
  world: World,
  planned: readonly PlannedCommand[],
  seen: readonly AskonceEvent[],
): Promise<World> {
  const commands = planned.map((command) => namedCommand(command, world.state, foreign));
  const outcomes = await Promise.all(commands.map((command) => perform(service, withIds(command, world.names))));
  // Who hears of two transactions may hear of the later one first: the sequence counts.
  const events = seen.toSorted((one, other) => one.sequence - other.sequence);
  const differences: string[] = [];
  for (const order of commands.length === 1
    ? [[0]]
    : [
        [0, 1],
        [1, 0],
      ]) {
    const names = copyOfNames(world.names);
    let { state } = world;
    let found: string | null = null;
    for (const index of order) {
      const command = commands[index];
      const outcome = outcomes[index];
      if (!command || !outcome) continue;
      const expected = apply(state, command);
      state = expected.state;
      found ??= differentOutcome(expected.outcome, outcome, names);
    }
    state = withSuggestions(state, world.state.events.length, events);
    const expectedEvents = state.events.slice(world.state.events.length).map((event) => showEvent(event, shopId));
    found ??= difference(expectedEvents, events, names, "events");
    if (found === null) return { state, names };
    differences.push(found);
  }
  if (differences.length === 1) throw new Mismatch(differences[0]);
  throw new Mismatch(`fits no order; as given: ${differences[0]}; the other way round: ${differences[1]}`);
}

function differentOutcome(expected: Outcome, actual: Outcome, names: Names): string | null {
  if ("value" in expected) return "value" in actual ? difference(expected.value, actual.value, names) : `was refused: ${actual.refused}`;
  if ("value" in actual) return `expected the refusal ${expected.refused}, but it was done`;
  if (expected.refused !== actual.refused && expected.or !== actual.refused)
    return `expected the refusal ${expected.refused}, got ${actual.refused}`;
  return expected.details === undefined ? null : difference(expected.details, actual.details, names, "details");
}

/** The embedding application refuses what is called "vetoed". */
function veto(askonce: Askonce): void {
  const refuse = (word: unknown) => {
    if (word === "vetoed") throw new Error("not here");
  };
  askonce.before("ticket.create", ({ subject }) => refuse(subject));
  askonce.before("ticket.update", ({ changes }) => refuse(changes.subject));
  askonce.before("message.create", ({ text }) => refuse(text));
}

function aboutOrders(step: Step): boolean {
  if (step.do === "both") return step.commands.some(aboutOrders);
  return step.do === "linkOrder" || step.do === "unlinkOrder";
}

/** Which links between customers are suggested has tests of its own: the model takes over those that came, and answers for everything else. */
function withSuggestions(state: ModelState, before: number, seen: readonly AskonceEvent[]): ModelState {
  const isSuggestion = (event: AskonceEvent) => event.type === "identity_link.suggested";
  if (!seen.some(isSuggestion)) return state;
  const own = state.events.slice(before);
  const merged = seen.flatMap((event) => {
    const { type, actor, subject, data } = event;
    const next = isSuggestion(event)
      ? { sequence: 0, type, actor, subject, data: { ...data }, at: Date.parse(event.occurredAt) }
      : own.shift();
    return next === undefined ? [] : [next];
  });
  const numbered = [...merged, ...own].map((event, index) => ({ ...event, sequence: state.eventsBefore + before + index + 1 }));
  return { ...state, events: [...state.events.slice(0, before), ...numbered] };
}
