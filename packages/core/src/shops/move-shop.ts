import { AskonceError, type Logger } from "@askonce/spec";
import type { StorageV1 } from "@askonce/spec/storage";
import { Kysely, sql } from "kysely";
import { dialectFor } from "../storage/dialects/dialect-for.ts";
import type { Tables } from "../storage/tables.ts";
import { type Carried, carryChanges } from "./carry-changes.ts";
import { deleteShopRows, readPage, writeRows } from "./copy-rows.ts";
import { type ShopTable, shopTables } from "./shop-tables.ts";

/** What a move says while it runs. */
export interface MoveProgress {
  state: "copying" | "catchingUp" | "moved";
  /** Rows copied so far. */
  copied: number;
  /** Rows that changed meanwhile and were carried over. */
  changed: number;
  /** How long nobody could write, in milliseconds; `null` before the end. */
  writeStopMs: number | null;
}

export interface MoveRequest {
  shopId: string;
  source: StorageV1;
  target: StorageV1;
  /** As the directory names it; told to processes that still ask the old place. */
  targetId: string;
  /** Carries over what is to be done; called while nobody writes, and again after a move that was cut off. */
  carryJobs(): Promise<void>;
  /** Points the directory at the new place. */
  settle(): Promise<void>;
  logger: Logger;
  onProgress?: ((progress: MoveProgress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** A round that takes no longer than this leaves so little that the last one, which nobody competes with, fits into the stop. */
const shortRoundMs = 700;
/** When rounds do not get shorter any more, more of them do not help. */
const mostRounds = 12;
/** A stop that takes longer ends by itself, and the move has to be begun again. */
const longestStopMs = 10_000;
const mostTriesForLock = 40;

/**
 * Moves a shop to another database while it works. Its rows are copied, page by page, with the database noting what changes; the changes are
 * carried over in rounds; when few are left, writing stops, the last ones follow, and the new place takes over. Whoever writes at that moment
 * waits. Killed at any point and run again, it ends in one place with everything: what was copied is replaced by what is true.
 *
 * @throws AskonceError `SHOP_MOVING` when the stop took too long and was given up; the shop goes on where it was
 */
export async function moveShop(request: MoveRequest): Promise<MoveProgress> {
  const { shopId } = request;
  const source = new Kysely<Tables>({ dialect: request.source.dialect });
  const target = new Kysely<Tables>({ dialect: request.target.dialect });
  const carried: Carried = new Map();
  let progress: MoveProgress = { state: "copying", copied: 0, changed: 0, writeStopMs: null };
  const report = (change: Partial<MoveProgress>) => {
    progress = { ...progress, ...change };
    request.onProgress?.(progress);
  };
  try {
    if (!(await isMoved(source, request))) {
      await prepareTarget(source, target, shopId);
      await noteChanges(source, request, "install");
      await copyRows(source, target, request, carried, (rows) => report({ copied: progress.copied + rows }));
      report({ state: "catchingUp" });
      for (let round = 0; round < mostRounds; round++) {
        request.signal?.throwIfAborted();
        const beganAt = performance.now();
        const rows = await carryPatiently(source, target, shopId, carried);
        report({ changed: progress.changed + rows });
        if (performance.now() - beganAt <= shortRoundMs) break;
      }
      await stopWriting(source, target, request, carried, (writeStopMs, changed) =>
        report({ writeStopMs, changed: progress.changed + changed }),
      );
    } else await takeOver(target, request);
    await noteChanges(source, request, "remove");
    report({ state: "moved" });
    return progress;
  } finally {
    await source.destroy();
    await target.destroy();
  }
}

/** The part nobody can write in. What is decided in the old place, in one statement, is decided: from then on the new one has to take over. */
async function stopWriting(
  source: Kysely<Tables>,
  target: Kysely<Tables>,
  request: MoveRequest,
  carried: Carried,
  onStopped: (writeStopMs: number, changed: number) => void,
): Promise<void> {
  const { shopId } = request;
  const { now, lock } = dialectFor(request.source);
  let startedAt = performance.now();
  await source.transaction().execute(async (transaction) => {
    // Everybody who is writing has finished when this is given; until then nobody is kept from it.
    await sql`select 1 from shops where shop_id = ${shopId} ${lock.exclusive}`.execute(transaction);
    startedAt = performance.now();
    await transaction
      .updateTable("shops")
      .set({ state: "moving", state_until: sql<number>`${now} + ${sql.lit(longestStopMs)}` })
      .where("shop_id", "=", shopId)
      .execute();
  });
  let changed = 0;
  try {
    for (
      let rows = await carryPatiently(source, target, shopId, carried);
      rows > 0;
      rows = await carryPatiently(source, target, shopId, carried)
    ) {
      changed += rows;
    }
    await request.carryJobs();
  } catch (error) {
    await source
      .updateTable("shops")
      .set({ state: "active", state_until: null })
      .where("shop_id", "=", shopId)
      .where("state", "=", "moving")
      .execute();
    throw error;
  }
  const { numUpdatedRows } = await source
    .updateTable("shops")
    .set({ state: "moved", moved_to: request.targetId, state_until: null })
    .where("shop_id", "=", shopId)
    .where("state", "=", "moving")
    .where("state_until", ">=", sql<number>`${now}`)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new AskonceError("SHOP_MOVING", { message: "The last rows took too long; the shop stays where it was" });
  await takeOver(target, request);
  onStopped(Math.round(performance.now() - startedAt), changed);
}

async function takeOver(target: Kysely<Tables>, { shopId, settle }: MoveRequest): Promise<void> {
  await target.updateTable("shops").set({ state: "active", state_until: null, moved_to: null }).where("shop_id", "=", shopId).execute();
  await settle();
}

async function isMoved(source: Kysely<Tables>, { shopId, targetId }: MoveRequest): Promise<boolean> {
  const shop = await source.selectFrom("shops").select(["state", "moved_to"]).where("shop_id", "=", shopId).executeTakeFirst();
  if (!shop) throw new AskonceError("SHOP_NOT_FOUND");
  if (shop.state !== "moved") return false;
  if (shop.moved_to !== targetId) throw new AskonceError("SHOP_MOVED", { details: { databaseId: shop.moved_to } });
  return true;
}

/** The shop's own row, closed to writers until it takes over. What an earlier try left, or the shop from before it moved away, goes. */
async function prepareTarget(source: Kysely<Tables>, target: Kysely<Tables>, shopId: string): Promise<void> {
  const shop = await source.selectFrom("shops").selectAll().where("shop_id", "=", shopId).executeTakeFirstOrThrow();
  const closed = { ...shop, state: "moving" as const, state_until: null, moved_to: null };
  await target
    .insertInto("shops")
    .values(closed)
    .onConflict((conflict) => conflict.column("shop_id").doUpdateSet(closed))
    .execute();
  await deleteShopRows(target, shopId);
}

async function copyRows(
  source: Kysely<Tables>,
  target: Kysely<Tables>,
  request: MoveRequest,
  carried: Carried,
  onCopied: (rows: number) => void,
): Promise<void> {
  for (const table of shopTables) {
    let last: Record<string, unknown> | null = null;
    for (;;) {
      request.signal?.throwIfAborted();
      const page: Record<string, unknown>[] = await readPage(source, table, request.shopId, last);
      const end = page.at(-1);
      if (!end) break;
      await writePatiently(source, target, table, page, request.shopId, carried);
      onCopied(page.length);
      last = end;
    }
  }
}

/** A row may point at one that came after its table was copied: that one is among the noted changes. */
async function writePatiently(
  source: Kysely<Tables>,
  target: Kysely<Tables>,
  table: ShopTable,
  page: readonly Record<string, unknown>[],
  shopId: string,
  carried: Carried,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await writeRows(target, table, page);
    } catch (error) {
      if (attempt === 3) throw error;
      await carryPatiently(source, target, shopId, carried);
    }
  }
}

async function carryPatiently(source: Kysely<Tables>, target: Kysely<Tables>, shopId: string, carried: Carried): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await carryChanges(source, target, shopId, carried);
    } catch (error) {
      // A row was deleted while it was read, and another one that points at it a moment before: the next round knows of both.
      if (attempt === 5) throw error;
    }
  }
}

