import { createAskonce, systemCaller } from "@askonce/core";
import type { StorageV1 } from "@askonce/spec/storage";
import type { ForeignIds } from "./commands.ts";

/** A shop beside the others whose ids must lead nowhere. */
export async function foreignShop(storage: StorageV1, shopId: string): Promise<ForeignIds> {
  const askonce = createAskonce({ storage, shop: { id: shopId } });
  const customer = await askonce.customers.create(
    { name: "Somebody", contacts: [{ kind: "email", value: "ana@example.com", assurance: "otpVerified", evidence: "test" }] },
    systemCaller,
  );
  const ticket = await askonce.tickets.create({ subject: "Late parcel", customerId: customer.id }, systemCaller);
  const agent = await askonce.agents.create({ name: "Somebody else", role: "owner" }, systemCaller);
  await askonce.stop();
  return { tkt: ticket.id, cus: customer.id, agt: agent.id, cnt: customer.contactPoints[0]?.id ?? "" };
}
