import { useLanguage } from "../i18n/language-context.tsx";
import { Icon } from "../layout/icon.tsx";
import { Problem } from "../layout/problem.tsx";
import { useArrowKeys } from "../layout/use-arrow-keys.ts";
import { ListSkeleton } from "./list-skeleton.tsx";
import { isUnread, type SeenTickets } from "./seen-tickets.ts";
import { initialFilters, type TicketFilters } from "./ticket-filters.ts";
import { TicketRow } from "./ticket-row.tsx";
import type { TicketList as List } from "./use-ticket-list.ts";

export interface TicketListProps {
  list: List;
  filters: TicketFilters;
  currentId: string | null;
  seen: SeenTickets;
  onFilters(filters: TicketFilters): void;
}

export function TicketList({ list, filters, currentId, seen, onFilters }: TicketListProps) {
  const { t } = useLanguage();
  const { element, onKeyDown } = useArrowKeys("a.ticket-row");

  if (list.status === "loading") return <ListSkeleton />;
  if (list.status === "error") return <Problem title={t("ticketsFailed")} error={list.error} onRetry={list.reload} />;
  if (list.items.length === 0) return <NoTickets filters={filters} onFilters={onFilters} />;
  return (
    <>
      <ul ref={element} className="ticket-rows" onKeyDown={onKeyDown}>
        {list.items.map((ticket) => (
          <TicketRow
            key={ticket.id}
            ticket={ticket}
            current={ticket.id === currentId}
            unread={ticket.id !== currentId && isUnread(ticket, seen)}
          />
        ))}
      </ul>
      {list.error !== null && <Problem title={t("ticketsFailed")} error={list.error} onRetry={list.loadMore} />}
      {list.nextCursor !== null && (
        <button type="button" className="button load-more" onClick={list.loadMore} disabled={list.loadingMore}>
          {list.loadingMore ? t("loading") : t("loadMore")}
        </button>
      )}
      <p className="visually-hidden" role="status">
        {t("ticketsShown", { count: list.items.length })}
      </p>
    </>
  );
}

function NoTickets({ filters, onFilters }: Pick<TicketListProps, "filters" | "onFilters">) {
  const { t } = useLanguage();
  const allDone = filters.status === "open" && filters.whose === "all" && filters.search === "";
  return (
    <div className="empty">
      <Icon name="inbox" size={36} />
      <h2>{t("noTicketsTitle")}</h2>
      <p>{allDone ? t("noTicketsOpenHint") : t("noTicketsHint")}</p>
      <button type="button" className="button" onClick={() => onFilters({ ...initialFilters, status: "all" })}>
        {t("showAllTickets")}
      </button>
    </div>
  );
}
