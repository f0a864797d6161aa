/** A call as it goes over the wire. */
export interface EncodedRequest {
  url: string;
  /** JSON text; `undefined` when there is no body. */
  body: string | undefined;
}

/**
 * Places an endpoint's flat input: path parameters into the path, the rest into the query of a GET and into the JSON body otherwise.
 * `undefined` is left out. It produces what oRPC's OpenAPI codec produces, which a test holds it to.
 */
export function encodeRequest(apiUrl: string, method: string, path: string, input: Readonly<Record<string, unknown>>): EncodedRequest {
  const rest = new Map(Object.entries(input).filter(([, value]) => value !== undefined));
  const filled = path.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const value = rest.get(name);
    if (typeof value !== "string" || value === "") throw new TypeError(`${name} must be a non-empty string`);
    rest.delete(name);
    return encodeURIComponent(value);
  });
  const url = new URL(apiUrl + filled);
  if (method !== "GET") return { url: url.href, body: rest.size > 0 ? JSON.stringify(Object.fromEntries(rest)) : undefined };
  for (const [name, value] of rest) {
    if (value !== null) url.searchParams.append(name, String(value));
  }
  return { url: url.href, body: undefined };
}
