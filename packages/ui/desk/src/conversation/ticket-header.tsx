import type { Ticket, TicketStatus, WaitingFor } from "@askonce/spec";
import type { RefObject } from "react";
import { useLanguage } from "../i18n/language-context.tsx";
import { Icon } from "../layout/icon.tsx";
import { openTicket } from "../layout/route.ts";
import { useSession } from "../session/session.tsx";
import type { TicketChange } from "../tickets/save-ticket.ts";
import { statusKeys, waitingKeys } from "../tickets/status-text.ts";
import { TagsEditor } from "./tags-editor.tsx";

export interface TicketHeaderProps {
  ticket: Ticket;
  heading: RefObject<HTMLHeadingElement | null>;
  panelOpen: boolean;
  onChange(change: TicketChange): void;
  onMerge(): void;
  onHandOver(): void;
  onTogglePanel(): void;
}

export function TicketHeader({ ticket, heading, panelOpen, onChange, onMerge, onHandOver, onTogglePanel }: TicketHeaderProps) {
  const { t } = useLanguage();
  const { agents, me } = useSession();
  const merged = ticket.mergedIntoId !== null;
  const others = agents.filter(({ id, active }) => id !== me.id && (active || id === ticket.assigneeId));
  return (
    <header className="ticket-header">
      <div className="ticket-title">
        <button type="button" className="icon-button only-narrow" aria-label={t("back")} onClick={() => openTicket(null)}>
          <Icon name="back" />
        </button>
        <div className="ticket-title-text">
          <h1 ref={heading} tabIndex={-1} dir="auto">
            {ticket.subject}
          </h1>
          <p className="muted">
            #{ticket.number} · <bdi>{ticket.customerName ?? t("unknownCustomer")}</bdi>
          </p>
        </div>
        <button type="button" className="button panel-toggle" aria-expanded={panelOpen} aria-controls="order-panel" onClick={onTogglePanel}>
          <Icon name="parcel" size={18} />
          <span>{t("showOrder")}</span>
        </button>
        <button
          type="button"
          className="button merge-button"
          onClick={onMerge}
          disabled={merged}
          title={t("merge")}
          aria-label={t("merge")}
        >
          <Icon name="merge" size={18} />
          <span>{t("merge")}</span>
        </button>
      </div>
      <div className="ticket-controls">
        <select
          className="select status-select"
          data-status={ticket.status}
          aria-label={t("status")}
          value={ticket.status}
          disabled={merged}
          onChange={(event) => onChange({ status: event.target.value as TicketStatus })}
        >
          {(Object.keys(statusKeys) as TicketStatus[]).map((status) => (
            <option key={status} value={status}>
              {t(statusKeys[status])}
            </option>
          ))}
        </select>
        {ticket.status === "waiting" && (
          <select
            className="select"
            aria-label={t("waitingFor")}
            value={ticket.waitingFor ?? ""}
            disabled={merged}
            onChange={(event) => onChange({ waitingFor: (event.target.value || null) as WaitingFor | null })}
          >
            <option value="">{t("waitingForNobody")}</option>
            {(Object.keys(waitingKeys) as WaitingFor[]).map((whom) => (
              <option key={whom} value={whom}>
                {t(waitingKeys[whom])}
              </option>
            ))}
          </select>
        )}
        <select
          className="select"
          aria-label={t("assignee")}
          value={ticket.assigneeId ?? ""}
          disabled={merged}
          onChange={(event) => onChange({ assigneeId: event.target.value || null })}
        >
          <option value="">{t("unassigned")}</option>
          <option value={me.id}>{ticket.assigneeId === me.id ? `${t("you")} (${me.name})` : t("assignToMe")}</option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <button type="button" className="button small" disabled={merged} onClick={onHandOver}>
          {t("handOver")}
        </button>
        <TagsEditor tags={ticket.tags} disabled={merged} onChange={(tags) => onChange({ tags })} />
      </div>
    </header>
  );
}
