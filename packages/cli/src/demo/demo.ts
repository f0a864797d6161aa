import type { Askonce } from "@askonce/core";
import type { CommandTools } from "../command.ts";
import { newToken } from "../instance/owner.ts";
import { terminalLogger } from "../instance/terminal-logger.ts";
import { progressBar } from "../output/progress-bar.ts";
import type { Terminal } from "../output/terminal.ts";
import { deskAndApi } from "../server/desk-and-api.ts";
import { listen } from "../server/listen.ts";
import { untilStopped } from "../server/until-stopped.ts";
import { createMovableClock } from "../simulation/movable-clock.ts";
import { createClockPage } from "./clock-page.ts";
import { type DataFolder, openDataFolder } from "./data-folder.ts";
import { type PassingTime, passTime } from "./pass-time.ts";
import { reportDamage } from "./report-damage.ts";
import { startCourier } from "./start-courier.ts";
import { type RunningShop, startShops } from "./start-shops.ts";
import { createSettableClock, writeTickets } from "./write-tickets.ts";

export interface DemoOptions {
  port: number;
  data: string;
  tickMs: number;
}

const system = { kind: "system" } as const;
const shopSettings = { name: "Casa Lumina", countryCode: "RO", timeZone: "Europe/Bucharest", language: "ro" };
/** What the Romanian shop promises for the courier that can be asked. */
const delivery = {
  originCountry: "RO",
  services: [{ carrier: "Sameday", originCountry: "RO", destinationCountry: "RO", handlingDays: 1, transitDays: 1, cutOff: "16:00" }],
};

/** Two fake shops with a few hundred orders each, a courier, sixty tickets, three agents and the desk, all on this machine and on one clock. */
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
    const clock = createMovableClock({ aheadMs: folder.state.aheadMs });
    const shops = await startShops(folder, clock);
    const running = [shops.woocommerce, shops.shopify];
    closers.push(...running.map((shop) => () => shop.close()));
    const courier = await startCourier(folder, clock);
    closers.push(() => courier.close());
    folder.state.ports = { woocommerce: portOf(shops.woocommerce), shopify: portOf(shops.shopify), courier: portOf(courier) };
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
    const askonce = open({ clock, carriers: [courier.carrier], delivery });
    closers.unshift(() => askonce.stop());
    let passing: PassingTime | null = null;
    const clockPage = createClockPage({ clock, parcels: courier.planned, skip: (durationMs) => passing?.skip(durationMs) });
    const desk = deskAndApi(askonce.handler, () => terminal.error("The desk is not built."));
    const handler: typeof desk = async (request, info) => (await clockPage(request)) ?? desk(request, info);
    const server = await listen(toNodeHandler(handler), { port: options.port, host: "127.0.0.1" });
    closers.unshift(() => server.close());

    await backfillAll(askonce, running, terminal);
    if (!folder.state.seeded) await seed(open, folder, terminal);
    await askonce.start();
    for (const shop of running) await shop.deliver(server.url);
    if (!folder.state.damageReported) {
      folder.state.damageReported = await reportDamage(server.url, folder);
      if (!folder.state.damageReported) terminal.error("The report of a broken item was refused.");
      folder.save(folder.state);
    }
    passing = passTime({ folder, running, courier, clock, baseUrl: server.url, tickMs: options.tickMs });
    closers.unshift(passing.stop);

    const owner = (await askonce.agents.list(system)).find((agent) => agent.role === "owner");
    if (!owner) throw new Error("The demo's data has no owner");
    for (const shop of running)
      terminal.print(`${shop.storefront.displayName}: ${shop.url}, ${folder.shops[shop.name].orders.length} orders`);
    terminal.print(`${courier.carrier.displayName}: ${courier.url}, ${folder.state.courier.parcels.length} parcels`);
    terminal.print(`let time pass: ${server.url}/demo`);
    terminal.print(`agent token: ${await newToken(askonce, owner)}`);
    terminal.print(`ready ${server.url}`);
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
  const shopTickets = folder.tickets;
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

function portOf({ url }: { url: string }): number {
  return Number(new URL(url).port);
}
