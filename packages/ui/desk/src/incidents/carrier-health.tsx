import { AskonceApiError } from "@askonce/client";
import type { CarrierState } from "@askonce/spec/contract";
import { useEffect, useState } from "react";
import { useLanguage } from "../i18n/language-context.tsx";
import { useNow } from "../i18n/now.tsx";
import { Problem } from "../layout/problem.tsx";
import { When } from "../layout/when.tsx";
import { useSession } from "../session/session.tsx";
import { carrierProblem } from "./incident-words.ts";

const rereadMs = 60_000;

/** How the couriers answer: old news of a parcel is often the courier's silence. Read again every minute while it is shown. */
export function CarrierHealth() {
  const { t } = useLanguage();
  const { client } = useSession();
  const [carriers, setCarriers] = useState<readonly CarrierState[]>([]);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    const controller = new AbortController();
    const load = () =>
      client.deliveries.carriers(undefined, { signal: controller.signal }).then(
        ({ items }) => {
          setCarriers(items);
          setError(null);
        },
        (thrown: unknown) => {
          // A role that may not see couriers has no use for an error about them.
          if (!controller.signal.aborted && !AskonceApiError.is(thrown, "FORBIDDEN")) setError(thrown);
        },
      );
    void load();
    const timer = setInterval(() => void load(), rereadMs);
    return () => {
      controller.abort();
      clearInterval(timer);
    };
  }, [client]);

  if (error !== null) return <Problem title={t("carriersFailed")} error={error} />;
  if (carriers.length === 0) return null;
  return (
    <section className="carrier-health" aria-label={t("carriers")}>
      <h2>{t("carriers")}</h2>
      <ul>
        {carriers.map((carrier) => (
          <Carrier key={carrier.carrierId} carrier={carrier} />
        ))}
      </ul>
    </section>
  );
}

function Carrier({ carrier }: { carrier: CarrierState }) {
  const { t, dates } = useLanguage();
  const now = useNow();
  const { problem, pausedUntil, lastAnswerAt, trackedCount, unknownCodes } = carrier;
  const isPaused = pausedUntil !== null && Date.parse(pausedUntil) > now;
  const unknown = Object.keys(unknownCodes).length;
  return (
    <li className="carrier" data-problem={problem !== null || isPaused}>
      <p>
        <strong>
          <bdi>{carrier.displayName}</bdi>
        </strong>{" "}
        <span className="muted">{problem === null && !isPaused ? t("carrierAnswers") : t("carrierTrouble")}</span>
      </p>
      {problem !== null && <p className="problem-text">{carrierProblem(problem, t)}</p>}
      {isPaused && <p className="problem-text">{t("carrierPaused", { time: dates.time(pausedUntil) })}</p>}
      <p className="muted">
        {t("carrierTracked", { count: trackedCount })}
        {lastAnswerAt !== null && (
          <>
            {" · "}
            {t("carrierLastAnswer")} <When at={lastAnswerAt} />
          </>
        )}
        {carrier.standing === "unofficial" && ` · ${t("carrierUnofficial")}`}
        {unknown > 0 && ` · ${t("carrierUnknownCodes", { count: unknown })}`}
      </p>
    </li>
  );
}
