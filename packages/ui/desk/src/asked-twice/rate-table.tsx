import type { RepeatAskDimension } from "@askonce/spec";
import { useState } from "react";
import { factName } from "../guard/fact-words.ts";
import { useLanguage } from "../i18n/language-context.tsx";
import type { MessageKey } from "../i18n/messages.ts";
import { Problem } from "../layout/problem.tsx";
import { useSession } from "../session/session.tsx";
import { RateInterval } from "./rate-interval.tsx";
import { percent } from "./rate-words.ts";
import { useRepeatAsk } from "./use-repeat-ask.ts";

type Part = Exclude<RepeatAskDimension, "all">;
const parts: readonly (readonly [part: Part, text: MessageKey])[] = [
  ["agent", "byAgent"],
  ["channel", "byChannel"],
  ["key", "byKey"],
  ["reason", "byReason"],
  ["template", "byTemplate"],
];

/** The rate of each agent, channel, key, reason or template, each with its number and interval. */
export function RateTable({ days }: { days: number }) {
  const { t, language } = useLanguage();
  const [part, setPart] = useState<Part>("agent");
  const { rate, error, reload } = useRepeatAsk(part, days);
  const nameOf = useNames(part);
  const asked = rate?.items.filter((each) => each.asked > 0).sort((one, other) => other.asked - one.asked);
  return (
    <section className="rate-parts">
      <label className="rate-by">
        <span>{t("askedTwiceBy")}</span>
        <select
          className="select"
          value={part}
          onChange={(event) => setPart(parts.find(([each]) => each === event.target.value)?.[0] ?? "agent")}
        >
          {parts.map(([each, text]) => (
            <option key={each} value={each}>
              {t(text)}
            </option>
          ))}
        </select>
      </label>
      {error !== null && <Problem title={t("askedTwiceFailed")} error={error} onRetry={reload} />}
      {rate === null && error === null && (
        <p className="muted" role="status">
          {t("loading")}
        </p>
      )}
      {asked?.length === 0 && <p className="muted">{t("askedTwiceEmpty")}</p>}
      {asked && asked.length > 0 && (
        <table className="week-causes rate-table">
          <thead>
            <tr>
              <th scope="col">{t(parts.find(([each]) => each === part)?.[1] ?? "byAgent")}</th>
              <th scope="col">{t("askedTwiceShare")}</th>
              <th scope="col">{t("askedTwiceKnown")}</th>
            </tr>
          </thead>
          <tbody>
            {asked.map((each) => (
              <tr key={each.value}>
                <th scope="row">
                  <bdi>{nameOf(each.value, each.name)}</bdi>
                </th>
                <td>
                  {each.rate !== null && each.low !== null && each.high !== null && (
                    <>
                      <strong>{percent(each.rate, language)}</strong>
                      <RateInterval rate={each.rate} low={each.low} high={each.high} />
                      <span className="muted small">
                        {t("askedTwiceInterval", { low: percent(each.low, language), high: percent(each.high, language) })}
                      </span>
                    </>
                  )}
                </td>
                <td>{t("askedTwiceOf", { known: each.known, count: each.asked })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function useNames(part: Part): (value: string, name: string | null) => string {
  const { t } = useLanguage();
  const { agents } = useSession();
  return (value, name) => {
    if (name) return name;
    if (value === "" || value === "none") return t("withoutValue");
    if (part === "agent") return value === "system" ? t("system") : (agents.find(({ id }) => id === value)?.name ?? value);
    return part === "key" ? factName(value, t) : value;
  };
}
