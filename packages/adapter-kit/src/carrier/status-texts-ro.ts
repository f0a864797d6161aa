import type { StatusTextRules } from "./status-text.ts";

/** Own rules for what Romanian couriers write. Community knowledge, not a published list of any courier (evidence C). */
export const romanianTexts: StatusTextRules = {
  statuses: [
    {
      pattern:
        /\b(ne ?livrat|ne ?livrabil|nu (a|au|s-a|s-au)( mai)?( putut)?( fi)?( fost)? (livrat|preda)|livrar(e|ea) (a )?esua|nu poate fi livrat)/,
      status: "delivery_attempted",
    },
    { pattern: /\b(deteriorat|avariat|spart|rupt)/, status: "on_hold" },
    { pattern: /\b(pierdut|lipsa colet)/, status: "failed" },
    { pattern: /\bdespagub/, status: "failed" },
    // The recipient calls off a new date, not the parcel.
    { pattern: /\b(reprogramare|redirectionare|retur(ul)?) anulat/, status: null },
    { pattern: /\b(anulat|anulare|sters)/, status: "cancelled" },
    { pattern: /\brefuz/, status: "returning" },
    { pattern: /\b(returnat(a|e)? (cu succes|la expeditor)|retur (finalizat|livrat|predat))/, status: "returned" },
    { pattern: /\bretur/, status: "returning" },
    { pattern: /\b(adresa (gresita|incompleta|eronata)|destinatar mutat)/, status: "on_hold" },
    { pattern: /\b(avizat|destinatar absent|lipsa (de la )?(domiciliu|persoana))/, status: "delivery_attempted" },
    { pattern: /\bnu raspunde/, status: "delivery_attempted" },
    { pattern: /\b(redirection|reprogram|aman(a|are)|livrare ulterioara)/, status: "in_transit" },
    // What is still to come is no delivery, and what was not fetched was not handed over.
    {
      pattern: /\b(va|vor|sa|a|pentru a) (fi|fie)( \w+)? (livrat|preluat|ridicat)|\bnu (a|au) fost (ridicat|preluat|colectat)|\bneridicat/,
      status: null,
    },
    {
      pattern: /\b(incarcat|depus|disponibil|asteapta|sosit|livrat)\w*\b.*\b(locker|punct\w* (de ridicare|pick ?up|pudo))/,
      status: "ready_for_pickup",
    },
    { pattern: /\b(in curs de livrare|in livrare|iesit(a)? (la|in) livrare|livrare in curs|spre livrare)/, status: "out_for_delivery" },
    { pattern: /\blivrat(a|e)? (catre|la) (curier|depozit|hub|partener)/, status: "in_transit" },
    { pattern: /\b(livrat|livrata|livrate|livrare confirmata|confirmare (de )?livrare)\b/, status: "delivered" },
    { pattern: /\bridicat(a|e)? (de|din) (catre )?(destinatar|client|locker|punct)/, status: "delivered" },
    { pattern: /\b(tranzit|hub|depozit|traversare granita|sorta)/, status: "in_transit" },
    { pattern: /\b(ridicat|preluat|colectat)/, status: "handed_over" },
    { pattern: /\b(emis|inregistrat|creat|comanda curier primita)/, status: "label_created" },
  ],
  exceptions: [
    { pattern: /\b(deteriorat|avariat|spart|rupt)/, exception: "damaged" },
    { pattern: /\b(pierdut|lipsa colet)/, exception: "lost" },
    { pattern: /\bdespagub/, exception: "compensated" },
    { pattern: /\brefuz/, exception: "refused" },
    { pattern: /\bretur/, exception: "returned_to_sender" },
    { pattern: /\b(adresa (gresita|incompleta|eronata)|destinatar mutat)/, exception: "address_issue" },
    { pattern: /\b(avizat|destinatar absent|lipsa (de la )?(domiciliu|persoana))/, exception: "recipient_absent" },
    { pattern: /\bnu raspunde|(nr|numar|telefon)( de telefon)? gresit|fara telefon/, exception: "recipient_unreachable" },
    { pattern: /\b(nu are bani|lipsa (bani|ramburs)|neplata ramburs)/, exception: "cod_unpaid" },
    { pattern: /\b(reprogram|aman(a|are)\b|livrare ulterioara)/, exception: "rescheduled" },
    { pattern: /\bredirection/, exception: "redirected" },
    { pattern: /\blivrare partiala|\blivrat(a|e)? partial/, exception: "partial_delivery" },
    { pattern: /\bvama\b|\bvamal|\bvamuire/, exception: "customs_hold" },
  ],
};
