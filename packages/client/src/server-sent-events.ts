/** One event of a `text/event-stream`. Comments (`: keep-alive`) are not events and never appear. */
export interface ServerSentEvent {
  event: string;
  data: string;
  id: string | null;
}

/** Splits text into events, whatever the chunks are: a line, a CRLF or a character may be cut anywhere. */
export function createEventParser(): (chunk: string) => ServerSentEvent[] {
  let pending = "";
  let endedWithCarriageReturn = false;
  let fields: { event: string; data: string[]; id: string | null } = { event: "", data: [], id: null };

  return (chunk) => {
    const events: ServerSentEvent[] = [];
    let text = chunk;
    if (endedWithCarriageReturn && text.startsWith("\n")) text = text.slice(1);
    if (chunk !== "") endedWithCarriageReturn = chunk.endsWith("\r");
    const lines = (pending + text).split(/\r\n|\r|\n/);
    pending = lines.pop() ?? "";
    for (const line of lines) {
      if (line === "") {
        if (fields.data.length > 0 || fields.event !== "")
          events.push({ event: fields.event || "message", data: fields.data.join("\n"), id: fields.id });
        fields = { event: "", data: [], id: null };
        continue;
      }
      const colon = line.indexOf(":");
      const name = colon === -1 ? line : line.slice(0, colon);
      const value = colon === -1 ? "" : line.slice(colon + 1).replace(/^ /, "");
      if (name === "event") fields.event = value;
      else if (name === "data") fields.data.push(value);
      else if (name === "id" && !value.includes("\0")) fields.id = value;
    }
    return events;
  };
}
