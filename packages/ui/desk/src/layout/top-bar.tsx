import { useLanguage } from "../i18n/language-context.tsx";
import { useSession } from "../session/session.tsx";
import { Icon } from "./icon.tsx";
import { LanguageSelect } from "./language-select.tsx";
import { LiveBadge } from "./live-badge.tsx";
import type { Theme } from "./theme.ts";

export interface TopBarProps {
  theme: Theme;
  onToggleTheme(): void;
  onShortcuts(): void;
}

export function TopBar({ theme, onToggleTheme, onShortcuts }: TopBarProps) {
  const { t } = useLanguage();
  const { me, signOut } = useSession();
  return (
    <header className="top-bar">
      <span className="brand">
        <Icon name="mark" size={22} />
        <span>{t("appName")}</span>
      </span>
      <LiveBadge />
      <span className="spacer" />
      <button
        type="button"
        className="icon-button wide-only"
        aria-label={t("shortcuts")}
        title={`${t("shortcuts")} (?)`}
        onClick={onShortcuts}
      >
        <Icon name="keyboard" />
      </button>
      <LanguageSelect />
      <button
        type="button"
        className="icon-button"
        aria-label={theme === "dark" ? t("themeToLight") : t("themeToDark")}
        title={theme === "dark" ? t("themeToLight") : t("themeToDark")}
        onClick={onToggleTheme}
      >
        <Icon name={theme === "dark" ? "sun" : "moon"} />
      </button>
      <bdi className="me wide-only">{me.name}</bdi>
      <button type="button" className="icon-button" aria-label={t("signOut")} title={t("signOut")} onClick={signOut}>
        <Icon name="leave" />
      </button>
    </header>
  );
}
