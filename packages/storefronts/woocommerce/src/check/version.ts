import { type AdapterContext, AskonceError, type CheckItem } from "@askonce/spec";
import * as z from "zod";
import type { WooClient } from "../client/woo-client.ts";
import { checkItem, skipped } from "./check-item.ts";

const title = "WooCommerce version";
const statusSchema = z.object({ environment: z.object({ version: z.string().regex(/^\d+\.\d+[\w.-]{0,20}$/) }) });

/** Up to 10.7 anybody could read the tracking numbers of guests' orders once fulfillments were switched on (fixed by pull request 64130). */
const safeFulfillments = [10, 8] as const;

export async function checkVersion(client: WooClient, hasFulfillments: boolean | null, context: AdapterContext): Promise<CheckItem> {
  const version = await readVersion(client, context);
  if (version === null) {
    return skipped("version", title, "Only a shop manager's key may read it; with fulfillments switched on it should be 10.8 or later");
  }
  if (hasFulfillments !== true || isAtLeast(version, safeFulfillments)) return checkItem("version", "ok", title, version);
  return checkItem(
    "version",
    "warning",
    title,
    `${version} shows the tracking numbers of guests' orders to everybody while fulfillments are switched on`,
    "Update WooCommerce to 10.8 or later, or switch fulfillments off",
  );
}

async function readVersion(client: WooClient, context: AdapterContext): Promise<string | null> {
  try {
    const { body } = await client.get("system_status", { _fields: "environment" }, context);
    return statusSchema.parse(body).environment.version;
  } catch (error) {
    context.signal.throwIfAborted();
    if (AskonceError.is(error) || error instanceof z.ZodError) return null;
    throw error;
  }
}

function isAtLeast(version: string, [major, minor]: readonly [number, number]): boolean {
  const [ownMajor = 0, ownMinor = 0] = version.split(".").map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}
