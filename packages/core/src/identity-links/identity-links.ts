import { AskonceError, type IdentityLink, type IdentityLinkState } from "@askonce/spec";
import type { Selectable } from "kysely";
import { type Caller, requireRole } from "../caller.ts";
import { customerRow } from "../customers/customers.sql.ts";
import type { Platform } from "../platform/platform.ts";
import type { Database, Store, UnitOfWork } from "../storage/store.ts";
import type { Tables } from "../storage/tables.ts";
import { toIdentityLink } from "./identity-links.sql.ts";
import { recomputePersons } from "./recompute-persons.ts";

type LinkRow = Selectable<Tables["identity_links"]>;

/**
 * Who is one person with whom. A link joins what is shown to agents; it moves nothing, so that taking it back leaves everything as it was. What
 * customers see of themselves never goes through a link.
 */
export interface IdentityLinks {
  /** @throws AskonceError `CUSTOMER_NOT_FOUND` */
  list(customerId: string, caller: Caller): Promise<IdentityLink[]>;
  /** Says that two customers are one person. @throws AskonceError `CUSTOMER_NOT_FOUND`, `VALIDATION_FAILED` for a customer and themselves */
  link(customerId: string, otherCustomerId: string, caller: Caller): Promise<IdentityLink>;
  /** Any decision can follow any other. @throws AskonceError `IDENTITY_LINK_NOT_FOUND` */
  decide(linkId: string, decision: "confirm" | "reject" | "undo", caller: Caller): Promise<IdentityLink>;
}

const states = { confirm: "linked", reject: "rejected", undo: "undone" } as const;
const eventOf = {
  linked: "identity_link.confirmed",
  rejected: "identity_link.rejected",
  undone: "identity_link.undone",
} as const;

export function createIdentityLinks(store: Store, platform: Platform): IdentityLinks {
  const { shopId } = store;

  const decide = async (unit: UnitOfWork, row: LinkRow, state: Exclude<IdentityLinkState, "suggested">): Promise<LinkRow> => {
    if (row.state === state) return row;
    const decided = {
      state,
      decided_at: platform.clock.now(),
      decided_by: unit.caller.kind === "agent" ? unit.caller.agentId : "system",
    };
    await unit.database.updateTable("identity_links").set(decided).where("shop_id", "=", shopId).where("id", "=", row.id).execute();
    await recomputePersons(unit, shopId, [row.customer_id, row.other_customer_id]);
    const { id: linkId, customer_id: customerId, other_customer_id: otherCustomerId } = row;
    unit.emit(eventOf[state], { kind: "customer", id: customerId }, { linkId, customerId, otherCustomerId });
    return { ...row, ...decided };
  };

  const seen = async (database: Database | UnitOfWork["database"], row: LinkRow, from: string): Promise<IdentityLink> => {
    const other = await customerRow(database, shopId, row.customer_id === from ? row.other_customer_id : row.customer_id);
    return toIdentityLink(row, from, other.name);
  };

  return {
    async list(customerId, caller) {
      requireRole(caller, "agent");
      const database = await store.ready();
      await customerRow(database, shopId, customerId);
      const side = (column: "customer_id" | "other_customer_id") =>
        database.selectFrom("identity_links").selectAll().where("shop_id", "=", shopId).where(column, "=", customerId).limit(100).execute();
      const rows = [...(await side("customer_id")), ...(await side("other_customer_id"))];
      rows.sort((one, other) => other.score - one.score);
      return Promise.all(rows.map((row) => seen(database, row, customerId)));
    },

    async link(customerId, otherCustomerId, caller) {
      requireRole(caller, "agent");
      if (customerId === otherCustomerId) {
        const issues = [{ path: "otherCustomerId", message: "the same customer" }];
        throw new AskonceError("VALIDATION_FAILED", { details: { issues } });
      }
      return store.transact(caller, async (unit) => {
        for (const id of [customerId, otherCustomerId]) await customerRow(unit.database, shopId, id);
        const [first, second] = customerId < otherCustomerId ? [customerId, otherCustomerId] : [otherCustomerId, customerId];
        const known = await unit.database
          .selectFrom("identity_links")
          .selectAll()
          .where("shop_id", "=", shopId)
          .where("customer_id", "=", first)
          .where("other_customer_id", "=", second)
          .executeTakeFirst();
        const row = known ?? (await insertLink(unit, first, second));
        return seen(unit.database, await decide(unit, row, "linked"), customerId);
      });
    },

    async decide(linkId, decision, caller) {
      requireRole(caller, "agent");
      return store.transact(caller, async (unit) => {
        const row = await unit.database
          .selectFrom("identity_links")
          .selectAll()
          .where("shop_id", "=", shopId)
          .where("id", "=", linkId)
          .executeTakeFirst();
        if (!row) throw new AskonceError("IDENTITY_LINK_NOT_FOUND");
        return seen(unit.database, await decide(unit, row, states[decision]), row.customer_id);
      });
    },
  };

  function insertLink(unit: UnitOfWork, first: string, second: string): Promise<LinkRow> {
    return unit.database
      .insertInto("identity_links")
      .values({
        shop_id: shopId,
        id: platform.createId("lnk"),
        customer_id: first,
        other_customer_id: second,
        state: "suggested",
        score: 100,
        evidence: JSON.stringify([{ kind: "agent", detail: unit.caller.kind === "agent" ? unit.caller.agentId : "system" }]),
        created_at: platform.clock.now(),
        decided_at: null,
        decided_by: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
  }
}
