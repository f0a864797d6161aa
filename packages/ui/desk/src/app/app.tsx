import { AskonceApiError } from "@askonce/client";
import { useCallback, useEffect, useMemo, useState } from "react";
import { createLive } from "../api/live.ts";
import { LiveProvider } from "../api/live-context.tsx";
import { createOutbox } from "../conversation/outbox.ts";
import { OutboxProvider } from "../conversation/outbox-context.tsx";
import { useLanguage } from "../i18n/language-context.tsx";
import { NowProvider } from "../i18n/now.tsx";
import { Desk } from "../layout/desk.tsx";
import { Problem } from "../layout/problem.tsx";
import { type Theme, useTheme } from "../layout/theme.ts";
import { openSession, type Session, SessionProvider } from "../session/session.tsx";
import { SignIn } from "../session/sign-in.tsx";
import { keepToken, readToken } from "../session/token.ts";

/** Nobody works here without a token: first the sign-in, then the desk. */
export function App() {
  const { t } = useLanguage();
  const [theme, toggleTheme] = useTheme();
  const [session, setSession] = useState<Session | null>(null);
  const [kept, setKept] = useState(readToken);
  const [notice, setNotice] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);

  const leave = useCallback((reason: string | null) => {
    keepToken(null);
    setKept(null);
    setSession(null);
    setError(null);
    setNotice(reason);
  }, []);
  const enter = useCallback(
    async (token: string, signal: AbortSignal) => {
      const opened = await openSession(token, () => leave(t("signedOutByServer")), signal);
      keepToken(token);
      setSession({ ...opened, signOut: () => leave(null) });
    },
    [leave, t],
  );

  useEffect(() => {
    if (!kept || session || error !== null) return;
    const controller = new AbortController();
    enter(kept, controller.signal).catch((thrown: unknown) => {
      if (controller.signal.aborted) return;
      if (AskonceApiError.is(thrown, "UNAUTHENTICATED")) leave(t("signedOutByServer"));
      else setError(thrown);
    });
    return () => controller.abort();
  }, [kept, session, error, enter, leave, t]);

  if (session) return <SignedIn key={session.me.id} session={session} theme={theme} onToggleTheme={toggleTheme} />;
  if (error !== null) {
    return (
      <main className="sign-in">
        <Problem title={t("crashTitle")} error={error} onRetry={() => setError(null)} />
      </main>
    );
  }
  if (kept) return <Starting />;
  return <SignIn key={notice} notice={notice} onToken={enter} />;
}

function Starting() {
  const { t } = useLanguage();
  return (
    <main className="sign-in" aria-busy="true">
      <p className="muted" role="status">
        {t("loading")}
      </p>
    </main>
  );
}

function SignedIn({ session, theme, onToggleTheme }: { session: Session; theme: Theme; onToggleTheme(): void }) {
  const outbox = useMemo(() => createOutbox(session.client), [session.client]);
  const live = useMemo(() => createLive(session.client), [session.client]);
  useEffect(() => live.start(), [live]);
  return (
    <SessionProvider value={session}>
      <LiveProvider value={live}>
        <OutboxProvider value={outbox}>
          <NowProvider>
            <Desk theme={theme} onToggleTheme={onToggleTheme} />
          </NowProvider>
        </OutboxProvider>
      </LiveProvider>
    </SessionProvider>
  );
}
