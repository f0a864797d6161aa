import { describe, expect, it } from "vitest";
import { type StorefrontInstance, storefrontInstance } from "../testing/storefront-instance.ts";

async function filled(): Promise<StorefrontInstance & { number: string; email: string; postcode: string }> {
  const instance = storefrontInstance({ orders: 40 });
  await instance.askonce.sync.backfill("memory");
  const order = instance.shop.orders.find((one) => one.parcels.length > 0 && one.shippingAddress.postcode !== "");
  if (!order) throw new Error("no such order");
  return { ...instance, number: order.number, email: order.email, postcode: order.shippingAddress.postcode };
}

describe("looking up an order as a guest", () => {
  it("needs the number and a second proof, however they are spelled", async () => {
    const { request, number, email, postcode } = await filled();
    for (const proof of [{ email }, { email: ` ${email.toUpperCase()} ` }, { postcode }, { postcode: postcode.split("").join(" ") }]) {
      const response = await request("POST", "/order-lookup", { number: `# ${number}`, ...proof });
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({ number, parcels: expect.any(Array) });
    }
  });

  it("shows goods and parcels, and nothing about the person", async () => {
    const { request, shop, number, email } = await filled();
    const order = shop.orders.find((one) => one.number === number);
    const body = await (await request("POST", "/order-lookup", { number, email })).text();
    expect(body).toContain(order?.items[0]?.name);
    for (const personal of [
      order?.email,
      order?.phone,
      order?.shippingAddress.line1,
      order?.shippingAddress.lastName,
      order?.paymentMethod.title,
    ]) {
      if (personal) expect(body).not.toContain(personal);
    }
  });

  it.each([
    ["neither", {}],
    ["both", { email: "a@example.test", postcode: "400001" }],
  ])("refuses %s proof", async (_, proof) => {
    const { request, number } = await filled();
    expect((await request("POST", "/order-lookup", { number, ...proof })).status).toBe(400);
  });

  it("answers a wrong number and a wrong proof with the same body after the same time", async () => {
    const { request, number, email } = await filled();
    const ask = async (body: object) => {
      const started = performance.now();
      const response = await request("POST", "/order-lookup", body);
      const { requestId: _, ...problem } = await response.json();
      return { status: response.status, problem, ms: performance.now() - started };
    };
    const wrongNumber: number[] = [];
    const wrongEmail: number[] = [];
    const answers = new Set<string>();
    for (let round = 0; round < 9; round++) {
      const first = await ask({ number: `9${round}9${round}9`, email });
      const second = await ask({ number, email: `nobody${round}@example.test` });
      wrongNumber.push(first.ms);
      wrongEmail.push(second.ms);
      answers.add(JSON.stringify([first.status, first.problem]));
      answers.add(JSON.stringify([second.status, second.problem]));
    }
    expect([...answers]).toHaveLength(1);
    const median = (values: number[]) => values.toSorted((a, b) => a - b)[4] ?? 0;
    expect(Math.min(...wrongNumber, ...wrongEmail)).toBeGreaterThanOrEqual(149);
    expect(Math.abs(median(wrongNumber) - median(wrongEmail))).toBeLessThan(25);
  }, 30_000);

  it("stops a guesser after ten tries at one number, and lets them try again later", async () => {
    const { request, number, email, clock } = await filled();
    for (let round = 0; round < 10; round++) await request("POST", "/order-lookup", { number, email: `nobody${round}@example.test` });
    const stopped = await request("POST", "/order-lookup", { number, email });
    expect(stopped.status).toBe(429);
    expect(Number(stopped.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await stopped.json()).toMatchObject({ code: "TOO_MANY_REQUESTS" });
    clock.advance(16 * 60_000);
    expect((await request("POST", "/order-lookup", { number, email })).status).toBe(200);
  });

  it("counts a client's tries over all numbers, by the address the server vouches for", async () => {
    const { askonce } = await filled();
    const ask = (round: number, clientAddress: string) =>
      askonce.handler(
        new Request("http://shop.example.test/api/v1/order-lookup", {
          method: "POST",
          headers: { "x-forwarded-for": `10.0.0.${round}` },
          body: JSON.stringify({ number: `8${round}000`, email: "nobody@example.test" }),
        }),
        { clientAddress },
      );
    const answers = await Promise.all(Array.from({ length: 70 }, (_, round) => ask(round, "203.0.113.9")));
    expect(answers.filter((answer) => answer.status === 429)).toHaveLength(10);
    expect((await ask(99, "203.0.113.10")).status).toBe(404);
  }, 30_000);
});
