import { metrics, trace } from "@opentelemetry/api";
import { describe, expect, it, onTestFinished } from "vitest";
import { storefrontInstance } from "../testing/storefront-instance.ts";
import { collectors } from "./__fixtures__/collectors.ts";

describe("a collector that is registered for the whole process", () => {
  it("is found by instances that were made before, each on its own", async () => {
    const one = storefrontInstance();
    const other = storefrontInstance();
    await one.request("GET", "/health/live");
    const { telemetry, spans, points } = collectors();
    trace.setGlobalTracerProvider(telemetry.tracerProvider);
    metrics.setGlobalMeterProvider(telemetry.meterProvider);
    onTestFinished(() => {
      trace.disable();
      metrics.disable();
    });
    await one.request("GET", "/health/live");
    await other.request("GET", "/health/live");
    await other.request("GET", "/health/live");
    expect(spans().map((span) => span.name)).toEqual(Array(3).fill("GET /api/v1/health/live"));
    const [scope] = spans().map((span) => span.instrumentationScope);
    expect(scope).toMatchObject({ name: "@askonce/core", version: one.askonce.version });
    expect((await points("http.server.request.duration")).map(({ value }) => value)).toEqual([3]);
  });
});
