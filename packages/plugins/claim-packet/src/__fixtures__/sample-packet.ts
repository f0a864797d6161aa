import { crc32, deflateSync } from "node:zlib";
import type { ClaimPacket } from "@askonce/spec";

/** A picture of 24 x 16 pixels. */
export const jpeg = Uint8Array.from(
  Buffer.from(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAQABgDASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwDmLfTwRkjir0WnrxhPzrXgsvlUY96uxWOf/wBVUq0FBKxzYbG+Zjx2C8HaMUV0kdl0yKK55YhX0/r8GfQUsb7u5//Z",
    "base64",
  ),
);

/** The same as WebP, which cannot be printed. */
export const webp = Uint8Array.from(
  Buffer.from(
    "UklGRrYAAABXRUJQVlA4IKoAAABwBQCdASoYABAAPtFUo0uoJKMhsAgBABoJbACdMoR4PoM4DF1bI3Axjv+ju1J7GsR8ymoAAP70U42omJqkaMU25AgKE6jNtpClRwnywI0jfDTJ0uDNRCVF4ETVQAgAoGavLklDTu8wSjuMKujGt2isnHVJ7HazXRJ+fglQ0OwD06hptHhipudSuXewHzS6keq38m+IYdqDetKQP+Dnfz/sCFCIwXXkRIAAAA==",
    "base64",
  ),
);

function chunk(type: string, content: Uint8Array): Buffer {
  const typed = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  checksum.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, checksum]);
}

/** A PNG of these rows, each with its filter first. */
export function pngOf(width: number, bits: number, colorType: number, rows: readonly (readonly number[])[], interlaced = 0): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(rows.length, 4);
  header.set([bits, colorType, 0, 0, interlaced], 8);
  const pixels = deflateSync(Buffer.from(rows.flat()));
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  const text = chunk("tEXt", Buffer.from("Comment\0where it was taken"));
  return Uint8Array.from(Buffer.concat([signature, chunk("IHDR", header), text, chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))]));
}

/** 2 x 2 pixels: red, half-transparent green; blue, nothing. */
export const transparentPng = pngOf(2, 8, 6, [
  [0, 255, 0, 0, 255, 0, 255, 0, 128],
  [0, 0, 0, 255, 255, 9, 9, 9, 0],
]);

/** A damaged parcel in Romania, as it could be in a shop's books. */
export function samplePacket(changes: Partial<ClaimPacket> = {}): ClaimPacket {
  return {
    language: "ro",
    reference: "T-10482",
    preparedAt: "2026-11-21T10:00:00Z",
    zone: "Europe/Bucharest",
    shop: { name: "Atelierul de ceramică", address: "Strada Olarilor 12\nBrașov 500123", email: "ajutor@example.test", phone: "+40 000 000 000" },
    orderNumber: "#10482",
    parcel: {
      carrier: "Curier de probă",
      trackingNumber: "1ONB24000482",
      shippedAt: "2026-11-17T15:20:00Z",
      deliveredAt: "2026-11-19T08:42:00Z",
      recipient: "Destinatarul comenzii #10482\nTimișoara",
    },
    incident: {
      kind: "damaged",
      openedAt: "2026-11-19T09:05:00Z",
      evidence: [
        { by: "customer", at: "2026-11-19T09:05:00Z", code: "customer_report", values: {}, text: "Cutia e ruptă și vaza s-a spart." },
        { by: "carrier", at: "2026-11-19T08:42:00Z", code: "carrier_status", values: { code: "9" }, text: "Livrată cu succes" },
      ],
    },
    items: [
      { title: "Vază mare, smalț verde", sku: "VAZ-03", quantity: 1, unitValue: { amountMinor: 18_990, currency: "RON" }, note: "Ciobită la gură, fisurată pe toată înălțimea." },
      { title: "Ceașcă de cafea", sku: null, quantity: 2, unitValue: { amountMinor: 4_500, currency: "RON" }, note: null },
    ],
    statement: {
      text: "Bună ziua,\n\nam primit coletul astăzi. Cutia era ruptă pe o parte, iar vaza și două cești sunt sparte. Curierul plecase deja când am deschis.\n\nȘtiu că aveți nevoie de poze, le atașez.",
      language: "ro",
      at: "2026-11-19T09:05:00Z",
    },
    packaging: "Cutie dublă de carton, umplutură de hârtie, fiecare piesă învelită în folie cu bule. Sigiliul era rupt la primire.",
    photos: [
      { bytes: jpeg, caption: "Cutia din afară, cu eticheta", takenAt: "2026-11-19T08:50:00Z", receivedAt: "2026-11-19T09:05:00Z" },
      { bytes: transparentPng, caption: null, takenAt: null, receivedAt: "2026-11-19T09:06:00Z" },
      { bytes: webp, caption: "Vaza spartă", takenAt: null, receivedAt: "2026-11-19T09:07:00Z" },
    ],
    history: [
      checkpoint("2026-11-19T08:42:00Z", "delivered", "9", "Livrată cu succes", "Timișoara"),
      checkpoint("2026-11-19T06:10:00Z", "out_for_delivery", "33", "În livrare la curier", "Timișoara"),
      checkpoint("2026-11-18T02:31:00Z", "in_transit", "56", "Ieșire din hub", "Sibiu"),
      checkpoint("2026-11-17T15:20:00Z", "handed_over", "4", "Preluată de curier", "Brașov"),
    ],
    deadline: { date: "2026-11-24", source: "Condițiile generale ale curierului, articolul despre avarii: trei zile lucrătoare de la livrare." },
    asked: [
      { question: "Fotografii ale cutiei, etichetei și produselor", at: "2026-11-19T09:00:00Z", answeredAt: "2026-11-19T09:07:00Z" },
      { question: "Doriți înlocuire sau banii înapoi?", at: "2026-11-19T10:15:00Z", answeredAt: null },
    ],
    ...changes,
  };
}

function checkpoint(
  at: string,
  status: ClaimPacket["history"][number]["status"],
  rawStatus: string,
  text: string,
  city: string,
): ClaimPacket["history"][number] {
  return { id: at, at, zone: "Europe/Bucharest", status, leg: "forward", exceptions: [], rawStatus, text, city, countryCode: "RO", by: "carrier" };
}
