import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { FakeShop } from "@askonce/testkit/shop-data";
import { CommandError } from "../output/command-error.ts";
import { exitCodes } from "../output/exit-codes.ts";

export type ShopData = { kind: "shop"; shop: FakeShop } | { kind: "recordings"; folder: string };

export interface ShopDataOptions {
  adapter: "woocommerce" | "shopify";
  orders: number;
  seed: number;
}

/**
 * The shop a fake serves: from `shop.json` in the folder, from WooCommerce recordings in it, or invented now and written there. Without a
 * folder it is invented and forgotten.
 */
export async function openShopData(folder: string | undefined, options: ShopDataOptions): Promise<ShopData> {
  if (folder === undefined) return { kind: "shop", shop: await inventShop(options) };
  const absolute = resolve(folder);
  const file = join(absolute, "shop.json");
  if (existsSync(file)) return { kind: "shop", shop: readShop(file) };
  if (existsSync(join(absolute, "orders.json"))) return { kind: "recordings", folder: absolute };
  if (existsSync(absolute) && readdirSync(absolute).length > 0)
    throw new CommandError("dataUnusable", { folder: absolute }, exitCodes.usage);
  mkdirSync(absolute, { recursive: true });
  const shop = await inventShop(options);
  writeShop(file, shop);
  return { kind: "shop", shop };
}

export function readShop(file: string): FakeShop {
  return JSON.parse(readFileSync(file, "utf8")) as FakeShop;
}

/** Written aside and moved into place, so that a stop in the middle leaves the old file. */
export function writeShop(file: string, shop: FakeShop): void {
  writeFileSync(`${file}.new`, JSON.stringify(shop));
  renameSync(`${file}.new`, file);
}

/** Both vendors get another country, so that two fakes side by side are two shops. */
async function inventShop({ adapter, orders, seed }: ShopDataOptions): Promise<FakeShop> {
  const { generateShop } = await import("@askonce/testkit/shop-data");
  const now = new Date().toISOString();
  if (adapter === "woocommerce") return generateShop({ seed, orders, now });
  return generateShop({ seed, orders, now, currency: "EUR", timeZone: "Europe/Rome", name: "Bottega Chiara", numberPrefix: "IT-" });
}
