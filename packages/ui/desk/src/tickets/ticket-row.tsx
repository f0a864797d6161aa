import type { Ticket } from "@askonce/spec";
import { useLanguage } from "../i18n/language-context.tsx";
import { Avatar } from "../layout/avatar.tsx";
import { ticketHref } from "../layout/route.ts";
import { When } from "../layout/when.tsx";
import { useSession } from "../session/session.tsx";
import { statusKeys, waitingKeys } from "./status-text.ts";

export interface TicketRowProps {
  ticket: Ticket;
  current: boolean;
  unread: boolean;
}

/** One ticket of the list: who, since when, what about, what was said last. */
export function TicketRow({ ticket, current, unread }: TicketRowProps) {
  const { t } = useLanguage();
  const { agents, me } = useSession();
  const name = ticket.customerName ?? t("unknownCustomer");
  const assignee = agents.find(({ id }) => id === ticket.assigneeId);
  const prefix =
    ticket.lastMessageDirection === "outbound" ? `${t("reply")}: ` : ticket.lastMessageDirection === "note" ? `${t("note")}: ` : "";
  return (
    <li>
      <a
        href={ticketHref(ticket.id)}
        className="ticket-row"
        data-ticket={ticket.id}
        data-unread={unread}
        aria-current={current ? "true" : undefined}
      >
        <Avatar name={ticket.customerName} />
        <span className="ticket-row-main">
          <span className="ticket-row-top">
            <bdi className="ticket-row-name">{name}</bdi>
            {unread && (
              <span className="unread-dot">
                <span className="visually-hidden">{t("unread")}</span>
              </span>
            )}
            <span className="ticket-row-when">
              <When at={ticket.lastMessageAt ?? ticket.updatedAt} form="short" />
            </span>
          </span>
          <bdi className="ticket-row-subject">{ticket.subject}</bdi>
          <span className="ticket-row-preview">
            {ticket.lastMessagePreview === null ? (
              t("noMessagesYet")
            ) : (
              <>
                {prefix}
                <bdi>{ticket.lastMessagePreview}</bdi>
              </>
            )}
          </span>
          <span className="ticket-row-meta">
            <span className="status-chip" data-status={ticket.status}>
              {ticket.waitingFor ? t(waitingKeys[ticket.waitingFor]) : t(statusKeys[ticket.status])}
            </span>
            <span className="muted">#{ticket.number}</span>
            {ticket.tags.slice(0, 2).map((tag) => (
              <bdi key={tag} className="tag small">
                {tag}
              </bdi>
            ))}
            <span className="ticket-row-assignee" title={assignee ? t("assignedTo", { name: assignee.name }) : t("unassigned")}>
              {assignee ? assignee.id === me.id ? t("you") : <bdi>{assignee.name}</bdi> : <span className="muted">{t("unassigned")}</span>}
            </span>
          </span>
        </span>
      </a>
    </li>
  );
}
