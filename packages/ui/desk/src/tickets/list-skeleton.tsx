import { useLanguage } from "../i18n/language-context.tsx";

/** The shape of a list that is on its way. */
export function ListSkeleton() {
  const { t } = useLanguage();
  return (
    <div className="skeleton-list" aria-busy="true">
      <p className="visually-hidden" role="status">
        {t("loading")}
      </p>
      {[0, 1, 2, 3, 4, 5].map((row) => (
        <div key={row} className="skeleton-row">
          <span className="skeleton circle" />
          <span className="skeleton-lines">
            <span className="skeleton line" data-width="60" />
            <span className="skeleton line" data-width="90" />
            <span className="skeleton line" data-width="40" />
          </span>
        </div>
      ))}
    </div>
  );
}
