import {
  AskonceError,
  type Assurance,
  type ContactPointKind,
  type Customer,
  contactPointSchema,
  customerSchema,
  foldText,
  isAtLeast,
} from "@askonce/spec";
import type { Selectable } from "kysely";
import { type Caller, requireRole } from "../caller.ts";
import { reviewSuggestions } from "../identity-links/review-suggestions.ts";
import { suggestLinks } from "../identity-links/suggest-links.ts";
import type { Platform } from "../platform/platform.ts";
import { requireLimit, requireValid } from "../platform/require-valid.ts";
import { indexCustomer } from "../search/index-customers.ts";
import { indexedShop } from "../search/indexed-shop.ts";
import type { Store, UnitOfWork } from "../storage/store.ts";
import type { Tables } from "../storage/tables.ts";
import { normalizeContact } from "./contact-point.ts";
import { contactPointsOf, customerRow, toCustomer } from "./customers.sql.ts";
import { listCustomers } from "./list-customers.ts";

/** A way to reach somebody, with how sure we are that it is theirs and why. */
export interface ContactClaim {
  kind: ContactPointKind;
  value: string;
  assurance: Assurance;
  evidence: string;
}

export interface Customers {
  list(
    request: { q?: string | undefined; cursor?: string | undefined; limit: number },
    caller: Caller,
  ): Promise<{ items: Customer[]; nextCursor: string | null }>;
  get(customerId: string, caller: Caller): Promise<Customer>;
  create(input: { name?: string | undefined; language?: string | undefined; contacts?: ContactClaim[] }, caller: Caller): Promise<Customer>;
  addContactPoint(customerId: string, claim: ContactClaim, caller: Caller): Promise<Customer>;
  /** Undoes a link; the row stays with the time it was undone. */
  removeContactPoint(customerId: string, contactPointId: string, caller: Caller): Promise<Customer>;
}

/**
 * The customer behind a set of claims: the one that already has one of them, else a new one. An address that two customers have is no
 * proof of either, so it finds nobody, unless one of them has shown that it is theirs. Claims are tried in the order given.
 */
export async function findOrCreateCustomer(
  unit: UnitOfWork,
  store: Store,
  platform: Platform,
  input: { name?: string | undefined; language?: string | undefined; contacts: ContactClaim[]; countryCode?: string | undefined },
): Promise<{ customerId: string; created: boolean }> {
  const claims = input.contacts
    .map((claim) => ({ ...claim, normalized: normalizeContact(claim.kind, claim.value, input.countryCode) }))
    .filter((claim): claim is ContactClaim & { normalized: string } => claim.normalized !== null);
  for (const claim of claims) requireValid(contactPointSchema.shape.value, claim.value.trim(), claim.kind);
  let customerId: string | null = null;
  for (const claim of claims) {
    const owners = await unit.database
      .selectFrom("contact_points")
      .select(["customer_id", "assurance"])
      .distinct()
      .where("shop_id", "=", store.shopId)
      .where("kind", "=", claim.kind)
      .where("normalized", "=", claim.normalized)
      .where("unlinked_at", "is", null)
      .execute();
    const owner = onlyOwner(owners) ?? (await ownerOfNothingElse(unit, store, owners, claim, claims));
    if (owner && (await mayBe(unit, store, owner, claim, claims))) customerId = owner.customer_id;
    if (customerId) break;
  }
  const created = customerId === null;
  const id = customerId ?? (await insertCustomer(unit, store, platform, input));
  let changed = created;
  for (const claim of claims) changed = (await linkContact(unit, store, platform, id, claim)) || changed;
  if (changed) {
    await refreshSearch(unit, store, id);
    await suggestLinks(unit, store, platform, id);
  }
  return { customerId: id, created };
}

type Owner = Pick<Selectable<Tables["contact_points"]>, "customer_id" | "assurance">;

/** The one customer who has an address; where several say so, the one who has shown it. */
function onlyOwner(owners: readonly Owner[]): Owner | null {
  for (const candidates of [owners, owners.filter((owner) => isAtLeast(owner.assurance, "otpVerified"))]) {
    const [first] = candidates;
    if (first && candidates.every((owner) => owner.customer_id === first.customer_id)) return first;
  }
  return null;
}

