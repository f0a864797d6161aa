import type { SupportedLanguage } from "@askonce/spec";
import { useLanguage } from "../i18n/language-context.tsx";

/** A language is named in itself, so that somebody who reads no other finds it. */
const names: Record<SupportedLanguage, string> = { en: "English", it: "Italiano", ro: "Română" };

export function LanguageSelect() {
  const { language, setLanguage, t } = useLanguage();
  return (
    <select
      className="select quiet"
      aria-label={t("language")}
      value={language}
      onChange={(event) => setLanguage(event.target.value as SupportedLanguage)}
    >
      {Object.entries(names).map(([code, name]) => (
        <option key={code} value={code} lang={code}>
          {name}
        </option>
      ))}
    </select>
  );
}
