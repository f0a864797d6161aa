import { expect, it } from "vitest";
import { askedTwiceHref, incidentHref, readRoute, ticketHref, weeksHref } from "./route.ts";

it("reads back what it writes, and everything else as the tickets", () => {
  expect(readRoute(ticketHref("tkt_1"))).toEqual({ view: "tickets", ticketId: "tkt_1", incidentId: null, weeks: false });
  expect(readRoute(incidentHref("inc_1"))).toEqual({ view: "incidents", ticketId: null, incidentId: "inc_1", weeks: false });
  expect(readRoute(incidentHref(null))).toEqual({ view: "incidents", ticketId: null, incidentId: null, weeks: false });
  expect(readRoute(weeksHref)).toEqual({ view: "incidents", ticketId: null, incidentId: null, weeks: true });
  expect(readRoute(askedTwiceHref)).toEqual({ view: "askedTwice", ticketId: null, incidentId: null, weeks: false });
  for (const hash of ["", "#/", "#/incident", "#/tickets/<img>", "#/incidents/a/b"]) {
    expect(readRoute(hash), hash).toEqual({ view: "tickets", ticketId: null, incidentId: null, weeks: false });
  }
});
