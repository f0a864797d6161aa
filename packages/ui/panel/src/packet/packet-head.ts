import type { ContextPacket } from "@askonce/spec";
import { html, nothing, type TemplateResult } from "lit";
import { fill } from "../language/fill.ts";
import { chip, insertable, type Piece, sentence, theirs } from "../view/pieces.ts";
import { type PacketView, wordOf } from "./packet-view.ts";

/** How old this is and until when it can be read, who gave it and what they had to say, and what is not in it. */
export function packetHead(view: PacketView, packet: ContextPacket): TemplateResult {
  const { words, nowMs, packetTexts: texts } = view;
  const { kind, name } = packet.from;
  const who = kind === "system" ? texts.packetSystem : name === null ? view.details.knownTexts.anAgent : theirs(name);
  const valid = { day: words.moment(packet.expiresAt, nowMs), left: words.until(packet.expiresAt, nowMs) };
  return html`<div class="bar">
      <p>${fill(texts.packetMade, { day: words.moment(packet.issuedAt, nowMs) })}<br />${fill(texts.packetValid, valid)}</p>
    </div>
    <div class="notice info handed-over">
      <p><strong>${sentence(texts.packetFrom, { who })}</strong> <span class="muted small">${words.ago(packet.issuedAt, nowMs)}</span></p>
      ${packet.note ? html`<p class="note">${theirs(packet.note)}</p>` : nothing}
    </div>
    ${
      packet.truncated.length === 0
        ? nothing
        : html`<div class="notice warn handed-over">
            <p>${fill(texts.packetCut, { parts: packet.truncated.map((each) => wordOf(texts.packetPart, each)).join(", ") })}</p>
          </div>`
    }`;
}

export function packetTicket(view: PacketView, { ticket }: ContextPacket): TemplateResult {
  const { texts, languageName } = view.words;
  return html`<section class="block">
    <h3>${fill(view.packetTexts.packetTicket, { number: ticket.number })}</h3>
    <p class="title"><bdi>${ticket.subject}</bdi></p>
    <p class="row part">
      ${chip("neutral", wordOf(texts.ticketStatus, ticket.status))} ${ticket.channels.map((each) => html`<span class="tag">${theirs(each)}</span>`)}
      ${ticket.language ? html`<span class="small muted">${fill(texts.speaks, { language: languageName(ticket.language) })}</span>` : nothing}
    </p>
  </section>`;
}

export function packetCustomer(view: PacketView, { customer, ticket }: ContextPacket): TemplateResult {
  const { texts, languageName } = view.words;
  if (!customer) {
    return html`<section class="block"><h3>${texts.customer}</h3><p class="muted">${view.packetTexts.packetNoCustomer}</p></section>`;
  }
  const { name, language, contactPoints } = customer;
  return html`<section class="block">
    <h3>${texts.customer}</h3>
    <p class="title">${name ? insertable(view, name) : html`<span class="muted">${texts.unknownName}</span>`}</p>
    ${
      language && language !== ticket.language
        ? html`<p class="small muted">${fill(texts.speaks, { language: languageName(language) })}</p>`
        : nothing
    }
    <ul class="list tight part">
      ${contactPoints.map((each) => contactPoint(view, each))}
    </ul>
  </section>`;
}

type PacketContactPoint = NonNullable<ContextPacket["customer"]>["contactPoints"][number];

/** The shop's own number for somebody says nothing without its kind; an address says itself what it is. */
function contactPoint(view: PacketView, { kind, value, assurance }: PacketContactPoint): Piece {
  const { texts } = view.words;
  const isPlain = kind === "email" || kind === "phone";
  return html`<li class="row">
    <span class=${isPlain ? "sr" : "small muted"}>${wordOf(texts.contactKind, kind)}:</span>
    <span>${insertable(view, value)}</span>
    <span class="tag">${texts.assurance[assurance]}</span>
  </li>`;
}
