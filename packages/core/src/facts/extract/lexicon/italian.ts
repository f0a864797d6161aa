import { italianComplaints } from "./italian-complaints.ts";
import { italianPhrases } from "./italian-phrases.ts";
import { italianDates, italianItems } from "./italian-words.ts";
import type { Lexicon } from "./lexicon.ts";

export const italian: Lexicon = {
  language: "it",
  telling:
    /\b(?:il|di|che|non|per|ho|e'|sono|mi|del|della|una|un|con|ordine|pacco|grazie|buongiorno|ma|ancora|vorrei|arrivato|mio|mia|salve|alla|al|gli|lo|anche|potete|posso|avete|perche)\b/g,
  negation:
    /\b(?:non|mai|nessun[oa]?|senza|ne)\s(?:(?:e'?|era|sono|mi|ho|il|un|una|la|ancora|piu|per niente|affatto|intendo|desidero|voglio|serve|vorrei|ci sono|risulta|si e)\s){0,3}$/,
  supposing:
    /\b(?:avete (?:in|il|la|lo|i|gli|le|l'|un|una|anche|per caso|delle|dei|degli|altri|altre|quest[oaie]|disponibil|modo|ancora|taglie)|vendete|spedite (?:anche|in|a)|accettate|e disponibile|sono disponibili|disponibilita|disponibile|in che (?:taglie|colori)|sarei interessat[oa]|sono interessat[oa]|vorrei (?:acquistare|comprare|ordinare|sapere se (?:avete|vendete|spedite|fate|la|il))|posso pagare|posso (?:rendere|restituire) .{0,20}dopo|si puo pagare|prima di (?:ordinare|acquistare|comprare)|quanto (?:costa|costano|ci mette|tempo)|se (?:ordino|compro|acquisto)|qual e (?:la vostra|il)|tornera|sara di nuovo|fate (?:sconti|consegne|anche)|offrite|per sapere se|va bene per|e adatt[oa])\b/,
  items: italianItems,
  dates: italianDates,
  complaints: italianComplaints,
  fields: {
    name: /^(?:nome(?: e cognome)?|cognome e nome|destinatari[oa]|intestatari[oa]|cliente|nominativo)$/,
    problem: /^(?:problema|difetto|cosa e successo|motivo del reclamo|reclamo|guasto|anomalia)$/,
    wantedOutcome: /^(?:richiesta|soluzione(?: (?:richiesta|desiderata|preferita))?|chiedo|vorrei)$/,
    item: /^(?:articol[oi]|prodott[oi]|oggetto acquistato)$/,
    size: /^(?:taglia|misura|numero scarpe)$/,
    color: /^colore$/,
    quantity: /^(?:quantita|pezzi|qta)$/,
    returnReason: /^(?:motivo(?: del reso)?|motivazione|causale)$/,
    carrier: /^(?:corriere|vettore)$/,
    pickupPoint: /^(?:punto (?:di )?ritiro|locker)$/,
    paymentMethod: /^(?:pagamento|metodo di pagamento|pagato con)$/,
    deliveryDate: /^(?:consegna(?:to)?(?: il)?|data (?:di )?consegna|ricevuto(?: il)?)$/,
    since: /^da quando$/,
    tried: /^(?:gia provato|prove fatte|tentativi)$/,
    shippingAddress: /^(?:(?:nuovo )?indirizzo(?: (?:di (?:consegna|spedizione)|corretto|giusto))?)$/,
    language: /^lingua$/,
  },
  phrases: italianPhrases,
};
