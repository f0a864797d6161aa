import type { RepeatAskRate } from "@askonce/spec";
import { useLanguage } from "../i18n/language-context.tsx";
import { shortDay } from "./rate-words.ts";

/** A bar a day, the oldest first: all questions, and of them those whose answer was known. The same as a table for who cannot see it. */
export function DayChart({ days }: { days: RepeatAskRate["days"] }) {
  const { t, language } = useLanguage();
  const most = Math.max(1, ...days.map(({ asked }) => asked));
  const [first, last] = [days[0], days.at(-1)];
  const numbers = new Intl.NumberFormat(language);
  return (
    <figure className="day-chart">
      <figcaption>
        <span className="day-key" data-of="asked">
          {t("askedTwiceAsked")}
        </span>
        <span className="day-key" data-of="known">
          {t("askedTwiceKnown")}
        </span>
        <span className="muted">{t("askedTwiceByDay")}</span>
      </figcaption>
      <div className="day-plot" aria-hidden="true">
        <span className="day-most">{numbers.format(most)}</span>
        <svg viewBox={`0 0 ${days.length * 10} 100`} preserveAspectRatio="none" aria-hidden="true">
          {days.map(({ day, asked, known }, index) => (
            <g key={day}>
              <title>{`${shortDay(day, language)}: ${known} / ${asked}`}</title>
              <rect x={index * 10 + 1} y={100 - (asked / most) * 100} width="8" height={(asked / most) * 100} data-of="asked" />
              <rect x={index * 10 + 1} y={100 - (known / most) * 100} width="8" height={(known / most) * 100} data-of="known" />
            </g>
          ))}
        </svg>
        <span>{first && shortDay(first.day, language)}</span>
        <span>{last && last !== first && shortDay(last.day, language)}</span>
      </div>
      <div className="visually-hidden">
        <table>
          <caption>{t("askedTwiceByDay")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("askedTwiceDay")}</th>
              <th scope="col">{t("askedTwiceAsked")}</th>
              <th scope="col">{t("askedTwiceKnown")}</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, asked, known }) => (
              <tr key={day}>
                <th scope="row">{shortDay(day, language)}</th>
                <td>{asked}</td>
                <td>{known}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
