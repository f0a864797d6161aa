import "../styles/tokens.css";
import "../styles/base.css";
import "../styles/controls.css";
import "../styles/layout.css";
import "../styles/tickets.css";
import "../styles/incidents.css";
import "../styles/photos.css";
import "../styles/weeks.css";
import "../styles/conversation.css";
import "../styles/composer.css";
import "../styles/guard.css";
import "../styles/asked-twice.css";
import { createRoot } from "react-dom/client";
import { LanguageProvider } from "../i18n/language-context.tsx";
import { App } from "./app.tsx";
import { CrashBoundary } from "./crash-boundary.tsx";

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <LanguageProvider>
      <CrashBoundary>
        <App />
      </CrashBoundary>
    </LanguageProvider>,
  );
}
