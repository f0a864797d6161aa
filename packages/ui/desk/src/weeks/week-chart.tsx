import type { IncidentDigest } from "@askonce/spec";
import { useLanguage } from "../i18n/language-context.tsx";
import { weekDay, weekParts } from "./week-words.ts";

/** A bar a week, the oldest first, with its number; the same as a table for who cannot see it. */
export function WeekChart({ digests }: { digests: readonly IncidentDigest[] }) {
  const { t, language } = useLanguage();
  const weeks = digests.toReversed();
  const most = Math.max(1, ...weeks.map(({ incidents }) => incidents));
  const numbers = new Intl.NumberFormat(language);
  return (
    <>
      <div className="week-chart" aria-hidden="true">
        {weeks.map(({ week, incidents }, index) => {
          const { day, month } = weekParts(week, language);
          const previous = weeks[index - 1];
          const isNewMonth = previous === undefined || weekParts(previous.week, language).month !== month;
          return (
            <div key={week} className="week">
              <svg viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true">
                <rect x="0" y={100 - (incidents / most) * 100} width="10" height={(incidents / most) * 100} />
              </svg>
              <span className="week-count">{numbers.format(incidents)}</span>
              <span className="week-day">{day}</span>
              <span className="week-month">{isNewMonth && month}</span>
            </div>
          );
        })}
      </div>
      {/* A table itself cannot be made smaller than what is in it, so what hides it is around it. */}
      <div className="visually-hidden">
        <table>
          <caption>{t("weeksTitle")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("weekColumn")}</th>
              <th scope="col">{t("incidents")}</th>
            </tr>
          </thead>
          <tbody>
            {digests.map(({ week, incidents }) => (
              <tr key={week}>
                <th scope="row">{weekDay(week, language)}</th>
                <td>{incidents}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
