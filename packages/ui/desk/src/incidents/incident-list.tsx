import { useLanguage } from "../i18n/language-context.tsx";
import { Icon } from "../layout/icon.tsx";
import { Problem } from "../layout/problem.tsx";
import { weeksHref } from "../layout/route.ts";
import { useArrowKeys } from "../layout/use-arrow-keys.ts";
import { ListSkeleton } from "../tickets/list-skeleton.tsx";
import { type IncidentFilters, initialIncidentFilters } from "./incident-filters.ts";
import { IncidentRow } from "./incident-row.tsx";
import { incidentKinds, kindKeys } from "./incident-words.ts";
import type { IncidentList as List } from "./use-incident-list.ts";

export interface IncidentListProps {
  list: List;
  filters: IncidentFilters;
  currentId: string | null;
  onFilters(filters: IncidentFilters): void;
}

interface IncidentToolbarProps extends Pick<IncidentListProps, "filters" | "onFilters"> {
  /** Whether they are shown by week now. */
  weeks: boolean;
}

/** Whether they go on, of which kind, of which storm, and the way to their weeks. */
export function IncidentToolbar({ filters, weeks, onFilters }: IncidentToolbarProps) {
  const { t } = useLanguage();
  return (
    <div className="list-toolbar incident-toolbar">
      <fieldset className="segments">
        <legend className="visually-hidden">{t("status")}</legend>
        {(["active", "all"] as const).map((state) => (
          <label key={state} className="segment">
            <input
              type="radio"
              name="incident-state"
              value={state}
              checked={filters.state === state}
              onChange={() => onFilters({ ...filters, state })}
            />
            <span>{t(state === "active" ? "incidentsActive" : "incidentsAll")}</span>
          </label>
        ))}
      </fieldset>
      <select
        className="select quiet"
        aria-label={t("incidentKind")}
        value={filters.kind ?? ""}
        onChange={(event) => onFilters({ ...filters, kind: incidentKinds.find((kind) => kind === event.target.value) ?? null })}
      >
        <option value="">{t("kindAll")}</option>
        {incidentKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(kindKeys[kind])}
          </option>
        ))}
      </select>
      <a href={weeksHref} className="weeks-link" aria-current={weeks ? "page" : undefined}>
        {t("byWeek")}
      </a>
      {filters.groupId !== null && (
        <button type="button" className="button small" onClick={() => onFilters({ ...filters, groupId: null })}>
          <Icon name="close" size={16} />
          {t("onlyStorm")}
        </button>
      )}
    </div>
  );
}

export function IncidentList({ list, filters, currentId, onFilters }: IncidentListProps) {
  const { t } = useLanguage();
  const { element, onKeyDown } = useArrowKeys("a.ticket-row");
  if (list.status === "loading") return <ListSkeleton />;
  if (list.status === "error") return <Problem title={t("incidentsFailed")} error={list.error} onRetry={list.reload} />;
  if (list.items.length === 0) {
    const isUnfiltered = filters.kind === null && filters.groupId === null;
    return (
      <div className="empty">
        <Icon name="parcel" size={36} />
        <h2>{t("noTicketsTitle")}</h2>
        <p>{isUnfiltered && filters.state === "active" ? t("noIncidentsActive") : t("noIncidents")}</p>
        {!isUnfiltered && (
          <button type="button" className="button" onClick={() => onFilters(initialIncidentFilters)}>
            {t("showAllIncidents")}
          </button>
        )}
      </div>
    );
  }
  return (
    <>
      <ul ref={element} className="ticket-rows" onKeyDown={onKeyDown}>
        {list.items.map((incident) => (
          <IncidentRow key={incident.id} incident={incident} current={incident.id === currentId} />
        ))}
      </ul>
      {list.error !== null && <Problem title={t("incidentsFailed")} error={list.error} onRetry={list.loadMore} />}
      {list.nextCursor !== null && (
        <button type="button" className="button load-more" onClick={list.loadMore} disabled={list.loadingMore}>
          {list.loadingMore ? t("loading") : t("loadMore")}
        </button>
      )}
      <p className="visually-hidden" role="status">
        {t("incidentsShown", { count: list.items.length })}
      </p>
    </>
  );
}
