import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { FakeShop } from "@askonce/testkit/shop-data";
import { readShop, writeShop } from "../fake/shop-data.ts";
import { CommandError } from "../output/command-error.ts";
import { exitCodes } from "../output/exit-codes.ts";
import { inventShops } from "./invent-shops.ts";

export type ShopName = "woocommerce" | "shopify";

/** What a demo remembers between two starts. */
export interface DemoState {
  /** Ports of the fake shops: pictures and links in stored orders point there. */
  ports: Record<ShopName, number>;
  /** Whether the tickets are written; a start that was cut off before begins anew. */
  seeded: boolean;
  /** Numbers of the orders that tickets are about. */
  watched: string[];
}

export interface DataFolder {
  databaseFile: string;
  shops: Record<ShopName, FakeShop>;
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
  if (!existsSync(stateFile) && existsSync(folder) && readdirSync(folder).length > 0) {
    throw new CommandError("demoFolderTaken", { folder }, exitCodes.usage);
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const save = (state: DemoState) => {
    writeFileSync(`${stateFile}.new`, JSON.stringify(state));
    renameSync(`${stateFile}.new`, stateFile);
  };
  const saveShop = (name: ShopName, shop: FakeShop) => writeShop(shopFile(name), shop);

  const known = existsSync(stateFile) ? (JSON.parse(readFileSync(stateFile, "utf8")) as DemoState) : null;
  if (known?.seeded && existsSync(databaseFile)) {
    return {
      databaseFile,
      shops: { woocommerce: readShop(shopFile("woocommerce")), shopify: readShop(shopFile("shopify")) },
      state: known,
      save,
      saveShop,
    };
  }
  const state: DemoState = { ports: { woocommerce: 0, shopify: 0 }, seeded: false, watched: [] };
  save(state);
  for (const suffix of ["", "-wal", "-shm"]) rmSync(databaseFile + suffix, { force: true });
  const shops = await inventShops(new Date().toISOString());
  for (const name of ["woocommerce", "shopify"] as const) saveShop(name, shops[name]);
  return { databaseFile, shops, state, save, saveShop };
}
