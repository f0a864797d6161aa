import { readFileSync } from "node:fs";
import { createShopifySimulator } from "../simulator.ts";
import type { ShopifySimulator } from "../simulator-api.ts";
import type { ShopifySimulatorOptions } from "../simulator-options.ts";
import { fixtureNow, fixtureShop } from "./shop.ts";

/** The operations of the fixture file, to be sent whole with an operation name. */
export const operationsDocument = readFileSync(new URL("./operations.graphql", import.meta.url), "utf8");

/** A clock that stands still until it is moved. */
export interface FixtureClock {
  now(): number;
  advance(ms: number): void;
}

export function fixtureClock(): FixtureClock {
  let time = Date.parse(fixtureNow);
  return {
    now: () => time,
    advance(ms) {
      time += ms;
    },
  };
}

export function fixtureSimulator(options: Partial<ShopifySimulatorOptions> = {}): ShopifySimulator {
  return createShopifySimulator({ shop: fixtureShop(), clock: fixtureClock(), ...options });
}

/** An answer of the Admin API, loosely typed: tests look into it. */
export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: tests read arbitrary answers
  data?: any;
  // biome-ignore lint/suspicious/noExplicitAny: tests read arbitrary answers
  errors?: any;
  // biome-ignore lint/suspicious/noExplicitAny: tests read arbitrary answers
  extensions?: any;
}

export interface AskOptions {
  variables?: Readonly<Record<string, unknown>>;
  operationName?: string;
  version?: string;
  token?: string;
  headers?: Readonly<Record<string, string>>;
  signal?: AbortSignal;
}

export function adminRequest(simulator: ShopifySimulator, query: string, options: AskOptions = {}): Request {
  return new Request(`https://${simulator.domain}/admin/api/${options.version ?? "2026-10"}/graphql.json`, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "X-Shopify-Access-Token": options.token ?? simulator.accessToken,
      ...options.headers,
    },
    body: JSON.stringify({ query, variables: options.variables, operationName: options.operationName }),
    ...(options.signal ? { signal: options.signal } : {}),
  });
}

/** Sends a query and returns the JSON of its answer. */
export async function ask(simulator: ShopifySimulator, query: string, options: AskOptions = {}): Promise<Answer> {
  const response = await simulator.handle(adminRequest(simulator, query, options));
  return (await response.json()) as Answer;
}

/** Sends one of the fixture file's operations. */
export function askOperation(simulator: ShopifySimulator, operationName: string, variables: Readonly<Record<string, unknown>>): Promise<Answer> {
  return ask(simulator, operationsDocument, { operationName, variables });
}
