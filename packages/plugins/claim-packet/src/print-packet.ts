import type { ClaimPacket, ClaimPhoto } from "@askonce/spec";
import { type Checkpoint, instantSchema } from "@askonce/spec";
import { printPhotos } from "./print-photos.ts";
import type { PrintablePhoto } from "./printable-photo.ts";
import { type Sheet, sheetSize, styles, textWidth } from "./sheet.ts";
import { printTable } from "./table.ts";
import type { PacketWords } from "./words/packet-words.ts";
import { sumByCurrency, writeInstant, writeMoney } from "./write-values.ts";

type Photos = readonly { photo: ClaimPhoto; printable: PrintablePhoto }[];

/** All of the packet, in the order in which a courier's clerk decides: what, which parcel, what happened, worth what, shown by what. */
export function printPacket(sheet: Sheet, packet: ClaimPacket, photos: Photos, words: PacketWords): void {
  const at = (instant: string) => writeInstant(instant, packet.zone);
  sheet.paragraph(words.title, styles.title);
  sheet.paragraph(`${words.reference} ${packet.reference} · ${words.prepared} ${at(packet.preparedAt)}`, styles.text);
  sheet.paragraph(words.allTimesIn(packet.zone), styles.quiet);
  printDeadline(sheet, packet, words);
  printParcel(sheet, packet, words, at);
  printIncident(sheet, packet, words, at);
  printItems(sheet, packet, words);
  printStatement(sheet, packet, words, at);
  if (packet.packaging) {
    sheet.heading(words.packaging);
    sheet.paragraph(packet.packaging, styles.text);
  }
  printAsked(sheet, packet, words, at);
  printHistory(sheet, packet, words, at);
  sheet.heading(words.photos);
  if (photos.length === 0) sheet.paragraph(words.noPhotos, styles.quiet);
  printPhotos(sheet, photos, words, packet.zone);
  if (sheet.setter.unprintable > 0) {
    sheet.gap(10);
    sheet.paragraph(words.unprintable(sheet.setter.unprintable), styles.quiet);
  }
}

/** The one thing that must not be overlooked. */
function printDeadline(sheet: Sheet, { deadline }: ClaimPacket, words: PacketWords): void {
  if (!deadline) return;
  sheet.gap(8);
  const [padding, bar] = [8, 3];
  const place = { x: sheetSize.left + padding + bar, width: textWidth - 2 * padding - bar };
  const lines = sheet.setter.linesOf(`${words.deadlineSource}: ${deadline.source}`, styles.quiet, place.width);
  const strongHeight = sheet.setter.heightOf(styles.strong);
  const quietHeight = sheet.setter.heightOf(styles.quiet);
  // A source of many lines goes on below its box, and over to the next page if need be.
  const boxed = lines.slice(0, 12);
  const height = 2 * padding + strongHeight + boxed.length * quietHeight;
  sheet.ensureRoom(height);
  sheet.pdf.rect(sheetSize.left, sheet.y, textWidth, height).fill("#fff5dc");
  sheet.pdf.rect(sheetSize.left, sheet.y, bar, height).fill("#b45f06");
  sheet.setter.print(`${words.deadline} ${deadline.date}`, place.x, sheet.y + padding, styles.strong);
  for (const [index, line] of boxed.entries()) {
    sheet.setter.print(line, place.x, sheet.y + padding + strongHeight + index * quietHeight, styles.quiet);
  }
  sheet.gap(height);
  for (const line of lines.slice(boxed.length)) {
    sheet.ensureRoom(quietHeight);
    sheet.setter.print(line, place.x, sheet.y, styles.quiet);
    sheet.gap(quietHeight);
  }
}

type WriteInstant = (instant: string) => string;

const labelled = [{ share: 27, style: styles.quiet }, { share: 73 }];

function printParcel(sheet: Sheet, { shop, parcel, orderNumber }: ClaimPacket, words: PacketWords, at: WriteInstant): void {
  const known = (instant: string | null) => (instant ? at(instant) : words.notKnown);
  const contact = [shop.name, shop.address, shop.email && `${words.email}: ${shop.email}`, shop.phone && `${words.phone}: ${shop.phone}`];
  sheet.heading(words.parcel);
  printTable(sheet, labelled, [
    [words.carrier, parcel.carrier],
    [words.trackingNumber, parcel.trackingNumber],
    [words.order, orderNumber],
    [words.shipped, known(parcel.shippedAt)],
    [words.delivered, known(parcel.deliveredAt)],
    [words.shop, contact.filter((part) => part !== null && part !== "").join("\n")],
    [words.recipient, parcel.recipient ?? words.notKnown],
  ]);
}

