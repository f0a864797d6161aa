import type { FakeWooCommerce } from "../fake.ts";

export interface Answer<Body> {
  status: number;
  headers: Headers;
  text: string;
  /** The parsed body, which the caller says the type of; `null` when it is no JSON. */
  json: Body;
}

/** A request with the fake's own keys in a Basic header, to a path below `/wp-json/`. */
export async function call<Body = unknown>(fake: FakeWooCommerce, path: string, init: { method?: string; body?: unknown } = {}): Promise<Answer<Body>> {
  const basic = Buffer.from(`${fake.consumerKey}:${fake.consumerSecret}`).toString("base64");
  return ask(fake, `/wp-json/${path}`, { ...init, headers: { authorization: `Basic ${basic}` } });
}

/** A request without keys, to any path. */
export async function ask<Body = unknown>(
  fake: FakeWooCommerce,
  path: string,
  init: { method?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Answer<Body>> {
  const { body, ...rest } = init;
  const response = await fake.handle(
    new Request(`${fake.baseUrl}${path}`, { ...rest, ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }) }),
  );
  const text = await response.text();
  let json: unknown = null;
  try {
    json = JSON.parse(text);
  } catch {
    // An answer that is no JSON shows in `text`.
  }
  return { status: response.status, headers: response.headers, text, json: json as Body };
}
