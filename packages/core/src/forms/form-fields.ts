import type { FactKey, FormField, FormPurpose, ReportableProblem } from "@askonce/spec";

/** A field as a form would ask it of somebody nothing is known of. */
export interface FieldDefinition {
  key: FactKey;
  kind: FormField["kind"];
  required: boolean;
  /** Values to choose from, where the words for them are in the texts. */
  options?: readonly string[];
}

const email: FieldDefinition = { key: "email", kind: "email", required: true };
const orderNumber = (required: boolean): FieldDefinition => ({ key: "orderNumber", kind: "text", required });
const words: FieldDefinition = { key: "problem", kind: "longText", required: false };
const item: FieldDefinition = { key: "item", kind: "choice", required: true };
const photoOfItem: FieldDefinition = { key: "photoOfItem", kind: "photo", required: false };
const wantedOutcome: FieldDefinition = {
  key: "wantedOutcome",
  kind: "choice",
  required: false,
  options: ["refund", "replacement", "repair", "discount", "information"],
};
const damageExtent: FieldDefinition = {
  key: "damageExtent",
  kind: "choice",
  required: true,
  options: ["unusable", "partly_usable", "cosmetic"],
};

const byProblem: Readonly<Record<ReportableProblem, readonly FieldDefinition[]>> = {
  damaged: [
    item,
    damageExtent,
    photoOfItem,
    { key: "photoOfPackaging", kind: "photo", required: false },
    { key: "photoOfLabel", kind: "photo", required: false },
    wantedOutcome,
    words,
  ],
  missing_items: [item, wantedOutcome, words],
  wrong_item: [item, photoOfItem, wantedOutcome, words],
  delivered_not_received: [wantedOutcome, words],
  late: [words],
  lost: [wantedOutcome, words],
};

/** What a form needs, before anything is left out because it is known. */
export function fieldsOf(purpose: FormPurpose, kind: ReportableProblem | undefined): readonly FieldDefinition[] {
  if (purpose === "chat") return [{ key: "name", kind: "text", required: false }, email, orderNumber(false), { ...words, required: true }];
  return [email, orderNumber(true), ...(kind === undefined ? [words] : byProblem[kind])];
}
