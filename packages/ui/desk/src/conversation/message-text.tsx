import { linkify } from "./linkify.ts";

/** Untrusted text: shown as text, with its own direction, links opened without telling where from. */
export function MessageText({ text }: { text: string }) {
  let position = 0;
  return (
    <div className="message-text" dir="auto">
      {linkify(text).map((part) => {
        const key = position;
        position += part.text.length;
        return part.kind === "text" ? (
          <span key={key}>{part.text}</span>
        ) : (
          <a key={key} href={part.href} target="_blank" rel="noopener noreferrer nofollow">
            {part.text}
          </a>
        );
      })}
    </div>
  );
}
