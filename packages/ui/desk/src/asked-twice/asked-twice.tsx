import { useEffect, useRef, useState } from "react";
import { useLanguage } from "../i18n/language-context.tsx";
import { Icon } from "../layout/icon.tsx";
import { Problem } from "../layout/problem.tsx";
import { openTicket } from "../layout/route.ts";
import { DayChart } from "./day-chart.tsx";
import { RateInterval } from "./rate-interval.tsx";
import { RateTable } from "./rate-table.tsx";
import { percent } from "./rate-words.ts";
import { useRepeatAsk } from "./use-repeat-ask.ts";

const periods = [7, 28, 90] as const;
/** Below this many questions the interval spans most of what is possible. */
const fewQuestions = 30;

/** How often customers were asked for what was known: the rate with its interval, by day, and by who asked what where. */
export function AskedTwice() {
  const { t, language } = useLanguage();
  const [days, setDays] = useState<number>(28);
  const { rate, error, reload } = useRepeatAsk("all", days);
  const heading = useRef<HTMLHeadingElement>(null);
  // Where one column is shown, the list that had the focus is gone.
  useEffect(() => {
    if (matchMedia("(max-width: 640px)").matches) heading.current?.focus();
  }, []);
  const all = rate?.items[0];
  const isEmpty = rate !== null && (!all || all.asked === 0);
  return (
    <>
      <header className="ticket-header">
        <div className="ticket-title asked-head">
          <button type="button" className="icon-button only-narrow" aria-label={t("back")} onClick={() => openTicket(null)}>
            <Icon name="back" />
          </button>
          <div className="ticket-title-text">
            <h1 ref={heading} tabIndex={-1}>
              {t("askedTwice")}
            </h1>
          </div>
          <select
            className="select"
            aria-label={t("askedTwiceDays")}
            value={days}
            onChange={(event) => setDays(Number(event.target.value))}
          >
            {periods.map((each) => (
              <option key={each} value={each}>
                {t("askedTwiceLastDays", { count: each })}
              </option>
            ))}
          </select>
        </div>
      </header>
      <div className="incident-body">
        {error !== null && <Problem title={t("askedTwiceFailed")} error={error} onRetry={reload} />}
        {rate === null && error === null && (
          <p className="empty" role="status">
            {t("loading")}
          </p>
        )}
        {isEmpty && <p className="empty">{t("askedTwiceEmpty")}</p>}
        {!isEmpty && rate && all && all.rate !== null && all.low !== null && all.high !== null && (
          <>
            <section className="rate" aria-label={t("askedTwiceShare")}>
              <p>
                <strong className="rate-number">{percent(all.rate, language)}</strong> {t("askedTwiceRate")}
              </p>
              <RateInterval rate={all.rate} low={all.low} high={all.high} />
              <p className="muted">
                {t("askedTwiceOf", { known: new Intl.NumberFormat(language).format(all.known), count: all.asked })} ·{" "}
                <span title={t("askedTwiceSure")}>
                  {t("askedTwiceInterval", { low: percent(all.low, language), high: percent(all.high, language) })}
                </span>
              </p>
              {all.asked < fewQuestions && <p className="rate-few">{t("askedTwiceFew")}</p>}
            </section>
            <DayChart days={rate.days} />
            <RateTable days={days} />
          </>
        )}
        <details className="rate-definition">
          <summary>{t("askedTwiceDefinition")}</summary>
          <p>{t("askedTwiceDefinitionText")}</p>
          <p>{t("askedTwiceSure")}</p>
          <p>
            <code>repeat_ask_rate@1</code>
          </p>
        </details>
      </div>
    </>
  );
}
