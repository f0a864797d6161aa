import type { AdapterContext, StorefrontAdapterV1 } from "@askonce/spec";
import { AskonceError } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { collectors } from "./__fixtures__/collectors.ts";
import { observeStorefront } from "./observe-storefront.ts";
import { createTelemetry } from "./telemetry.ts";

const context = {} as AdapterContext;

class Adapter {
  readonly #orders = ["corner:1"];
  readonly specVersion = "v1";
  readonly kind = "storefront";
  readonly id = "corner";
  readonly displayName = "Corner";
  get freshForMs() {
    return this.#orders.length;
  }
  async getOrder() {
    return this.#orders.length > 0 ? null : null;
  }
  async findOrders(): Promise<never> {
    throw new AskonceError("ADAPTER_RATE_LIMITED");
  }
  check(): never {
    throw new TypeError("thrown and not rejected");
  }
  readonly changes = Object.freeze({
    overlapMs: 5,
    list: async () => ({ snapshots: [], deleted: [], nextCursor: null, total: null, gaps: [] }),
  });
}

describe("an observed adapter", () => {
  it("is the same adapter from outside, be it a class or frozen", async () => {
    const original = new Adapter() as unknown as StorefrontAdapterV1;
    const adapter = observeStorefront(original, createTelemetry("0"), () => {});
    expect([adapter.id, adapter.freshForMs, adapter.changes?.overlapMs]).toEqual(["corner", 1, 5]);
    expect(await adapter.getOrder("corner:1", context)).toBeNull();
    expect([adapter.refunds, "refunds" in adapter, "changes" in adapter]).toEqual([undefined, false, true]);
    const { getOrder, changes } = adapter;
    expect(adapter.getOrder).toBe(getOrder);
    expect(adapter.changes).toBe(changes);
  });

  it("has each of its calls measured, those that fail too", async () => {
    const { telemetry, spans, points } = collectors();
    const told: string[] = [];
    const adapter = observeStorefront(new Adapter() as unknown as StorefrontAdapterV1, createTelemetry("0", telemetry), (one) =>
      told.push(one),
    );
    await adapter.getOrder("corner:1", context);
    await expect(adapter.findOrders({}, context)).rejects.toMatchObject({ code: "ADAPTER_RATE_LIMITED" });
    await expect(adapter.check(context)).rejects.toThrow(TypeError);
    await adapter.changes?.list({ since: null, cursor: null }, context);
    const expected = [
      ["getOrder", undefined],
      ["findOrders", "ADAPTER_RATE_LIMITED"],
      ["check", "TypeError"],
      ["changes.list", undefined],
    ];
    expect(told).toEqual(expected.map(([operation]) => operation));
    expect(spans().map((span) => [span.attributes["askonce.operation"], span.attributes["error.type"]])).toEqual(expected);
    const measured = await points("askonce.adapter.call.duration");
    expect(measured.map(({ attributes }) => [attributes["askonce.operation"], attributes["error.type"]])).toEqual(expected);
  });
});
