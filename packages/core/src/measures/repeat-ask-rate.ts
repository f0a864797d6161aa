import type { RepeatAskDimension, RepeatAskRate } from "@askonce/spec";
import { sql } from "kysely";
import { Temporal } from "temporal-polyfill";
import { type Caller, requireRole } from "../caller.ts";
import type { Platform } from "../platform/platform.ts";
import { dayOf } from "../questions/record-questions.ts";
import type { Store } from "../storage/store.ts";
import { wilsonInterval } from "./wilson.ts";

/** What can be measured about how customers are served. */
export interface Measures {
  /** How often customers were asked for what was known, `repeat_ask_rate@1`; `days` up to today, in the shop's zone. */
  repeatAsk(request: { dimension: RepeatAskDimension; days: number }, caller: Caller): Promise<RepeatAskRate>;
}

const mostValues = 100;

export function createMeasures(store: Store, platform: Platform): Measures {
  return {
    async repeatAsk({ dimension, days }, caller) {
      requireRole(caller, "agent");
      const database = await store.ready();
      const today = Temporal.PlainDate.from(dayOf(platform.clock.now(), store.shop.timeZone));
      const from = today.subtract({ days: days - 1 }).toString();
      const counts = (wanted: RepeatAskDimension) =>
        database.selectFrom("question_counts").where("shop_id", "=", store.shopId).where("dimension", "=", wanted).where("day", ">=", from);
      const rows = await counts(dimension)
        .select(["value", sql<number>`sum(asked)`.as("asked"), sql<number>`sum(known)`.as("known")])
        .groupBy("value")
        .orderBy("asked", "desc")
        .orderBy("value")
        .limit(mostValues)
        .execute();
      const byDay = await counts("all").select(["day", "asked", "known"]).orderBy("day").execute();
      const names =
        dimension === "agent"
          ? await namesOf(
              store,
              rows.map((row) => row.value),
            )
          : new Map<string, string>();
      return {
        metric: "repeat_ask_rate@1",
        dimension,
        items: rows.map((row) => {
          const [asked, known] = [Number(row.asked), Number(row.known)];
          const { share, low, high } = wilsonInterval(known, asked);
          const none = asked === 0;
          return {
            value: row.value,
            name: names.get(row.value) ?? null,
            asked,
            known,
            rate: none ? null : share,
            low: none ? null : low,
            high: none ? null : high,
          };
        }),
        days: byDay.map((row) => ({ day: row.day, asked: Number(row.asked), known: Number(row.known) })),
      };
    },
  };
}

async function namesOf(store: Store, agentIds: readonly string[]): Promise<Map<string, string>> {
  if (agentIds.length === 0) return new Map();
  const database = await store.ready();
  const rows = await database
    .selectFrom("agents")
    .select(["id", "name"])
    .where("shop_id", "=", store.shopId)
    .where("id", "in", [...agentIds])
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}
