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
import { momentGuide } from "./moments/moment-guide.ts";
import { writeMailAfterForm, writeMoments } from "./moments/write-moments.ts";
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

/** Two fake shops with a few hundred orders each, a courier, ninety tickets, three agents and the desk, all on this machine and on one clock. */
export async function demo(options: DemoOptions, { terminal }: CommandTools): Promise<void> {
  const stopped = untilStopped();
  const closers: (() => Promise<unknown>)[] = [];
  try {
    const folder = await openDataFolder(options.data);
    const [{ createAskonce }, { sqlite }, { toNodeHandler, localFiles }] = await Promise.all([
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
    const { secret } = folder.state;
    const askonce = open({
      clock,
      carriers: [courier.carrier],
      delivery,
      files: localFiles({ directory: folder.filesFolder, secret, baseUrl: "/api/v1/files", clock }),
      packets: { keys: [{ id: "demo", secret }] },
      // A demo sends nothing: whoever asks for a code reads it here.
      identity: { secrets: [secret], sendCode: async ({ kind, code }) => terminal.error(`one-time code by ${kind}: ${code}`) },
    });
    closers.unshift(() => askonce.stop());
    let passing: PassingTime | null = null;
    const clockPage = createClockPage({
      clock,
      parcels: courier.planned,
      guide: () => momentGuide(folder.state.moments),
      skip: (durationMs) => passing?.skip(durationMs),
    });
    const desk = deskAndApi(askonce.handler, () => terminal.error("The desk is not built."));
    const handler: typeof desk = async (request, info) => (await clockPage(request)) ?? desk(request, info);
    const server = await listen(toNodeHandler(handler), { port: options.port, host: "127.0.0.1" });
    closers.unshift(() => server.close());

    await backfillAll(askonce, running, terminal);
    if (!folder.state.seeded) await seed(open, folder, terminal);
    await askonce.start();
    for (const shop of running) await shop.deliver(server.url);
    if (!folder.state.damageReported) await reportAndWrite(askonce, server.url, folder, terminal);
    passing = passTime({ folder, running, courier, clock, baseUrl: server.url, tickMs: options.tickMs });
    closers.unshift(passing.stop);

    const owner = (await askonce.agents.list(system)).find((agent) => agent.role === "owner");
    if (!owner) throw new Error("The demo's data has no owner");
    for (const shop of running)
      terminal.print(`${shop.storefront.displayName}: ${shop.url}, ${folder.shops[shop.name].orders.length} orders`);
    terminal.print(`${courier.carrier.displayName}: ${courier.url}, ${folder.state.courier.parcels.length} parcels`);
    terminal.print(`what to try, and let time pass: ${server.url}/demo`);
    terminal.print(`agent token: ${await newToken(askonce, owner)}`);
    terminal.print(`ready ${server.url}`);
    await stopped;
  } finally {
    for (const close of closers) await close();
  }
}

/** A customer fills in the form about a broken item, and writes a mail about it. */
async function reportAndWrite(askonce: Askonce, url: string, folder: DataFolder, terminal: Terminal): Promise<void> {
  const ticketNumber = await reportDamage(url, folder);
  if (ticketNumber === "refused") return terminal.error("The report of a broken item was refused.");
  const form = ticketNumber === null ? null : await writeMailAfterForm(askonce, ticketNumber);
  if (form !== null) folder.state.moments = { ...folder.state.moments, form };
  folder.state.damageReported = true;
  folder.save(folder.state);
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
    const written = await writeTickets(past, clock, shopTickets, (done) =>
      terminal.progress(`${progressBar({ done, total })} ${done} of ${total} tickets`),
    );
    folder.state.moments = await writeMoments(past, clock, folder.moments, written);
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
