import { type ComplaintWords, phrase, words } from "./lexicon.ts";

const adverb =
  "(?:(?:completamente|totalmente|leggermente|tutt[oaie]|molto|proprio|davvero|parzialmente|gia|anche|un po'?|praticamente|gravemente|abbastanza|quasi|mezz[oa]|ancora) ){0,2}";
const damaged =
  "(?:rott[oaie]|danneggiat[oaie]|crepat[oaie]|frantumat[oaie]|scheggiat[oaie]|graffiat[oaie]|ammaccat[oaie]|strappat[oaie]|difettos[oaie]|piegat[oaie]|macchiat[oaie]|spaccat[oaie]|sfondat[oaie]|schiacciat[oaie]|bucat[oaie]|ammuffit[oaie]|scadut[oaie]|bagnat[oaie]|sporc(?:o|a|hi|he)|scucit[oaie]|deformat[oaie]|scollat[oaie]|incrinat[oaie]|rovinat[oaie]|lesionat[oaie]|stort[oaie]|arrugginit[oaie]|incomplet[oaie]|in (?:mille |tanti |due |tre )?pezzi|in frantumi|a pezzi|guast[oaie]|sciolt[oaie]|sbiadit[oaie]|manomess[oaie]|fulminat[oaie]|distrutt[oaie]|inutilizzabil[ei]|staccat[oaie]|allentat[oaie]|sfilacciat[oaie]|inesatt[oaie]|sbagliat[oaie]|errat[oaie]|vuot[oaie]|ammaccature|sgualcit[oaie]|stropicciat[oaie]|scolorit[oaie]|rigat[oaie]|sfocat[oaie]|illeggibil[ei]|consumat[oaie]|spellat[oaie]|sfilat[oaie]|esplos[oaie]|bruciat[oaie]|appassit[oaie]|marci[oae]?|marce|spaiat[oaie]|scadent[ei]|usurat[oaie]|ammuffita|sbeccat[oaie]|lacerat[oaie])";
const tail = "(?: (?:in (?:due|tre|piu punti|mille pezzi)|a meta|su un lato|da un lato|sul lato [a-z]+|sul bordo|in un angolo))?";