/**
 * Of several who have shown an address, the one of whom nothing else is known: who proves it once more by a code is them again, not a new
 * customer each time.
 */
async function ownerOfNothingElse(
  unit: UnitOfWork,
  store: Store,
  owners: readonly Owner[],
  claim: ContactClaim,
  claims: readonly (ContactClaim & { normalized: string })[],
): Promise<Owner | null> {
  if (claim.assurance !== "otpVerified") return null;
  const proven = owners.filter((owner) => isAtLeast(owner.assurance, "otpVerified"));
  const contacts = await contactPointsOf(
    unit.database,
    store.shopId,
    proven.map((owner) => owner.customer_id),
  );
  const isClaimed = (contact: (typeof contacts)[number]) =>
    claims.some((one) => one.kind === contact.kind && one.normalized === contact.normalized);
  return proven.find((owner) => contacts.every((contact) => contact.customer_id !== owner.customer_id || isClaimed(contact))) ?? null;
}

/** Whether somebody with these claims is let in as the owner of an address. */
async function mayBe(
  unit: UnitOfWork,
  store: Store,
  owner: Owner,
  claim: ContactClaim,
  claims: readonly (ContactClaim & { normalized: string })[],
): Promise<boolean> {
  if (claim.assurance === "signedIn") return maySignInAs(unit, store, owner, claims);
  if (claim.assurance !== "otpVerified") return true;
  // Proven on both sides, or nothing else is known of them that it would open.
  if (isAtLeast(owner.assurance, "otpVerified")) return true;
  const known = await contactPointsOf(unit.database, store.shopId, [owner.customer_id]);
  return known.every((contact) => claims.some((one) => one.kind === contact.kind && one.normalized === contact.normalized));
}

/**
 * Signing in opens all tickets of the customer it leads to. An address that was only ever claimed could have been put there by anybody, so
 * it leads to a customer only when nothing else is known of them; and whoever signed in as somebody else in the same shop is somebody else.
 */
async function maySignInAs(
  unit: UnitOfWork,
  store: Store,
  owner: Owner,
  claims: readonly (ContactClaim & { normalized: string })[],
): Promise<boolean> {
  const known = await contactPointsOf(unit.database, store.shopId, [owner.customer_id]);
  const isClaimed = (contact: (typeof known)[number]) =>
    claims.some((claim) => claim.kind === contact.kind && claim.normalized === contact.normalized);
  if (known.some((contact) => contact.kind === "shopCustomer" && isClaimed(contact))) return true;
  if (known.some((contact) => contact.kind === "shopCustomer")) return false;
  return isAtLeast(owner.assurance, "otpVerified") || known.every(isClaimed);
}

export function createCustomers(store: Store, platform: Platform): Customers {
  const { shopId } = store;

  const get = async (customerId: string, unit?: UnitOfWork) => {
    const database = unit?.database ?? (await store.ready());
    const row = await customerRow(database, shopId, customerId);
    return toCustomer(row, await contactPointsOf(database, shopId, [customerId]));
  };

  return {
    async list(request, caller) {
      requireRole(caller, "agent");
      requireLimit(request.limit);
      return listCustomers(store, request);
    },

    async get(customerId, caller) {
      requireRole(caller, "agent");
      return get(customerId);
    },

    async create(input, caller) {
      requireRole(caller, "agent");
      return store.transact(caller, async (unit) => {
        const customerId = await insertCustomer(unit, store, platform, input);
        for (const claim of input.contacts ?? [])
          await linkContact(unit, store, platform, customerId, requireNormalized(claim, store.shop.countryCode));
        await refreshSearch(unit, store, customerId);
        await suggestLinks(unit, store, platform, customerId);
        return get(customerId, unit);
      });
    },

    async addContactPoint(customerId, claim, caller) {
      requireRole(caller, "agent");
      return store.transact(caller, async (unit) => {
        await customerRow(unit.database, shopId, customerId);
        if (await linkContact(unit, store, platform, customerId, requireNormalized(claim, store.shop.countryCode))) {
          await refreshSearch(unit, store, customerId);
          await suggestLinks(unit, store, platform, customerId);
        }
        return get(customerId, unit);
      });
    },

    async removeContactPoint(customerId, contactPointId, caller) {
      requireRole(caller, "agent");
      return store.transact(caller, async (unit) => {
        await customerRow(unit.database, shopId, customerId);
        const result = await unit.database
          .updateTable("contact_points")
          .set({ unlinked_at: platform.clock.now() })
          .where("shop_id", "=", shopId)
          .where("id", "=", contactPointId)
          .where("customer_id", "=", customerId)
          .where("unlinked_at", "is", null)
          .executeTakeFirst();
        if (Number(result.numUpdatedRows) === 0) throw new AskonceError("NOT_FOUND");
        await refreshSearch(unit, store, customerId);
        await reviewSuggestions(unit, shopId, customerId);
        unit.emit("customer.contact_unlinked", { kind: "customer", id: customerId }, { customerId, contactPointId });
        return get(customerId, unit);
      });
    },
  };
}

