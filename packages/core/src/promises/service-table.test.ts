import { expect, it } from "vitest";
import { createServiceTable, type ServiceRow } from "./service-table.ts";

const row = (name: string, more: Partial<ServiceRow>): ServiceRow & { name: string } => ({
  name,
  handlingDays: 0,
  transitDays: 1,
  cutOff: "16:00",
  originCountry: "RO",
  ...more,
});

const table = createServiceTable([
  row("any", {}),
  row("swift", { carrier: "Swift" }),
  row("to Italy", { destinationCountry: "it" }),
  row("swift to Italy", { carrier: "Swift", destinationCountry: "IT" }),
  row("night", { shippingMethod: "Livrare în noapte" }),
  row("night, swift", { shippingMethod: "noapte", carrier: "SWIFT" }),
  row("from Italy", { originCountry: "IT", carrier: "Swift", shippingMethod: "ritiro" }),
]);
const named = (carrier: string | null, shippingMethod: string | null, destinationCountry: string | null, originCountry?: string) =>
  table.serviceFor({ carrier, shippingMethod, destinationCountry, ...(originCountry === undefined ? {} : { originCountry }) })?.name;

it("takes the row that asks for the most and fits", () => {
  expect(named(null, null, null)).toBe("any");
  expect(named("Swift Courier SRL", null, "RO")).toBe("swift");
  expect(named("Other", null, "IT")).toBe("to Italy");
  expect(named("swift", null, "it")).toBe("swift to Italy");
  expect(named("swift", "LIVRARE IN NOAPTE", "RO")).toBe("night, swift");
});

it("prefers the shipping method over the destination, and the destination over the courier", () => {
  expect(named(null, "livrare  în noapte", "IT")).toBe("night");
  const two = createServiceTable([row("courier", { carrier: "swift" }), row("destination", { destinationCountry: "IT" })]);
  expect(two.serviceFor({ carrier: "Swift", shippingMethod: null, destinationCountry: "IT" })?.name).toBe("destination");
});

it("prefers the longer name, then the earlier row", () => {
  const rows = [row("short", { carrier: "swift" }), row("long", { carrier: "swift night" }), row("later", { carrier: "swift" })];
  const facts = { shippingMethod: null, destinationCountry: null };
  expect(createServiceTable(rows).serviceFor({ ...facts, carrier: "Swift Night Line" })?.name).toBe("long");
  expect(createServiceTable(rows).serviceFor({ ...facts, carrier: "Swift" })?.name).toBe("short");
});

it("asks for the origin only when it is known, and finds nothing where nothing fits", () => {
  expect(named("Swift", "Ritiro a casa", "IT", "it")).toBe("from Italy");
  expect(named("Swift", "Ritiro a casa", "IT", "DE")).toBeUndefined();
  expect(
    createServiceTable([row("swift", { carrier: "swift" })]).serviceFor({
      carrier: null,
      shippingMethod: "swift",
      destinationCountry: null,
    }),
  ).toBeNull();
});
