import { AskonceError, type Context, type DraftCheck, type isAtLeast } from "@askonce/spec";
import { readContextRows } from "../context/context.sql.ts";
import { assemble, type ContextGround } from "../context/context.ts";
import { findDisclosures } from "../disclosure/find-disclosures.ts";
import { checkDraft } from "../guard/check-draft.ts";
import type { HistoryMessage } from "../guard/known-values.ts";
import { toInstant } from "../platform/instants.ts";
import type { Platform } from "../platform/platform.ts";
import type { Database, Store, UnitOfWork } from "../storage/store.ts";
import type { GuardSettings } from "./guard-settings.ts";
import { createReadMessages, type ReadMessages } from "./read-messages.ts";

type Reader = Database | UnitOfWork["database"];

/** What a draft is checked against, and what came of it. */
export interface CheckedDraft {
  check: DraftCheck;
  context: Context;
}

/** Every reply goes through here, whoever or whatever wrote it. */
export interface Gate {
  /** @throws AskonceError `TICKET_NOT_FOUND` */
  check(database: Reader, ticketId: string, draft: { text: string; language?: string | undefined; channel: string }): Promise<CheckedDraft>;
  /**
   * The same for what is about to be sent.
   *
   * @param sendAnyway why it goes all the same
   * @throws AskonceError `REPLY_ASKS_KNOWN`, `REPLY_DISCLOSES` where the channel's mode is `block` and there is no reason
   */
  pass(
    database: Reader,
    ticketId: string,
    draft: { text: string; channel: string; sendAnyway?: string | undefined },
  ): Promise<CheckedDraft>;
}

/** The newest messages that are read for what was said and asked. */
const historyLength = 30;

export function createGate(store: Store, platform: Platform, ground: ContextGround, settings: GuardSettings): Gate {
  const read = createReadMessages(ground.countryCode);
  const check: Gate["check"] = async (database, ticketId, draft) => {
    const rows = await readContextRows(store, ticketId, database);
    if (!rows.ticket) throw new AskonceError("TICKET_NOT_FOUND");
    const now = platform.clock.now();
    const context = assemble(rows, rows.ticket, now, ground);
    const messages = await readHistory(database, store.shopId, ticketId, read);
    const { language, asks } = checkDraft({
      draft: draft.text,
      language: draft.language ?? context.ticket.language,
      facts: context.facts,
      history: messages,
      now: toInstant(now),
      timeZone: store.shop.timeZone,
      ...(ground.countryCode === undefined ? {} : { countryCode: ground.countryCode }),
    });
    const disclosures = findDisclosures(draft.text, context, messages);
    return {
      context,
      check: { mode: settings.modeOf(draft.channel), language, asks: asks.slice(0, 50), disclosures: disclosures.slice(0, 50) },
    };
  };
  return {
    check,
    async pass(database, ticketId, draft) {
      const checked = await check(database, ticketId, draft);
      const { mode, asks, disclosures } = checked.check;
      if (mode !== "block" || draft.sendAnyway !== undefined) return checked;
      const known = asks.filter((ask) => ask.verdict === "known");
      if (known.length > 0) {
        throw new AskonceError("REPLY_ASKS_KNOWN", { details: { asks: known.map(({ key, from, to }) => ({ key, from, to })) } });
      }
      if (disclosures.length > 0) throw new AskonceError("REPLY_DISCLOSES", { details: { disclosures } });
      return checked;
    },
  };
}

/** A message with how sure we were of who wrote it. */
export interface HistoryEntry extends HistoryMessage {
  assurance: Parameters<typeof isAtLeast>[0];
}

async function readHistory(database: Reader, shopId: string, ticketId: string, read: ReadMessages): Promise<HistoryEntry[]> {
  const rows = await database
    .selectFrom("messages")
    .select(["id", "direction", "text", "at", "assurance"])
    .where("shop_id", "=", shopId)
    .where("ticket_id", "=", ticketId)
    .where("direction", "<>", "note")
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(historyLength)
    .execute();
  return rows.reverse().map((row) => ({
    id: row.id,
    direction: row.direction === "inbound" ? "inbound" : "outbound",
    text: row.text,
    at: toInstant(row.at),
    assurance: row.assurance,
    facts: row.direction === "inbound" ? read.facts(row) : null,
  }));
}
