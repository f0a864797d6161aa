import type { Context } from "@askonce/spec";
import type { ContextSource, ContextSubscribe, TokenSource } from "./context-source.ts";
import type { PanelEventMap } from "./panel-events.ts";
import type { PanelError, PanelState } from "./panel-state.ts";

/** An `<askonce-panel>` in the page. Either the page sets `context` and `state`, or the panel fetches by `ticket-id`. */
export interface AskoncePanelElement extends HTMLElement {
  /** What to show. Set a new object for every change. Default: `null`. */
  context: Context | null;
  /** Default: `"idle"`. With a context set, `"idle"` shows it like `"ready"`. */
  state: PanelState;
  /** Shown while `state` is `"error"`. Default: `null`, which reads as a server error that may be tried again. */
  error: PanelError | null;
  /** What time it is, in milliseconds, for tests and replays. Default: the server's clock, counted on from the context's `generatedAt`. */
  now: number | undefined;
  /** A BCP 47 tag; texts exist in `en`, `it` and `ro`, others read English. Attribute `language`. Default: `"en"`. */
  language: string;
  /** The IANA zone that days are counted in. Attribute `time-zone`. Default: the browser's. */
  timeZone: string | null;
  /** Attribute `theme`. Default: `null`, which follows the system. */
  theme: "light" | "dark" | null;
  /** What the page handles, of `insert link tickets identity`, divided by spaces. Attribute `actions`. Default: `null`, which is all, and none of a packet. */
  actions: string | null;
  /** The agents' names by their ids, for who asked what. Default: `null`, which calls everybody an agent. */
  agentNames: Readonly<Record<string, string>> | null;
  /** Where askonce answers, without `/api/v1`. Attribute `base-url`. */
  baseUrl: string | null;
  /** The ticket to fetch. Attribute `ticket-id`. */
  ticketId: string | null;
  /** The agent's token for `baseUrl`. A property only: an attribute could be read by everybody who reads the page. */
  token: TokenSource | null;
  /** Where contexts come from, instead of `baseUrl` and `token`. */
  source: ContextSource | null;
  /** Tells the panel that the ticket has changed, so that it fetches again. */
  subscribe: ContextSubscribe | null;
  /**
   * A signed packet to open instead of a ticket; it is read at `baseUrl`, or at the page's own origin. Whoever has it may read it, so give it
   * the page by its fragment or as a property. Shown are no actions but `insert`, and that only when `actions` names it. Attribute `packet`.
   */
  packet: string | null;
  /** Fetches again, when the panel fetches for itself. */
  reload(): void;

  addEventListener<Name extends keyof PanelEventMap>(
    type: Name,
    listener: (event: PanelEventMap[Name]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "askonce-panel": AskoncePanelElement;
  }
}
