import { type DraftAsk, type DraftCheck, draftAskSchema, type Question } from "@askonce/spec";
import { type Caller, requireRole } from "../caller.ts";
import type { Platform } from "../platform/platform.ts";
import type { Store } from "../storage/store.ts";
import { lastInboundThread } from "../tickets/last-inbound-thread.ts";
import { ticketRow } from "../tickets/tickets.sql.ts";
import type { Gate } from "./gate.ts";
import type { GuardSettings } from "./guard-settings.ts";
import { toQuestion } from "./questions.sql.ts";

/** What replies ask. */
export interface Questions {
  /**
   * Finds what a draft asks for although it is known. Writes nothing.
   *
   * @throws AskonceError `TICKET_NOT_FOUND`
   */
  checkDraft(ticketId: string, draft: { text: string; language?: string | undefined }, caller: Caller): Promise<DraftCheck>;
  /** What the customer was asked on a ticket, newest first, the last 200. @throws AskonceError `TICKET_NOT_FOUND` */
  list(ticketId: string, caller: Caller): Promise<Question[]>;
}

const readerTimeMs = 2000;

export function createQuestions(store: Store, platform: Platform, gate: Gate, settings: GuardSettings): Questions {
  const { shopId } = store;
  return {
    async checkDraft(ticketId, draft, caller) {
      requireRole(caller, "agent");
      const database = await store.ready();
      const channel = (await lastInboundThread(database, shopId, ticketId))?.channel ?? "api";
      const { check, context } = await gate.check(database, ticketId, { ...draft, channel });
      const { reader } = settings;
      if (!reader) return check;
      const signal = AbortSignal.timeout(readerTimeMs);
      const late = new Promise<never>((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true }));
      // A reader that throws before it gives a promise leaves nobody to hear of the end of its time.
      late.catch(() => {});
      try {
        const known = context.facts.map(({ key, value }) => ({ key, value }));
        const read = reader({ draft: draft.text, language: check.language, asks: check.asks, known, signal });
        return { ...check, asks: usable(await Promise.race([read, late]), draft.text) };
      } catch (error) {
        platform.logger.warn("The reader of drafts did not answer", { error: error instanceof Error ? error.name : typeof error });
        return check;
      }
    },

    async list(ticketId, caller) {
      requireRole(caller, "agent");
      const database = await store.ready();
      await ticketRow(database, shopId, ticketId);
      const rows = await database
        .selectFrom("questions")
        .selectAll()
        .where("shop_id", "=", shopId)
        .where("ticket_id", "=", ticketId)
        .orderBy("asked_at", "desc")
        .orderBy("id", "desc")
        .limit(200)
        .execute();
      return rows.map(toQuestion);
    },
  };
}

/** What a reader gives is somebody else's: only what has the right shape and lies in the draft is shown. */
function usable(asks: readonly DraftAsk[], text: string): DraftAsk[] {
  return asks
    .flatMap((ask) => draftAskSchema.safeParse(ask).data ?? [])
    .filter((ask) => ask.from < ask.to && ask.to <= text.length)
    .map((ask) => ({ ...ask, text: text.slice(ask.from, ask.to).slice(0, 500) }))
    .slice(0, 50);
}
