import type { Lexicon } from "./lexicon.ts";
import { romanianComplaints } from "./romanian-complaints.ts";
import { romanianPhrases } from "./romanian-phrases.ts";
import { romanianDates, romanianItems } from "./romanian-words.ts";

export const romanian: Lexicon = {
  language: "ro",
  telling:
    /\b(?:si|nu|am|la|pe|ca|sa|este|e|comanda|coletul|buna|va|rog|mi|imi|cu|din|pentru|multumesc|mai|dar|ajuns|primit|o|cum|vreau|salut|cand|ziua|inca|se|sunt|numarul|unde|doresc)\b/g,
  negation:
    /(?:\b(?:nu|n-am|nici|fara|niciodata|deloc|nicio|niciun)\s|\bn-)(?:(?:e|este|era|sunt|a|am|mai|s-a|fost|vreau|doresc|vrem|un|o|am nevoie de|ca)\s){0,3}$/,
  supposing:
    /\b(?:aveti (?!numarul|comanda|adresa|datele|mai jos|atasat|poza|dreptate|grija|aici|telefonul|emailul|mailul)|vindeti|livrati (?:si|in|la)|acceptati|disponibil[ae]?|in stoc|pe stoc|ma intereseaza|sunt interesat[a]?|as vrea sa (?:comand|cumpar|stiu daca)|vreau sa (?:comand|cumpar)|as dori sa (?:comand|cumpar|stiu daca)|doresc sa (?:comand|cumpar)|pot plati|se poate plati|pot sa platesc|inainte sa (?:comand|cumpar)|cat (?:costa|dureaza|este transportul)|daca (?:comand|cumpar|nu (?:imi|mi))|care (?:este|e) (?:politica|termenul|pretul)|cand (?:reintra|mai aduceti)|oferiti|faceti (?:reduceri|livrari)|se potriveste (?:la|si)|ce (?:marimi|culori))\b/,
  items: romanianItems,
  dates: romanianDates,
  complaints: romanianComplaints,
  fields: {
    name: /^(?:nume(?:le)?(?: si prenume(?:le)?| complet| meu)?|destinatar|client|prenume)$/,
    problem: /^(?:problem[a]|defect(?:ul|iune)?|ce s-a intamplat|reclamatie|descriere(?:a problemei)?)$/,
    wantedOutcome: /^(?:solutie(?: dorita)?|solutia dorita|doresc|cerere|solicitare|vreau)$/,
    item: /^(?:produs(?:ul|e)?|articol(?:ul|e)?)$/,
    size: /^(?:marime(?:a)?|masura)$/,
    color: /^culoare(?:a)?$/,
    quantity: /^(?:cantitate(?:a)?|bucati|buc)$/,
    returnReason: /^(?:motiv(?:ul)?(?: (?:retur(?:ului)?|returului))?)$/,
    carrier: /^(?:curier(?:ul)?|firma de curierat)$/,
    pickupPoint: /^(?:locker|punct de ridicare)$/,
    paymentMethod: /^(?:plata|metoda de plata|platit cu)$/,
    deliveryDate: /^(?:livrat(?: la| pe)?|data livrarii|primit(?: la| pe)?)$/,
    since: /^(?:de cand|din data)$/,
    tried: /^(?:am incercat|ce am incercat|incercat)$/,
    shippingAddress: /^(?:adresa(?: (?:noua|de livrare|corecta|livrare|completa))?)$/,
    language: /^limba$/,
  },
  phrases: romanianPhrases,
};
