import type { AdapterContext, CheckItem } from "@askonce/spec";
import { probePersonalData } from "../documents/read-installation.ts";
import type { AdminApi } from "../graphql/admin-api.ts";

const item = { id: "protected-data", title: "Customer data" } as const;

/** Whether names, addresses, e-mails and phone numbers come back: Shopify approves them for an app one by one. */
export async function checkPersonalData(api: AdminApi, granted: readonly string[], context: AdapterContext): Promise<CheckItem> {
  if (!granted.some((scope) => scope === "read_orders" || scope === "write_orders")) {
    return { ...item, state: "skipped", detail: "Orders cannot be read.", remedy: null };
  }
  const answer = await api.read(probePersonalData, {}, context);
  if (answer.denied.length > 0) {
    const fields = [...new Set(answer.denied.map((field) => String(field.path.at(-1))))].sort();
    return {
      ...item,
      state: "warning",
      detail: `Shopify does not give out: ${fields.join(", ")}.`,
      remedy:
        "Ask for protected customer data (name, email, phone, address) on the app's API access page. Until then customers cannot be matched by them.",
    };
  }
  if ((answer.data.orders?.nodes ?? []).length === 0) {
    return { ...item, state: "skipped", detail: "The shop has no order to look at.", remedy: null };
  }
  return { ...item, state: "ok", detail: "Names, addresses, e-mails and phone numbers can be read.", remedy: null };
}
