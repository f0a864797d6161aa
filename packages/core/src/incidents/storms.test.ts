import { incidentGroupSchema } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { checkpoint, dayMs, hourMs, orderOf, parcelOf, start } from "./__fixtures__/parcels.ts";
import { createRandom, type Random } from "./__fixtures__/random.ts";
import { causesOf } from "./storm-causes.ts";
import { createExposure, type Exposure, exposureStep } from "./storm-exposure.ts";
import type { StormSample } from "./storm-rates.ts";
import { detectStorms, type StormChange, type StormPolicy, type StormSearch } from "./storms.ts";

const depots = Array.from({ length: 12 }, (_, index) => ({
  causes: [
    { cause: "depot" as const, causeName: `City ${index}, Courier ${index % 3}` },
    { cause: "carrier" as const, causeName: `Courier ${index % 3}` },
    { cause: "lane" as const, causeName: index % 4 === 0 ? "RO-IT" : "RO-RO" },
  ],
  /** Incidents a day. */
  rate: [0.05, 0.1, 0.2, 0.3, 0.5, 0.5, 0.8, 1, 1, 1.5, 4, 3][index] ?? 1,
}));

/** A shop whose incidents come by chance; `boost` is how much more than usual comes at a moment from a depot. */
function incidentsOf(random: Random, days: number, boost: (depot: number, moment: number) => number = () => 1): StormSample[] {
  const samples: StormSample[] = [];
  for (let hour = 0; hour < days * 24; hour += 1) {
    const moment = start + hour * hourMs;
    depots.forEach((depot, index) => {
      const count = random.poisson((depot.rate / 24) * boost(index, moment));
      for (let n = 0; n < count; n += 1) {
        const product = { cause: "product" as const, causeName: `SKU${random.integer(1, 20)}` };
        const id = `incident${samples.length}`;
        const openedAt = moment + random.integer(0, hourMs - 1);
        samples.push({
          incidentId: id,
          kind: random.chance(0.7) ? "late" : "stalled",
          orderRef: `shop:${id}`,
          openedAt,
          groupId: null,
          causes: [...depot.causes, product],
        });
      }
    });
  }
  return samples.sort((one, other) => one.openedAt - other.openedAt);
}

/** Looks every so often, as the service will, and keeps the groups. */
function watch(
  samples: readonly StormSample[],
  days: number,
  policy: Partial<StormPolicy>,
  from = start + 30 * dayMs,
  exposure?: Exposure,
) {
  const everyMs = Math.round((365 * dayMs) / (policy.checksPerYear ?? 8_760));
  const begun: { at: number; change: Extract<StormChange, { change: "begin" }>; id: string }[] = [];
  const ended: { at: number; id: string }[] = [];
  let open: StormSearch["open"] = [];
  const all = samples.map((sample) => ({ ...sample }));
  const byId = new Map(all.map((sample) => [sample.incidentId, sample]));
  let first = 0;
  let last = 0;
  for (let now = from; now < start + days * dayMs; now += everyMs) {
    const oldest = Math.min(now - 31 * dayMs, ...open.map((group) => Date.parse(group.beganAt) - 31 * dayMs));
    first = Math.max(0, first - 2_000);
    while ((all[first]?.openedAt ?? Infinity) < oldest) first += 1;
    while ((all[last]?.openedAt ?? Infinity) <= now) last += 1;
    const search = { samples: all.slice(first, last), now, recordedSince: start, zone: "Europe/Bucharest", policy, exposure };
    const changes = detectStorms({ ...search, open });
    for (const change of changes) {
      if (change.change === "end") {
        open = open.filter((group) => group.id !== change.groupId);
        ended.push({ at: now, id: change.groupId });
        continue;
      }
      const id = change.change === "begin" ? `group${begun.length}` : change.groupId;
      for (const incidentId of change.incidentIds) Object.assign(byId.get(incidentId) ?? {}, { groupId: id });
      if (change.change === "begin") {
        begun.push({ at: now, change, id });
        open = [...open, { ...change.group, id }];
      } else open = open.map((group) => (group.id === id ? { ...group, incidentCount: change.incidentCount } : group));
    }
    if (changes.length > 0) expect(detectStorms({ ...search, open })).toEqual([]);
  }
  return { begun, ended, open };
}

