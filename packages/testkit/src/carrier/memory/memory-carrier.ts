import { createHmac, timingSafeEqual } from "node:crypto";
import {
  type AdapterContext,
  AskonceError,
  type CarrierAdapterV1,
  type CheckReport,
  type InboundWebhook,
  type TrackedParcel,
} from "@askonce/spec";
import * as z from "zod";
import { mapMemoryParcel, mapPart, memoryEventSchema, memoryParcelSchema } from "./memory-parcel.ts";
import { createMemoryCourierRequest, type MemoryCourierRequest } from "./memory-request.ts";

const optionsSchema = z.strictObject({
  key: z.string().min(6),
  webhookSecret: z.string().min(6),
  /** For one request, in milliseconds of the context's clock. Default 10000. */
  timeoutMs: z.int().positive().default(10_000),
  /** Rows on a page of changes. Default 50. */
  pageSize: z.int().positive().default(50),
});
export type MemoryCarrierOptions = z.input<typeof optionsSchema>;

const foundSchema = z.object({ parcels: z.array(memoryParcelSchema) });
const changesSchema = z.object({ rows: z.array(memoryEventSchema.extend({ number: z.string() })), next: z.string().nullable() });
const pointSchema = z.object({
  id: z.string(),
  name: z.string(),
  address: z.string(),
  city: z.string(),
  country: z.string(),
  hours: z.array(z.object({ day: z.int(), opens: z.string(), closes: z.string() })),
});

/** A number of the memory courier: three letters and eight digits. */
const numberShape = /^MEM\d{8}$/;

/**
 * The reference carrier adapter: small, honest, and passing the whole suite. Read it to see what an adapter looks like.
 *
 * @throws AskonceError `CONFIGURATION_INVALID`, naming the fields and none of their values
 */
export function memoryCarrier(options: MemoryCarrierOptions): CarrierAdapterV1 {
  const parsed = optionsSchema.safeParse(options);
  if (!parsed.success) {
    const issues = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`.trim());
    throw new AskonceError("CONFIGURATION_INVALID", { message: `memoryCarrier: ${issues.join("; ")}`, details: { issues } });
  }
  const { key, webhookSecret, timeoutMs, pageSize } = parsed.data;
  const request = createMemoryCourierRequest({ key, timeoutMs });
  const find = async (numbers: readonly string[], context: AdapterContext): Promise<TrackedParcel[]> => {
    const answer = await request(`/parcels?numbers=${numbers.map(encodeURIComponent).join(",")}`, context);
    return read(foundSchema, answer).parcels.map(mapMemoryParcel);
  };
  return {
    specVersion: "v1",
    kind: "carrier",
    id: "memory-courier",
    displayName: "Memory courier",
    carrierNames: ["memory", "memory courier"],
    standing: "official",
    timeZone: "Europe/Bucharest",
    track: async (trackingNumber, context) => (await find([trackingNumber], context))[0] ?? null,
    check: (context) => checkMemoryCourier(request, context),
    batches: { size: 20, track: async (numbers, context) => (numbers.length === 0 ? [] : find(numbers, context)) },
    changes: {
      windowMs: 7_200_000,
      overlapMs: 300_000,
      list: async ({ since, until, cursor }, context) => {
        const query = new URLSearchParams({ since, until, limit: String(pageSize), ...(cursor === null ? {} : { cursor }) });
        const page = read(changesSchema, await request(`/changes?${query}`, context));
        const numbers = [...new Set(page.rows.map((row) => row.number))];
        const rowsOf = (number: string) => page.rows.filter((row) => row.number === number);
        return { parcels: numbers.map((number) => mapPart(number, rowsOf(number))), nextCursor: page.next };
      },
    },
    webhooks: { receive: async (webhook) => ({ parcels: [receive(webhook, webhookSecret)] }) },
    detect: (text) => (numberShape.test(text.trim()) ? 0.9 : 0),
    pickupPoints: {
      get: async (id, context) => {
        const answer = await request(`/points/${encodeURIComponent(id)}`, context);
        if (answer === null) return null;
        const { country, hours, ...point } = read(pointSchema, answer);
        return { ...point, kind: "locker", postcode: null, countryCode: country, openingHours: hours };
      },
    },
  };
}

function receive({ body, headers }: InboundWebhook, secret: string): { key: string; parcel: TrackedParcel } {
  const expected = Buffer.from(createHmac("sha256", secret).update(body).digest("base64"));
  const given = Buffer.from(headers.get("x-memory-signature") ?? "");
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) throw new AskonceError("WEBHOOK_SIGNATURE_INVALID");
  const parsed = memoryParcelSchema.safeParse(parseJson(body));
  if (!parsed.success) throw new AskonceError("WEBHOOK_UNREADABLE");
  const parcel = mapMemoryParcel(parsed.data);
  // Made of what happened and not of the delivery, so that a repeated delivery has the same key.
  return { key: `${parcel.trackingNumber}:${parcel.checkpoints[0]?.id ?? "nothing"}:${parcel.checkpoints.length}`, parcel };
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    throw new AskonceError("WEBHOOK_UNREADABLE");
  }
}

async function checkMemoryCourier(request: MemoryCourierRequest, context: AdapterContext): Promise<CheckReport> {
  try {
    await request("/status", context);
    return { ok: true, checks: [{ id: "credentials", state: "ok", title: "Key", detail: "The courier accepted the key", remedy: null }] };
  } catch (error) {
    if (!AskonceError.is(error)) throw error;
    const isRefused = error.code === "ADAPTER_UNAUTHORIZED";
    const [id, title] = isRefused ? ["credentials", "Key"] : ["connection", "Connection"];
    const detail = isRefused ? "The courier refused the key" : `The courier could not be asked (${error.code})`;
    const remedy = isRefused ? "Give the adapter the key that the courier shows" : "See whether the courier is up, and try again";
    return { ok: false, checks: [{ id, state: "failed", title, detail, remedy }] };
  }
}

function read<Schema extends z.ZodType>(schema: Schema, answer: unknown): z.output<Schema> {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new AskonceError("ADAPTER_BAD_RESPONSE", { details: { fields: parsed.error.issues.map((issue) => issue.path.join(".")) } });
}
