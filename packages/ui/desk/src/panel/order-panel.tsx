import { type AskoncePanelElement, defineAskoncePanel } from "@askonce/panel";
import { useEffect, useEffectEvent, useRef } from "react";
import { describeError } from "../api/describe-error.ts";
import { useLanguage } from "../i18n/language-context.tsx";
import { openTicket } from "../layout/route.ts";
import type { Theme } from "../layout/theme.ts";
import { useSession } from "../session/session.tsx";
import type { LinkDecision, TicketContext } from "./use-ticket-context.ts";

export interface OrderPanelProps {
  known: TicketContext;
  theme: Theme;
  /** What can be done from the panel; `null` for everything. */
  actions: string | null;
  onInsertText(text: string): void;
}

/**
 * The order panel, the same custom element that any page can use. It is made by hand: React decides between properties and attributes
 * by what the element knows at that moment, and the element is defined here.
 */
export function OrderPanel({ known, theme, actions, onInsertText }: OrderPanelProps) {
  const { language, t } = useLanguage();
  const { agents } = useSession();
  const host = useRef<HTMLDivElement>(null);
  const panel = useRef<AskoncePanelElement | null>(null);
  const onRefresh = useEffectEvent(() => known.refresh());
  const onLink = useEffectEvent((orderRef: string) => known.link(orderRef));
  const onUnlink = useEffectEvent((orderRef: string) => known.unlink(orderRef));
  const onDecide = useEffectEvent((linkId: string, decision: LinkDecision) => known.decide(linkId, decision));
  const onInsert = useEffectEvent((text: string) => onInsertText(text));

  useEffect(() => {
    defineAskoncePanel();
    const element = document.createElement("askonce-panel");
    element.addEventListener("askonce-refresh", () => onRefresh());
    element.addEventListener("askonce-link-order", ({ detail }) => onLink(detail.orderRef));
    element.addEventListener("askonce-unlink-order", ({ detail }) => onUnlink(detail.orderRef));
    element.addEventListener("askonce-decide-link", ({ detail }) => onDecide(detail.linkId, detail.decision));
    element.addEventListener("askonce-open-ticket", ({ detail }) => openTicket(detail.ticketId));
    element.addEventListener("askonce-insert-text", ({ detail }) => onInsert(detail.text));
    host.current?.append(element);
    panel.current = element;
    return () => element.remove();
  }, []);

  useEffect(() => {
    const element = panel.current;
    if (!element) return;
    element.language = language;
    element.theme = theme;
    element.actions = actions;
    element.agentNames = Object.fromEntries(agents.map(({ id, name }) => [id, name]));
    element.state = known.state;
    element.context = known.context;
    const described = known.error === null ? null : describeError(known.error, t);
    element.error = described && { title: t("contextFailed"), detail: described.detail, retryable: described.retryable };
  }, [language, theme, actions, agents, known.state, known.context, known.error, t]);

  return <div ref={host} className="panel-host" />;
}
