import { AskonceApiError } from "@askonce/client";
import type { Ticket } from "@askonce/spec";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { Objection } from "../guard/guard-notes.tsx";
import { HandOverDialog } from "../hand-over/hand-over-dialog.tsx";
import { useLanguage } from "../i18n/language-context.tsx";
import { Problem } from "../layout/problem.tsx";
import { openTicket, ticketHref } from "../layout/route.ts";
import { useSession } from "../session/session.tsx";
import { MergeDialog } from "../tickets/merge-dialog.tsx";
import { saveTicket, type TicketChange } from "../tickets/save-ticket.ts";
import { Composer, type ComposerHandle } from "./composer.tsx";
import { ConversationSkeleton } from "./conversation-skeleton.tsx";
import { MessageLog } from "./message-log.tsx";
import { useOutbox } from "./outbox-context.tsx";
import { TicketHeader } from "./ticket-header.tsx";
import { useConversation } from "./use-conversation.ts";

export interface ConversationProps {
  ticketId: string;
  known: readonly Ticket[];
  composer: RefObject<ComposerHandle | null>;
  panelOpen: boolean;
  onTogglePanel(): void;
  /** Called when the agent has the ticket's newest message before their eyes. */
  onSeen(ticketId: string, at: string): void;
}

/** The open ticket. Use it with the ticket's id as `key`. */
export function Conversation({ ticketId, known, composer, panelOpen, onTogglePanel, onSeen }: ConversationProps) {
  const { t } = useLanguage();
  const { client } = useSession();
  const { outbox, items } = useOutbox();
  const conversation = useConversation(ticketId);
  const [merging, setMerging] = useState(false);
  const [handingOver, setHandingOver] = useState(false);
  const [saveError, setSaveError] = useState<unknown>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { ticket, messages, status } = conversation;
  const lastMessageAt = messages.at(-1)?.at;

  useEffect(() => {
    if (status === "ready" && lastMessageAt && document.visibilityState === "visible") onSeen(ticketId, lastMessageAt);
  }, [status, lastMessageAt, ticketId, onSeen]);

  // On one column the list disappears with the focus in it: the focus follows to what took its place.
  useEffect(() => {
    if (status === "ready" && matchMedia("(max-width: 640px)").matches) heading.current?.focus();
  }, [status]);

  // What the guard refused goes back to where it was written: there it is shown with what is known, and can be sent with a reason.
  const refused = items.find(({ ticketId: id, state, error }) => id === ticketId && state === "failed" && objectionOf(error) !== null);
  const canWrite = status === "ready" && ticket?.mergedIntoId === null;
  useEffect(() => {
    if (!refused || !canWrite || !composer.current) return;
    composer.current.edit(refused, objectionOf(refused.error) ?? undefined);
    outbox.discard(refused.localId);
  }, [refused, canWrite, composer, outbox]);

  async function change(part: TicketChange) {
    if (!ticket) return;
    setSaveError(null);
    // The control moves at once; what the server says decides.
    conversation.setTicket({ ...ticket, ...part });
    try {
      conversation.setTicket(await saveTicket(client, ticket, part));
    } catch (error) {
      setSaveError(error);
      conversation.setTicket(ticket);
      if (AskonceApiError.is(error, "VERSION_CONFLICT", "TICKET_MERGED")) conversation.refresh();
    }
  }

  if (status === "loading") return <ConversationSkeleton />;
  if (status === "error" || !ticket) {
    return (
      <div className="conversation-error">
        <Problem title={t("ticketFailed")} error={conversation.error} onRetry={conversation.reload} />
        <button type="button" className="button" onClick={() => openTicket(null)}>
          {t("back")}
        </button>
      </div>
    );
  }
  return (
    <>
      <TicketHeader
        ticket={ticket}
        heading={heading}
        panelOpen={panelOpen}
        onChange={change}
        onMerge={() => setMerging(true)}
        onHandOver={() => setHandingOver(true)}
        onTogglePanel={onTogglePanel}
      />
      {saveError !== null && <Problem title={t("saveFailed")} error={saveError} onClose={() => setSaveError(null)} />}
      {ticket.mergedIntoId && (
        <p className="banner">
          {t("mergedInto")} <a href={ticketHref(ticket.mergedIntoId)}>{t("openMerged")}</a>
        </p>
      )}
      <MessageLog
        messages={messages}
        outgoing={items.filter((item) => item.ticketId === ticketId)}
        hasMore={conversation.hasMore}
        onLoadMore={conversation.loadMore}
        onEdit={(message) => composer.current?.edit(message)}
      />
      {ticket.mergedIntoId === null && (
        <Composer
          key={ticketId}
          ref={composer}
          ticketId={ticketId}
          customerName={ticket.customerName ?? t("customer")}
          onSend={(message) => outbox.send({ ticketId, ...message, knownIds: new Set(messages.map(({ id }) => id)) })}
        />
      )}
      {handingOver && (
        <HandOverDialog
          ticket={ticket}
          onClose={() => setHandingOver(false)}
          onDone={() => {
            setHandingOver(false);
            conversation.refresh();
          }}
        />
      )}
      {merging && (
        <MergeDialog
          ticket={ticket}
          known={known}
          onClose={() => setMerging(false)}
          onMerged={(target) => {
            setMerging(false);
            openTicket(target.id);
          }}
        />
      )}
    </>
  );
}

function objectionOf(error: unknown): Objection | null {
  if (AskonceApiError.is(error, "REPLY_ASKS_KNOWN")) return "asks";
  return AskonceApiError.is(error, "REPLY_DISCLOSES") ? "discloses" : null;
}
