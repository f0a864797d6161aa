import { AskonceError } from "../errors/askonce-error.ts";

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

export interface ParseJsonOptions {
  /** Most bytes. Default 2 MiB. */
  maxBytes?: number;
  /** Deepest nesting of arrays and objects. Default 64. */
  maxDepth?: number;
}

export const defaultMaxBodyBytes = 2 * 1024 * 1024;
export const defaultMaxDepth = 64;

/**
 * Reads JSON that came from outside. Whole numbers beyond 2^53 become strings with all their digits, because order ids of real platforms
 * are that large and `JSON.parse` would silently change them. A byte order mark is tolerated.
 *
 * @throws AskonceError `BODY_TOO_LARGE`, `BODY_NOT_UTF8`, `BODY_TOO_DEEP`, `BODY_NOT_JSON`
 */
export function parseJson(body: Uint8Array | string, options: ParseJsonOptions = {}): JsonValue {
  const maxBytes = options.maxBytes ?? defaultMaxBodyBytes;
  const maxDepth = options.maxDepth ?? defaultMaxDepth;
  const text = typeof body === "string" ? body : decodeUtf8(body, maxBytes);
  if (typeof body === "string" && isLongerThan(body, maxBytes)) throw new AskonceError("BODY_TOO_LARGE", { details: { maxBytes } });
  if (isDeeperThan(text, maxDepth)) throw new AskonceError("BODY_TOO_DEEP", { details: { maxDepth } });
  try {
    return (JSON.parse as SourceAwareParse)(text.replace(/^\ufeff/, ""), keepLargeIntegers);
  } catch {
    // The engine's message quotes the text, which may hold personal data.
    throw new AskonceError("BODY_NOT_JSON");
  }
}

/**
 * `JSON.parse` with the source text handed to the reviver (ECMAScript "JSON.parse source text access"). Older browsers hand nothing; they
 * only read what our own handler wrote, which has no such numbers.
 */
type SourceAwareParse = (text: string, reviver: (key: string, value: JsonValue, context?: { source?: string }) => JsonValue) => JsonValue;

function keepLargeIntegers(_key: string, value: JsonValue, context?: { source?: string }): JsonValue {
  if (typeof value !== "number" || Number.isSafeInteger(value) || context?.source === undefined) return value;
  return /^-?\d+$/.test(context.source) ? context.source : value;
}

/** In bytes of UTF-8, counted only when the number of characters leaves it open. */
function isLongerThan(text: string, maxBytes: number): boolean {
  if (text.length > maxBytes) return true;
  return text.length * 3 > maxBytes && new TextEncoder().encode(text).byteLength > maxBytes;
}

function decodeUtf8(body: Uint8Array, maxBytes: number): string {
  if (body.byteLength > maxBytes) throw new AskonceError("BODY_TOO_LARGE", { details: { maxBytes } });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    throw new AskonceError("BODY_NOT_UTF8");
  }
}

/** Counts brackets outside of strings, so that a bomb is refused before the parser recurses into it. */
function isDeeperThan(text: string, maxDepth: number): boolean {
  let depth = 0;
  let insideString = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (insideString) {
      if (code === 92) index++;
      else if (code === 34) insideString = false;
    } else if (code === 34) insideString = true;
    else if (code === 91 || code === 123) {
      depth++;
      if (depth > maxDepth) return true;
    } else if (code === 93 || code === 125) depth--;
  }
  return false;
}
