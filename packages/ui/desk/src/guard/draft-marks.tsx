import type { Ref } from "react";
import { type Finding, markedParts } from "./findings.ts";

/**
 * The draft once more, invisible but for the lines under what was found. It lies under the field, which cannot be underlined itself, and
 * scrolls with it; the list below the field says the same in words.
 */
export function DraftMarks({ text, findings, ref }: { text: string; findings: readonly Finding[]; ref: Ref<HTMLDivElement> }) {
  return (
    <div ref={ref} className="draft-marks" aria-hidden="true" dir="auto">
      {markedParts(text, findings).map((part) =>
        part.mark ? (
          <mark key={part.at} data-mark={part.mark}>
            {part.text}
          </mark>
        ) : (
          <span key={part.at}>{part.text}</span>
        ),
      )}
      {/* A last line that is empty has a height in the field. */}
      {"\u200b"}
    </div>
  );
}
