import { setTimeout as delay } from "node:timers/promises";
import type { AnswerBook } from "./answer-book.ts";
import type { FaultShop, ShopChange } from "./fault-shop.ts";
import type { HttpCaller } from "./http-call.ts";
import type { Pace } from "./pace.ts";

/** What the sender knows of one change. */
export interface SentChange {
  key: string;
  ref: string;
  version: number | null;
  deliveries: number;
  /** How many of them were answered with 2xx. */
  acknowledged: number;
}

export interface WebhookLoad {
  readonly changes: ReadonlyMap<string, SentChange>;
  /** Makes no new changes any more; resolves when every delivery is acknowledged, `false` if that takes longer than `patienceMs`. */
  finish(patienceMs: number): Promise<boolean>;
}

const duplicateShare = 0.3;
const reorderedShare = 0.2;
const retryPauseMs = 25;

/**
 * The sending side of a vendor: several connections, a share of the deliveries doubled, a share held back until later ones have gone ahead. A
 * delivery that is not acknowledged is sent again until it is, as the vendors do over days.
 */
export function startWebhookLoad(options: {
  shop: FaultShop;
  caller: HttpCaller;
  book: AnswerBook;
  pace: Pace;
  connections: number;
  random: () => number;
}): WebhookLoad {
  const { shop, caller, book, pace, random } = options;
  const changes = new Map<string, SentChange>();
  /** By the number of the delivery after which they go out. */
  const heldBack: { change: ShopChange; after: number }[] = [];
  let sent = 0;
  let finishing = false;
  let givenUp = false;

  const takeHeldBack = (): ShopChange | null => {
    const index = heldBack.findIndex(({ after }) => finishing || after <= sent);
    return index === -1 ? null : (heldBack.splice(index, 1)[0]?.change ?? null);
  };
  const takeNext = (): ShopChange | null => {
    const held = takeHeldBack();
    if (held || finishing) return held;
    const change = shop.change();
    changes.set(change.key, { key: change.key, ref: change.ref, version: change.version, deliveries: 0, acknowledged: 0 });
    if (random() < duplicateShare) heldBack.push({ change, after: sent + Math.ceil(random() * 30) });
    if (random() >= reorderedShare) return change;
    heldBack.push({ change, after: sent + 3 + Math.ceil(random() * 20) });
    return takeNext();
  };
  const deliver = async (change: ShopChange) => {
    const entry = changes.get(change.key);
    if (!entry) return;
    while (!givenUp) {
      entry.deliveries++;
      try {
        const answer = await caller.call("POST", "/api/v1/webhooks/memory", {
          headers: Object.fromEntries(change.webhook.headers),
          body: change.webhook.body,
        });
        book.note(answer);
        if (answer.status < 300) {
          entry.acknowledged++;
          return;
        }
      } catch {
        book.noteSilence();
      }
      await delay(retryPauseMs);
    }
  };
  const connection = async () => {
    for (;;) {
      if (!finishing) await pace.turn();
      const change = takeNext();
      if (!change) return;
      sent++;
      await deliver(change);
    }
  };
  const connections = Promise.all(Array.from({ length: options.connections }, connection));

  return {
    changes,
    async finish(patienceMs) {
      finishing = true;
      const timer = setTimeout(() => {
        givenUp = true;
      }, patienceMs);
      await connections;
      clearTimeout(timer);
      return !givenUp;
    },
  };
}
