import type { Ticket } from "@askonce/spec";
import { type FormEvent, useState } from "react";
import { useLanguage } from "../i18n/language-context.tsx";
import type { MessageKey } from "../i18n/messages.ts";
import { Dialog } from "../layout/dialog.tsx";
import { Problem } from "../layout/problem.tsx";
import { useSession } from "../session/session.tsx";

export interface NewTicketDialogProps {
  onClose(): void;
  onCreated(ticket: Ticket): void;
}

const customerFields: readonly (readonly [name: string, type: string, label: MessageKey])[] = [
  ["name", "text", "customerName"],
  ["email", "email", "customerEmail"],
  ["phone", "tel", "customerPhone"],
];

export function NewTicketDialog({ onClose, onCreated }: NewTicketDialogProps) {
  const { t } = useLanguage();
  const { client } = useSession();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const customer = Object.fromEntries(customerFields.map(([name]) => [name, text(name)] as const).filter(([, value]) => value !== ""));
    setBusy(true);
    setError(null);
    try {
      const ticket = await client.tickets.create({
        subject: text("subject"),
        ...(Object.keys(customer).length > 0 ? { customer } : {}),
        ...(text("message") ? { message: { text: text("message") } } : {}),
      });
      onCreated(ticket);
    } catch (thrown) {
      setError(thrown);
      setBusy(false);
    }
  }

  return (
    <Dialog title={t("newTicket")} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <p className="muted">{t("newTicketHint")}</p>
        <label className="field">
          <span>{t("subject")}</span>
          <input name="subject" required maxLength={300} />
        </label>
        <div className="field-grid">
          {customerFields.map(([name, type, label]) => (
            <label key={name} className="field">
              <span>
                {t(label)} <small className="muted">({t("optional")})</small>
              </span>
              <input name={name} type={type} maxLength={name === "phone" ? 40 : 200} autoComplete="off" />
            </label>
          ))}
        </div>
        <label className="field">
          <span>
            {t("firstMessage")} <small className="muted">({t("optional")})</small>
          </span>
          <textarea name="message" rows={5} maxLength={100_000} />
        </label>
        {error !== null && <Problem title={t("createFailed")} error={error} />}
        <div className="form-actions">
          <button type="button" className="button" onClick={onClose}>
            {t("cancel")}
          </button>
          <button type="submit" className="button primary" disabled={busy}>
            {busy ? t("creating") : t("createTicket")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
