import { expect, test } from "vitest";
import { carriersTo } from "./carriers.ts";
import { createRandom } from "./random.ts";

const shapes: Readonly<Record<string, RegExp>> = {
  Sameday: /^1ONB2[4-6]\d{7}$/,
  "FAN Courier": /^2\d{12}$/,
  Cargus: /^1\d{9}$/,
  GLS: /^6\d{10}$/,
  DPD: /^(8\d{10}|09\d{12})$/,
  BRT: /^\d{12}$/,
  "GLS Italy": /^[A-Z][A-Z1]\d{9}$/,
  "Poste Italiane": /^5P[A-Z0-9]{11}$/,
  "Royal Mail": /^[A-Z]{2}\d{9}GB$/,
  "An Post": /^[A-Z]{2}\d{9}IE$/,
  DHL: /^003404\d{14}$/,
};

test("every courier's numbers have its shape and are in its tracking link", () => {
  const random = createRandom(3);
  for (const carrier of new Set(Object.values(carriersTo).flat())) {
    for (let count = 0; count < 50; count += 1) {
      const number = carrier.trackingNumber(random);
      expect(number, carrier.name).toMatch(shapes[carrier.name] ?? /^$/);
      expect(new URL(carrier.trackingUrl(number)).href).toContain(number);
    }
  }
});

test("postal numbers carry the check digit of UPU S10", () => {
  const random = createRandom(4);
  const post = carriersTo.GB.find((carrier) => carrier.name === "Royal Mail");
  for (let count = 0; count < 200; count += 1) {
    const digits = [...(post?.trackingNumber(random) ?? "")].slice(2, 11).map(Number);
    const sum = [8, 6, 4, 2, 3, 5, 9, 7].reduce((total, weight, index) => total + weight * (digits[index] ?? Number.NaN), 0);
    const rest = 11 - (sum % 11);
    expect(digits[8]).toBe(rest === 10 ? 0 : rest === 11 ? 5 : rest);
  }
});

test("DHL numbers carry the check digit of GS1", () => {
  const random = createRandom(5);
  const dhl = carriersTo.DE.find((carrier) => carrier.name === "DHL");
  for (let count = 0; count < 200; count += 1) {
    const digits = [...(dhl?.trackingNumber(random) ?? "")].slice(2).map(Number);
    // Weighted from the left of all 18 digits, the check digit included, the sum is a multiple of ten.
    const sum = digits.reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 3 : 1), 0);
    expect(digits).toHaveLength(18);
    expect(sum % 10).toBe(0);
  }
});
