import type { AdapterContext } from "@askonce/spec";
import { conformanceShop, recordingLogger } from "@askonce/testkit";
import { createShopifySimulator, type ShopifySimulator, type ShopifySimulatorOptions } from "@askonce/testkit/shopify";

/** A clock that jumps instead of waiting, and notes how long it was asked to wait. */
export interface JumpingClock {
  now(): number;
  sleep(durationMs: number, signal?: AbortSignal): Promise<void>;
  readonly waits: number[];
  advance(durationMs: number): void;
}

export function jumpingClock(start = Date.parse("2026-11-21T10:00:00Z")): JumpingClock {
  let now = start;
  const waits: number[] = [];
  return {
    now: () => now,
    async sleep(durationMs, signal) {
      signal?.throwIfAborted();
      waits.push(durationMs);
      now += durationMs;
    },
    waits,
    advance(durationMs) {
      now += durationMs;
    },
  };
}

export interface TestContext extends AdapterContext {
  clock: JumpingClock;
  logger: ReturnType<typeof recordingLogger>;
}

export function testContext(fetch: AdapterContext["fetch"], changes: Partial<TestContext> = {}): TestContext {
  return {
    signal: new AbortController().signal,
    logger: recordingLogger(),
    clock: jumpingClock(),
    fetch,
    idempotencyKey: "test-1",
    priority: "agent",
    ...changes,
  };
}

export interface TestShop {
  simulator: ShopifySimulator;
  context: TestContext;
  /** The bodies of the requests, in order. */
  requests: { url: string; query: string; variables: Record<string, unknown> }[];
  /** Changes each answer before the adapter sees it. */
  rewrite(change: (answer: string) => string): void;
}

/** A simulated shop with an order for each of the conformance suite's scenarios, and a context that reaches it and nothing else. */
export function testShop(options: Partial<ShopifySimulatorOptions> = {}): TestShop {
  const clock = jumpingClock();
  const simulator = createShopifySimulator({ shop: conformanceShop().shop, clock, ...options });
  const requests: TestShop["requests"] = [];
  let change = (answer: string): string => answer;
  const fetch: AdapterContext["fetch"] = async (input, init) => {
    const sent = JSON.parse(String(init?.body ?? "{}")) as { query?: string; variables?: Record<string, unknown> };
    requests.push({ url: String(input), query: sent.query ?? "", variables: sent.variables ?? {} });
    const response = await simulator.fetch(input as string, init);
    const body = await response.text();
    return new Response(change(body), { status: response.status, headers: response.headers });
  };
  return {
    simulator,
    context: testContext(fetch, { clock }),
    requests,
    rewrite(next) {
      change = next;
    },
  };
}
