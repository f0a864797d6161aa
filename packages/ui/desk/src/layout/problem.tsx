import { describeError } from "../api/describe-error.ts";
import { useLanguage } from "../i18n/language-context.tsx";
import { Icon } from "./icon.tsx";

export interface ProblemProps {
  title: string;
  error: unknown;
  onRetry?: () => void;
  onClose?: () => void;
}

/** What went wrong, and what to do about it. */
export function Problem({ title, error, onRetry, onClose }: ProblemProps) {
  const { t } = useLanguage();
  const { detail, requestId, retryable } = describeError(error, t);
  return (
    <div className="problem" role="alert">
      <Icon name="warning" />
      <div>
        <strong>{title}</strong>
        <p>{detail}</p>
        {requestId && <p className="muted small">{t("errorReference", { requestId })}</p>}
        {onRetry && retryable && (
          <button type="button" className="button small" onClick={onRetry}>
            {t("retry")}
          </button>
        )}
      </div>
      {onClose && (
        <button type="button" className="icon-button small" aria-label={t("close")} onClick={onClose}>
          <Icon name="close" size={16} />
        </button>
      )}
    </div>
  );
}
