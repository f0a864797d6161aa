import type { Address, Order } from "@askonce/spec";
import { html, nothing, type TemplateResult } from "lit";
import type { Words } from "../language/words.ts";
import { fold, insertable, type Piece, theirs } from "./pieces.ts";
import type { View } from "./view.ts";

/** Folded away: an address is needed seldom, and is somebody's home. */
export function addresses(view: View, order: Order): Piece {
  const { texts } = view.words;
  const { shippingAddress: shipping, billingAddress: billing } = order;
  if (!shipping && !billing) return nothing;
  const shippingLines = shipping ? addressLines(shipping, view.words) : [];
  const billingLines = billing ? addressLines(billing, view.words) : [];
  const same = shippingLines.length > 0 && shippingLines.join("\n") === billingLines.join("\n");
  return fold(
    texts.addresses,
    null,
    html`${shipping ? address(view, texts.shippingAddress, shippingLines) : nothing}
    ${same ? html`<p class="label">${texts.billingAddress}</p><p class="muted">${texts.sameAsShipping}</p>` : billing ? address(view, texts.billingAddress, billingLines) : nothing}`,
  );
}

function address(view: View, label: string, lines: string[]): TemplateResult {
  const shown = lines.map((line, index) => html`${index === 0 ? nothing : html`<br />`}${theirs(line)}`);
  return html`<p class="label">${label}</p><p>${insertable(view, lines.join(", "), shown)}</p>`;
}

function addressLines(address: Address, words: Words): string[] {
  const place = [address.postcode, address.city].filter(Boolean).join(" ");
  return [
    address.name,
    address.company,
    address.line1,
    address.line2,
    [place, address.province].filter(Boolean).join(", "),
    address.countryCode ? words.country(address.countryCode) : null,
    address.phone,
  ].filter((line): line is string => Boolean(line));
}
