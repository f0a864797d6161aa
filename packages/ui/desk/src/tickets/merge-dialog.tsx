import type { Ticket } from "@askonce/spec";
import { useEffect, useState } from "react";
import { useLanguage } from "../i18n/language-context.tsx";
import { Dialog } from "../layout/dialog.tsx";
import { Problem } from "../layout/problem.tsx";
import { useSession } from "../session/session.tsx";
import { mergeCandidates } from "./merge-candidates.ts";
import { toListInput } from "./ticket-filters.ts";

export interface MergeDialogProps {
  ticket: Ticket;
  /** The tickets on the screen, which can also be found by their number. */
  known: readonly Ticket[];
  onClose(): void;
  onMerged(target: Ticket): void;
}

export function MergeDialog({ ticket, known, onClose, onMerged }: MergeDialogProps) {
  const { t } = useLanguage();
  const { client } = useSession();
  const [search, setSearch] = useState("");
  const [found, setFound] = useState<readonly Ticket[] | null>(null);
  const [target, setTarget] = useState<Ticket | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    const controller = new AbortController();
    // Without words: the customer's other tickets are the likeliest.
    const input = search.trim()
      ? toListInput({ status: "all", whose: "all", search })
      : ticket.customerId
        ? { customerId: ticket.customerId }
        : {};
    const timer = setTimeout(() => {
      client.tickets.list({ ...input, limit: 10 }, { signal: controller.signal }).then(
        ({ items }) => setFound(items),
        (thrown: unknown) => {
          if (!controller.signal.aborted) setError(thrown);
        },
      );
    }, 200);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [client, search, ticket.customerId]);

  async function merge(into: Ticket) {
    setBusy(true);
    setError(null);
    try {
      onMerged(await client.tickets.merge({ ticketId: ticket.id, intoTicketId: into.id }));
    } catch (thrown) {
      setError(thrown);
      setBusy(false);
    }
  }

  const candidates = mergeCandidates(ticket, found ?? [], known, search);
  return (
    <Dialog title={t("mergeTitle", { number: ticket.number })} onClose={onClose}>
      <div className="form">
        <p className="muted">{t("mergeHint", { number: ticket.number })}</p>
        <input
          type="search"
          aria-label={t("mergeSearch")}
          placeholder={t("mergeSearch")}
          value={search}
          onChange={(event) => {
            setSearch(event.target.value);
            setTarget(null);
          }}
        />
        <fieldset className="choices" aria-busy={found === null}>
          <legend className="visually-hidden">{t("tickets")}</legend>
          {candidates.map((candidate) => (
            <label key={candidate.id} className="choice">
              <input type="radio" name="target" checked={target?.id === candidate.id} onChange={() => setTarget(candidate)} />
              <span className="choice-text">
                <span>
                  <span className="muted">#{candidate.number}</span> <bdi>{candidate.subject}</bdi>
                </span>
                <bdi className="muted small">{candidate.customerName ?? t("unknownCustomer")}</bdi>
              </span>
            </label>
          ))}
          {found !== null && candidates.length === 0 && <p className="muted">{t("mergeNothing")}</p>}
        </fieldset>
        {error !== null && <Problem title={t("mergeFailed")} error={error} />}
        <div className="form-actions">
          <button type="button" className="button" onClick={onClose}>
            {t("cancel")}
          </button>
          <button type="button" className="button primary" disabled={busy || target === null} onClick={() => target && merge(target)}>
            {target ? t("mergeConfirm", { number: ticket.number, target: target.number }) : t("merge")}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
