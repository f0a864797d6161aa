import { expect, it } from "vitest";
import { lateSplit, undecided } from "../__fixtures__/contexts.ts";
import { orderChoice } from "./order-choice.ts";

it("puts every order in one list and hides a stranger's", () => {
  const choice = orderChoice(undecided);
  expect(choice.named.map((each) => [each.candidate.number, each.known?.order.number])).toEqual([["10211", "10211"]]);
  expect(choice.others.map((each) => each.order.number)).toEqual(["9870"]);
  expect(choice).toMatchObject({ notShown: 18, foreign: 1 });
});

it("does not offer the linked order again, nor another one that belongs to somebody else", () => {
  const linked = lateSplit.order;
  if (!linked) throw new Error("the fixture has an order");
  const [first] = lateSplit.otherOrders;
  if (!first) throw new Error("the fixture has other orders");
  const choice = orderChoice({
    ...lateSplit,
    candidates: [{ ref: linked.order.ref, number: linked.order.number, evidence: [], belongsToCustomer: true }],
    otherOrders: [linked, { ...first, belongsToCustomer: false }],
    otherOrdersCount: 2,
  });
  expect(choice).toEqual({ named: [], others: [], notShown: 0, foreign: 1 });
});
