import type { Incident } from "@askonce/spec";
import { useLanguage } from "../i18n/language-context.tsx";
import { incidentHref } from "../layout/route.ts";
import { When } from "../layout/when.tsx";
import { useSession } from "../session/session.tsx";
import { incidentStateKeys, kindKeys } from "./incident-words.ts";

/** One incident of the list: what, of which order, since when, who looks after it. */
export function IncidentRow({ incident, current }: { incident: Incident; current: boolean }) {
  const { t } = useLanguage();
  const { agents, me } = useSession();
  const owner = agents.find(({ id }) => id === incident.ownerId);
  return (
    <li>
      <a href={incidentHref(incident.id)} className="ticket-row" data-incident={incident.id} aria-current={current ? "true" : undefined}>
        <span className="ticket-row-main">
          <span className="ticket-row-top">
            <span className="ticket-row-name">
              {incident.orderNumber === null ? t("withoutOrder") : t("orderNumber", { number: incident.orderNumber })}
            </span>
            <span className="ticket-row-when">
              <When at={incident.openedAt} form="short" />
            </span>
          </span>
          <span className="ticket-row-subject">{t(kindKeys[incident.kind])}</span>
          <bdi className="ticket-row-preview">{[incident.carrier, incident.trackingNumber].filter(Boolean).join(" ") || " "}</bdi>
          <span className="ticket-row-meta">
            <span className="status-chip" data-incident-state={incident.state} data-severity={incident.severity}>
              {t(incidentStateKeys[incident.state])}
            </span>
            {incident.ticketIds.length > 0 && <span className="muted">{t("ticketCount", { count: incident.ticketIds.length })}</span>}
            <span className="ticket-row-assignee">
              {owner ? owner.id === me.id ? t("you") : <bdi>{owner.name}</bdi> : <span className="muted">{t("unassigned")}</span>}
            </span>
          </span>
        </span>
      </a>
    </li>
  );
}
