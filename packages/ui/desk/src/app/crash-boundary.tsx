import { Component, type ReactNode } from "react";
import { useLanguage } from "../i18n/language-context.tsx";

/** React catches what a component throws only with a class. */
export class CrashBoundary extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError(): { crashed: boolean } {
    return { crashed: true };
  }

  override render(): ReactNode {
    return this.state.crashed ? <Crashed /> : this.props.children;
  }
}

function Crashed() {
  const { t } = useLanguage();
  return (
    <main className="sign-in" role="alert">
      <h1>{t("crashTitle")}</h1>
      <p className="muted">{t("crashHint")}</p>
      <button type="button" className="button primary" onClick={() => location.reload()}>
        {t("reload")}
      </button>
    </main>
  );
}
