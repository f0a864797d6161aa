import assert from "node:assert/strict";
import { AskonceError, type OrderQuery } from "@askonce/spec";
import type { CaseDefinition } from "./case.ts";
import { assertSoundOrder } from "./invariants.ts";
import type { Session } from "./session.ts";

/** The most orders a search may answer with. */
const searchLimit = 20;

async function find(session: Session, query: OrderQuery): Promise<string[]> {
  const found = await session.adapter.findOrders(query, session.context());
  assert.ok(found.orders.length <= searchLimit, `at most ${searchLimit} orders are found`);
  for (const order of found.orders) assertSoundOrder(order, session.adapter.id);
  return found.orders.map((order) => order.ref);
}

/** The guest's number and e-mail, both of which the fixture has to give. */
function guestQuery(session: Session): { orderNumber: string; email: string; refs: readonly string[] } {
  const { query, refs } = session.scenario("guest-order-by-number-and-email");
  assert.ok(query.orderNumber && query.email && refs.length === 1, "the fixture gives a number, an e-mail and one order");
  return { orderNumber: query.orderNumber, email: query.email, refs };
}

export const searchCases: readonly CaseDefinition[] = [
  {
    name: "guest-order-by-number-and-email",
    group: "search",
    title: "A guest's order is found by number and e-mail, and it alone",
    check: async (session) => {
      const { orderNumber, email, refs } = guestQuery(session);
      assert.deepEqual(await find(session, { orderNumber, email }), refs);
    },
  },
  {
    name: "order-number-as-people-write-it",
    group: "search",
    title: "A leading #, spaces and capitals in the e-mail make no difference",
    check: async (session) => {
      const { orderNumber, email, refs } = guestQuery(session);
      for (const query of [
        { orderNumber: `#${orderNumber}` },
        { orderNumber: ` ${orderNumber} ` },
        { orderNumber, email: email.toUpperCase() },
        { orderNumber: `#${orderNumber}`, email: ` ${email} ` },
      ]) {
        assert.deepEqual(await find(session, query), refs, `found by ${Object.keys(query).join(" and ")}`);
      }
    },
  },
  {
    name: "number-with-wrong-email",
    group: "search",
    title: "A number with somebody else's e-mail, or with an unknown one, finds nothing",
    check: async (session) => {
      const { orderNumber } = guestQuery(session);
      const other = session.scenario("two-orders-same-email").query.email;
      assert.ok(other, "the fixture of two-orders-same-email has an e-mail");
      for (const email of [other, "nobody.at.all@example.test"]) assert.deepEqual(await find(session, { orderNumber, email }), []);
    },
  },
  {
    name: "two-orders-same-email",
    group: "search",
    title: "All orders of one e-mail are found, newest first, and no others",
    check: async (session) => {
      const { query, refs } = session.scenario("two-orders-same-email");
      assert.ok(refs.length >= 2, "the fixture has two orders");
      assert.deepEqual(await find(session, query), refs);
    },
  },
  {
    name: "search-is-exact",
    group: "search",
    title: "A part of a number or of an e-mail finds nothing",
    check: async (session) => {
      const { orderNumber, email } = guestQuery(session);
      const parts: OrderQuery[] = [
        { orderNumber: orderNumber.slice(0, -1) },
        { orderNumber: orderNumber.slice(1) },
        { email: email.slice(0, email.indexOf("@")) },
        { email: email.slice(1) },
        { email: email.slice(email.indexOf("@")) },
        { email: "nobody.at.all@example.test" },
        { orderNumber: "999999999" },
      ];
      for (const query of parts) assert.deepEqual(await find(session, query), [], `found by ${JSON.stringify(query)}`);
    },
  },
  {
    name: "search-cannot-be-injected",
    group: "search",
    title: "Signs of a search grammar in what a customer wrote stay text",
    check: async (session) => {
      const { orderNumber, email } = guestQuery(session);
      const tricks: OrderQuery[] = [
        { orderNumber: "*" },
        { orderNumber: `${orderNumber} OR status:open` },
        { orderNumber: '" OR name:*' },
        { email: '*@example.test" OR email:"' },
        { email: `${email} OR email:*` },
        { email: "%" },
      ];
      for (const query of tricks) {
        const refs = await find(session, query).catch((error: unknown) => (AskonceError.is(error) ? [] : Promise.reject(error)));
        assert.deepEqual(refs, [], `found by ${JSON.stringify(query)}`);
      }
    },
  },
  {
    name: "empty-search-finds-nothing",
    group: "search",
    title: "A search for nothing finds nothing, or is refused; it never lists the shop",
    check: async (session) => {
      for (const query of [{}, { orderNumber: "" }, { email: " " }, { orderNumber: "#", email: "", phone: "" }]) {
        const refs = await find(session, query).catch((error: unknown) => (AskonceError.is(error) ? [] : Promise.reject(error)));
        assert.deepEqual(refs, [], `found by ${JSON.stringify(query)}`);
      }
    },
  },
  {
    name: "order-by-phone",
    group: "search",
    title: "A phone number as people write it finds its orders, or the answer says why it may not",
    check: async (session) => {
      const { query, refs } = session.scenario("order-by-phone");
      assert.ok(query.phone, "the fixture has a phone number");
      const found = await session.adapter.findOrders(query, session.context());
      const foundRefs = found.orders.map((order) => order.ref);
      const strangers = foundRefs.filter((ref) => !refs.includes(ref));
      assert.deepEqual(strangers, [], "orders of other people");
      if (found.gaps.length === 0) assert.deepEqual(foundRefs, refs, "without a gap everything is found");
      assert.deepEqual(await find(session, { phone: "+40799999999" }), [], "found by a number nobody has");
    },
  },
];
