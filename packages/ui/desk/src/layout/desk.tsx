import { useCallback, useEffect, useRef, useState } from "react";
import { AskedTwice } from "../asked-twice/asked-twice.tsx";
import type { ComposerHandle } from "../conversation/composer.tsx";
import { Conversation } from "../conversation/conversation.tsx";
import { useUnsentWarning } from "../conversation/outbox-context.tsx";
import { useLanguage } from "../i18n/language-context.tsx";
import { CarrierHealth } from "../incidents/carrier-health.tsx";
import { IncidentDetail } from "../incidents/incident-detail.tsx";
import { type IncidentFilters, initialIncidentFilters, keepIncidentFilters, keptIncidentFilters } from "../incidents/incident-filters.ts";
import { IncidentList, IncidentToolbar } from "../incidents/incident-list.tsx";
import { StormBanner } from "../incidents/storm-banner.tsx";
import { useIncident } from "../incidents/use-incident.ts";
import { useIncidentList } from "../incidents/use-incident-list.ts";
import { useStorms } from "../incidents/use-storms.ts";
import { OrderPanel } from "../panel/order-panel.tsx";
import { useTicketContext } from "../panel/use-ticket-context.ts";
import { OrderPhotos } from "../photos/order-photos.tsx";
import { ListToolbar } from "../tickets/list-toolbar.tsx";
import { NewTicketDialog } from "../tickets/new-ticket-dialog.tsx";
import { markSeen, readSeen } from "../tickets/seen-tickets.ts";
import { keepFilters, keptFilters, type TicketFilters } from "../tickets/ticket-filters.ts";
import { TicketList } from "../tickets/ticket-list.tsx";
import { neighbour } from "../tickets/ticket-pages.ts";
import { useTicketList } from "../tickets/use-ticket-list.ts";
import { IncidentWeeks } from "../weeks/incident-weeks.tsx";
import { useHotkeys } from "./hotkeys.ts";
import { Icon } from "./icon.tsx";
import { openIncident, openTicket, useRoute } from "./route.ts";
import { ShortcutsDialog } from "./shortcuts-dialog.tsx";
import type { Theme } from "./theme.ts";
import { TopBar } from "./top-bar.tsx";
import { ViewTabs } from "./view-tabs.tsx";

