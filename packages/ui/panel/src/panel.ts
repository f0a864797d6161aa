import type { Context, SupportedLanguage } from "@askonce/spec";
import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { type ContextLoader, startContextLoader } from "./context-loader.ts";
import { ContextLoadError, type ContextSource, type ContextSubscribe, httpContextSource, type TokenSource } from "./context-source.ts";
import { detailsOf, loadDetails } from "./details/load-details.ts";
import type { OpenedPacket } from "./details/panel-packet.ts";
import { createWords, englishTag, supportedLanguage, type Words } from "./language/words.ts";
import { en } from "./messages/en.ts";
import { loadMessages, messagesOf } from "./messages/load-messages.ts";
import { startPacketLoader } from "./packet/packet-loader.ts";
import { type PanelEventDetails, panelEvent } from "./panel-events.ts";
import { type PanelAction, type PanelError, type PanelState, panelActions } from "./panel-state.ts";
import { layoutStyles } from "./styles/layout.ts";
import { partStyles } from "./styles/parts.ts";
import { tokenStyles } from "./styles/tokens.ts";
import { content } from "./view/content.ts";
import { failure, idle, skeleton } from "./view/placeholders.ts";
import { statusBar } from "./view/status-bar.ts";
import type { View } from "./view/view.ts";

/** How often ages on the screen are counted anew. */
const tickMs = 30_000;
const copiedForMs = 2_000;

/**
 * When this page first saw each context. Ages come from the server and grow by the time since then, so that a wrong clock on the agent's
 * machine does not make an order look fresh or late, and a panel that is taken away and put back does not start anew.
 */
const firstSeenAt = new WeakMap<Context, number>();

/** `<askonce-panel>`. Its properties are described in {@link AskoncePanelElement}. */
export class AskoncePanel extends LitElement {
  static override properties: PropertyDeclarations = {
    context: { attribute: false },
    state: { attribute: false },
    error: { attribute: false },
    now: { attribute: false },
    language: {},
    timeZone: { attribute: "time-zone" },
    theme: { reflect: true },
    actions: {},
    agentNames: { attribute: false },
    baseUrl: { attribute: "base-url" },
    ticketId: { attribute: "ticket-id" },
    token: { attribute: false },
    source: { attribute: false },
    subscribe: { attribute: false },
    packet: {},
    opened: { state: true },
    copied: { state: true },
    announcement: { state: true },
  };
  static override styles = [tokenStyles, layoutStyles, partStyles];

  declare context: Context | null;
  declare state: PanelState;
  declare error: PanelError | null;
  declare now: number | undefined;
  declare language: string;
  declare timeZone: string | null;
  declare theme: "light" | "dark" | null;
  declare actions: string | null;
  declare agentNames: Readonly<Record<string, string>> | null;
  declare baseUrl: string | null;
  declare ticketId: string | null;
  declare token: TokenSource | null;
  declare source: ContextSource | null;
  declare subscribe: ContextSubscribe | null;
  declare packet: string | null;
  declare private opened: OpenedPacket | null;
  declare private copied: string | null;
  declare private announcement: string;

