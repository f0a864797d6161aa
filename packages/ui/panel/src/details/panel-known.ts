import type { Context } from "@askonce/spec";
import type { CSSResult } from "lit";
import { facts } from "../known/facts.ts";
import { handOver } from "../known/hand-over.ts";
import { identity } from "../known/identity.ts";
import { knownStyles } from "../known/known-styles.ts";
import type { KnownTexts } from "../known/known-texts.ts";
import type { KnownThings } from "../known/known-view.ts";
import type { Piece } from "../view/pieces.ts";
import type { View } from "../view/view.ts";

export { enKnown } from "../known/en-known.ts";

/** What is known and who it is about, in one language. A file of its own, beside the one of the order: a ticket without an order has it too. */
export interface PanelKnown {
  readonly knownStyles: CSSResult;
  /** Also for a packet, which is in these words too. */
  readonly knownTexts: KnownTexts;
  facts(view: View, known: KnownThings, sinceMs: number): Piece;
  handOver(view: View, context: Context): Piece;
  identity(view: View, context: Context): Piece;
}

export function createPanelKnown(knownTexts: KnownTexts): PanelKnown {
  return {
    knownStyles,
    knownTexts,
    facts: (view, known, sinceMs) => facts({ ...view, knownTexts }, known, sinceMs),
    handOver: (view, context) => handOver({ ...view, knownTexts }, context),
    identity: (view, context) => identity({ ...view, knownTexts }, context),
  };
}
