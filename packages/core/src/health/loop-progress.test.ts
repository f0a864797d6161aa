import type { JobsPort } from "@askonce/spec/storage";
import { describe, expect, it } from "vitest";
import { createLoopProgress, watchJobs, watchLeases } from "./loop-progress.ts";

function held() {
  const time = { now: 0 };
  const progress = createLoopProgress(() => time.now);
  const states = () => Object.fromEntries(progress.states().map((loop) => [loop.name, loop.state]));
  return { time, progress, states };
}

describe("the signs of life of a loop", () => {
  it("are expected from when it has begun, and missed after its own time", () => {
    const { time, progress, states } = held();
    progress.sign("inbox");
    expect(states()).toEqual({});
    progress.begin("inbox");
    progress.begin("reconcile");
    time.now = 180_001;
    expect(states()).toEqual({ inbox: "failed", reconcile: "ok" });
    progress.sign("inbox");
    expect(states()).toEqual({ inbox: "ok", reconcile: "ok" });
    time.now = 300_001;
    expect(states()).toEqual({ inbox: "ok", reconcile: "failed" });
  });

  it("say after a minute that every pass of it fails, and take that back with the first one that does not", () => {
    const { time, progress, states } = held();
    progress.begin("subscribers");
    for (const at of [1000, 30_000, 61_000]) {
      time.now = at;
      progress.failed("subscribers");
    }
    expect(states()).toEqual({ subscribers: "ok" });
    time.now = 61_001;
    progress.failed("subscribers");
    expect(states()).toEqual({ subscribers: "warning" });
    expect(progress.states()[0]).toMatchObject({ silentMs: 0, failingMs: 60_001 });
    progress.succeeded("subscribers");
    expect(states()).toEqual({ subscribers: "ok" });
    progress.failed("subscribers");
    expect(states()).toEqual({ subscribers: "ok" });
  });

  it("come from leases that are held on to, for the loop that holds them", async () => {
    const { time, progress, states } = held();
    const asked: string[] = [];
    const leases = watchLeases(
      {
        hold: async (name) => asked.push(name) > 0,
        waitFor: async () => true,
        release: async () => {},
        releaseAll: async () => {},
      },
      progress,
    );
    for (const name of ["inbox", "backfill", "reconcile", "subscribers"]) progress.begin(name);
    time.now = 1_000_000;
    expect(await leases.hold("backfill:memory")).toBe(true);
    await leases.hold("inbox");
    await leases.hold("subscriber:mine");
    await leases.hold("of somebody else");
    expect(asked).toHaveLength(4);
    // A subscriber that goes on says nothing about the loop that looks after all of them.
    expect(states()).toEqual({ inbox: "ok", backfill: "ok", reconcile: "failed", subscribers: "failed" });
  });

  it("come from jobs that are claimed or held on to, whatever the port is made of", async () => {
    const { time, progress, states } = held();
    class Port {
      #claims = 0;
      readonly kind = "of a class";
      async claim() {
        this.#claims++;
        return [];
      }
      async extend() {
        return [];
      }
      async counts() {
        return { waiting: this.#claims, active: 0, dead: 0, oldestDueMs: null };
      }
    }
    const port = watchJobs(new Port() as unknown as JobsPort, progress);
    progress.begin("jobs");
    for (const call of [() => port.claim("shop", { limit: 1, leaseMs: 1 }), () => port.extend("shop", [], { leaseMs: 1 })]) {
      time.now += 1_000_000;
      expect(states()).toEqual({ jobs: "failed" });
      await call();
      expect(states()).toEqual({ jobs: "ok" });
    }
    time.now += 1_000_000;
    expect(await port.counts("shop")).toMatchObject({ waiting: 1 });
    expect(port.kind).toBe("of a class");
    expect(states()).toEqual({ jobs: "failed" });
  });
});
