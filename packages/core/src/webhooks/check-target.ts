import { type TargetRefusal, targetForbidden } from "./delivery-errors.ts";
import { type NetworkAddress, readAddress } from "./public-address.ts";

/** Where a webhook goes, after its URL was checked. */
export interface WebhookTarget {
  /** The URL in its canonical spelling, without a fragment: the one to store and to send to. */
  url: string;
  isSecure: boolean;
  /** Without brackets. */
  hostname: string;
  port: number;
  /** The address, when the URL has one instead of a name. */
  address: NetworkAddress | null;
}

export interface TargetOptions {
  /** Only for tests and for development on one machine: allows `http`, every port, and addresses and names of private networks. Default: `false` */
  allowPrivateNetworks?: boolean;
}

const maxLength = 2_048;

/** 8443 is where servers have their second HTTPS port. Both ask for a valid certificate, so that nothing but HTTPS is spoken to on them. */
const ports: ReadonlySet<number> = new Set([443, 8443]);

/** Names that mean something only inside of a network (RFC 6761, 6762, 7686, 8375, 9476, ICANN's `internal`, and custom). */
const localSuffixes =
  /(^|\.)(localhost|localdomain|local|internal|intranet|private|corp|home|lan|workgroup|arpa|onion|alt|test|invalid|example)$/;

const label = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/;
const topLabel = /^([a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;

/**
 * Decides from the URL alone whether a webhook may be sent there: use it when an endpoint is saved. What its name resolves to is checked
 * each time when something is sent, because it can change.
 *
 * @throws AskonceError `WEBHOOK_TARGET_FORBIDDEN` with `details.reason`, one of {@link TargetRefusal}; without the URL, which may hold a secret
 */
export function checkTarget(url: string, options: TargetOptions = {}): WebhookTarget {
  const isOpen = options.allowPrivateNetworks === true;
  // A URL parser forgives control characters, spaces and backslashes, each in its own way.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  refuseIf(url.length > maxLength || /[\u0000-\u0020\u007f-\u009f\\]/.test(url) || !URL.canParse(url), "url");
  const parsed = new URL(url);
  const isSecure = parsed.protocol === "https:";
  refuseIf(!isSecure && !(isOpen && parsed.protocol === "http:"), "scheme");

  const authority = /^https?:\/\/([^/?#]+)/i.exec(url)?.[1] ?? "";
  refuseIf(authority === "", "url");
  refuseIf(parsed.username !== "" || parsed.password !== "" || authority.includes("@"), "credentials");
  const port = parsed.port === "" ? (isSecure ? 443 : 80) : Number(parsed.port);
  refuseIf(!isOpen && !ports.has(port), "port");

  const isBracketed = parsed.hostname.startsWith("[");
  const hostname = isBracketed ? parsed.hostname.slice(1, -1) : parsed.hostname;
  const address = readAddress(hostname);
  const typed = authority.replace(/:\d*$/, "");
  if (address === null) {
    refuseIf(isBracketed || typed.includes("%") || !(isOpen || isPublicName(hostname)), "host");
  } else {
    // 0x7f000001, 127.1, 0177.0.0.1 and ①②⑦.0.0.1 are 127.0.0.1 for the parser; who writes so has a reason.
    refuseIf(!isBracketed && typed !== hostname, "host");
    refuseIf(!isOpen && !address.isPublic, "address");
  }
  parsed.hash = "";
  return { url: parsed.href, isSecure, hostname, port, address };
}

/** A name with at least two labels; one that ends in a dot is the same name for DNS, but not for certificates and lists. */
function isPublicName(hostname: string): boolean {
  const labels = hostname.split(".");
  if (hostname.length > 253 || labels.length < 2 || localSuffixes.test(hostname)) return false;
  return labels.every((one) => label.test(one)) && topLabel.test(labels.at(-1) ?? "");
}

function refuseIf(isRefused: boolean, reason: TargetRefusal): void {
  if (isRefused) throw targetForbidden(reason);
}
