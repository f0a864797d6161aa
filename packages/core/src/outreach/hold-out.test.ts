import { createHmac } from "node:crypto";
import { expect, it } from "vitest";
import { holdOutDraw } from "./hold-out.ts";

it("is the same every time, another one for another salt, and the HMAC it says it is", async () => {
  const draw = await holdOutDraw("salt", "customer1");
  expect(await holdOutDraw("salt", "customer1")).toBe(draw);
  expect(await holdOutDraw("other", "customer1")).not.toBe(draw);
  expect(draw).toBe(createHmac("sha256", "salt").update("customer1").digest().readUInt32BE(0) / 2 ** 32);
});

it("spreads evenly", async () => {
  const draws = await Promise.all(Array.from({ length: 4_000 }, (_, index) => holdOutDraw("salt", `customer${index}`)));
  for (const share of [0.05, 0.5, 0.9]) {
    const below = draws.filter((draw) => draw < share).length / draws.length;
    expect(Math.abs(below - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / draws.length));
  }
});
