import { conformanceClock } from "@askonce/testkit";
import { expect, it, onTestFinished } from "vitest";
import { createCarriers } from "../carriers/carriers.ts";
import { readDeliveryOptions } from "../parcels/delivery-settings.ts";
import { createPlatform } from "../platform/platform.ts";
import { silentLogger } from "../platform/silent-logger.ts";
import { createStore } from "../storage/store.ts";
import { testStorage } from "../testing/test-storage.ts";
import { makeDigest } from "./make-digest.ts";
import { countExposure } from "./storm-exposure.sql.ts";
import { watchStorms } from "./watch-storms.ts";

const dayMs = 24 * 3_600_000;
const depot = { cause: "depot", causeName: "Bacău, Cargus" };
const courier = { cause: "carrier", causeName: "Cargus" } as const;

async function ground() {
  const clock = conformanceClock(Date.parse("2026-11-20T09:00:00Z"));
  const platform = createPlatform(clock, silentLogger, fetch);
  const events: string[] = [];
  const shop = { id: "shop", name: "Shop", timeZone: "Europe/Bucharest", language: "en" };
  const store = createStore(testStorage(), shop, platform, (caused) => events.push(...caused.map((event) => event.type)));
  onTestFinished(async () => {
    await store.close();
    clock.stop();
  });
  let count = 0;
  const incidentAt = (openedAt: number, causes: readonly object[]) =>
    store.write(async (database) => {
      count++;
      await database
        .insertInto("incidents")
        .values({
          shop_id: "shop",
          id: `inc_${String(count).padStart(5, "0")}`,
          kind: "late",
          state: "open",
          severity: 2,
          order_ref: `memory:${count}`,
          order_number: String(count),
          parcel_id: "1",
          carrier: "Cargus",
          tracking_number: null,
          causes: JSON.stringify(causes),
          evidence: "[]",
          owner_id: null,
          group_id: null,
          opened_at: openedAt,
          closed_at: null,
          closed_because: null,
          updated_at: openedAt,
          version: 1,
        })
        .execute();
    });
  const checkGround = { store, platform, carriers: createCarriers([], platform, new Set()), settings: readDeliveryOptions({}, shop) };
  const groups = async () => (await store.ready()).selectFrom("incident_groups").selectAll().execute();
  return {
    clock,
    store,
    events,
    incidentAt,
    groups,
    watch: () => watchStorms(checkGround, null),
    digest: () => makeDigest(checkGround, null),
  };
}

it("names the depot when many parcels are late there, once, and says when it is over", async () => {
  const { clock, store, events, incidentAt, groups, watch } = await ground();
  const now = clock.now();
  // One a day for four weeks, all over the courier's network.
  for (let day = 1; day <= 29; day++)
    await incidentAt(now - day * dayMs - 3_600_000, [courier, { cause: "depot", causeName: `Depot ${day % 9}, Cargus` }]);
  await watch();
  expect(await groups()).toEqual([]);
  for (let one = 0; one < 14; one++) await incidentAt(now - one * 600_000, [courier, depot]);
  await watch();
  const [group, ...more] = await groups();
  expect(more).toEqual([]);
  expect(group).toMatchObject({ cause: "depot", cause_name: "Bacău, Cargus", incident_count: 14, state: "open" });
  expect(group?.expected_count).toBeLessThan(2);
  expect(group?.false_alarms_per_year).toBeLessThanOrEqual(2);
  const grouped = await (await store.ready())
    .selectFrom("incidents")
    .select("id")
    .where("group_id", "=", group?.id ?? "")
    .execute();
  expect(grouped).toHaveLength(14);
  // Running it again changes nothing; one more makes it grow.
  await watch();
  expect(await groups()).toEqual([group]);
  await incidentAt(now, [courier, depot]);
  await watch();
  expect((await groups())[0]).toMatchObject({ incident_count: 15 });
  clock.advance(2 * dayMs);
  await watch();
  expect((await groups())[0]).toMatchObject({ state: "over" });
  expect(events).toEqual(["incident_group.opened", "incident_group.closed"]);
});

it("does not take many parcels for many problems", async () => {
  const { clock, store, incidentAt, groups, watch } = await ground();
  const now = clock.now();
  const due = (at: number, parcels: number) =>
    store.write(async (database) => {
      for (let one = 0; one < parcels; one++) await countExposure(database, "shop", [courier], at);
    });
  for (let day = 1; day <= 29; day++) {
    const at = now - day * dayMs - 3_600_000;
    await due(at, 5);
    await incidentAt(at, [courier, { cause: "depot", causeName: `Depot ${day % 9}, Cargus` }]);
  }
  // Fourteen times as many parcels as ever, and as many late among them.
  await due(now - 3_600_000, 70);
  for (let one = 0; one < 14; one++)
    await incidentAt(now - 3_600_000 + one, [courier, { cause: "depot", causeName: `Depot ${one % 3}, Cargus` }]);
  await watch();
  expect(await groups()).toEqual([]);
  for (let one = 0; one < 40; one++) await incidentAt(now - one, [courier, depot]);
  await watch();
  expect(await groups()).toMatchObject([{ cause: "depot", cause_name: "Bacău, Cargus", state: "open" }]);
});

it("puts a week together once it is over, by cause, beside the week before", async () => {
  const { clock, store, events, incidentAt, digest } = await ground();
  // Friday; the last whole week began on 9 November.
  const monday = Date.parse("2026-11-08T22:00:00Z");
  for (let one = 0; one < 3; one++) await incidentAt(monday + one * dayMs, [courier, depot]);
  await incidentAt(monday - 1, [courier]);
  await incidentAt(clock.now() - 1, [courier]);
  await digest();
  await digest();
  const rows = await (await store.ready()).selectFrom("incident_digests").selectAll().execute();
  expect(rows.map((row) => row.week)).toEqual(["2026-11-09"]);
  expect(JSON.parse(rows[0]?.body ?? "")).toEqual({
    week: "2026-11-09",
    incidents: 3,
    incidentsBefore: 1,
    causes: [
      { ...depot, kind: "late", count: 3, countBefore: 0 },
      { ...courier, kind: "late", count: 3, countBefore: 1 },
    ],
  });
  expect(events).toEqual(["incident_digest.created"]);
});