function printIncident(sheet: Sheet, { incident }: ClaimPacket, words: PacketWords, at: WriteInstant): void {
  sheet.heading(words.incident);
  sheet.paragraph(words.kinds[incident.kind], styles.strong);
  sheet.paragraph(`${words.since} ${at(incident.openedAt)}`, styles.text);
  if (incident.evidence.length === 0) return;
  sheet.gap(6);
  printTable(
    sheet,
    [
      { title: words.time, share: 27, style: styles.quiet },
      { title: words.evidence, share: 73 },
    ],
    incident.evidence.map((evidence) => {
      const values = Object.entries(evidence.values).flatMap(([name, value]) =>
        value === null ? [] : [`${name}: ${instantSchema.safeParse(value).success ? at(String(value)) : value}`],
      );
      const said = words.evidenceCodes[evidence.code] ?? evidence.code.replaceAll("_", " ");
      return [
        at(evidence.at),
        [`${said} (${words.sources[evidence.by]})`, ...(evidence.text ? [`“${evidence.text}”`] : []), ...values].join("\n"),
      ];
    }),
  );
}

function printItems(sheet: Sheet, { items }: ClaimPacket, words: PacketWords): void {
  sheet.heading(words.items);
  const rows = items.map((item) => [
    [`${item.title}${item.sku ? ` (${item.sku})` : ""}`, ...(item.note ? [item.note] : [])].join("\n"),
    String(item.quantity),
    writeMoney(item.unitValue, words),
    writeMoney({ ...item.unitValue, amountMinor: item.unitValue.amountMinor * item.quantity }, words),
  ]);
  const sums = sumByCurrency(items).map((sum) => writeMoney(sum, words));
  printTable(
    sheet,
    [
      { title: words.item, share: 50 },
      { title: words.quantity, share: 12, align: "right" },
      { title: words.unitValue, share: 19, align: "right" },
      { title: words.total, share: 19, align: "right" },
    ],
    rows,
  );
  sheet.gap(2);
  printTable(
    sheet,
    [
      { share: 62, style: styles.strong },
      { share: 38, style: styles.strong, align: "right" },
    ],
    sums.map((sum, index) => [index === 0 ? words.total : "", sum]),
  );
}

function printStatement(sheet: Sheet, { statement }: ClaimPacket, words: PacketWords, at: WriteInstant): void {
  sheet.heading(words.statement);
  if (!statement) {
    sheet.paragraph(words.noStatement, styles.quiet);
    return;
  }
  sheet.paragraph(words.statementOf(statement.language, at(statement.at)), styles.quiet);
  sheet.gap(3);
  sheet.paragraph(statement.text, styles.text, { x: sheetSize.left + 12, width: textWidth - 24 });
}

function printAsked(sheet: Sheet, { asked }: ClaimPacket, words: PacketWords, at: WriteInstant): void {
  if (asked.length === 0) return;
  sheet.heading(words.asked);
  printTable(
    sheet,
    [{ share: 55 }, { share: 45, style: styles.quiet }],
    asked.map((one) => [
      one.question,
      `${words.askedAt(at(one.at))}\n${one.answeredAt ? words.answeredAt(at(one.answeredAt)) : words.notAnswered}`,
    ]),
  );
}

function printHistory(sheet: Sheet, { history }: ClaimPacket, words: PacketWords, at: WriteInstant): void {
  sheet.heading(words.history);
  if (history.length === 0) {
    sheet.paragraph(words.noHistory, styles.quiet);
    return;
  }
  printTable(
    sheet,
    [
      { title: words.time, share: 27, style: styles.quiet },
      { title: words.state, share: 20 },
      { title: words.carrierWords, share: 33 },
      { title: words.place, share: 20 },
    ],
    history.map((checkpoint) => [at(checkpoint.at), words.statuses[checkpoint.status], wordsOf(checkpoint), placeOf(checkpoint)]),
  );
}

function wordsOf({ text, rawStatus }: Checkpoint): string {
  return [...(text ? [text] : []), ...(rawStatus && rawStatus !== text ? [`[${rawStatus}]`] : [])].join(" ");
}

function placeOf({ city, countryCode }: Checkpoint): string {
  return [city, countryCode].filter((part) => part !== null && part !== "").join(", ");
}
