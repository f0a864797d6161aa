import type { IncidentDigest } from "@askonce/spec";
import { useEffect, useRef, useState } from "react";
import { useLiveEvents } from "../api/live-context.tsx";
import { useLanguage } from "../i18n/language-context.tsx";
import { causeKeys, kindKeys } from "../incidents/incident-words.ts";
import { Icon } from "../layout/icon.tsx";
import { Problem } from "../layout/problem.tsx";
import { openIncident } from "../layout/route.ts";
import { useSession } from "../session/session.tsx";
import { WeekChart } from "./week-chart.tsx";
import { weekDay } from "./week-words.ts";

const shownWeeks = 12;

/** What went wrong by week: how much, and in the newest week why. */
export function IncidentWeeks() {
  const { t } = useLanguage();
  const { client } = useSession();
  const [digests, setDigests] = useState<readonly IncidentDigest[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const reload = () => setAttempt((count) => count + 1);

  useEffect(() => {
    const controller = new AbortController();
    client.incidents.digests({ weeks: shownWeeks }, { signal: controller.signal }).then(
      ({ items }) => {
        setDigests(items);
        setError(null);
      },
      (thrown: unknown) => {
        if (!controller.signal.aborted) setError(thrown);
      },
    );
    return () => controller.abort();
  }, [client, attempt]);
  useLiveEvents((event) => {
    if (event === null || event.type === "incident_digest.created") reload();
  });
  // Where one column is shown, the list that had the focus is gone.
  useEffect(() => {
    if (matchMedia("(max-width: 640px)").matches) heading.current?.focus();
  }, []);

  const newest = digests?.[0];
  return (
    <>
      <header className="ticket-header">
        <div className="ticket-title">
          <button type="button" className="icon-button only-narrow" aria-label={t("backToIncidents")} onClick={() => openIncident(null)}>
            <Icon name="back" />
          </button>
          <div className="ticket-title-text">
            <h1 ref={heading} tabIndex={-1}>
              {t("weeksTitle")}
            </h1>
          </div>
        </div>
      </header>
      <div className="incident-body">
        {error !== null && <Problem title={t("weeksFailed")} error={error} onRetry={reload} />}
        {digests === null && error === null && (
          <p className="empty" role="status">
            {t("loading")}
          </p>
        )}
        {digests?.length === 0 && <p className="empty">{t("weeksEmpty")}</p>}
        {digests !== null && newest && (
          <>
            <p className="muted">{t("weeksHint")}</p>
            <WeekChart digests={digests} />
            <NewestWeek digest={newest} />
          </>
        )}
      </div>
    </>
  );
}

function NewestWeek({ digest }: { digest: IncidentDigest }) {
  const { t, language } = useLanguage();
  const signed = new Intl.NumberFormat(language, { signDisplay: "always" });
  const titleId = "newest-week";
  return (
    <section aria-labelledby={titleId} className="newest-week">
      <h2 id={titleId}>{t("weekOf", { day: weekDay(digest.week, language) })}</h2>
      <p>
        <strong>{t("weekIncidents", { count: digest.incidents })}</strong>
        {" · "}
        <span className="muted">{t("weekBefore", { number: digest.incidentsBefore })}</span>
      </p>
      {digest.causes.length === 0 ? (
        <p className="muted">{t("weekNoCauses")}</p>
      ) : (
        <>
          <table className="week-causes">
            <caption className="visually-hidden">{t("weekCauses")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("weekCause")}</th>
                <th scope="col">{t("incidentKind")}</th>
                <th scope="col">{t("incidents")}</th>
                <th scope="col">{t("weekChange")}</th>
              </tr>
            </thead>
            <tbody>
              {digest.causes.map(({ cause, causeName, kind, count, countBefore }) => (
                <tr key={`${cause} ${kind} ${causeName}`}>
                  <th scope="row">
                    <bdi>{t(causeKeys[cause], { name: causeName })}</bdi>
                  </th>
                  <td>{t(kindKeys[kind])}</td>
                  <td>{count}</td>
                  <td data-change={count > countBefore ? "more" : count < countBefore ? "less" : "same"}>
                    {count === countBefore ? t("weekUnchanged") : signed.format(count - countBefore)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="muted small">{t("weekSeveralCauses")}</p>
        </>
      )}
    </section>
  );
}
