import { execFile, execFileSync } from "node:child_process";
import { promisify } from "node:util";
import type { ClaimPacket } from "@askonce/spec";
import { describe, expect, it } from "vitest";
import { jpeg, samplePacket, transparentPng, webp } from "./__fixtures__/sample-packet.ts";
import { claimPacketPdf } from "./claim-packet-pdf.ts";

const run = promisify(execFile);

/** Pages as the file itself lists them. */
function pageCount(pdf: Uint8Array): number {
  return (
    Buffer.from(pdf)
      .toString("latin1")
      .match(/\/Type \/Page\b/g)?.length ?? 0
  );
}

function photos(count: number, bytes: Uint8Array = jpeg): ClaimPacket["photos"] {
  return Array.from({ length: count }, (_, index) => ({
    bytes,
    caption: `Caption ${index + 1}`,
    takenAt: null,
    receivedAt: "2026-11-19T09:07:00Z",
  }));
}

describe("the document", () => {
  it("is the same, byte for byte, for the same packet", async () => {
    const [first, second] = await Promise.all([claimPacketPdf(samplePacket()), claimPacketPdf(samplePacket())]);
    expect(Buffer.from(first).equals(second)).toBe(true);
    const other = await claimPacketPdf(samplePacket({ reference: "T-10483" }));
    expect(Buffer.from(first).equals(other)).toBe(false);
  });

  it("begins a page only when one is full", async () => {
    const base = samplePacket();
    const incident = { ...base.incident, evidence: [] };
    const short = { ...base, incident, photos: [], history: [], asked: [], statement: null, packaging: null, deadline: null };
    expect(pageCount(await claimPacketPdf(short))).toBe(1);
    const without = pageCount(await claimPacketPdf(samplePacket({ photos: [] })));
    expect(pageCount(await claimPacketPdf(samplePacket({ photos: photos(12) })))).toBe(without + 2);
  });

  it("holds each JPEG as it came, and no metadata of a PNG", async () => {
    const pdf = Buffer.from(await claimPacketPdf(samplePacket({ photos: [...photos(1), ...photos(1, transparentPng)] })));
    expect(pdf.includes(Buffer.from(jpeg))).toBe(true);
    expect(pdf.includes("where it was taken")).toBe(false);
    expect(pdf.toString("latin1").match(/\/Subtype \/Image/g)).toHaveLength(2);
  });

  it.each<[string, Uint8Array]>([
    ["WebP", webp],
    ["cut off", jpeg.subarray(0, jpeg.length - 2)],
    ["cut off in its header", jpeg.subarray(0, 40)],
    ["a PNG that is cut off", transparentPng.subarray(0, -20)],
    ["nothing", new Uint8Array()],
  ])("does without a photo that cannot be printed: %s", async (_name, bytes) => {
    const pdf = Buffer.from(await claimPacketPdf(samplePacket({ photos: photos(1, bytes) })));
    expect(pdf.toString("latin1")).not.toContain("/Subtype /Image");
  });

  it("refuses a packet of another shape, without saying what was in it", async () => {
    const packet = samplePacket({ zone: "Mars/Olympus", items: [] });
    const failure = await claimPacketPdf(packet).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      code: "VALIDATION_FAILED",
      details: { issues: expect.arrayContaining([{ path: "zone", message: "is not an IANA time zone" }]) },
    });
    expect(JSON.stringify(failure)).not.toContain("Mars");
  });
});

