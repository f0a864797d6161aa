import { AskonceApiError } from "@askonce/client";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { describeError } from "../api/describe-error.ts";
import { useLanguage } from "../i18n/language-context.tsx";
import { Icon } from "../layout/icon.tsx";
import { LanguageSelect } from "../layout/language-select.tsx";

export interface SignInProps {
  /** A problem from before, for example that the token was revoked. */
  notice: string | null;
  onToken(token: string, signal: AbortSignal): Promise<void>;
}

export function SignIn({ notice, onToken }: SignInProps) {
  const { t } = useLanguage();
  const [problem, setProblem] = useState<string | null>(notice);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const token = field.current?.value.trim() ?? "";
    if (!token) {
      setProblem(t("tokenMissing"));
      field.current?.focus();
      return;
    }
    setBusy(true);
    setProblem(null);
    try {
      await onToken(token, AbortSignal.timeout(20_000));
    } catch (error) {
      setProblem(AskonceApiError.is(error, "UNAUTHENTICATED") ? t("tokenRefused") : describeError(error, t).detail);
      setBusy(false);
      field.current?.select();
    }
  }

  return (
    <main className="sign-in">
      <form className="sign-in-card" onSubmit={submit} noValidate>
        <div className="brand-mark">
          <Icon name="mark" />
        </div>
        <h1>{t("signInTitle")}</h1>
        <p className="muted">{t("signInHint")}</p>
        <label className="field">
          <span>{t("tokenLabel")}</span>
          <input
            ref={field}
            type="password"
            name="token"
            autoComplete="off"
            spellCheck={false}
            aria-invalid={problem !== null}
            aria-describedby={problem ? "sign-in-problem" : undefined}
          />
        </label>
        <p id="sign-in-problem" role="alert" className="problem-text">
          {problem}
        </p>
        <button type="submit" className="button primary" disabled={busy}>
          {busy ? t("signingIn") : t("signIn")}
        </button>
      </form>
      <LanguageSelect />
    </main>
  );
}
