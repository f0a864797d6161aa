import { loadavg } from "node:os";
import { startPostgres } from "@askonce/testkit/postgres";
import { createCleanUp } from "../../fault/ground/clean-up.ts";
import { round } from "../measure.ts";
import { gatesOf } from "./gates.ts";
import { measureCapacity } from "./measure-capacity.ts";
import { measureDirectory } from "./measure-directory.ts";
import { measureDueShops } from "./measure-due-shops.ts";
import { type ScaleOptions, simulateScale, type WorkOptions } from "./simulate.ts";

export interface ScaleBenchOptions {
  /** In the directory and in the simulation. */
  shops: number;
  /** In the simulation. */
  databases: number;
  /** In the one database in which due shops are looked for. */
  shopsInOneDatabase: number;
  /** Of these, with a lane of jobs. */
  lanes: number;
  /** For each measurement of writing. */
  seconds: number;
  seed: number;
}

/** Assumed, not measured: what an order brings with it. A shop's own figures belong here. */
const perOrder = { webhooksPerOrder: 8, ticketsPerOrder: 0.1, writesPerTicket: 6, viewsPerTicket: 10 } as const;

/**
 * How far it is to a hundred thousand shops: what one shop, one database and the directory do here, measured, and what follows for many,
 * simulated. Fails on counts only: a look for due shops that reads more pages than it has shops, a busiest database that moving shops has not
 * relieved, a move that lost its way.
 */
export async function benchScale(options: ScaleBenchOptions) {
  const startedAt = performance.now();
  const cleanUp = createCleanUp();
  try {
    const server = cleanUp.add(await startPostgres({ durable: true }), (started) => started.dispose());
    const loadBefore = loadavg()[0] ?? 0;
    const directory = await measureDirectory(await server.createDatabase("directory"), options.shops, options.seed);
    const dueShops = await measureDueShops(await server.createDatabase("due"), options.shopsInOneDatabase, options.lanes);
    const capacity = await measureCapacity(
      {
        serverUrl: server.url(),
        postmaster: server.pid ?? 0,
        directory: await server.createDatabase("places"),
        first: await server.createDatabase("first"),
        second: await server.createDatabase("second"),
      },
      options.seconds,
    );
    const work: WorkOptions = {
      ...perOrder,
      databaseMs: {
        webhook: capacity.webhooks.databaseMsReceived ?? 0,
        applied: capacity.webhooks.databaseMsApplied ?? 0,
        write: capacity.sixteenShops.databaseMs ?? 0,
        view: capacity.view.databaseMs ?? 0,
      },
      bytes: capacity.bytes,
      inboxDays: 30,
      shopWritesPerSecond: capacity.oneShop.perSecond,
      shopAppliesPerSecond: capacity.webhooks.appliedPerSecond,
    };
    const simulation = simulateScale(scaleOptions(options, work));
    const exceeded = gatesOf({ dueShops, simulation, moved: capacity.move.rows });
    return {
      bench: "scale",
      seed: options.seed,
      measured: { postgres: server.version, directory, dueShops, capacity },
      assumed: perOrder,
      simulated: simulation,
      loadAverage: [round(loadBefore, 1), round(loadavg()[0] ?? 0, 1)],
      ms: Math.round(performance.now() - startedAt),
      exceeded,
      ok: exceeded.length === 0,
    };
  } finally {
    await cleanUp.run();
  }
}

export function scaleOptions(
  { shops, databases, seed }: Pick<ScaleBenchOptions, "shops" | "databases" | "seed">,
  work: WorkOptions,
): ScaleOptions {
  return {
    population: { shops, largestOrdersPerDay: 20_000, exponent: 0.9, seed },
    databases,
    coresPerDatabase: 4,
    usableShare: 0.6,
    work,
    sale: { share: 0.4, timesOrders: 5, timesFirstHour: 3 },
  };
}
