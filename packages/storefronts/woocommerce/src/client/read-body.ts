import { AskonceError, type JsonValue, parseJson } from "@askonce/spec";

/** A page of 100 full orders is about a quarter of this in a shop with many plugins. */
const maxBodyBytes = 16 * 1024 * 1024;

/**
 * Reads an answer's text as JSON.
 *
 * @throws AskonceError `ADAPTER_BAD_RESPONSE` saying what stands there instead, without quoting it
 */
export function readBody(text: string): JsonValue {
  try {
    return parseJson(text, { maxBytes: maxBodyBytes });
  } catch (error) {
    throw new AskonceError("ADAPTER_BAD_RESPONSE", { message: describe(text, error) });
  }
}

/** As {@link readBody}, for an answer whose status already says that it failed. */
export function readBodyOrNull(text: string): JsonValue {
  try {
    return parseJson(text, { maxBytes: maxBodyBytes });
  } catch {
    return null;
  }
}

function describe(text: string, error: unknown): string {
  if (AskonceError.is(error, "BODY_TOO_LARGE")) return "The shop's answer is larger than 16 MiB";
  const start = text.trimStart().slice(0, 2000);
  if (start === "") return "The shop answered with nothing";
  if (/^<br \/>|^(?:<b>)?(?:PHP )?(?:Notice|Warning|Deprecated|Fatal error)\b/i.test(start)) {
    return "The shop's answer starts with a message of PHP instead of JSON: switch off WP_DEBUG_DISPLAY in wp-config.php";
  }
  if (start.startsWith("<")) {
    return "The shop answered with a web page instead of JSON: a login page, maintenance mode, a firewall, or a wrong url option";
  }
  if (/^[[{]/.test(start)) return "The shop's answer is broken off or is not valid JSON";
  return "The shop's answer is not JSON: a plugin may have written text before it";
}
