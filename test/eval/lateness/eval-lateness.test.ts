import { describe, expect, it } from "vitest";
import { evalLateness } from "./eval-lateness.ts";
import { defaultParameters, readParameters } from "./parameters.ts";
import { lateDefects } from "./planted-defects.ts";

const small = { parcels: 2000, seeds: [1], params: defaultParameters, broken: null };

describe("the evaluation of lateness", () => {
  it("holds its limits, and beats both baselines", async () => {
    const result = await evalLateness(small);
    expect(result.failures).toEqual([]);
    expect(result).toMatchObject({ ok: true, n: 2000, seed: [1], returns: { recall: 1 } });
    expect(result.late).toBeGreaterThan(50);
    expect(result.lost.n).toBeGreaterThan(3);
    for (const baseline of Object.values(result.baselines)) expect(baseline.recall).toBeLessThan(result.recall / 2);
  });

  it("comes out the same for the same seed, and adds seeds up", async () => {
    const few = { ...small, parcels: 300 };
    const { ms: _, ...once } = await evalLateness(few);
    const { ms: __, ...again } = await evalLateness(few);
    expect(again).toEqual(once);
    const both = await evalLateness({ ...few, seeds: [1, 2] });
    expect(both.n).toBe(600);
    expect(both.late).toBe(both.seeds.reduce((sum, { late }) => sum + late, 0));
    expect(both.seeds[0]?.late).toBe(once.late);
    expect(both.seeds[1]).not.toEqual({ ...both.seeds[0], seed: 2 });
  });

  it.each(lateDefects)("fails with a detector that %s", async (broken) => {
    const { ok, failures } = await evalLateness({ ...small, broken });
    expect(ok).toBe(false);
    const expected = { "ignores-holidays": "false alarms", "ignores-clock-stop": "false alarms", "return-is-delivered": "right endings" };
    expect(failures.join()).toContain(expected[broken]);
  });
});

describe("the parameters", () => {
  it("are the usual ones with those of a file in their place", () => {
    const read = readParameters('{"lost": 0.1, "couriers": {"rapid": {"share": 0.9}, "own": {"share": 0.1, "dueTime": "12:00"}}}');
    expect(read.lost).toBe(0.1);
    expect(read.couriers.rapid).toEqual({ ...defaultParameters.couriers.rapid, share: 0.9 });
    expect(read.couriers.own).toMatchObject({ share: 0.1, dueTime: "12:00", scanLost: 0.02 });
    expect(read.gates).toEqual(defaultParameters.gates);
  });

  it("refuse names that are none, and values of another kind", () => {
    expect(() => readParameters('{"loost": 0.1}')).toThrow("params.loost");
    expect(() => readParameters('{"gates": {"recall": "high"}}')).toThrow("params.gates.recall");
  });
});
