import type { DeliveryStatus, EvidenceSource, IncidentKind, SupportedLanguage } from "@askonce/spec";
import { english } from "./english.ts";
import { italian } from "./italian.ts";
import { romanian } from "./romanian.ts";

/** Everything the document says by itself, in one language. */
export interface PacketWords {
  title: string;
  reference: string;
  prepared: string;
  page: (page: number, pages: number) => string;
  allTimesIn: (zone: string) => string;
  notKnown: string;
  deadline: string;
  deadlineSource: string;
  shop: string;
  email: string;
  phone: string;
  order: string;
  parcel: string;
  carrier: string;
  trackingNumber: string;
  shipped: string;
  delivered: string;
  recipient: string;
  incident: string;
  since: string;
  evidence: string;
  items: string;
  item: string;
  quantity: string;
  unitValue: string;
  total: string;
  statement: string;
  /** The customer's words, in which language and when. */
  statementOf: (language: string, at: string) => string;
  noStatement: string;
  packaging: string;
  asked: string;
  askedAt: (at: string) => string;
  answeredAt: (at: string) => string;
  notAnswered: string;
  history: string;
  time: string;
  state: string;
  carrierWords: string;
  place: string;
  noHistory: string;
  photos: string;
  noPhotos: string;
  photo: (number: number) => string;
  photoTaken: (at: string) => string;
  photoReceived: (at: string) => string;
  photoNotPrinted: (format: string) => string;
  unprintable: (characters: number) => string;
  kinds: Readonly<Record<IncidentKind, string>>;
  statuses: Readonly<Record<DeliveryStatus, string>>;
  sources: Readonly<Record<EvidenceSource, string>>;
  /** Codes of evidence; others are printed as they are. */
  evidenceCodes: Readonly<Record<string, string>>;
  /** Between whole units and decimals. */
  decimalMark: "." | ",";
}

export const packetWords: Readonly<Record<SupportedLanguage, PacketWords>> = { en: english, it: italian, ro: romanian };
