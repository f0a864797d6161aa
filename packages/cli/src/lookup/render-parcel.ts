import type { Parcel } from "@askonce/spec";
import type { CommandTools } from "../command.ts";
import { fill } from "../language/messages.ts";
import type { Formats } from "./format.ts";

/** More of them are on the shop's own page; the newest ones answer the question. */
const mostCheckpoints = 12;

export function renderParcel(
  parcel: Parcel,
  formats: Formats,
  { terminal, messages }: Pick<CommandTools, "terminal" | "messages">,
): string[] {
  const say = messages.lookup;
  const state = `${messages.words.delivery[parcel.status]}${parcel.rawStatus === null ? "" : ` (${parcel.rawStatus})`}`;
  const times = [
    parcel.deliveredAt === null ? null : fill(say.delivered, { when: formats.moment(parcel.deliveredAt) }),
    parcel.promisedAt === null ? null : fill(say.promised, { when: formats.day(parcel.promisedAt) }),
    parcel.estimatedAt === null ? null : fill(say.estimated, { when: formats.day(parcel.estimatedAt) }),
    parcel.lastScanAt === null ? say.neverScanned : fill(say.lastScan, { when: formats.moment(parcel.lastScanAt) }),
  ].filter((text) => text !== null);
  const lines = [
    `  ${terminal.style("bold", `${say.parcel} ${[parcel.carrier, parcel.trackingNumber].filter(Boolean).join(" ")}`.trimEnd())}: ${terminal.style("cyan", state)}`,
    `    ${[...times, ...parcel.exceptions.map((one) => `${one.kind} [${one.by}]`)].join(", ")}`,
  ];
  for (const checkpoint of parcel.checkpoints.slice(0, mostCheckpoints)) {
    const place = [checkpoint.city, checkpoint.countryCode].filter(Boolean).join(" ");
    const words = checkpoint.text ?? checkpoint.rawStatus ?? "";
    lines.push(
      `    ${terminal.style("dim", formats.moment(checkpoint.at))}  ${messages.words.delivery[checkpoint.status]}  ${[words, place].filter(Boolean).join(", ")}`,
    );
  }
  if (parcel.trackingUrl !== null) lines.push(`    ${parcel.trackingUrl}`);
  return lines;
}