/** Puts the triggers on or takes them off, each in a moment when nobody is writing to its table. */
async function noteChanges(database: Kysely<Tables>, { shopId, source, logger }: MoveRequest, mode: "install" | "remove"): Promise<void> {
  const { changeCapture, shortLockWait } = dialectFor(source);
  const steps = [
    ...(mode === "install" ? changeCapture.prepare.map((statement) => [statement]) : []),
    ...shopTables.map((table) =>
      mode === "install" ? changeCapture.install(table.name, table.key, shopId) : changeCapture.remove(table.name, shopId),
    ),
  ];
  // Where tables are locked one by one, one at a time; where the whole file is locked anyway, all in one turn.
  for (const step of shortLockWait ? steps : [steps.flat()]) {
    for (let attempt = 1; ; attempt++) {
      try {
        await database.transaction().execute(async (transaction) => {
          // Whoever waits for a lock on a table holds up all who come after: better to give up soon and try again.
          if (shortLockWait) await sql`${shortLockWait}`.execute(transaction);
          for (const statement of step) await sql.raw(statement).execute(transaction);
        });
        break;
      } catch (error) {
        if (attempt === mostTriesForLock) throw error;
        logger.debug("A table is busy; the move tries again", { attempt });
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }
  if (mode === "remove") await database.deleteFrom("shop_changes").where("shop_id", "=", shopId).execute();
}
