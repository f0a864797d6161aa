import assert from "node:assert/strict";
import type { ChangesPage, Instant, OrderSnapshot, StorefrontAdapterV1 } from "@askonce/spec";
import type { CaseDefinition } from "./case.ts";
import type { ChangesFixtures, StorefrontDescriptor } from "./descriptor.ts";
import { assertSoundOrder } from "./invariants.ts";
import { conformancePageSize, type Session, withSession } from "./session.ts";

/** No run of the suite's fixtures needs more; a run that does goes in circles. */
const mostPages = 60;
/** Milliseconds; storefronts keep versions to the second. */
const secondMs = 1_000;
const dayMs = 86_400_000;

type Changes = NonNullable<StorefrontAdapterV1["changes"]>;

function changesOf(session: Session): { changes: Changes; fixtures: ChangesFixtures } {
  assert.ok(session.adapter.changes, "The adapter has no changes. Skip the group with a reason.");
  assert.ok(session.harness.changes, "The harness has no changes");
  assert.ok(session.harness.changes.refs.length > 2 * conformancePageSize, "the harness has more orders than fit on two pages");
  return { changes: session.adapter.changes, fixtures: session.harness.changes };
}

async function listPage(session: Session, since: Instant | null, cursor: string | null): Promise<ChangesPage> {
  const page = await changesOf(session).changes.list({ since, cursor }, session.context());
  assert.ok(page.snapshots.length <= conformancePageSize, `a page has at most ${conformancePageSize} orders, not ${page.snapshots.length}`);
  for (const { order } of page.snapshots) assertSoundOrder(order, session.adapter.id);
  return page;
}

/** Goes on from the cursor to the end. */
async function listAll(session: Session, since: Instant | null, from: string | null = null): Promise<OrderSnapshot[]> {
  const snapshots: OrderSnapshot[] = [];
  let cursor = from;
  for (let count = 0; count < mostPages; count++) {
    const page: ChangesPage = await listPage(session, since, cursor);
    snapshots.push(...page.snapshots);
    cursor = page.nextCursor;
    if (cursor === null) return snapshots;
  }
  return assert.fail(`there is still a nextCursor after ${mostPages} pages`);
}

function assertHas(snapshots: readonly OrderSnapshot[], refs: readonly string[], what: string): void {
  const listed = new Set<string>(snapshots.map((snapshot) => snapshot.order.ref));
  assert.deepEqual(
    refs.filter((ref) => !listed.has(ref)),
    [],
    `${what}: orders that are not listed`,
  );
}

function versions(snapshots: readonly OrderSnapshot[]): number[] {
  return snapshots.map((snapshot) => Date.parse(snapshot.order.updatedAt));
}

async function firstCursor(session: Session): Promise<{ page: ChangesPage; cursor: string }> {
  const page = await listPage(session, null, null);
  assert.ok(page.nextCursor !== null, "the first page is not the last");
  return { page, cursor: page.nextCursor };
}

export const changesCases: readonly CaseDefinition[] = [
  {
    name: "changes-complete",
    group: "changes",
    title: "A run from the beginning lists every order, oldest change first, and ends",
    check: async (session) => {
      const { fixtures, changes } = changesOf(session);
      const { page } = await firstCursor(session);
      const snapshots = await listAll(session, null);
      assertHas(snapshots, fixtures.refs, "from the beginning");
      const times = versions(snapshots);
      assert.deepEqual(
        times,
        [...times].sort((a, b) => a - b),
        "updatedAt never goes back",
      );
      if (page.total !== null) assert.ok(page.total >= fixtures.refs.length, `total is ${page.total}`);
      assert.ok(Number.isSafeInteger(changes.overlapMs) && changes.overlapMs >= 0 && changes.overlapMs <= dayMs, "overlapMs is 0 to a day");
    },
  },
  {
    name: "changes-page-is-repeatable",
    group: "changes",
    title: "The same cursor gives the same page again",
    check: async (session) => {
      const { cursor } = await firstCursor(session);
      assert.deepEqual(await listPage(session, null, cursor), await listPage(session, null, cursor));
    },
  },
  {
    name: "changes-since",
    group: "changes",
    title: "Since an instant: all that changed at it or later, nothing much older",
    check: async (session) => {
      const { changes } = changesOf(session);
      const all = await listAll(session, null);
      const since = all[Math.floor(all.length / 2)]?.order.updatedAt ?? "";
      const sinceMs = Date.parse(since);
      const later = all.filter((snapshot) => Date.parse(snapshot.order.updatedAt) >= sinceMs).map((snapshot) => snapshot.order.ref);
      const listed = await listAll(session, since);
      assertHas(listed, later, "since an instant");
      const oldest = sinceMs - Math.max(changes.overlapMs, 2 * secondMs);
      assert.ok(Math.min(...versions(listed)) >= oldest, "nothing older than the overlap is listed");
    },
  },
  {
    name: "changes-touch-is-seen",
    group: "changes",
    title: "An order changed after the last run is listed by the next, with a newer version",
    check: async (session) => {
      const { fixtures } = changesOf(session);
      const before = await listAll(session, null);
      const watermark = new Date(Math.max(...versions(before))).toISOString();
      const ref = before[0]?.order.ref ?? "";
      session.clock.advance(60_000);
      await fixtures.touch(ref);
      const touched = (await listAll(session, watermark)).filter((snapshot) => snapshot.order.ref === ref);
      assert.ok(touched.length > 0, "the changed order is listed");
      assert.ok(Math.max(...versions(touched)) > Date.parse(before[0]?.order.updatedAt ?? ""), "its version is newer");
    },
  },
  {
    name: "changes-survive-updates",
    group: "changes",
    title: "When an order of an earlier page changes during the run, no other one is skipped",
    check: async (session) => {
      const { fixtures } = changesOf(session);
      const { page, cursor } = await firstCursor(session);
      session.clock.advance(60_000);
      for (const snapshot of page.snapshots) await fixtures.touch(snapshot.order.ref);
      const rest = await listAll(session, null, cursor);
      assertHas([...page.snapshots, ...rest], fixtures.refs, "although orders moved to the end");
    },
  },
];

/** Bound to the descriptor, because it goes on in a second harness: the process that began the run is gone. */
export async function checkResumable(descriptor: StorefrontDescriptor): Promise<void> {
  const begun = await withSession(descriptor, {}, async (session) => firstCursor(session));
  await withSession(descriptor, {}, async (session) => {
    const rest = await listAll(session, null, begun.cursor);
    assertHas([...begun.page.snapshots, ...rest], changesOf(session).fixtures.refs, "after going on from a cursor");
    const repeated = rest.filter((snapshot) => begun.page.snapshots.some((first) => first.order.ref === snapshot.order.ref));
    assert.ok(repeated.length < begun.page.snapshots.length, "it goes on instead of beginning again");
  });
}
