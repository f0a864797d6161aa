import type { StatusTextRules } from "./status-text.ts";

/** Own rules for what Italian couriers write. Community knowledge, not a published list of any courier (evidence C). */
export const italianTexts: StatusTextRules = {
  statuses: [
    {
      pattern:
        /\b(mancata consegna|non (e )?(ancora )?(stat[ao] )?(ancora )?consegnat|consegna (non (e )?(andata a buon fine|riuscita|effettuata|possibile)|fallita)|tentata consegna|tentativo di consegna)/,
      status: "delivery_attempted",
    },
    { pattern: /\b(danneggiat|avariat|rott[oa]\b)/, status: "on_hold" },
    { pattern: /\b(smarrit|pers[ao]\b)/, status: "failed" },
    { pattern: /\bannullat/, status: "cancelled" },
    { pattern: /\b(rifiutat|respint|rifiuto)/, status: "on_hold" },
    { pattern: /\b(restituit[oa] al mittente|resa al mittente|rientrata|consegnat[oa] al mittente)/, status: "returned" },
    // "Reso disponibile" is made available, not sent back.
    { pattern: /\b(in restituzione|in ritorno|reso al mittente|reso)\b(?! (disponibile|noto))/, status: "returning" },
    { pattern: /\b(indirizzo (errato|incompleto|insufficiente|inesistente)|destinatario sconosciuto)/, status: "on_hold" },
    { pattern: /\bassente\b/, status: "delivery_attempted" },
    { pattern: /\bgiacenza/, status: "on_hold" },
    { pattern: /\bcompletat[ao] .*svincolo/, status: "in_transit" },
    { pattern: /\b(dogan|svincolo)/, status: "on_hold" },
    { pattern: /\b(in transito|in viaggio) (verso|per|presso)\b/, status: "in_transit" },
    // What is still to come is no delivery.
    { pattern: /\b(sara|verra|essere|da|venga) (\w+ )?consegnat/, status: null },
    { pattern: /\bconsegnat[oa] (al|alla|a) (corriere|vettore|filiale|deposito|hub|partner)/, status: "in_transit" },
    {
      pattern: /\b(ritirat[oa] (dal|presso il) (destinatario|cliente|locker|punto)|ritiro effettuato dal (destinatario|cliente))/,
      status: "delivered",
    },
    {
      pattern: /\b(disponibile per il ritiro|pronto per il ritiro|fermo ?point|fermo deposito|punto (di )?ritiro|locker)/,
      status: "ready_for_pickup",
    },
    { pattern: /\bin consegna\b/, status: "out_for_delivery" },
    { pattern: /\bconsegnat/, status: "delivered" },
    { pattern: /\b(in transito|partit[ao]|arrivat[ao] in filiale|in lavorazione)/, status: "in_transit" },
    { pattern: /\b(pres[ao] in carico|ritirat[ao]|affidat)/, status: "handed_over" },
    { pattern: /\b(dati spedizione|registrat|preavviso)/, status: "label_created" },
  ],
  exceptions: [
    { pattern: /\b(danneggiat|avariat|rott[oa]\b)/, unless: /\bnon danneggiat/, exception: "damaged" },
    { pattern: /\b(smarrit|pers[ao]\b)/, exception: "lost" },
    { pattern: /\b(rifiutat|respint|rifiuto)/, exception: "refused" },
    {
      pattern: /\b(in restituzione|in ritorno|restituit[oa]|rientrata|al mittente|reso\b|resa\b)/,
      unless: /\b(reso|resa) (disponibile|not[oa])/,
      exception: "returned_to_sender",
    },
    { pattern: /\b(indirizzo (errato|incompleto|insufficiente|inesistente)|destinatario sconosciuto)/, exception: "address_issue" },
    { pattern: /\bassente\b/, exception: "recipient_absent" },
    { pattern: /\b(irreperibile|non risponde)/, exception: "recipient_unreachable" },
    { pattern: /\bgiacenza/, exception: "carrier_hold" },
    { pattern: /\b(dogan|svincolo)/, unless: /\bcompletat[ao] .*svincolo/, exception: "customs_hold" },
    { pattern: /\bcontrassegno non pagato|\bmancato pagamento/, exception: "cod_unpaid" },
    { pattern: /\b(riprogrammat|nuova data di consegna|posticipat)/, exception: "rescheduled" },
  ],
};
