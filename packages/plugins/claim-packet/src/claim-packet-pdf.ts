import { AskonceError, type ClaimPacket, claimPacketSchema } from "@askonce/spec";
import PDFDocument from "pdfkit";
import { loadFonts } from "./fonts.ts";
import { printPacket } from "./print-packet.ts";
import { printablePhoto } from "./printable-photo.ts";
import { createSheet, printFooters } from "./sheet.ts";
import { createTextSetter } from "./text-setter.ts";
import { packetWords } from "./words/packet-words.ts";

/**
 * The claim as a PDF on A4, in the packet's language. The same packet makes the same bytes, with the same versions of Node and of this package.
 *
 * Photos go into it as they are, without losing quality, so it is as large as they are together and some 60 kB. JPEG (upright, whatever
 * its orientation says) and PNG are printed; WebP and everything that cannot be read get a box that says so.
 *
 * @throws AskonceError `VALIDATION_FAILED` with `details.issues` for a packet of another shape
 */
export async function claimPacketPdf(packet: ClaimPacket): Promise<Uint8Array> {
  const parsed = claimPacketSchema.safeParse(packet);
  if (!parsed.success) {
    const issues = parsed.error.issues.slice(0, 20).map((issue) => ({ path: issue.path.join("."), message: issue.message }));
    throw new AskonceError("VALIDATION_FAILED", { message: "The claim packet does not have the expected shape", details: { issues } });
  }
  const { data } = parsed;
  const words = packetWords[data.language];
  const [fonts, photos] = await Promise.all([loadFonts(), printablePhotos(data)]);
  const pdf = new PDFDocument({
    size: "A4",
    // Nothing is set by pdfkit's own lines, so that it never begins a page by itself.
    margin: 0,
    bufferPages: true,
    pdfVersion: "1.7",
    lang: data.language,
    displayTitle: true,
    info: {
      Title: `${words.title} ${data.parcel.trackingNumber}`,
      Author: data.shop.name,
      Creator: "askonce",
      Producer: "askonce",
      CreationDate: new Date(data.preparedAt),
    },
  });
  const bytes = collect(pdf);
  const sheet = createSheet(pdf, createTextSetter(pdf, fonts));
  printPacket(sheet, data, photos, words);
  const foot = `${data.shop.name} · ${words.reference} ${data.reference} · ${words.trackingNumber} ${data.parcel.trackingNumber}`;
  printFooters(sheet, foot, words.page);
  pdf.end();
  return bytes;
}

async function printablePhotos({ photos }: ClaimPacket) {
  return Promise.all(photos.map(async (photo) => ({ photo, printable: await printablePhoto(photo.bytes) })));
}

function collect(pdf: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    pdf.on("data", (piece: Buffer) => pieces.push(piece));
    pdf.on("error", reject);
    pdf.on("end", () => resolve(new Uint8Array(Buffer.concat(pieces))));
  });
}
