import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { FakeShop } from "@askonce/testkit/shop-data";
import { readShop, writeShop } from "../fake/shop-data.ts";
import { CommandError } from "../output/command-error.ts";
import { exitCodes } from "../output/exit-codes.ts";
import { inventDemo } from "./invent-demo.ts";
import type { MomentName, PlannedMoment } from "./moments/plan-moments.ts";
import type { CourierPlan } from "./plan-courier.ts";
import type { ShopTickets } from "./write-tickets.ts";

export type ShopName = "woocommerce" | "shopify";

/** What a demo remembers between two starts. */
export interface DemoState {
  /** Ports of the fake shops and of the courier: pictures and links in stored orders point there. */
  ports: Record<ShopName | "courier", number>;
  /** Whether the tickets are written; a start that was cut off before begins anew. */
  seeded: boolean;
  /** Numbers of the orders that tickets are about. */
  watched: string[];
  courier: CourierPlan;
  /** Whether the broken item is reported. */
  damageReported: boolean;
  /** Where the moments are that the demo's page explains, by the tickets' ids. */
  moments: Partial<Record<MomentName, string>>;
  /** Signs this demo's packets, links and tokens: what it gave out before a restart stays good. */
  secret: string;
  /** How far the demo's clock is ahead of the machine's, in milliseconds. */
  aheadMs: number;
}

export interface DataFolder {
  databaseFile: string;
  filesFolder: string;
  shops: Record<ShopName, FakeShop>;
  /** What is still to be written; empty once it is. */
  tickets: readonly ShopTickets[];
  moments: readonly PlannedMoment[];
  state: DemoState;
  save(state: DemoState): void;
  saveShop(name: ShopName, shop: FakeShop): void;
}

/** Opens the demo's folder, or makes it. A folder with something else in it is refused: a demo never overwrites anybody's data. */
export async function openDataFolder(given: string): Promise<DataFolder> {
  const folder = resolve(given);
  const stateFile = join(folder, "demo.json");
  const shopFile = (name: ShopName) => join(folder, `${name}.json`);
  const databaseFile = join(folder, "askonce.db");
  const filesFolder = join(folder, "files");
  if (!existsSync(stateFile) && existsSync(folder) && readdirSync(folder).length > 0) {
    throw new CommandError("demoFolderTaken", { folder }, exitCodes.usage);
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const save = (state: DemoState) => {
    writeFileSync(`${stateFile}.new`, JSON.stringify(state));
    renameSync(`${stateFile}.new`, stateFile);
  };
  const saveShop = (name: ShopName, shop: FakeShop) => writeShop(shopFile(name), shop);

  const known = existsSync(stateFile) ? readState(readFileSync(stateFile, "utf8")) : null;
  if (known?.seeded && existsSync(databaseFile)) {
    return {
      databaseFile,
      filesFolder,
      shops: { woocommerce: readShop(shopFile("woocommerce")), shopify: readShop(shopFile("shopify")) },
      tickets: [],
      moments: [],
      state: known,
      save,
      saveShop,
    };
  }
  const { shops, tickets, moments, courier } = await inventDemo(new Date().toISOString());
  const state: DemoState = { ...untouched, secret: newSecret(), courier };
  save(state);
  for (const suffix of ["", "-wal", "-shm"]) rmSync(databaseFile + suffix, { force: true });
  for (const name of ["woocommerce", "shopify"] as const) saveShop(name, shops[name]);
  rmSync(filesFolder, { recursive: true, force: true });
  return { databaseFile, filesFolder, shops, tickets, moments, state, save, saveShop };
}

const untouched: DemoState = {
  ports: { woocommerce: 0, shopify: 0, courier: 0 },
  seeded: false,
  watched: [],
  courier: { parcels: [], damagedOrder: null },
  damageReported: false,
  moments: {},
  secret: "",
  aheadMs: 0,
};

const newSecret = () => randomBytes(32).toString("base64url");

/** A folder of an earlier version has no courier and no secret. */
function readState(text: string): DemoState {
  const state = JSON.parse(text) as Partial<DemoState>;
  return { ...untouched, ...state, secret: state.secret || newSecret(), ports: { ...untouched.ports, ...state.ports } };
}
