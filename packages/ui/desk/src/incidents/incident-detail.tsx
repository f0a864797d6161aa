import { AskonceApiError } from "@askonce/client";
import type { Incident } from "@askonce/spec";
import { useEffect, useRef, useState } from "react";
import { useLanguage } from "../i18n/language-context.tsx";
import { Icon } from "../layout/icon.tsx";
import { Problem } from "../layout/problem.tsx";
import { openIncident, ticketHref } from "../layout/route.ts";
import { When } from "../layout/when.tsx";
import { OrderPhotos } from "../photos/order-photos.tsx";
import { useSession } from "../session/session.tsx";
import { ClaimDownload } from "./claim-download.tsx";
import { CloseIncidentDialog } from "./close-incident-dialog.tsx";
import { closingKeys, incidentStateKeys, kindKeys } from "./incident-words.ts";
import type { OpenIncident } from "./use-incident.ts";

export interface IncidentDetailProps {
  open: OpenIncident;
  panelOpen: boolean;
  onTogglePanel(): void;
  onChanged(incident: Incident): void;
}

/** What an agent can do about an incident: look after it, go to its tickets, say that it is over. The evidence is in the panel. */
export function IncidentDetail({ open, panelOpen, onTogglePanel, onChanged }: IncidentDetailProps) {
  const { t } = useLanguage();
  const { client, me, agents } = useSession();
  const { incident } = open;
  const heading = useRef<HTMLHeadingElement>(null);
  const [isClosing, setIsClosing] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const incidentId = incident?.id;

  // Where one column is shown, the list that had the focus is gone.
  useEffect(() => {
    if (incidentId !== undefined && matchMedia("(max-width: 640px)").matches) heading.current?.focus();
  }, [incidentId]);

  if (open.error !== null && incident === null) return <Problem title={t("incidentFailed")} error={open.error} />;
  if (incident === null) {
    return (
      <p className="empty" role="status">
        {t("loading")}
      </p>
    );
  }

  async function setOwner(seen: Incident, ownerId: string | null) {
    setError(null);
    try {
      onChanged(await client.incidents.update({ incidentId: seen.id, ownerId, ifVersion: seen.version }));
    } catch (thrown) {
      setError(thrown);
      if (AskonceApiError.is(thrown, "VERSION_CONFLICT")) onChanged(await client.incidents.get({ incidentId: seen.id }));
    }
  }

  const isOver = incident.state === "resolved" || incident.state === "dismissed";
  const others = agents.filter(({ id, active }) => id !== me.id && (active || id === incident.ownerId));
  return (
    <>
      <header className="ticket-header">
        <div className="ticket-title">
          <button type="button" className="icon-button only-narrow" aria-label={t("backToIncidents")} onClick={() => openIncident(null)}>
            <Icon name="back" />
          </button>
          <div className="ticket-title-text">
            <h1 ref={heading} tabIndex={-1}>
              {t(kindKeys[incident.kind])}
            </h1>
            <p className="muted">
              {incident.orderNumber === null ? t("withoutOrder") : t("orderNumber", { number: incident.orderNumber })}
              {incident.trackingNumber !== null && (
                <>
                  {" · "}
                  <bdi>{incident.trackingNumber}</bdi>
                </>
              )}
            </p>
          </div>
          <button
            type="button"
            className="button panel-toggle"
            aria-expanded={panelOpen}
            aria-controls="order-panel"
            onClick={onTogglePanel}
          >
            <Icon name="parcel" size={18} />
            <span>{t("showOrder")}</span>
          </button>
        </div>
        <div className="ticket-controls">
          <span className="status-chip" data-incident-state={incident.state} data-severity={incident.severity}>
            {t(incidentStateKeys[incident.state])}
          </span>
          <select
            className="select"
            aria-label={t("assignee")}
            value={incident.ownerId ?? ""}
            onChange={(event) => void setOwner(incident, event.target.value || null)}
          >
            <option value="">{t("unassigned")}</option>
            <option value={me.id}>{incident.ownerId === me.id ? `${me.name} (${t("you")})` : t("assignToMe")}</option>
            {others.map((agent) => (
              <option key={agent.id} value={agent.id}>
                {agent.name}
              </option>
            ))}
          </select>
        </div>
      </header>
      <div className="incident-body">
        {error !== null && <Problem title={t("saveFailed")} error={error} onClose={() => setError(null)} />}
        <dl className="incident-facts">
          <div>
            <dt>{t("incidentSince")}</dt>
            <dd>
              <When at={incident.openedAt} />
            </dd>
          </div>
          {incident.carrier !== null && (
            <div>
              <dt>{t("carrier")}</dt>
              <dd>
                <bdi>{incident.carrier}</bdi>
              </dd>
            </div>
          )}
          {incident.closedAt !== null && (
            <div>
              <dt>{t("incidentClosed")}</dt>
              <dd>
                {incident.closedBecause !== null && `${t(closingKeys[incident.closedBecause])} · `}
                <When at={incident.closedAt} />
              </dd>
            </div>
          )}
          <div>
            <dt>{t("tickets")}</dt>
            <dd>
              {incident.ticketIds.length === 0 && <span className="muted">{t("noTicketYet")}</span>}
              <ul>
                {open.tickets.map((ticket) => (
                  <li key={ticket.id}>
                    <a href={ticketHref(ticket.id)}>
                      #{ticket.number} <bdi>{ticket.subject}</bdi>
                    </a>
                  </li>
                ))}
              </ul>
              {incident.ticketIds.length > open.tickets.length && open.tickets.length > 0 && (
                <span className="muted">{t("ticketCount", { count: incident.ticketIds.length })}</span>
              )}
            </dd>
          </div>
        </dl>
        {incident.orderRef !== null && <OrderPhotos key={incident.orderRef} orderRef={incident.orderRef} />}
        <p className="muted">{t("incidentEvidenceHint")}</p>
        <div className="form-actions start">
          {incident.ownerId !== me.id && !isOver && (
            <button type="button" className="button" onClick={() => void setOwner(incident, me.id)}>
              {t("takeOwnership")}
            </button>
          )}
          {!isOver && (
            <button type="button" className="button primary" onClick={() => setIsClosing(true)}>
              {t("closeIncident")}
            </button>
          )}
          <ClaimDownload key={incident.id} incidentId={incident.id} />
        </div>
      </div>
      {isClosing && (
        <CloseIncidentDialog
          incident={incident}
          onClose={() => setIsClosing(false)}
          onClosed={(closed) => {
            setIsClosing(false);
            onChanged(closed);
          }}
        />
      )}
    </>
  );
}
