import { createAskonce, type Handler } from "@askonce/core";
import { toNodeHandler } from "@askonce/core/node";
import type { StorefrontAdapterV1 } from "@askonce/spec";
import { memoryStorefront } from "@askonce/testkit/storefront";
import { openStorage } from "../../../fault/server/open-storage.ts";
import { withDefectiveKeys } from "../../../fault/server/planted-defects.ts";
import { emptyShop } from "../empty-shop.ts";
import { countedTransactions } from "./counted-transactions.ts";
import type { IngestDefect, Subject, SubjectCounts, SubjectSettings } from "./subject.ts";

export async function askonceSubject(settings: SubjectSettings): Promise<Subject> {
  const { storage, counts } = countedTransactions(openStorage(settings.storage));
  const { adapter } = memoryStorefront(emptyShop);
  const askonce = createAskonce({
    storage,
    storefronts: [withDefectiveKeys(counting(adapter, counts), settings.defects.includes("no-dedupe") ? "no-dedupe" : null)],
    reconcileEveryMs: 24 * 3_600_000,
  });
  await askonce.start({ roles: [...(settings.listens ? ["web" as const] : []), ...(settings.works ? ["worker" as const] : [])] });
  return {
    listener: toNodeHandler(withDefect(askonce.handler, settings.defects)),
    counts: () => ({ ...counts }),
    stop: () => askonce.stop(),
  };
}

/** Every change comes whole, so nothing has to be read. */
function counting(adapter: StorefrontAdapterV1, counts: SubjectCounts): StorefrontAdapterV1 {
  return {
    ...adapter,
    getOrder: (ref, context) => {
      counts.upstreamReads++;
      return adapter.getOrder(ref, context);
    },
  };
}

/** One at a time: nothing arrives while a commit is under way, so nothing can share the next one. */
function withDefect(handler: Handler, defects: readonly IngestDefect[]): Handler {
  if (!defects.includes("no-grouping")) return handler;
  let last: Promise<unknown> = Promise.resolve();
  return (request, info) => {
    const answer = last.then(() => handler(request, info));
    last = answer.catch(() => {});
    return answer;
  };
}