describe("false alarms", () => {
  const years = 3;
  const days = 30 + years * 365;
  const everySixHours = { checksPerYear: 4 * 365 };

  it("stay within what was allowed when everything is chance", () => {
    const { begun } = watch(incidentsOf(createRandom(1), days), days, everySixHours);
    // Two a year are allowed: 6 are expected at most, and more than 14 come with chance below 0.2 %.
    expect(begun.length).toBeLessThanOrEqual(14);
    for (const { change } of begun) expect(change.group.falseAlarmsPerYear).toBeLessThanOrEqual(2);
  });

  it("would be many if each test were judged alone", () => {
    const { begun } = watch(incidentsOf(createRandom(1), 30 + 365), 30 + 365, { ...everySixHours, falseAlarmsPerYear: 2_000 });
    expect(begun.length).toBeGreaterThan(20);
  });

  it("stay within it although Mondays bring twice as many and weekends hardly any", () => {
    const weekly = (_: number, moment: number) => [2.2, 1.2, 1.1, 1.1, 1, 0.2, 0.2][Math.floor((moment - start) / dayMs) % 7] ?? 1;
    const { begun } = watch(incidentsOf(createRandom(2), days, weekly), days, everySixHours);
    expect(begun.length).toBeLessThanOrEqual(14);
  });
});

describe("with the number of parcels that could be late", () => {
  const days = 60;
  const peak = start + 45 * dayMs;
  // Five times as many parcels are due, for four days.
  const busy = (moment: number) => (moment >= peak && moment < peak + 4 * dayMs ? 5 : 1);
  const lateShare = 0.05;
  const courierOf = (index: number) => ({ cause: "carrier" as const, causeName: `Courier ${index % 3}` });
  const exposure = createExposure(
    start,
    Array.from({ length: days * 24 }, (_, hour) => start + hour * hourMs).flatMap((moment) =>
      depots.flatMap((depot, index) =>
        [null, courierOf(index), depot.causes[2] ?? null].map((cause) => ({
          cause,
          step: exposureStep(moment),
          parcels: ((depot.rate / 24) * busy(moment)) / lateShare,
        })),
      ),
    ),
  );

  it("finds no storm where there are only more parcels, and names one without knowing that there are", () => {
    let unaware = 0;
    for (let seed = 1; seed <= 3; seed += 1) {
      const samples = incidentsOf(createRandom(seed), days, (_, moment) => busy(moment));
      const everySixHours = { checksPerYear: 4 * 365 };
      expect(watch(samples, days, everySixHours, start + 40 * dayMs, exposure).begun).toEqual([]);
      unaware += watch(samples, days, everySixHours, start + 40 * dayMs).begun.length;
    }
    expect(unaware).toBeGreaterThan(0);
  });

  it("finds a storm that lasts within the busy days", () => {
    const depot = 10;
    const samples = incidentsOf(createRandom(4), days, (index, moment) => busy(moment) * (index === depot && busy(moment) > 1 ? 5 : 1));
    const { begun } = watch(samples, days, { checksPerYear: 4 * 365 }, start + 40 * dayMs, exposure);
    expect(begun.map(({ change }) => change.group.causeName)).toContain(`City ${depot}, Courier 1`);
    expect(begun[0]?.at).toBeLessThan(peak + dayMs);
  });
});

describe("a real storm", () => {
  const depot = 10;
  const began = start + 40 * dayMs;
  const storm = (index: number, moment: number) => (index === depot && moment >= began && moment < began + 4 * dayMs ? 5 : 1);

  it("at a depot, five times the usual, is found within a day mostly and two days at most nine times in ten, and is over after it", () => {
    const name = `City ${depot}, Courier 1`;
    const delays: number[] = [];
    let named = 0;
    for (let seed = 1; seed <= 20; seed += 1) {
      const samples = incidentsOf(createRandom(seed), 50, storm);
      const ofDepot = new Set(samples.filter((it) => it.causes.some(({ causeName }) => causeName === name)).map((it) => it.incidentId));
      const { begun, ended, open } = watch(samples, 50, {}, began - dayMs);
      // Now and then the courier as a whole is what tells most: that is the storm too, if most of its incidents are the depot's.
      const ours = begun.filter(({ at, change }) => {
        const share = change.incidentIds.filter((id) => ofDepot.has(id)).length / change.incidentIds.length;
        return at >= began && share > 0.5;
      });
      const [found] = ours;
      delays.push(found ? (found.at - began) / hourMs : Infinity);
      if (!found) continue;
      if (found.change.group.causeName === name) named += 1;
      expect(incidentGroupSchema.safeParse({ ...found.change.group, id: found.id }).success).toBe(true);
      const ids = new Set(ours.map(({ id }) => id));
      expect(open.filter((group) => ids.has(group.id))).toEqual([]);
      const over = ended.findLast(({ id }) => ids.has(id));
      expect(over?.at).toBeGreaterThan(began + 3 * dayMs);
      expect(over?.at).toBeLessThan(began + 7 * dayMs);
    }
    delays.sort((one, other) => one - other);
    expect(delays[9]).toBeLessThanOrEqual(24);
    expect(delays[17]).toBeLessThanOrEqual(48);
    expect(named).toBeGreaterThanOrEqual(14);
  });
});

