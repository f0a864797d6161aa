import type { Assurance } from "@askonce/spec";
import { type ModelCaller, record } from "./model-caller.ts";
import { find, type ModelContact, type ModelCustomer, type ModelState, type Name, Refusal } from "./model-state.ts";
import { contacts as knownContacts, spelledOut } from "./words.ts";

export interface Claim {
  /** A place in the list of contacts that sequences are made of. */
  contact: number;
  assurance: Assurance;
}

const assurances: readonly Assurance[] = ["anonymous", "claimed", "orderMatched", "otpVerified", "signedIn"];
const rank = (assurance: Assurance) => assurances.indexOf(assurance);

export function contactOf(claim: Claim): (typeof knownContacts)[number] {
  const contact = knownContacts[claim.contact];
  if (!contact) throw new Error(`There is no contact ${claim.contact}`);
  return contact;
}

export function createCustomer(
  state: ModelState,
  caller: ModelCaller,
  input: { name?: string | undefined; language?: string | undefined; contacts: readonly Claim[] },
): ModelCustomer {
  const customer = insertCustomer(state, caller, input);
  for (const claim of input.contacts) addContact(state, caller, customer.id, claim, "test");
  return customer;
}

/** Links an address, or raises how sure we are of it. */
export function addContact(state: ModelState, caller: ModelCaller, customer: Name, claim: Claim, evidence: string): ModelCustomer {
  const found = find(state.customers, customer, "CUSTOMER_NOT_FOUND");
  const { kind, value, normalized } = contactOf(claim);
  if (normalized === null) throw new Refusal("VALIDATION_FAILED");
  const known = linked(state, kind, normalized).find((contact) => contact.customer === customer);
  if (known) {
    if (rank(claim.assurance) > rank(known.assurance)) Object.assign(known, { assurance: claim.assurance, evidence });
    return found;
  }
  const id = `@cnt:${state.contacts.length}`;
  const { assurance } = claim;
  state.contacts.push({ id, customer, kind, value: value.trim(), normalized, assurance, evidence, at: state.now, linked: true });
  record(state, caller, "customer.contact_linked", { kind: "customer", id: customer }, { customerId: customer, contactPointId: id });
  return found;
}

export function removeContact(state: ModelState, caller: ModelCaller, customer: Name, id: Name): ModelCustomer {
  const found = find(state.customers, customer, "CUSTOMER_NOT_FOUND");
  const contact = state.contacts.find((one) => one.id === id && one.customer === customer && one.linked);
  if (!contact) throw new Refusal("NOT_FOUND");
  contact.linked = false;
  record(state, caller, "customer.contact_unlinked", { kind: "customer", id: customer }, { customerId: customer, contactPointId: id });
  return found;
}

/** The customer with one of these addresses, tried in the order given, or a new one. What is no address says nothing. */
export function findOrCreateCustomer(
  state: ModelState,
  caller: ModelCaller,
  input: { name?: string | undefined; language?: string | undefined; contacts: readonly Claim[] },
): Name {
  const usable = input.contacts.filter((claim) => contactOf(claim).normalized !== null);
  const known = usable
    .map((claim) => ({ claim, owner: ownerOf(state, claim) ?? ownerOfNothingElse(state, claim, usable) }))
    .find(({ claim, owner }) => owner !== null && mayBe(state, owner, claim, usable))?.owner;
  const customer = known ?? insertCustomer(state, caller, input).id;
  for (const claim of usable) addContact(state, caller, customer, claim, "ticket opened");
  return customer;
}

/** Whoever has proved an address by a code is its owner if that one has proved it too, or if nothing else is known of them. */
function mayBe(state: ModelState, owner: Name, claim: Claim, claims: readonly Claim[]): boolean {
  if (claim.assurance !== "otpVerified") return true;
  const { kind, normalized } = contactOf(claim);
  const own = linked(state, kind, normalized ?? "").filter((contact) => contact.customer === owner);
  return own.some((contact) => rank(contact.assurance) >= rank("otpVerified")) || hasNothingElse(state, owner, claims);
}

/** Of several who have shown an address, the one of whom nothing else is known. */
function ownerOfNothingElse(state: ModelState, claim: Claim, claims: readonly Claim[]): Name | null {
  if (claim.assurance !== "otpVerified") return null;
  const { kind, normalized } = contactOf(claim);
  const shown = linked(state, kind, normalized ?? "").filter((contact) => rank(contact.assurance) >= rank("otpVerified"));
  return shown.map((contact) => contact.customer).find((owner) => hasNothingElse(state, owner, claims)) ?? null;
}

function hasNothingElse(state: ModelState, owner: Name, claims: readonly Claim[]): boolean {
  const isClaimed = (contact: ModelContact) =>
    claims.map(contactOf).some((one) => one.kind === contact.kind && one.normalized === contact.normalized);
  return state.contacts.filter((contact) => contact.linked && contact.customer === owner).every(isClaimed);
}

/** An address of two customers is nobody's, unless just one of them has shown that it is theirs. */
function ownerOf(state: ModelState, claim: Claim): Name | null {
  const { kind, normalized } = contactOf(claim);
  const all = linked(state, kind, normalized ?? "");
  const shown = all.filter((contact) => rank(contact.assurance) >= rank("otpVerified"));
  for (const owners of [all, shown]) {
    const names = new Set(owners.map((contact) => contact.customer));
    const [only] = names;
    if (only !== undefined && names.size === 1) return only;
  }
  return null;
}

function linked(state: ModelState, kind: string, normalized: string): ModelContact[] {
  return state.contacts.filter((contact) => contact.linked && contact.kind === kind && contact.normalized === normalized);
}

function insertCustomer(
  state: ModelState,
  caller: ModelCaller,
  input: { name?: string | undefined; language?: string | undefined },
): ModelCustomer {
  const name = input.name === undefined ? undefined : spelledOut(input.name);
  if (name !== undefined && name.length > 200) throw new Refusal("VALIDATION_FAILED");
  if (input.language !== undefined && input.language.length < 2) throw new Refusal("VALIDATION_FAILED");
  const customer = { id: `@cus:${state.customers.length}`, name: name || null, language: input.language ?? null, at: state.now };
  state.customers.push(customer);
  record(state, caller, "customer.created", { kind: "customer", id: customer.id }, { customerId: customer.id });
  return customer;
}
