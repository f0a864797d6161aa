import type { Askonce } from "@askonce/core";
import type { CommandTools } from "../command.ts";
import { newToken } from "../instance/owner.ts";
import { terminalLogger } from "../instance/terminal-logger.ts";
import { progressBar } from "../output/progress-bar.ts";
import type { Terminal } from "../output/terminal.ts";
import { deskAndApi } from "../server/desk-and-api.ts";
import { listen } from "../server/listen.ts";
import { untilStopped } from "../server/until-stopped.ts";
import { chooseTickets } from "./choose-tickets.ts";
import { type DataFolder, openDataFolder } from "./data-folder.ts";
import { createParcelMover } from "./move-parcels.ts";
import { type RunningShop, startShops } from "./start-shops.ts";
import { createSettableClock, type ShopTickets, writeTickets } from "./write-tickets.ts";

export interface DemoOptions {
  port: number;
  data: string;
  tickMs: number;
}

const system = { kind: "system" } as const;
const shopSettings = { name: "Casa Lumina", countryCode: "RO", timeZone: "Europe/Bucharest", language: "ro" };

/** Two fake shops with a few hundred orders each, sixty tickets, three agents and the desk, all on this machine. */
export async function demo(options: DemoOptions, { terminal }: CommandTools): Promise<void> {
  const stopped = untilStopped();
  const closers: (() => Promise<unknown>)[] = [];
  try {
    const folder = await openDataFolder(options.data);
    const [{ createAskonce }, { sqlite }, { toNodeHandler }] = await Promise.all([
      import("@askonce/core"),
      import("@askonce/sqlite"),
      import("@askonce/core/node"),
    ]);
    const shops = await startShops(folder);
    const running = [shops.woocommerce, shops.shopify];
    closers.push(...running.map((shop) => () => shop.close()));
    folder.state.ports = { woocommerce: portOf(shops.woocommerce), shopify: portOf(shops.shopify) };
    folder.save(folder.state);

    const storefronts = running.map((shop) => shop.storefront);
    const open = (extra: Partial<Parameters<typeof createAskonce>[0]>) =>
      createAskonce({
        storage: sqlite({ path: folder.databaseFile, durability: "normal" }),
        shop: shopSettings,
        storefronts,
        logger: terminalLogger(terminal),
        ...extra,
      });
    const askonce = open({});
    closers.unshift(() => askonce.stop());
    const server = await listen(toNodeHandler(deskAndApi(askonce.handler, () => terminal.error("The desk is not built."))), {
      port: options.port,
      host: "127.0.0.1",
    });
    closers.unshift(() => server.close());

    await backfillAll(askonce, running, terminal);
    if (!folder.state.seeded) await seed(open, folder, terminal);
    await askonce.start();
    for (const shop of running) await shop.deliver(server.url);

    const owner = (await askonce.agents.list(system)).find((agent) => agent.role === "owner");
    if (!owner) throw new Error("The demo's data has no owner");
    for (const shop of running)
      terminal.print(`${shop.storefront.displayName}: ${shop.url}, ${folder.shops[shop.name].orders.length} orders`);
    terminal.print(`agent token: ${await newToken(askonce, owner)}`);
    terminal.print(`ready ${server.url}`);
    const stopMoving = moveParcels(folder, running, server.url, options.tickMs);
    closers.unshift(stopMoving);
    await stopped;
  } finally {
    for (const close of closers) await close();
  }
}

async function backfillAll(askonce: Askonce, running: readonly RunningShop[], terminal: Terminal): Promise<void> {
  for (const { storefront } of running) {
    let last = "";
    await askonce.sync.backfill(storefront.id, {
      onProgress(progress) {
        last = `${storefront.displayName}: ${progress.done} of ${progress.total ?? "?"} orders`;
        terminal.progress(`${progressBar(progress)} ${last}`);
      },
    });
    if (last !== "") terminal.error(last);
  }
}

/** The tickets are written by an instance of their own, whose clock is in the past. */
async function seed(
  open: (extra: { clock: ReturnType<typeof createSettableClock>; storefronts: [] }) => Askonce,
  folder: DataFolder,
  terminal: Terminal,
): Promise<void> {
  const shopTickets: ShopTickets[] = [
    { shop: "woocommerce", tickets: await chooseTickets(folder.shops.woocommerce, 11) },
    { shop: "shopify", tickets: await chooseTickets(folder.shops.shopify, 12) },
  ];
  const clock = createSettableClock();
  const past = open({ clock, storefronts: [] });
  const total = shopTickets.reduce((sum, { tickets }) => sum + tickets.length, 0);
  try {
    await writeTickets(past, clock, shopTickets, (done) =>
      terminal.progress(`${progressBar({ done, total })} ${done} of ${total} tickets`),
    );
  } finally {
    await past.stop();
  }
  terminal.error(`${total} tickets in English, Italian and Romanian`);
  folder.state.watched = shopTickets.flatMap(({ tickets }) => tickets.flatMap((ticket) => ticket.about.orderNumber ?? []));
  folder.state.seeded = true;
  folder.save(folder.state);
}

/** Lets time pass in the shops. Resolves when a delivery that is under way has ended. */
function moveParcels(folder: DataFolder, running: readonly RunningShop[], baseUrl: string, tickMs: number): () => Promise<void> {
  const watched = new Set(folder.state.watched);
  const movers = running.map((shop) => ({
    shop,
    move: createParcelMover({ running: shop, shop: folder.shops[shop.name], watched, save: folder.saveShop, now: Date.now }),
  }));
  let underWay = Promise.resolve();
  let turn = 0;
  const timer = setInterval(() => {
    const next = movers[turn++ % movers.length];
    if (next?.move()) underWay = underWay.then(() => next.shop.deliver(baseUrl)).catch(() => {});
  }, tickMs);
  return async () => {
    clearInterval(timer);
    await underWay;
  };
}

function portOf({ url }: RunningShop): number {
  return Number(new URL(url).port);
}
