import { round, seededRandom, spreadOf } from "../measure.ts";
import type { OperationParameters } from "../request-tracker/operations.ts";
import { requestTracker } from "../request-tracker/request-tracker.ts";
import type { TicketSource } from "../request-tracker/ticket-source.ts";
import type { OperationResult } from "./measure-operation.ts";
import { searchTerms } from "./search-terms.ts";

/**
 * The same tickets in Request Tracker on the same server, and the same questions. Its texts are found by whole words, so the searches are the
 * ones for whole words; its times are those inside its own API, without a web server, as ours are.
 */
export async function comparePeer(
  url: string,
  options: { tickets: number; operations: number; seed: number },
  source: TicketSource,
  own: Readonly<Record<string, OperationResult>>,
) {
  const peer = requestTracker({ url });
  const available = await peer.available();
  if (!available.ok) return { name: "request-tracker", skipped: available.reason };
  try {
    console.error("… request tracker: loading");
    const load = await peer.load(options.tickets, source);
    const random = seededRandom(options.seed);
    const some = Array.from({ length: 1000 }, () => Math.floor(random() * options.tickets));
    const terms = searchTerms(source, options.tickets, options.seed);
    const count = Math.min(options.operations, 100);
    const search = async (kind: keyof typeof terms, parameters: Partial<OperationParameters["search"]> = {}) =>
      peer.measure("search", count, { terms: terms[kind], ...parameters });
    const measured = {
      listOfTag: await peer.measure("list", count, { queues: Array.from({ length: source.queues }, (_, index) => index) }),
      open: await peer.measure("open", count, { tickets: some }),
      searchCommonWord: await search("common"),
      searchMiddlingWord: await search("middling"),
      searchRareWord: await search("rare"),
      searchNumber: await search("number"),
      searchOpenOnly: await search("middling", { openOnly: true }),
      reply: await peer.measure("reply", count, { tickets: some, text: (turn) => source.textOf(some[turn % some.length] ?? 0, 1) }),
      create: await peer.measure("create", count, {
        ticket: (turn) => {
          const index = some[turn % some.length] ?? 0;
          const { queue, customer, subject } = source.ticketOf(index);
          return { queue, customer, subject, text: source.textOf(index, 0) };
        },
      }),
    };
    const operations = Object.entries(measured).map(([name, { milliseconds, database }]) => {
      const spread = spreadOf(milliseconds);
      const mine = own[name];
      return [name, { ...spread, database, timesSlowerAtP50: mine ? round(spread.p50Ms / mine.p50Ms, 1) : null }] as const;
    });
    return { name: "request-tracker", version: available.version, load, operations: Object.fromEntries(operations) };
  } finally {
    await peer.close();
  }
}
