import { useLanguage } from "../i18n/language-context.tsx";

export function ConversationSkeleton() {
  const { t } = useLanguage();
  return (
    <div className="skeleton-conversation" aria-busy="true">
      <p className="visually-hidden" role="status">
        {t("loading")}
      </p>
      <span className="skeleton line tall" data-width="40" />
      <span className="skeleton line" data-width="60" />
      <span className="skeleton block" />
      <span className="skeleton block right" />
      <span className="skeleton block" />
    </div>
  );
}
