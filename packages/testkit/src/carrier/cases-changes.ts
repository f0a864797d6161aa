import assert from "node:assert/strict";
import type { CarrierChangesPage, Checkpoint, TrackedParcel } from "@askonce/spec";
import type { CarrierCaseDefinition } from "./carrier-case.ts";
import type { CarrierSession } from "./carrier-session.ts";
import { assertSoundParcel } from "./sound-parcel.ts";

const hourMs = 3_600_000;
/** More pages than this in one window are taken for a circle. */
const mostPages = 200;

type Changes = NonNullable<CarrierSession["adapter"]["changes"]>;

function changesOf(session: CarrierSession): Changes {
  assert.ok(session.adapter.changes, "The adapter has no changes. Skip the group with a reason.");
  return session.adapter.changes;
}

function pageSizeOf({ harness }: CarrierSession): number {
  assert.ok(harness.changesPageSize, "The harness says how many rows a page has");
  return harness.changesPageSize;
}

/** All pages of one window. */
async function pagesOf(session: CarrierSession, sinceMs: number, untilMs: number): Promise<CarrierChangesPage[]> {
  const changes = changesOf(session);
  const pages: CarrierChangesPage[] = [];
  const [since, until] = [new Date(sinceMs).toISOString(), new Date(untilMs).toISOString()];
  let cursor: string | null = null;
  do {
    assert.ok(pages.length < mostPages, "the pages come to an end");
    const page: CarrierChangesPage = await changes.list({ since, until, cursor }, session.context());
    pages.push(page);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return pages;
}

/** Walks the windows as the core does, each reaching back behind the one before by the adapter's overlap. */
async function walk(session: CarrierSession, fromMs: number, untilMs: number): Promise<TrackedParcel[]> {
  const { windowMs, overlapMs } = changesOf(session);
  const found: TrackedParcel[] = [];
  for (let watermark = fromMs; watermark < untilMs; ) {
    const since = watermark - overlapMs;
    const until = Math.min(since + windowMs, untilMs);
    for (const page of await pagesOf(session, since, until)) found.push(...page.parcels);
    watermark = until;
  }
  return found;
}

/** What was said of a number, each checkpoint once. */
function saidOf(found: readonly TrackedParcel[], trackingNumber: string): Map<string, Checkpoint> {
  const parts = found.filter((part) => part.trackingNumber === trackingNumber);
  const checkpoints = parts.flatMap((part) => [...part.checkpoints, ...part.pieces.flatMap((piece) => piece.checkpoints)]);
  return new Map(checkpoints.map((checkpoint) => [checkpoint.id, checkpoint]));
}

/** Compares what the changes said with what `track` says of the same time. */
async function assertSame(session: CarrierSession, found: readonly TrackedParcel[], trackingNumber: string, fromMs: number): Promise<void> {
  const tracked = await session.adapter.track(trackingNumber, session.context());
  assert.ok(tracked, "the parcel is there");
  const expected = tracked.checkpoints.filter((checkpoint) => Date.parse(checkpoint.at) >= fromMs);
  assert.ok(expected.length > 0, "something happened to the parcel");
  const said = saidOf(found, trackingNumber);
  for (const checkpoint of expected) {
    const same = said.get(checkpoint.id);
    assert.ok(same, `a checkpoint of track() is in the changes, under the same number and id (${checkpoint.at})`);
    assert.deepEqual([same.at, same.status, same.rawStatus], [checkpoint.at, checkpoint.status, checkpoint.rawStatus]);
  }
}

export const changesCases: readonly CarrierCaseDefinition[] = [
  {
    name: "changes-union-equals-track",
    group: "changes",
    title: "Window after window gives every checkpoint that track() gives, under the same number and id",
    check: async (session) => {
      const fromMs = session.clock.now() - 72 * hourMs;
      const parcels = (["on_time", "returned_refused", "failed_attempt_then_delivered", "silent"] as const).map((script) =>
        session.add(script, 66),
      );
      const found = await walk(session, fromMs, session.clock.now());
      for (const parcel of found) assertSoundParcel(parcel);
      for (const { trackingNumber, script } of parcels) {
        if (script !== "silent" || !session.harness.silentKinds.includes("registered")) {
          await assertSame(session, found, trackingNumber, fromMs);
        }
      }
    },
  },
  {
    name: "changes-cut-between-pages",
    group: "changes",
    title: "With more rows than a page holds, many in one minute, nothing is lost where pages meet",
    check: async (session) => {
      const count = pageSizeOf(session) * 2 + 1;
      const parcels = Array.from({ length: count }, () => session.add("on_time", 1));
      const untilMs = session.clock.now();
      const fromMs = untilMs - 2 * hourMs;
      const { windowMs } = changesOf(session);
      assert.ok(windowMs >= hourMs + 60_000, "the window holds what happened an hour ago");
      const pages = await pagesOf(session, Math.max(fromMs, untilMs - windowMs), untilMs);
      assert.ok(pages.length >= 2, `${count} rows take more than one page`);
      const said = pages.flatMap((page) => page.parcels);
      const missing = parcels.filter((parcel) => saidOf(said, parcel.trackingNumber).size === 0);
      assert.equal(missing.length, 0, "parcels that are on no page");
    },
  },
  {
    name: "changes-page-is-repeatable",
    group: "changes",
    title: "The same window and cursor give the same page again",
    check: async (session) => {
      const changes = changesOf(session);
      for (let count = 0; count <= pageSizeOf(session); count++) session.add("on_time", 1);
      const until = new Date(session.clock.now()).toISOString();
      const since = new Date(session.clock.now() - Math.min(changes.windowMs, 2 * hourMs)).toISOString();
      const first = await changes.list({ since, until, cursor: null }, session.context());
      assert.ok(first.nextCursor, "there is a second page");
      const next = { since, until, cursor: first.nextCursor };
      const second = await changes.list(next, session.context());
      assert.deepEqual(await changes.list(next, session.context()), second);
    },
  },
  {
    name: "changes-of-nothing",
    group: "changes",
    title: "A window in which nothing happened is empty and has no second page, time after time",
    check: async (session) => {
      session.add("on_time", 40);
      const untilMs = session.clock.now() - 400 * hourMs;
      for (let count = 0; count < 4; count++) {
        const pages = await pagesOf(session, untilMs - Math.min(changesOf(session).windowMs, hourMs), untilMs);
        assert.deepEqual(pages, [{ parcels: [], nextCursor: null }]);
      }
    },
  },
  {
    name: "changes-unknown-code",
    group: "changes",
    title: "A code nobody has heard of does not stop the list",
    check: async (session) => {
      const parcel = session.add("on_time", 10);
      session.world.spoil(parcel.trackingNumber, "unknown_code");
      session.clock.advance(60_000);
      const untilMs = session.clock.now();
      const pages = await pagesOf(session, untilMs - Math.min(changesOf(session).windowMs, hourMs), untilMs);
      const said = [
        ...saidOf(
          pages.flatMap((page) => page.parcels),
          parcel.trackingNumber,
        ).values(),
      ];
      assert.ok(
        said.some((checkpoint) => checkpoint.status === "unknown"),
        "it is there as unknown",
      );
    },
  },
];