function hasPoppler(): boolean {
  try {
    execFileSync("pdftotext", ["-v"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

async function popplerText(packet: ClaimPacket, ...options: string[]): Promise<string> {
  const reading = run("pdftotext", [...options, "-", "-"], { maxBuffer: 50_000_000 });
  reading.child.stdin?.end(await claimPacketPdf(packet));
  return (await reading).stdout;
}

const poppler = hasPoppler();
describe.skipIf(!poppler)(poppler ? "as pdftotext reads it" : "as pdftotext reads it (skipped: pdftotext is not installed)", () => {
  it("says everything of the packet, in letters that can be copied", async () => {
    const text = await popplerText(samplePacket(), "-layout");
    for (const part of [
      "Reclamație către curier",
      "Referință T-10482 · Întocmit 2026-11-21 12:00 (+02:00)",
      "Reclamația se depune până la 2026-11-24",
      "articolul despre avarii: trei zile lucrătoare de la livrare",
      "1ONB24000482",
      "#10482",
      "Conținutul este deteriorat",
      "Raportat de client (client)",
      "“Livrată cu succes”",
      "Ciobită la gură, fisurată pe toată înălțimea.",
      "279,90 RON",
      "Cu vorbele clientului (limba: ro), primită 2026-11-19 11:05 (+02:00)",
      "am primit coletul astăzi. Cutia era ruptă pe o parte, iar vaza și două cești sunt sparte.",
      "Sigiliul era rupt la primire.",
      "Doriți înlocuire sau banii înapoi?",
      "încă fără răspuns",
      "Ieșire din hub [56]",
      "Timișoara, RO",
      "Cutia din afară, cu eticheta",
      "făcută 2026-11-19 10:50 (+02:00)",
      "Această fotografie (WebP) nu poate fi",
      "Pagina 1 din 3",
      "Pagina 3 din 3",
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain("\uFFFD");
  });

  it("speaks the packet's language and leaves the customer theirs", async () => {
    const english = await popplerText(samplePacket({ language: "en" }), "-layout");
    const italian = await popplerText(samplePacket({ language: "it" }), "-layout");
    expect(english).toContain("Claim to be made by 2026-11-24");
    expect(english).toContain("279.90 RON");
    expect(italian).toContain("Il contenuto è danneggiato");
    expect(italian).toContain("279,90 RON");
    for (const text of [english, italian]) expect(text).toContain("două cești sunt sparte");
  });

  it("says what is not known or not there, instead of leaving it out", async () => {
    const bare = samplePacket({ language: "en", photos: [], history: [], statement: null });
    const text = await popplerText({ ...bare, parcel: { ...bare.parcel, shippedAt: null, deliveredAt: null, recipient: null } }, "-layout");
    expect(text.match(/not known/g)).toHaveLength(3);
    for (const part of ["There are no photos.", "no tracking events", "no statement"]) expect(text).toContain(part);
  });

  it("prints Cyrillic and Greek, and counts what it cannot print", async () => {
    const base = samplePacket({ language: "en", photos: [] });
    const statement = { text: "Кутията е скъсана. Το κουτί είναι σχισμένο. \u{1F622}", language: "bg", at: "2026-11-19T09:05:00Z" };
    const text = await popplerText({ ...base, statement }, "-layout");
    expect(text).toContain("Кутията е скъсана. Το κουτί είναι σχισμένο. \uFFFD");
    expect(text).toContain("1 character of the texts could not be printed");
  });

  it("never adds up two currencies", async () => {
    const items: ClaimPacket["items"] = [
      { title: "A", sku: null, quantity: 3, unitValue: { amountMinor: 1_050, currency: "EUR" }, note: null },
      { title: "B", sku: null, quantity: 2, unitValue: { amountMinor: 500, currency: "JPY" }, note: null },
    ];
    const text = await popplerText(samplePacket({ language: "en", items }), "-layout");
    expect(text).toMatch(/Total\s+31\.50 EUR\s+1000 JPY/);
  });

  it("keeps every word between the margins, however long the texts and words are", async () => {
    const long = "Lorem ipsum dolor sit amet, ăâîșț consectetur. ".repeat(200);
    const base = samplePacket();
    const packet = samplePacket({
      reference: "R".repeat(300),
      packaging: "x".repeat(4_000),
      items: [
        { title: "T".repeat(300), sku: "s".repeat(300), quantity: 1, unitValue: { amountMinor: 2 ** 50, currency: "RON" }, note: long },
      ],
      statement: { text: `${long}${"W".repeat(3_000)}\n${"word\n".repeat(150)}`, language: "ro", at: "2026-11-19T09:05:00Z" },
      photos: photos(12).map((photo) => ({ ...photo, caption: "long caption ".repeat(23).trim() })),
      deadline: { date: "2026-11-24", source: long },
      asked: [{ question: long, at: "2026-11-19T09:00:00Z", answeredAt: null }],
      history: Array.from({ length: 120 }, (_, index) => ({
        id: String(index),
        at: "2026-11-18T02:31:00Z",
        zone: null,
        status: "in_transit" as const,
        leg: "forward" as const,
        exceptions: [],
        rawStatus: "RAW".repeat(20),
        text: long.slice(0, 400),
        city: "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
        countryCode: "GB",
        by: "carrier" as const,
      })),
      parcel: { ...base.parcel, trackingNumber: "9".repeat(300) },
    });
    const boxes = [
      ...(await popplerText(packet, "-bbox")).matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"/g),
    ];
    expect(boxes.length).toBeGreaterThan(5_000);
    const outside = boxes.filter(([, xMin, yMin, xMax, yMax]) => {
      return Number(xMin) < 49 || Number(xMax) > 546.3 || Number(yMin) < 45 || Number(yMax) > 812;
    });
    expect(outside.map(([box]) => box)).toEqual([]);
  });
});
