import { useLanguage } from "../i18n/language-context.tsx";
import { useNow } from "../i18n/now.tsx";

/** An instant as a person says it, with the exact one on demand. */
export function When({ at, form = "ago" }: { at: string; form?: "ago" | "short" | "time" }) {
  const { dates } = useLanguage();
  const now = useNow();
  return (
    <time dateTime={at} title={dates.full(at)}>
      {form === "time" ? dates.time(at) : dates[form](at, now)}
    </time>
  );
}