async function insertCustomer(
  unit: UnitOfWork,
  store: Store,
  platform: Platform,
  input: { name?: string | undefined; language?: string | undefined },
): Promise<string> {
  if (input.name !== undefined) requireValid(customerSchema.shape.name, input.name, "name");
  if (input.language !== undefined) requireValid(customerSchema.shape.language, input.language, "language");
  const id = platform.createId("cus");
  await unit.database
    .insertInto("customers")
    .values({
      shop_id: store.shopId,
      id,
      name: input.name || null,
      language: input.language ?? null,
      search_text: foldText(input.name ?? ""),
      created_at: platform.clock.now(),
    })
    .execute();
  unit.emit("customer.created", { kind: "customer", id }, { customerId: id });
  return id;
}

/** Links an address, or raises the assurance of a link that is already there. @returns whether there is a new one */
async function linkContact(
  unit: UnitOfWork,
  store: Store,
  platform: Platform,
  customerId: string,
  claim: ContactClaim & { normalized: string },
): Promise<boolean> {
  const known = await unit.database
    .selectFrom("contact_points")
    .selectAll()
    .where("shop_id", "=", store.shopId)
    .where("kind", "=", claim.kind)
    .where("normalized", "=", claim.normalized)
    .where("customer_id", "=", customerId)
    .where("unlinked_at", "is", null)
    .executeTakeFirst();
  if (known) {
    if (known.assurance !== claim.assurance && isAtLeast(claim.assurance, known.assurance)) {
      await unit.database
        .updateTable("contact_points")
        .set({ assurance: claim.assurance, evidence: claim.evidence })
        .where("shop_id", "=", store.shopId)
        .where("id", "=", known.id)
        .execute();
    }
    return false;
  }
  const id = platform.createId("cnt");
  await unit.database
    .insertInto("contact_points")
    .values({
      shop_id: store.shopId,
      id,
      customer_id: customerId,
      kind: claim.kind,
      value: claim.value.trim(),
      normalized: claim.normalized,
      assurance: claim.assurance,
      evidence: claim.evidence.slice(0, 300),
      created_at: platform.clock.now(),
      unlinked_at: null,
    })
    .execute();
  unit.emit("customer.contact_linked", { kind: "customer", id: customerId }, { customerId, contactPointId: id });
  return true;
}

/** The words by which the customer and their tickets are found. The column is for older versions of this code, which search in it. */
async function refreshSearch(unit: UnitOfWork, store: Store, customerId: string): Promise<void> {
  const row = await customerRow(unit.database, store.shopId, customerId);
  const contacts = await contactPointsOf(unit.database, store.shopId, [customerId]);
  const text = foldText([row.name ?? "", ...contacts.flatMap((contact) => [contact.value, contact.normalized])].join(" "));
  await unit.database
    .updateTable("customers")
    .set({ search_text: text })
    .where("shop_id", "=", store.shopId)
    .where("id", "=", customerId)
    .execute();
  await indexCustomer(unit.database, indexedShop(store), customerId);
}

function requireNormalized(claim: ContactClaim, countryCode: string | undefined): ContactClaim & { normalized: string } {
  const normalized = normalizeContact(claim.kind, claim.value, countryCode);
  if (normalized === null) {
    throw new AskonceError("VALIDATION_FAILED", { details: { issues: [{ path: "value", message: `not a usable ${claim.kind}` }] } });
  }
  requireValid(contactPointSchema.shape.value, claim.value.trim(), "value");
  requireValid(contactPointSchema.shape.assurance, claim.assurance, "assurance");
  return { ...claim, normalized };
}
