import type { Context, Ticket } from "@askonce/spec";
import { html, nothing, type TemplateResult } from "lit";
import { fill } from "../language/fill.ts";
import { fold, joined, type Piece, theirs } from "./pieces.ts";
import type { View } from "./view.ts";

export function earlierTickets(view: View, { earlierTickets: tickets }: Context): Piece {
  if (tickets.length === 0) return nothing;
  return html`<section class="block">
    ${fold(
      view.words.texts.earlierTickets,
      tickets.length,
      html`<ul class="list lined">
        ${tickets.map((ticket) => html`<li>${row(view, ticket)}</li>`)}
      </ul>`,
    )}
  </section>`;
}

function row(view: View, ticket: Ticket): TemplateResult {
  const { words, nowMs } = view;
  const { texts } = words;
  const title = html`<span class="muted">#${ticket.number}</span> ${theirs(ticket.subject)}`;
  const name = view.can.has("tickets")
    ? html`<button type="button" class="insert" @click=${() => view.send("askonce-open-ticket", { ticketId: ticket.id })}
        ><span class="sr">${fill(texts.openTicket, { number: ticket.number })}: </span>${title}</button
      >`
    : title;
  return html`<p>${name}</p>
    <p class="muted small">${joined([texts.ticketStatus[ticket.status], words.ago(ticket.lastMessageAt ?? ticket.createdAt, nowMs)])}</p>
    ${ticket.lastMessagePreview ? html`<p class="muted small">${theirs(ticket.lastMessagePreview)}</p>` : nothing}`;
}
