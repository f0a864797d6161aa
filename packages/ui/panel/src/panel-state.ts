/** What the panel is doing. A context that is set stays visible while it is `loading` again, and under an `error`. */
export type PanelState = "idle" | "loading" | "ready" | "error";

/** A failure in words for an agent. `retryable` shows the button that tries again. */
export interface PanelError {
  title: string;
  detail: string;
  retryable: boolean;
}

/**
 * What the embedding page can do with the panel's events; the panel shows no control that leads nowhere.
 * `insert`: put a text into a reply; `link`: choose or unlink the ticket's order; `tickets`: open another ticket; `identity`: say
 * whether two customers are one person.
 */
export const panelActions = ["insert", "link", "tickets", "identity"] as const;
export type PanelAction = (typeof panelActions)[number];
