import type { IncidentGroup } from "@askonce/spec";
import { useLanguage } from "../i18n/language-context.tsx";
import { Icon } from "../layout/icon.tsx";
import { causeKeys, kindKeys } from "./incident-words.ts";

export interface StormBannerProps {
  storms: readonly IncidentGroup[];
  onShow(storm: IncidentGroup): void;
}

/** Many incidents of one cause: said once, above everything, with how sure that is. */
export function StormBanner({ storms, onShow }: StormBannerProps) {
  const { t, dates, language } = useLanguage();
  const [storm, ...others] = storms;
  if (!storm) return null;
  const rate = new Intl.NumberFormat(language, { maximumSignificantDigits: 2 });
  const sure = t("stormFalseAlarms", { number: rate.format(storm.falseAlarmsPerYear) });
  const cause = t(causeKeys[storm.cause], { name: storm.causeName });
  return (
    <section className="storm-banner" aria-label={t("storm")} title={sure}>
      <Icon name="warning" />
      <div className="storm-text">
        <p>
          <strong>
            {t(kindKeys[storm.kind])}: <bdi>{cause}</bdi>
          </strong>{" "}
          {t("stormCount", { count: storm.incidentCount, day: dates.day(storm.beganAt), expected: rate.format(storm.expectedCount) })}
        </p>
        <details className="small">
          <summary>{t("stormSure")}</summary>
          <p>{sure}</p>
          {others.length > 0 && (
            <ul>
              {others.map((each) => (
                <li key={each.id}>
                  <button type="button" className="link-button" onClick={() => onShow(each)}>
                    {t(kindKeys[each.kind])}: <bdi>{t(causeKeys[each.cause], { name: each.causeName })}</bdi> ({each.incidentCount})
                  </button>
                </li>
              ))}
            </ul>
          )}
        </details>
      </div>
      <button type="button" className="button small" onClick={() => onShow(storm)}>
        {t("stormShow")}
      </button>
    </section>
  );
}
