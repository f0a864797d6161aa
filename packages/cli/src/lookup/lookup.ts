import type { Askonce, OrderSearch } from "@askonce/core";
import type { ContextOrder, Gap } from "@askonce/spec";
import type { CommandTools } from "../command.ts";
import { openMemoryInstance } from "../instance/memory-instance.ts";
import { openInstance } from "../instance/open-instance.ts";
import { fill } from "../language/messages.ts";
import { CommandError } from "../output/command-error.ts";
import { describeCode } from "../output/describe-failure.ts";
import { exitCodes } from "../output/exit-codes.ts";
import { type DirectOptions, directStorefront } from "../storefront/direct-storefront.ts";
import { renderGaps, renderOrder } from "./render-order.ts";
import { withEvidence } from "./with-evidence.ts";

export interface LookupOptions extends DirectOptions {
  number?: string;
  email?: string;
  phone?: string;
  tracking?: string;
  country?: string;
  json?: boolean;
  config?: string;
  data?: string;
}

const system = { kind: "system" } as const;

/** So many of the orders found are read whole: what a shop's search gives has no refunds, parcels or notes. */
const mostReadWhole = 3;

/** Finds orders by what a customer would say, in what is stored or at the storefront, and prints what is known about them. */
export async function lookup(options: LookupOptions, tools: CommandTools): Promise<void> {
  const { terminal, messages } = tools;
  const search = readSearch(options);
  const askonce = await openFor(options, tools);
  try {
    const found = await askonce.orders.search({ ...search, live: true }, system);
    const items = await Promise.all(found.items.map((item, index) => (index < mostReadWhole ? readWhole(askonce, item) : item)));
    const orders = items.map((item) => withEvidence(item, search));
    const failed = orders.length === 0 ? found.gaps.filter(isFailure) : [];
    const gaps = found.gaps.filter((gap) => !failed.includes(gap));
    if (options.json) {
      const { trackingNumber, ...query } = search;
      terminal.print(
        JSON.stringify(
          { query: { ...query, ...(trackingNumber === undefined ? {} : { trackingNumber }) }, orders, gaps: found.gaps },
          null,
          2,
        ),
      );
    } else {
      if (orders.length > 1) terminal.print(`${fill(messages.lookup.count, { count: orders.length })}\n`);
      for (const order of orders) terminal.print(`${renderOrder(order, search, tools).join("\n")}\n`);
      // A shop that did not answer may well have the order.
      if (orders.length === 0 && failed.length === 0) terminal.print(messages.lookup.notFound);
      if (gaps.length > 0) {
        terminal.print(messages.lookup.whyNot);
        for (const line of renderGaps(withoutCodes(gaps), messages)) terminal.print(`  ${line}`);
      }
    }
    if (orders.length > 0) return;
    for (const gap of failed) {
      const advice = gap.remedy === null ? null : describeCode(gap.remedy, messages);
      terminal.error(`${gap.adapterId}: ${gap.remedy ?? gap.reason}`);
      if (advice !== null) terminal.error(advice);
    }
    tools.finish(failed.length > 0 ? exitCodes.storefront : exitCodes.failed);
  } finally {
    await askonce.stop();
  }
}

function readSearch({ number, email, phone, tracking }: LookupOptions): OrderSearch {
  const given = { number, email, phone, trackingNumber: tracking };
  const search = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value.trim() !== "")) as OrderSearch;
  if (Object.keys(search).length === 0) throw new CommandError("nothingToLookUp", {}, exitCodes.usage);
  return search;
}

async function openFor(options: LookupOptions, { terminal }: CommandTools): Promise<Askonce> {
  const direct = directStorefront(options, process.env, terminal);
  const country = options.country === undefined ? {} : { countryCode: options.country.toUpperCase() };
  if (direct !== null) return (await openMemoryInstance(direct, country, terminal)).askonce;
  const instance = await openInstance(options, terminal);
  if (instance.storefronts.length === 0) {
    await instance.askonce.stop();
    throw new CommandError("noStorefronts", {}, exitCodes.usage);
  }
  return instance.askonce;
}

/** What was found already is worth more than an error, when the shop does not answer this time. */
async function readWhole(askonce: Askonce, item: ContextOrder): Promise<ContextOrder> {
  if (!item.provenance.stale) return item;
  return askonce.orders.refresh(item.order.ref, system).catch(() => item);
}

type FoundGap = Gap & { adapterId: string };

/** The whole storefront failed, rather than a part of an order; `remedy` is then the error's code. */
function isFailure(gap: FoundGap): boolean {
  return gap.reason === "failed" && gap.field === "orders";
}

function withoutCodes(gaps: readonly FoundGap[]): FoundGap[] {
  return gaps.map((gap) => (isFailure(gap) ? { ...gap, remedy: null } : gap));
}
