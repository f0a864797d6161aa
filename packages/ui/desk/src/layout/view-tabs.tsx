import { useLanguage } from "../i18n/language-context.tsx";
import { incidentHref, type Route } from "./route.ts";

/** The two lists of the desk. */
export function ViewTabs({ view, storms }: { view: Route["view"]; storms: number }) {
  const { t } = useLanguage();
  return (
    <nav className="view-tabs" aria-label={t("views")}>
      <a href="#/" aria-current={view === "tickets" ? "page" : undefined}>
        {t("tickets")}
      </a>
      <a href={incidentHref(null)} aria-current={view === "incidents" ? "page" : undefined}>
        {t("incidents")}
        {storms > 0 && (
          <span className="tab-mark">
            <span className="visually-hidden">{t("storm")}</span>
          </span>
        )}
      </a>
    </nav>
  );
}
