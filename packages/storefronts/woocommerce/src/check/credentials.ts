import { type AdapterContext, AskonceError, type CheckItem } from "@askonce/spec";
import type { WooClient } from "../client/woo-client.ts";
import { readTotal } from "../orders/read-total.ts";
import { checkItem, skipped } from "./check-item.ts";

const keysPath = "WooCommerce → Settings → Advanced → REST API";

/** Reads one order's id: whether the keys are known, and whether they may read orders. */
export async function checkCredentials(client: WooClient, context: AdapterContext): Promise<CheckItem[]> {
  const titles = { credentials: "Keys", permissions: "Permission to read orders" };
  try {
    const { headers } = await client.get("orders", { per_page: 1, status: "any", _fields: "id" }, context);
    const total = readTotal(headers, "x-wp-total");
    return [
      checkItem("credentials", "ok", titles.credentials, "The shop accepts the keys"),
      checkItem("permissions", "ok", titles.permissions, total === null ? "Orders can be read" : `${total} orders can be read`),
    ];
  } catch (error) {
    context.signal.throwIfAborted();
    if (!AskonceError.is(error)) throw error;
    if (error.code === "ADAPTER_FORBIDDEN") {
      return [
        checkItem("credentials", "ok", titles.credentials, "The shop knows the keys"),
        checkItem(
          "permissions",
          "failed",
          titles.permissions,
          "The key's user may not read orders",
          `Under ${keysPath}, make a key with the permission Read for a user who may see orders`,
        ),
      ];
    }
    const remedy =
      error.code === "ADAPTER_UNAUTHORIZED"
        ? `Under ${keysPath}, make a new key and copy both halves; when they are right, ask the host whether it passes on the Authorization header`
        : "Try again; if it persists, look at the shop's error log";
    return [
      checkItem("credentials", "failed", titles.credentials, error.message, remedy),
      skipped("permissions", titles.permissions, "Needs working keys"),
    ];
  }
}

/** Customers are only needed to find orders by an account's e-mail, so a refusal is a warning. */
export async function checkCustomers(client: WooClient, context: AdapterContext): Promise<CheckItem> {
  const title = "Permission to read customers";
  try {
    await client.get("customers", { per_page: 1, role: "all", _fields: "id" }, context);
    return checkItem("customers", "ok", title, "Customers can be read");
  } catch (error) {
    context.signal.throwIfAborted();
    if (!AskonceError.is(error)) throw error;
    return checkItem(
      "customers",
      "warning",
      title,
      "Orders are found by the e-mail on the bill only, not by that of the account",
      "Give the key's user the right to list users",
    );
  }
}
