import type { AnswerBook } from "./answer-book.ts";
import type { HttpCaller } from "./http-call.ts";
import type { Pace } from "./pace.ts";

/** A command whose text nobody else uses, so that its message can be found again. */
export interface SentCommand {
  text: string;
  kind: "create" | "reply" | "receive" | "note";
  acknowledged: boolean;
}

export interface CommandLoad {
  readonly commands: readonly SentCommand[];
  finish(): Promise<void>;
}

const kinds = [
  { kind: "reply", path: "replies" },
  { kind: "receive", path: "messages" },
  { kind: "note", path: "notes" },
] as const;

/**
 * Agents at work: they open tickets, answer, write notes, record what customers say. What is not acknowledged is not sent again: the agent
 * would look first, and a second attempt would be a second message.
 */
export function startCommandLoad(options: {
  caller: HttpCaller;
  token: string;
  book: AnswerBook;
  pace: Pace;
  connections: number;
  random: () => number;
}): CommandLoad {
  const { caller, book, pace, random } = options;
  const commands: SentCommand[] = [];
  const tickets: string[] = [];
  const headers = { authorization: `Bearer ${options.token}`, "content-type": "application/json" };
  let finishing = false;

  const send = async () => {
    const ticketId = tickets[Math.floor(random() * tickets.length)];
    const other = kinds[Math.floor(random() * kinds.length)] ?? kinds[0];
    const isNew = ticketId === undefined || random() < 0.3;
    const text = `command ${commands.length} of the run`;
    const command: SentCommand = { text, kind: isNew ? "create" : other.kind, acknowledged: false };
    commands.push(command);
    try {
      const answer = isNew
        ? await caller.call("POST", "/api/v1/tickets", { headers, body: JSON.stringify({ subject: text, message: { text } }) })
        : await caller.call("POST", `/api/v1/tickets/${ticketId}/${other.path}`, { headers, body: JSON.stringify({ text }) });
      book.note(answer);
      command.acknowledged = answer.status < 300;
      if (isNew && command.acknowledged) tickets.push((JSON.parse(answer.text) as { id: string }).id);
    } catch {
      book.noteSilence();
    }
  };
  const connection = async () => {
    while (!finishing) {
      await pace.turn();
      await send();
    }
  };
  const connections = Promise.all(Array.from({ length: options.connections }, connection));
  return {
    commands,
    async finish() {
      finishing = true;
      await connections;
    },
  };
}
