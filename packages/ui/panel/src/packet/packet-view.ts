import type { LoadedDetails } from "../details/load-details.ts";
import type { View } from "../view/view.ts";
import type { PacketTexts } from "./packet-texts.ts";

/** What every part of a packet gets; the words for facts, incidents and promises are those of a ticket's context. */
export interface PacketView extends View {
  readonly details: LoadedDetails;
  readonly packetTexts: PacketTexts;
}

/** A value in words; one from a newer server is shown as it is. */
export function wordOf(table: Readonly<Record<string, string>>, value: string): string {
  return (Object.hasOwn(table, value) ? table[value] : undefined) ?? value;
}