describe("grouping", () => {
  const sample = (n: number, hoursAgo: number, more: Partial<StormSample> = {}): StormSample => ({
    incidentId: `incident${n}`,
    kind: "late",
    orderRef: `shop:${n}`,
    openedAt: start - hoursAgo * hourMs,
    groupId: null,
    causes: [
      { cause: "carrier", causeName: "A" },
      { cause: "depot", causeName: "X, A" },
    ],
    ...more,
  });
  const search = (samples: StormSample[], more: Partial<StormSearch> = {}): StormChange[] =>
    detectStorms({ samples, open: [], now: start, recordedSince: start - 90 * dayMs, zone: "Europe/Rome", ...more });
  const many = (count: number, more: Partial<StormSample> = {}) => Array.from({ length: count }, (_, n) => sample(n, 1 + n / 10, more));

  it("takes the narrower of two causes that tell the same, once", () => {
    const changes = search(many(8));
    expect(changes).toMatchObject([{ change: "begin", group: { kind: "late", cause: "depot", causeName: "X, A", incidentCount: 8 } }]);
  });

  it("counts orders and not incidents, and not what is too old or dealt with already", () => {
    expect(search(many(8, { orderRef: "shop:1" }))).toEqual([]);
    expect(search(many(8, { openedAt: start - 25 * hourMs }))).toEqual([]);
    expect(search(many(8, { groupId: "earlier" }))).toEqual([]);
    expect(search(many(4))).toEqual([]);
  });

  it("keeps damage apart from delay and ignores other kinds", () => {
    const mixed = [...many(4), ...many(4, { kind: "damaged" }).map((it, n) => ({ ...it, incidentId: `d${n}`, orderRef: `shop:d${n}` }))];
    expect(search(mixed)).toEqual([]);
    expect(search(many(9, { kind: "damaged" }))).toMatchObject([{ change: "begin", group: { kind: "damaged" } }]);
    expect(search(many(9, { kind: "refused" }))).toEqual([]);
  });

  it("says nothing before anything was recorded for a window's length, and little while it is young", () => {
    expect(search(many(40), { recordedSince: start - 30 * hourMs })).toEqual([]);
    expect(search(many(8), { recordedSince: start - 3 * dayMs })).toEqual([]);
    expect(search(many(40), { recordedSince: start - 3 * dayMs })).toHaveLength(1);
  });

  it("reads causes from parcel and order", () => {
    const order = orderOf([], {
      shippingAddress: {
        name: null,
        company: null,
        line1: null,
        line2: null,
        city: "Torino",
        province: null,
        postcode: null,
        countryCode: "IT",
        phone: null,
      },
    });
    const line = {
      id: "line1",
      title: "Mug",
      variant: null,
      sku: "MUG",
      imageUrl: null,
      quantity: 1,
      currentQuantity: 1,
      unitPrice: order.total,
      total: order.total,
      attributes: [],
    };
    const items = [line, { ...line, id: "line2", sku: "BOWL" }, { ...line, id: "line3", sku: null }];
    const parcel = parcelOf("in_transit", {
      checkpoints: [checkpoint(5, "label_created", { city: "Rome" }), checkpoint(4, "handed_over")],
    });
    const names = (from: typeof parcel, origin: string | null) => causesOf(from, { ...order, items }, origin).map((it) => it.causeName);
    expect(names(parcel, "RO")).toEqual(["Example Courier", "Cluj-Napoca, Example Courier", "RO-IT", "MUG", "BOWL"]);
    expect(names({ ...parcel, items: [{ lineItemId: "line2", quantity: 1 }] }, null)).toEqual([
      "Example Courier",
      "Cluj-Napoca, Example Courier",
      "BOWL",
    ]);
    expect(names({ ...parcel, carrier: null, checkpoints: [] }, null)).toEqual(["MUG", "BOWL"]);
  });
});
