import { adapterId, parseOptions, secretText } from "@askonce/adapter-kit";
import * as z from "zod";

/** Each country has a host and accounts of its own. */
const hosts = { ro: "https://api.sameday.ro", hu: "https://api.sameday.hu", bg: "https://api.sameday.bg" } as const;

/** Strict: an unknown key is a spelling mistake, and would otherwise do nothing without a word. */
export const samedayOptionsSchema = z
  .strictObject({
    /** Kebab-case; give each account its own when there are several. Default `sameday`. */
    id: adapterId("sameday"),
    /** Of the API, as Sameday gives them to business customers. May be left out with `publicTracking` only. */
    username: z.string().min(1).optional(),
    password: secretText().optional(),
    /** Where the account is. Default `ro`. */
    country: z.enum(["ro", "hu", "bg"]).default("ro"),
    /** Instead of the country's host: the courier's test system, or a simulator. */
    baseUrl: z
      .url({ protocol: /^https?$/ })
      .refine(isPlainAddress)
      .optional(),
    /**
     * Asks the interface behind the courier's tracking page for numbers that the account does not know. Unofficial: it is not offered to
     * shops, and may end at any time. Default false.
     */
    publicTracking: z.boolean().default(false),
    /** For one request, in milliseconds, up to 120000. Default 10000; a read is tried three times. */
    timeoutMs: z.int().min(1).max(120_000).default(10_000),
    /** Requests a second over all calls of this adapter, in bursts of twice as many. Default 4: the courier's limit is not published. */
    ratePerSecond: z.number().positive().max(1000).default(4),
  })
  .refine(({ username, password, publicTracking }) => (username && password) || (publicTracking && !username && !password), {
    path: ["username"],
  });

export type SamedayOptions = z.input<typeof samedayOptionsSchema>;

export interface SamedaySettings extends Omit<z.output<typeof samedayOptionsSchema>, "baseUrl" | "username" | "password"> {
  baseUrl: string;
  credentials: { username: string; password: string } | null;
}

/** @throws AskonceError `CONFIGURATION_INVALID` naming the fields, never their values */
export function readOptions(options: SamedayOptions): SamedaySettings {
  const { username, password, baseUrl, ...settings } = parseOptions("sameday", samedayOptionsSchema, options);
  return {
    ...settings,
    baseUrl: (baseUrl ?? hosts[settings.country]).replace(/\/+$/, ""),
    credentials: username && password ? { username, password } : null,
  };
}

/** Keys in the address would end up in logs; a query or fragment would be lost when paths are added. */
function isPlainAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.username === "" && url.password === "" && url.search === "" && url.hash === "";
}
