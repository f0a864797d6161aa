import { AskonceError, type ContactPoint, type Customer } from "@askonce/spec";
import type { Selectable } from "kysely";
import { toInstant } from "../platform/instants.ts";
import type { Database, UnitOfWork } from "../storage/store.ts";
import type { Tables } from "../storage/tables.ts";

type Reader = Database | UnitOfWork["database"];

/** @throws AskonceError `CUSTOMER_NOT_FOUND` */
export async function customerRow(database: Reader, shopId: string, customerId: string): Promise<Selectable<Tables["customers"]>> {
  const row = await database
    .selectFrom("customers")
    .selectAll()
    .where("shop_id", "=", shopId)
    .where("id", "=", customerId)
    .executeTakeFirst();
  if (!row) throw new AskonceError("CUSTOMER_NOT_FOUND");
  return row;
}

/** The linked contact points of several customers, oldest first. */
export async function contactPointsOf(
  database: Reader,
  shopId: string,
  customerIds: readonly string[],
): Promise<Selectable<Tables["contact_points"]>[]> {
  if (customerIds.length === 0) return [];
  const rows = await database
    .selectFrom("contact_points")
    .selectAll()
    .where("shop_id", "=", shopId)
    .where("customer_id", "in", [...customerIds])
    .where("unlinked_at", "is", null)
    .execute();
  // Sorted here: asked to sort by the primary key, SQLite would walk along it through all contact points of the shop.
  return rows.sort((one, other) => (one.id < other.id ? -1 : 1));
}

export function toCustomer(
  row: Omit<Selectable<Tables["customers"]>, "person_id">,
  contacts: readonly Selectable<Tables["contact_points"]>[],
): Customer {
  return {
    id: row.id,
    name: row.name,
    language: row.language,
    contactPoints: contacts.filter((contact) => contact.customer_id === row.id).map(toContactPoint),
    createdAt: toInstant(row.created_at),
  };
}

export function toContactPoint(row: Selectable<Tables["contact_points"]>): ContactPoint {
  return {
    id: row.id,
    customerId: row.customer_id,
    kind: row.kind,
    value: row.value,
    assurance: row.assurance,
    evidence: row.evidence,
    createdAt: toInstant(row.created_at),
  };
}
