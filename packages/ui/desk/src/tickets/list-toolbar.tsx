import { type RefObject, useEffect, useState } from "react";
import { useLanguage } from "../i18n/language-context.tsx";
import type { MessageKey } from "../i18n/messages.ts";
import { Icon } from "../layout/icon.tsx";
import type { TicketFilters } from "./ticket-filters.ts";

const statuses: readonly (readonly [TicketFilters["status"], MessageKey])[] = [
  ["open", "statusOpen"],
  ["waiting", "statusWaiting"],
  ["resolved", "statusResolved"],
  ["all", "statusAll"],
];
const owners: readonly (readonly [TicketFilters["whose"], MessageKey])[] = [
  ["all", "whoseAll"],
  ["mine", "whoseMine"],
  ["none", "whoseNone"],
];

export interface ListToolbarProps {
  filters: TicketFilters;
  onFilters(filters: TicketFilters): void;
  onNewTicket(): void;
  searchField: RefObject<HTMLInputElement | null>;
}

export function ListToolbar({ filters, onFilters, onNewTicket, searchField }: ListToolbarProps) {
  const { t } = useLanguage();
  return (
    <div className="list-toolbar">
      <div className="list-toolbar-row">
        <SearchField filters={filters} onFilters={onFilters} field={searchField} />
        <button type="button" className="icon-button filled" aria-label={t("newTicket")} title={t("newTicket")} onClick={onNewTicket}>
          <Icon name="plus" />
        </button>
      </div>
      <fieldset className="segments">
        <legend className="visually-hidden">{t("status")}</legend>
        {statuses.map(([status, key]) => (
          <label key={status} className="segment">
            <input
              type="radio"
              name="status-filter"
              value={status}
              checked={filters.status === status}
              onChange={() => onFilters({ ...filters, status })}
            />
            <span>{t(key)}</span>
          </label>
        ))}
      </fieldset>
      <select
        className="select quiet"
        aria-label={t("whose")}
        value={filters.whose}
        onChange={(event) => onFilters({ ...filters, whose: event.target.value as TicketFilters["whose"] })}
      >
        {owners.map(([whose, key]) => (
          <option key={whose} value={whose}>
            {t(key)}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Searches when the typing pauses, not on every letter. */
function SearchField({
  filters,
  onFilters,
  field,
}: Pick<ListToolbarProps, "filters" | "onFilters"> & { field: ListToolbarProps["searchField"] }) {
  const { t } = useLanguage();
  const [text, setText] = useState(filters.search);
  useEffect(() => setText(filters.search), [filters.search]);
  useEffect(() => {
    if (text === filters.search) return;
    const timer = setTimeout(() => onFilters({ ...filters, search: text }), 250);
    return () => clearTimeout(timer);
  }, [text, filters, onFilters]);
  const clear = () => {
    setText("");
    onFilters({ ...filters, search: "" });
  };
  return (
    <search className="search-field">
      <Icon name="search" size={18} />
      <input
        ref={field}
        type="search"
        aria-label={t("search")}
        placeholder={t("searchPlaceholder")}
        value={text}
        maxLength={200}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") onFilters({ ...filters, search: text });
          if (event.key !== "Escape") return;
          event.preventDefault();
          clear();
          event.currentTarget.blur();
        }}
      />
      {text !== "" && (
        <button type="button" className="icon-button small" aria-label={t("clearSearch")} onClick={clear}>
          <Icon name="close" size={16} />
        </button>
      )}
    </search>
  );
}
