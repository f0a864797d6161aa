import { describe, expect, it } from "vitest";
import { testWorld } from "./__fixtures__/test-world.ts";
import { courierScriptNames, courierScripts } from "./courier-scripts.ts";

const hourMs = 3_600_000;

describe("a world of parcels", () => {
  it("moves them when the clock moves, and knows nothing of a parcel before its label", () => {
    const { world, clock, add } = testWorld();
    add("A1", "on_time", -5);
    expect([world.parcel("A1"), world.parcels(), world.shown("A1"), world.latest("A1")]).toEqual([null, [], [], null]);
    clock.advance(2 * hourMs);
    expect(world.latest("A1")?.kind).toBe("registered");
    clock.advance(31 * hourMs);
    expect(world.shown("A1").map((event) => event.kind)).toEqual([
      "delivered",
      "out_for_delivery",
      "left_hub",
      "at_hub",
      "picked_up",
      "registered",
    ]);
    expect(world.parcel("A1")).toMatchObject({ bookedDate: "2026-11-22", zone: "Europe/Bucharest", pieces: 1 });
  });

  it.each(courierScriptNames)("keeps the steps of %s in the order of time, at whole minutes", (script) => {
    const { world, add } = testWorld();
    add("A1", script, 0);
    const { events } = world.add({ trackingNumber: "A2", script, handedOverAt: "2026-11-21T10:00:59Z" });
    expect(events.map((event) => event.kind)).toEqual(courierScripts[script].steps.map((step) => step.kind));
    expect(events.map((event) => event.at)).toEqual(events.map((event) => event.at).toSorted());
    for (const event of events) expect(event.at).toMatch(/:00\.000Z$/);
  });

  it("is the same for the same seed, and another one for another", () => {
    const times = (seed: number) => {
      const { world, add } = testWorld("RO", seed);
      add("A1", "late", 400);
      return world.shown("A1").map((event) => event.at);
    };
    expect(times(7)).toEqual(times(7));
    expect(times(8)).not.toEqual(times(7));
  });

  it("tells what happened to all parcels until an instant, oldest first", () => {
    const { world, clock, add } = testWorld();
    add("A1", "on_time", 40);
    add("A2", "silent", 20);
    const happened = world.eventsUntil(clock.now() - 12 * hourMs);
    expect(happened.map(({ event }) => event.at)).toEqual(happened.map(({ event }) => event.at).toSorted());
    expect(new Set(happened.map(({ parcel }) => parcel.trackingNumber))).toEqual(new Set(["A1", "A2"]));
    expect(happened.every(({ event }) => Date.parse(event.at) <= clock.now() - 12 * hourMs)).toBe(true);
  });

  it("tells pieces apart", () => {
    const { world, add } = testWorld();
    add("A1", "split_in_two", 40);
    expect([world.latest("A1", 0)?.kind, world.latest("A1", 1)?.kind]).toEqual(["delivered", "at_hub"]);
  });

  it("has an old life under a number that is given out again", () => {
    const { world, add } = testWorld();
    add("A1", "number_reused", 1);
    const kinds = world.shown("A1").map((event) => event.kind);
    expect(kinds.slice(0, 3)).toEqual(["picked_up", "registered", "delivered"]);
  });

  it("refuses a number twice, an unknown one and what is no instant", () => {
    const { world, add } = testWorld();
    add("A1", "silent", 0);
    expect(() => add("A1", "silent", 0)).toThrow("taken");
    expect(() => world.say("A2", "lost")).toThrow("no parcel");
    expect(() => world.add({ trackingNumber: "A3", script: "silent", handedOverAt: "yesterday" })).toThrow("not an instant");
  });
});

describe("oddities", () => {
  const shown = (spoil: Parameters<ReturnType<typeof testWorld>["world"]["spoil"]>[1]) => {
    const { world, add } = testWorld();
    add("A1", "on_time", 10);
    const before = world.shown("A1");
    world.spoil("A1", spoil);
    return { before, after: world.shown("A1"), latest: world.latest("A1") };
  };

  it("put a word before the others that nobody has heard of", () => {
    const { before, after } = shown("unknown_code");
    expect(after.map((event) => event.kind)).toEqual(["unheard_of", ...before.map((event) => event.kind)]);
  });

  it("show an event that lies three days ahead", () => {
    const { before, after } = shown("future_event");
    expect([after[0]?.at, after.length]).toEqual(["2026-11-24T10:00:00.000Z", before.length + 1]);
  });

  it("put the newest event last, without making it older", () => {
    const { before, after, latest } = shown("out_of_order");
    expect(after).toEqual([...before.slice(1), before[0]]);
    expect(latest).toEqual(before[0]);
  });

  it("list events twice, or without their place", () => {
    const twice = shown("duplicate_events");
    expect(twice.after).toEqual(twice.before.flatMap((event) => [event, event]));
    const missing = shown("missing_field");
    expect(missing.after[0]).toMatchObject({ city: null, county: null, countryCode: null });
    expect(missing.after.slice(1)).toEqual(missing.before.slice(1));
  });
});
