import * as z from "zod";
import { checkpointSchema } from "./checkpoint.ts";
import { incidentEvidenceSchema, incidentKindSchema } from "./incident.ts";
import { instantSchema, languageSchema, moneySchema, supportedLanguages } from "./values.ts";

const line = z.string().min(1).max(300);
const paragraph = z.string().min(1).max(20_000);

const zoneSchema = z.string().max(60).refine(isZone, { error: "is not an IANA time zone" });

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/**
 * A photo as it is to be printed. Its metadata goes along with it: take it out first (`stripMetadata` of the core). JPEG and PNG are printed; of any
 * other format only the words beside it are, with a note that the file has to be sent separately.
 */
const claimPhotoSchema = z.object({
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array, { error: "is not a Uint8Array" }),
  caption: line.nullable(),
  takenAt: instantSchema.nullable(),
  receivedAt: instantSchema,
});

const claimItemSchema = z.object({
  title: line,
  sku: line.nullable(),
  /** Of this line, how many are concerned. */
  quantity: z.int().positive(),
  /** What one of them cost the buyer. */
  unitValue: moneySchema,
  /** What is wrong with it. */
  note: paragraph.nullable(),
});

/** Everything a courier needs to decide about a claim, so that nobody has to ask for more. `null`: not known, and said so in the document. */
export const claimPacketSchema = z.object({
  /** The language of the document. What customer and courier said stays in their own words. */
  language: z.enum(supportedLanguages),
  /** The shop's own number of the matter, repeated on every page. */
  reference: line,
  /** When it was put together; also the date of the PDF, so that the same packet makes the same bytes. */
  preparedAt: instantSchema,
  /** The IANA zone in which all times are printed. */
  zone: zoneSchema,
  shop: z.object({ name: line, address: paragraph.nullable(), email: line.nullable(), phone: line.nullable() }),
  orderNumber: line,
  parcel: z.object({
    carrier: line,
    trackingNumber: line,
    shippedAt: instantSchema.nullable(),
    deliveredAt: instantSchema.nullable(),
    recipient: paragraph.nullable(),
  }),
  incident: z.object({
    kind: incidentKindSchema,
    openedAt: instantSchema,
    /** Oldest first. */
    evidence: z.array(incidentEvidenceSchema).max(200),
  }),
  /** At least one; a claim is about goods. */
  items: z.array(claimItemSchema).min(1).max(200),
  /** The customer's own words, never translated, and the language they are in. */
  statement: z.object({ text: paragraph, language: languageSchema, at: instantSchema }).nullable(),
  /** How it was packed: box, filling, seals, and in what state it came. */
  packaging: paragraph.nullable(),
  photos: z.array(claimPhotoSchema).max(24),
  /** Newest first, as a parcel has them. */
  history: z.array(checkpointSchema).max(500),
  /** Until when the claim can be made, and who says so (a contract's clause, a law's article). */
  deadline: z.object({ date: z.iso.date(), source: paragraph }).nullable(),
  /** What the customer was asked and when, in the order of asking: nothing of it needs to be asked again. */
  asked: z.array(z.object({ question: paragraph, at: instantSchema, answeredAt: instantSchema.nullable() })).max(100),
});
export type ClaimPacket = z.infer<typeof claimPacketSchema>;
export type ClaimPhoto = z.infer<typeof claimPhotoSchema>;

/** The same as JSON: instead of its bytes a photo has a link that expires. */
export const claimSchema = claimPacketSchema
  .extend({ photos: z.array(claimPhotoSchema.omit({ bytes: true }).extend({ url: z.string() })).max(24) })
  .meta({ id: "Claim" });
export type Claim = z.infer<typeof claimSchema>;