  #words: Words | null = null;
  #fetching: Promise<void> | null = null;
  #lacksDetails = false;
  #loader: ContextLoader | null = null;
  #tick: ReturnType<typeof setInterval> | undefined;
  #copiedTimer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.context = null;
    this.state = "idle";
    this.error = null;
    this.now = undefined;
    this.language = "en";
    this.timeZone = null;
    this.theme = null;
    this.actions = null;
    this.agentNames = null;
    this.baseUrl = null;
    this.ticketId = null;
    this.token = null;
    this.source = null;
    this.subscribe = null;
    this.packet = null;
    this.opened = null;
    this.copied = null;
    this.announcement = "";
  }

  /** Fetches again, when the panel fetches for itself. */
  reload(): void {
    this.#loader?.reload();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#tick = setInterval(() => this.requestUpdate(), tickMs);
    if (this.hasUpdated) this.#startLoader();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#tick);
    clearTimeout(this.#copiedTimer);
    this.#stopLoader();
  }

  /** Waits for the language, so that nothing is shown first in another one. */
  protected override async scheduleUpdate(): Promise<void> {
    const language = supportedLanguage(this.language || "en");
    if (!messagesOf(language)) await loadMessages(language);
    super.scheduleUpdate();
  }

  /** Done when everything is shown, the parts that come in a file of their own included. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    if (!this.#fetching) return done;
    await this.#fetching;
    return super.getUpdateComplete();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const tag = this.language || "en";
    const texts = messagesOf(supportedLanguage(tag)) ?? en;
    if (this.#words?.texts !== texts || changed.has("language") || changed.has("timeZone")) {
      this.#words = createWords(texts === en ? englishTag(tag) : tag, texts, this.timeZone ?? undefined);
    }
    if (changed.has("packet")) {
      this.opened = null;
      if (!this.#hasPacket && changed.get("packet") !== undefined) this.state = "idle";
    }
    const fetching = ["baseUrl", "ticketId", "token", "source", "subscribe", "packet"] as const;
    if (fetching.some((name) => changed.has(name))) this.#startLoader();
    if (this.context && !firstSeenAt.has(this.context)) firstSeenAt.set(this.context, Date.now());
    if ((this.context || this.opened || this.state === "loading") && !detailsOf(this.#words.language))
      this.#fetchDetails(this.#words.language);
    if (changed.has("state") || changed.has("context")) this.#announceState(changed.get("state"));
  }

  protected override render(): unknown {
    const { state, opened } = this;
    const context = this.#hasPacket ? null : this.context;
    const words = this.#words ?? createWords("en", en);
    const { texts } = words;
    const sinceMs = context && this.now === undefined ? Date.now() - (firstSeenAt.get(context) ?? Date.now()) : 0;
    const nowMs = this.now ?? (context ? Date.parse(context.generatedAt) + sinceMs : (opened?.nowMs() ?? Date.now()));
    const details = detailsOf(words.language);
    const root = this.shadowRoot;
    for (const sheet of details?.sheets ?? []) if (root && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
    const view: View = {
      words,
      nowMs,
      details,
      lacksDetails: this.#lacksDetails,
      can: this.#allowed(),
      copied: this.copied,
      agentName: (id) => (Object.hasOwn(this.agentNames ?? {}, id) ? (this.agentNames?.[id] ?? null) : null),
      send: (name, detail) => this.#send(name, detail),
      copy: (text) => void this.#copy(text),
    };
    const problem = state === "error" ? failure(view, this.error, (context ?? opened) !== null) : nothing;
    return html`<section class="panel" part="panel" lang=${words.language} aria-label=${texts.panelLabel} aria-busy=${state === "loading"}>
      <div class="sr" role="status">${this.announcement}</div>
      ${
        context
          ? html`${statusBar(view, context, state, sinceMs)} ${problem} ${keyed(context.ticket.id, content(view, context, sinceMs))}`
          : opened && details
            ? html`${problem} ${keyed(
                opened,
                opened.content(view, details, () => this.requestUpdate()),
              )}`
            : opened || state === "loading"
              ? skeleton()
              : state === "error"
                ? problem
                : idle(view)
      }
    </section>`;
  }

  /** The first line and the parcels' numbers do not wait for it. */
  #fetchDetails(language: SupportedLanguage): void {
    this.#fetching ??= loadDetails(language).then((areHere) => {
      this.#fetching = null;
      // Once more for the message, and not again for every further try.
      if (areHere || !this.#lacksDetails) this.requestUpdate();
      this.#lacksDetails = !areHere;
    });
  }

  #allowed(): ReadonlySet<PanelAction> {
    if (this.actions === null) return new Set(this.#hasPacket ? [] : panelActions);
    const named = this.actions.split(/\s+/);
    return new Set(panelActions.filter((each) => named.includes(each)));
  }

  #send<Name extends keyof PanelEventDetails>(name: Name, detail: PanelEventDetails[Name]): void {
    const wanted = this.dispatchEvent(panelEvent(name, detail));
    if (name === "askonce-refresh" && wanted) this.reload();
  }

  async #copy(text: string): Promise<void> {
    const texts = this.#words?.texts;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Refused by the page's permissions, or not a secure page: say so, the number can still be selected.
      this.announcement = texts?.copyFailed ?? "";
      return;
    }
    this.copied = text;
    this.announcement = texts?.copied ?? "";
    clearTimeout(this.#copiedTimer);
    this.#copiedTimer = setTimeout(() => {
      this.copied = null;
    }, copiedForMs);
  }

  #announceState(before: PanelState | undefined): void {
    const texts = this.#words?.texts;
    if (!texts) return;
    if (this.state === "loading") this.announcement = this.context ? texts.refreshing : texts.loading;
    else if (before === "loading" && this.state === "ready") this.announcement = texts.updated;
    else if (this.state === "error") this.announcement = "";
  }

  #startLoader(): void {
    this.#stopLoader();
    if (!this.isConnected) return;
    if (typeof this.packet === "string") this.#openPacket(this.packet);
    else this.#followTicket();
  }

  #followTicket(): void {
    const source = this.source ?? (this.baseUrl === null ? null : httpContextSource({ baseUrl: this.baseUrl, token: this.token }));
    if (!source || !this.ticketId) return;
    if (this.context?.ticket.id !== this.ticketId) this.context = null;
    this.#loader = startContextLoader({
      source,
      ticketId: this.ticketId,
      subscribe: this.subscribe,
      view: {
        loading: () => {
          this.state = "loading";
        },
        loaded: (context) => {
          this.context = context;
          this.error = null;
          this.state = "ready";
        },
        failed: (error) => {
          this.error = this.#inWords(error);
          this.state = "error";
        },
      },
    });
  }

  /** An empty packet is one, too: a link that lost it is told so. */
  get #hasPacket(): boolean {
    return typeof this.packet === "string";
  }

  #openPacket(token: string): void {
    this.#loader = startPacketLoader({
      baseUrl: this.baseUrl ?? "",
      token,
      words: this.#words ?? createWords("en", en),
      loading: () => {
        this.state = "loading";
      },
      show: (answer) => {
        const opened = answer && "content" in answer ? answer : null;
        this.error = opened ? null : ((answer as PanelError | null) ?? this.#inWords(null));
        this.state = opened ? "ready" : "error";
        // What the server does not take any more is not shown any more.
        if (!this.error?.retryable) this.opened = opened;
      },
    });
  }

  #stopLoader(): void {
    this.#loader?.stop();
    this.#loader = null;
  }

  #inWords(error: unknown): PanelError {
    const texts = this.#words?.texts ?? en;
    const failure = error instanceof ContextLoadError ? error.failure : "network";
    const details = {
      network: texts.errorNetwork,
      unauthorized: texts.errorUnauthorized,
      notFound: texts.errorNotFound,
      server: texts.errorServer,
    };
    return { title: texts.errorTitle, detail: details[failure], retryable: failure === "network" || failure === "server" };
  }
}
