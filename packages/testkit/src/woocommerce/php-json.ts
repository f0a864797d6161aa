/**
 * JSON as PHP's `json_encode` writes it by default: `/` becomes `\/` and everything outside ASCII becomes `\uXXXX`. Receivers verify
 * webhook signatures over these very bytes.
 */
export function phpJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll("/", "\\/")
    .replace(/[\u007f-\uffff]/g, (unit) => (unit === "\u007f" ? unit : `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`));
}
