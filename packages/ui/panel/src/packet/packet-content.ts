import type { ContextPacket } from "@askonce/spec";
import { html, type TemplateResult } from "lit";
import { fill } from "../language/fill.ts";
import { packetFacts } from "./packet-facts.ts";
import { packetCustomer, packetHead, packetTicket } from "./packet-head.ts";
import { packetOrder, packetOtherOrders } from "./packet-order.ts";
import { packetIncidents, packetMessages, packetPromises, packetTried } from "./packet-progress.ts";
import type { PacketView } from "./packet-view.ts";

/** Everything in a packet, in the order of a ticket's panel; nothing any more once it is over, whatever is still in the page's memory. */
export function packetContent(view: PacketView, packet: ContextPacket): TemplateResult {
  if (Date.parse(packet.expiresAt) <= view.nowMs) return over(view, packet);
  return html`${packetHead(view, packet)} ${packetTicket(view, packet)} ${packetCustomer(view, packet)}
  ${view.details.facts(view, packetFacts(packet, view.nowMs), 0)} ${packetTried(view, packet)} ${packetOrder(view, packet)}
  ${packetIncidents(view, packet)} ${packetPromises(view, packet)} ${packetMessages(view, packet)} ${packetOtherOrders(view, packet)}`;
}

function over({ words, nowMs, packetTexts: texts }: PacketView, { expiresAt }: ContextPacket): TemplateResult {
  return html`<div class="empty" role="alert">
    <h3 class="title">${texts.packetOver}</h3>
    <p>${fill(texts.packetOverWhy, { day: words.moment(expiresAt, nowMs) })}</p>
  </div>`;
}
