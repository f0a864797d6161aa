import { foldText } from "@askonce/spec";
import { allBelow, childOf, type XmlElement } from "./xml.ts";

/** One of the six-fold groups of the list. */
export interface GlsItalyEvent {
  /** `dd/mm/yy` and `hh:mm`, `hh.mm` or nothing. */
  date: string;
  time: string;
  place: string;
  state: string;
  note: string;
  /** Empty abroad: there the words are all there is. */
  code: string;
  leg: "forward" | "return";
}

export interface GlsItalyShipment {
  /** In the document's order, oldest first; those of the way back at the end. */
  events: GlsItalyEvent[];
  /** With the branch before it, when GLS made a shipment of its own for the way back. */
  returnNumber: string | null;
}

/** `unknown`: there is no such number; `refused`: another error; `unreadable`: not GLS' list at all. */
export type GlsItalyAnswer = { kind: "shipment"; shipment: GlsItalyShipment } | { kind: "unknown" | "refused" | "unreadable" };

/** Reads the list that `get_xml_track.php` answers. */
export function readShipmentAnswer(root: XmlElement | null): GlsItalyAnswer {
  if (root === null || !knownRoots.has(root.name)) return { kind: "unreadable" };
  const shipment = root.name === "SPEDIZIONE" ? root : childOf(root, "SPEDIZIONE");
  if (shipment) return { kind: "shipment", shipment: readShipment(shipment) };
  const [error] = root.name === "ERRORE" ? [root] : [...allBelow(root, "TESTOERRORE"), ...allBelow(root, "ERRORE")];
  // An empty list is how it says that it found nothing, too.
  if (!error) return { kind: "unknown" };
  return { kind: /\btrovat|\binesistente/.test(foldText(wordsOf(error))) ? "unknown" : "refused" };
}

const knownRoots: ReadonlySet<string> = new Set(["ELENCO", "SPEDIZIONE", "ERRORE"]);

function wordsOf(element: XmlElement): string {
  return [element.text, ...element.children.map(wordsOf)].join(" ");
}

function readShipment(shipment: XmlElement): GlsItalyShipment {
  const back = childOf(shipment, "SPEDIZIONEDIRIENTRO");
  const events = [
    ...shipment.children.filter(({ name }) => name === "TRACKING").flatMap((list) => readGroups(list, "forward")),
    ...shipment.children
      .filter(({ name }) => name === "COLLOINTERNAZIONALE")
      .flatMap((piece) => allBelow(piece, "TRACKINGINT"))
      .flatMap((list) => readGroups(list, "forward")),
    ...(back ? allBelow(back, "TRACKING").flatMap((list) => readGroups(list, "return")) : []),
  ];
  const announced = events.flatMap(({ note }) => returnNumberIn(note) ?? [])[0];
  return { events, returnNumber: announced ?? (back ? numberOf(back) : null) };
}

/** "Resa con spedizione: VE123456789": the goods go back under another number. */
export function returnNumberIn(note: string): string | null {
  return /\bresa con spedizione:?\s*([A-Z][A-Z0-9]\d{9})\b/i.exec(note)?.[1]?.toUpperCase() ?? null;
}

function numberOf(shipment: XmlElement): string | null {
  const number = allBelow(shipment, "NUMSPED")[0]?.text ?? "";
  const branch = allBelow(shipment, "SEDEPARTENZA")[0]?.text ?? "";
  return /^\d{6,12}$/.test(number) ? `${/^[A-Z][A-Z0-9]$/.test(branch) ? branch : ""}${number}` : null;
}

const fields = { DATA: "date", ORA: "time", LUOGO: "place", STATO: "state", NOTE: "note", CODICE: "code" } as const;

/** The fields of all events stand beside each other, without an element around each event: every `Data` begins one. */
function readGroups(list: XmlElement, leg: GlsItalyEvent["leg"]): GlsItalyEvent[] {
  const events: GlsItalyEvent[] = [];
  for (const { name, text } of list.children) {
    if (name === "DATA") events.push({ date: "", time: "", place: "", state: "", note: "", code: "", leg });
    const field = fields[name as keyof typeof fields];
    const event = events.at(-1);
    if (field !== undefined && event) event[field] = text;
  }
  return events;
}