export const italianComplaints: ComplaintWords = {
  patterns: [
    phrase(
      "\\b(?<v>(?:l'ha |l'hanno |ha |hanno )?(?:lasciat[oa]|buttat[oa]|abbandonat[oa]) (?:fuori|davanti|sotto|in strada|nel cortile|per terra|sul marciapiede|dal vicino|al vicino)(?: [a-z]+ [a-z]+)?)(?![a-z])",
    ),
    phrase("\\b(?<v>(?:due|entrambe le|entrambi i) [a-z]+ (?:sinistr[ei]|destr[ei]))(?![a-z])"),
    phrase(
      `\\b(?<v>(?:mi |ci |m'|c')?(?:e'? |sono |era |erano |e stat[oa] )?(?:arrivat[oaie]|consegnat[oaie]|giunt[oaie]|ricevut[oaie]) (?:con (?:il |la |lo |l'|un |una |i |le )?(?:[a-z]+ ){1,2}?)?${adverb}${damaged}${tail}(?:(?:,| e| ed) ${adverb}${damaged})?)(?![a-z])`,
    ),
    phrase(
      "\\b(?<v>(?:mi |ci )?(?:avete |hanno |ho |e'? |ha )?(?:ricevuto|arrivat[oaie]|mandato|inviato|spedito|consegnato)(?: per errore)? (?:un|una|il|la|lo|le|i|l')? ?(?:[a-z]{3,15} )?(?:sbagliat[oaie]|divers[oaie]|errat[oaie])(?: [a-z]{3,15})?)(?![a-z])",
    ),
    phrase(
      "\\b(?<v>(?:mi avete |avete |hanno |mi hanno )?(?:spedito|mandato|inviato|consegnato)(?: per errore)?(?: [a-z0-9]+){1,4} (?:al posto d[ie]l?|invece (?:di|che)|anziche)(?: [a-z0-9]+){1,2})(?![a-z])",
    ),
    phrase(
      `\\b(?<v>(?:andat[oaie] |si (?:e|sono) |finit[oaie] )?${adverb}${damaged}${tail}(?:(?:,| e| ed) ${adverb}${damaged})?)(?![a-z])`,
    ),
    phrase("\\b(?<v>manca(?:no|va|vano)? (?!di\\b|poco)(?:un[oa]?|il|la|lo|i|le|gli|due|tre|l'|ancora un|da|solo|\\d{1,2})?(?<open>))"),
    phrase(
      "\\b(?<v>(?:nn|non) (?:(?:si|mi|ci|me|l'|lo|la|li|le|ne) ){0,2}(?:riesco (?:a|ad)|funziona(?:no|va)?|accende|accendono|carica|parte|chiude|apre|connette|scalda|riscalda|tiene|corrisponde|corrispondono|stampa|gira|scorre|passa|muove|aggiorna|arriva|vedo|trovo|ricevo|risponde|raffredda|entra nel|combacia|regge|aderisce|collega|sincronizza|monta|legge|esce|risulta|coincide|permette|accetta|va|vanno|fa(?! (?:niente|nulla))|accende|taglia|pesa|segna|suona|gonfia|asciuga|lava|aspira|taglia|frulla|mescola|sale|scende|ruota|aggancia|incastra|chiudono|aprono|caricano|partono|tengono|corrisponde)(?![a-z])(?: (?:piu|bene|proprio|affatto|correttamente))?(?<open>))",
    ),
    phrase(
      "\\b(?<v>(?:ancora )?(?:nn|non) (?:(?:mi|ci|l'|lo|la|ne|vi) ?)?(?:e'?|ho|sono|abbiamo|hanno|ha|l'ho|risulta|e stat[oa]|era)? ?(?:ancora |mai |piu |nemmeno )?(?:stat[oaie] )?(?:arrivat[oaie]|ricevut[oaie]|consegnat[oaie]|spedit[oaie]|partit[oaie]|vist[oaie]|giunt[oaie]|rimborsat[oaie]|passat[oaie]|pervenut[oaie])(?: (?:nulla|niente|nnt|nessun [a-z]{3,10}|ancora))?)(?![a-z])",
    ),
    phrase(
      "\\b(?<v>(?:ha smesso di [a-z]+|si (?:e|sono) (?:rott[oaie]|spent[oa]|scollat[oa]|staccat[oaie]|bloccat[oa]|strappat[oa]|spaccat[oa]|scucit[oaie]|ristrett[oa]|scolorit[oaie]|ferm[oa]|fermat[oa]|persa|perso|apert[oa])(?: (?:il|la|lo|l'|i|le|a|in|da) ?[a-z]+)?|perde (?:acqua|olio|liquido|aria)|fa (?:un |le |i )?(?:rumor[ei]|pieghe|contatto|fumo|scintille|cilecca)(?: [a-z]+)?|puzza(?: di [a-z]+)?|si (?:spegne|blocca|surriscalda|scarica|stacca|scollega|apre|impalla|scolla|sfilaccia|scuce)(?<open>)|gracchia|vibra|sfarfalla|salta i [a-z]+|scotta|traballa|balla|si (?:surriscalda|sfila|scheggia|sbriciola|screpola|scolora|restringe|allenta)|perde(?= |[.,!?]|$)|cigola|gocciola))(?![a-z])",
    ),
    phrase(
      "\\b(?<v>(?:mai (?:arrivat[oaie]|ricevut[oaie]|consegnat[oaie]|partit[oaie]|spedit[oaie])(?: da [a-z]+)?|(?:(?:e'?|in|sta|risulta|sono) )?(?:in (?:forte )?ritardo|bloccat[oa](?: (?:a|in|nel|al|presso) [a-z]+(?: [a-z]+)?)?|smarrit[oa]|persa|perso|sparit[oa]|rubat[oa]|respint[oa]|rifiutat[oa]|in attesa(?! d)|ferm[oa](?: (?:a|in|nel|al|presso|da) (?!un\\b|due\\b|tre\\b|quattro\\b|cinque\\b|\\d)[a-z]+)?|tornat[oa] (?:indietro|al mittente))|(?:ad |fino a |a )?(?:oggi|ora) (?:ancora )?(?:niente|nulla)|(?:ancora|ma) (?:niente|nulla)|nessun(?:o|a)? (?:e'? passato|si e visto|consegna|notizia|aggiornamento|traccia|risposta|movimento)))(?![a-z])",
    ),
    phrase(
      "\\b(?<v>consegnat[oa] (?:a un|ad un|al|alla|a una|all')(?: ?)(?:vicin[oa]|altr[oa]|indirizzo|portier[ei]|scal[ae]|civico|persona)(?<open>))",
    ),
    phrase("\\b(?<v>(?:risulta|segnato|segna|dice|figura|compare|da) (?:gia |come |che e )?consegnat[oa](?:,? ma [a-z' ]{3,30})?)"),
    phrase(
      "\\b(?<v>(?:addebitat[oaie]|pagat[oa]|addebito) (?:due volte|doppi[oa]|2 volte)|doppio addebito|(?:pagamento|carta|codice|buono|link|sito) (?:e'? |stat[oa] |viene )?(?:rifiutat[oa]|fallit[oa]|bloccat[oa]|scadut[oa]))(?![a-z])",
    ),
    phrase(
      "\\b(?<v>(?:ha|hanno|aveva|con|c'e|ci sono|presenta|trovato|da|de) ?(?:un[oa]?|una|delle|dei|diversi|alcuni|qualche|evidenti|tante)? ?(?:[a-z]+ )?(?:crep[ae]|ammaccatur[ae]|graffi[oi]?|buc[oh]i?|macchi[ae]|strapp[oi]|scheggiatur[ae]|spaccatur[ae]|difett[oi]|taglio|tagli|muffa|ruggine)(?: (?:di [a-z]+|profond[oaie]|evident[ei]|su[a-z]* [a-z]+))?)(?![a-z])",
    ),
    phrase(
      "\\b(?<v>(?:m'|mi )?(?:e'? )?arrivat[oaie] (?:in )?(?:ner[oaie]|bianc[oa]|ross[oaie]|blu|verd[ei]|giall[oaie]|grigi[oae]?|rosa|beige|marron[ei]|azzurr[oaie]|viola))(?![a-z])",
    ),
    phrase(
      "\\b(?<v>(?:sono )?arrivat[ei] (?:solo|soltanto) (?:un[oa]?|due|tre|\\d{1,2})(?: [a-z]+)?(?: su [a-z0-9]+)?|(?:solo|soltanto) (?:un[oa]?|due|tre|\\d{1,2})(?: [a-z]+)? su [a-z0-9]+)(?![a-z])",
    ),
  ],
  linking: words("e e' era sono erano risulta sembra ha hanno si"),
  article: words("il lo la i gli le l' un uno una mio mia questo questa vostro"),
  keepsArticle: true,
  notSubject: words(
    "io lui lei noi voi loro che chi cui e ed o ma pero perche se quando mentre con di in su a al da per non ne si mi ti ci vi lo la gli ancora gia anche solo sempre mai molto tutto poi quindi e' era ho hai ha abbiamo avete hanno arrivato arrivata arrivati ricevuto trovato stato stata oggi ieri ora adesso foto delle della dello dei del degli invece purtroppo scritto ricevuta uno una mesi giorni gia completamente comunque niente nulla tutta tutte tutti dentro",
  ),
  whole: words("ordine ordini pacco pacchi spedizione consegna prodotto prodotti articolo articoli merce tracking cosa oggetto numero"),
  ends: words(
    "ma e ed o perche pero quindi quando da dal dalla per piu grazie anche se che ancora oggi ieri mentre dopo ormai nonostante come quanto con invece cosi ne neanche potete posso vorrei chiedo dato visto ordine",
  ),
  harmless:
    /\b(?:non (?:e'? )?(?:rott|danneggiat)[oa]|in perfette condizioni|perfettamente integr[oa]|tutto (?:ok|bene|perfetto)|per evitare|colpa mia|ho sbagliato|abbiamo sbagliato)\b/,
};
