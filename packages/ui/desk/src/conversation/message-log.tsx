import type { Message } from "@askonce/spec";
import { useEffect, useLayoutEffect, useRef } from "react";
import { useLanguage } from "../i18n/language-context.tsx";
import { useNow } from "../i18n/now.tsx";
import { groupByDay, nearDay } from "./day-groups.ts";
import { MessageItem } from "./message-item.tsx";
import type { Outgoing } from "./outbox.ts";
import { OutgoingItem } from "./outgoing-item.tsx";

export interface MessageLogProps {
  messages: readonly Message[];
  outgoing: readonly Outgoing[];
  hasMore: boolean;
  onLoadMore(): void;
  onEdit(outgoing: Outgoing): void;
}

/** The conversation, oldest first, opened at its end. */
export function MessageLog({ messages, outgoing, hasMore, onLoadMore, onEdit }: MessageLogProps) {
  const { t, dates } = useLanguage();
  const now = useNow();
  const log = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);

  // Whoever reads further up is not torn away by a new message.
  useLayoutEffect(() => {
    const element = log.current;
    if (element && atEnd.current) element.scrollTop = element.scrollHeight;
  }, [messages, outgoing]);

  // Nor does what is written cover the newest message when the field grows.
  useEffect(() => {
    const element = log.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return (
    <div
      ref={log}
      className="log"
      role="log"
      aria-label={t("conversation")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard
      tabIndex={0}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        atEnd.current = scrollHeight - scrollTop - clientHeight < 80;
      }}
    >
      {messages.length === 0 && outgoing.length === 0 && <p className="empty-log muted">{t("emptyConversation")}</p>}
      {groupByDay(messages).map((group) => {
        const near = nearDay(group.day, now);
        return (
          <section key={group.day} className="day">
            <h3 className="day-separator">
              <span>{near ? t(near) : dates.day(group.at)}</span>
            </h3>
            <ol>
              {group.messages.map((message) => (
                <MessageItem key={message.id} message={message} />
              ))}
            </ol>
          </section>
        );
      })}
      {hasMore && (
        <button type="button" className="button" onClick={onLoadMore}>
          {t("showRest")}
        </button>
      )}
      {outgoing.length > 0 && (
        <ol>
          {outgoing.map((item) => (
            <OutgoingItem key={item.localId} outgoing={item} onEdit={onEdit} />
          ))}
        </ol>
      )}
    </div>
  );
}
