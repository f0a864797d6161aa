import type { Id, SourceRef } from "@askonce/spec";

/** What each event carries. All of them bubble and cross shadow roots, so one listener on the page is enough. */
export interface PanelEventDetails {
  /** The agent wants the newest state. Cancelable: a panel that fetches for itself then does not. */
  "askonce-refresh": null;
  /** The ticket is about this order. */
  "askonce-link-order": { orderRef: SourceRef };
  /** The ticket is not about this order. */
  "askonce-unlink-order": { orderRef: SourceRef };
  /** Whether the ticket's customer is one person with another one. */
  "askonce-decide-link": { linkId: Id; decision: "confirm" | "reject" | "undo" };
  "askonce-open-ticket": { ticketId: Id };
  /** Put this text where the agent is writing. It is vendor or customer text: insert it as text, never as HTML. */
  "askonce-insert-text": { text: string };
}

/** The events as DOM types, for typed `addEventListener`. */
export type PanelEventMap = { [Name in keyof PanelEventDetails]: CustomEvent<PanelEventDetails[Name]> };

export function panelEvent<Name extends keyof PanelEventDetails>(name: Name, detail: PanelEventDetails[Name]): CustomEvent {
  return new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true });
}
