import { useLanguage } from "../i18n/language-context.tsx";
import { askedTwiceHref, incidentHref, type Route } from "./route.ts";

/** The two lists of the desk, and what is measured. */
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
      <a href={askedTwiceHref} aria-current={view === "askedTwice" ? "page" : undefined}>
        {t("askedTwice")}
      </a>
    </nav>
  );
}
