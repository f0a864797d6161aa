import { AskonceError } from "@askonce/spec";
import * as z from "zod";

const optionsSchema = z.strictObject({
  /** The adapter's id. Default `memory`. */
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .default("memory"),
  /** Default `Memory shop`. */
  displayName: z.string().min(1).default("Memory shop"),
  /** What the server asks for. Default `memory-access-token`. */
  accessToken: z.string().min(6).default("memory-access-token"),
  /** What the adapter presents; another value than `accessToken` is refused. Default: the same. */
  presentedToken: z.string().min(6).optional(),
  /** Signs the webhooks. Default `memory-webhook-secret`. */
  webhookSecret: z.string().min(6).default("memory-webhook-secret"),
  /**
   * `direct`: the adapter calls its server in the process and needs no network. `fetch`: it goes through the context's `fetch`, which
   * has to lead to `server.handle`.
   */
  transport: z.enum(["direct", "fetch"]).default("direct"),
  /** Orders on a page of changes. Default 50. */
  pageSize: z.int().positive().default(50),
  /** For one request, in milliseconds of the context's clock; for the transport `fetch` only. Default 10000. */
  timeoutMs: z.int().positive().default(10_000),
  /** The vendor's id of an order. Default: the neutral id as text. */
  vendorId: z.custom<(order: { id: number }) => string>((value) => typeof value === "function").optional(),
  /** Milliseconds since the epoch, for the version of updated orders. Default: the shop's `now`, a second later with each change. */
  now: z.custom<() => number>((value) => typeof value === "function").optional(),
});

export type MemoryStorefrontOptions = z.input<typeof optionsSchema>;
export type MemoryStorefrontSettings = z.output<typeof optionsSchema>;

/** @throws AskonceError `CONFIGURATION_INVALID`, naming the fields and none of their values */
export function parseMemoryOptions(options: MemoryStorefrontOptions): MemoryStorefrontSettings {
  const parsed = optionsSchema.safeParse(options);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
  throw new AskonceError("CONFIGURATION_INVALID", {
    message: `The options of memoryStorefront are not valid: ${issues.map((issue) => `${issue.path} ${issue.message}`.trim()).join("; ")}`,
    details: { issues },
  });
}