/** The three columns: tickets or incidents, what is open of them, and its order. */
export function Desk({ theme, onToggleTheme }: { theme: Theme; onToggleTheme(): void }) {
  const { t } = useLanguage();
  const { view, ticketId, incidentId, weeks } = useRoute();
  const openId = view === "incidents" ? incidentId : ticketId;
  const [filters, setFilters] = useState(keptFilters);
  const [dialog, setDialog] = useState<"shortcuts" | "newTicket" | null>(null);
  const [panelOpen, setPanelOpen] = useState(false);
  const [seen, setSeen] = useState(() => readSeen(new Date().toISOString()));
  const list = useTicketList(filters);
  const known = useTicketContext(ticketId);
  // Beside an incident they are in its own column.
  const ticketOrderRef = (view === "tickets" ? known.context?.order?.order.ref : null) ?? null;
  const [incidentFilters, setIncidentFilters] = useState(keptIncidentFilters);
  const incidents = useIncidentList(incidentFilters, view === "incidents");
  const incident = useIncident(incidentId);
  const storms = useStorms();
  const searchField = useRef<HTMLInputElement>(null);
  const composer = useRef<ComposerHandle>(null);
  const panelClose = useRef<HTMLButtonElement>(null);
  useUnsentWarning();

  const changeFilters = useCallback((next: TicketFilters) => {
    keepFilters(next);
    setFilters(next);
  }, []);
  const onSeen = useCallback((id: string, at: string) => setSeen((before) => markSeen(before, id, at)), []);
  const changeIncidentFilters = useCallback((next: IncidentFilters) => {
    keepIncidentFilters(next);
    setIncidentFilters(next);
  }, []);
  const move = (step: 1 | -1) => {
    if (view === "incidents") {
      const following = neighbour(incidents.items, incidentId, step);
      if (!following) return;
      openIncident(following.id);
      document.querySelector(`[data-incident="${following.id}"]`)?.scrollIntoView({ block: "nearest" });
      return;
    }
    const next = neighbour(list.items, ticketId, step);
    if (!next) return;
    openTicket(next.id);
    document.querySelector(`[data-ticket="${next.id}"]`)?.scrollIntoView({ block: "nearest" });
  };

  useEffect(() => setPanelOpen(false), [openId]);
  // As a drawer the panel covers what had the focus.
  useEffect(() => {
    if (panelOpen) panelClose.current?.focus();
  }, [panelOpen]);
  const closePanel = () => {
    setPanelOpen(false);
    document.querySelector<HTMLElement>(".panel-toggle")?.focus();
  };
  useHotkeys({
    j: () => move(1),
    k: () => move(-1),
    c: () => setDialog("newTicket"),
    i: () => openIncident(null),
    t: () => openTicket(null),
    r: () => composer.current?.focus("reply"),
    n: () => composer.current?.focus("note"),
    "/": () => searchField.current?.focus(),
    "?": () => setDialog("shortcuts"),
    Escape: () => panelOpen && closePanel(),
  });

  return (
    <div
      className="desk"
      data-view={openId === null && !weeks && view !== "askedTwice" ? "list" : "ticket"}
      data-panel={panelOpen ? "open" : "closed"}
    >
      <button type="button" className="skip-link" onClick={() => document.getElementById("conversation")?.focus()}>
        {t("skipToConversation")}
      </button>
      <div className="desk-top">
        <TopBar theme={theme} onToggleTheme={onToggleTheme} onShortcuts={() => setDialog("shortcuts")} />
        <StormBanner
          storms={storms}
          onShow={(storm) => {
            setIncidentFilters({ ...initialIncidentFilters, groupId: storm.id });
            openIncident(null);
          }}
        />
      </div>
      <div className="column list-column">
        <ViewTabs view={view} storms={storms.length} />
        {view === "incidents" ? (
          <nav className="list-part" aria-label={t("incidents")}>
            <IncidentToolbar filters={incidentFilters} weeks={weeks} onFilters={changeIncidentFilters} />
            <div className="list-scroll">
              <IncidentList list={incidents} filters={incidentFilters} currentId={incidentId} onFilters={changeIncidentFilters} />
              <CarrierHealth />
            </div>
          </nav>
        ) : (
          <nav className="list-part" aria-label={t("tickets")}>
            <ListToolbar filters={filters} onFilters={changeFilters} onNewTicket={() => setDialog("newTicket")} searchField={searchField} />
            <div className="list-scroll">
              <TicketList list={list} filters={filters} currentId={ticketId} seen={seen} onFilters={changeFilters} />
            </div>
          </nav>
        )}
      </div>
      <main className="column conversation-column" id="conversation" tabIndex={-1}>
        {view === "askedTwice" ? (
          <AskedTwice />
        ) : weeks ? (
          <IncidentWeeks />
        ) : openId === null ? (
          <div className="empty">
            <Icon name="mark" size={44} />
            <h2>{t(view === "incidents" ? "chooseIncident" : "chooseTitle")}</h2>
            <p>{t("chooseHint")}</p>
          </div>
        ) : ticketId === null ? (
          <IncidentDetail
            key={openId}
            open={incident}
            panelOpen={panelOpen}
            onTogglePanel={() => setPanelOpen((open) => !open)}
            onChanged={(changed) => {
              incident.replace(changed);
              incidents.replace(changed);
            }}
          />
        ) : (
          <Conversation
            key={ticketId}
            ticketId={ticketId}
            known={list.items}
            composer={composer}
            panelOpen={panelOpen}
            onTogglePanel={() => setPanelOpen((open) => !open)}
            onSeen={onSeen}
          />
        )}
      </main>
      {panelOpen && <button type="button" className="panel-backdrop" tabIndex={-1} aria-hidden="true" onClick={closePanel} />}
      <aside className="column panel-column" id="order-panel" aria-label={t("order")} hidden={openId === null}>
        <div className="panel-head">
          <h2>{t("order")}</h2>
          <button ref={panelClose} type="button" className="icon-button" aria-label={t("close")} onClick={closePanel}>
            <Icon name="close" />
          </button>
        </div>
        {ticketOrderRef !== null && <OrderPhotos key={ticketOrderRef} orderRef={ticketOrderRef} />}
        <OrderPanel
          known={view === "incidents" ? incident.known : known}
          theme={theme}
          actions={view === "incidents" ? "tickets" : null}
          onInsertText={(text) => {
            setPanelOpen(false);
            composer.current?.insert(text);
          }}
        />
      </aside>
      {dialog === "shortcuts" && <ShortcutsDialog onClose={() => setDialog(null)} />}
      {dialog === "newTicket" && (
        <NewTicketDialog
          onClose={() => setDialog(null)}
          onCreated={(ticket) => {
            setDialog(null);
            openTicket(ticket.id);
          }}
        />
      )}
    </div>
  );
}
