import { type ComplaintWords, phrase, words } from "./lexicon.ts";

const adverb =
  "(?:(?:completamente|totalmente|leggermente|tutt[oaie]|molto|proprio|davvero|parzialmente|gia|anche|un po'?|praticamente|gravemente|abbastanza|quasi|mezz[oa]|ancora) ){0,2}";
const damaged =
  "(?:rott[oaie]|danneggiat[oaie]|crepat[oaie]|frantumat[oaie]|scheggiat[oaie]|graffiat[oaie]|ammaccat[oaie]|strappat[oaie]|difettos[oaie]|piegat[oaie]|macchiat[oaie]|spaccat[oaie]|sfondat[oaie]|schiacciat[oaie]|bucat[oaie]|ammuffit[oaie]|scadut[oaie]|bagnat[oaie]|sporc(?:o|a|hi|he)|scucit[oaie]|deformat[oaie]|scollat[oaie]|incrinat[oaie]|rovinat[oaie]|lesionat[oaie]|stort[oaie]|arrugginit[oaie]|incomplet[oaie]|in (?:mille |tanti |due |tre )?pezzi|in frantumi|a pezzi|guast[oaie]|sciolt[oaie]|sbiadit[oaie]|manomess[oaie]|fulminat[oaie]|distrutt[oaie]|inutilizzabil[ei]|staccat[oaie]|allentat[oaie]|sfilacciat[oaie]|inesatt[oaie]|sbagliat[oaie]|errat[oaie]|vuot[oaie]|ammaccature|sgualcit[oaie]|stropicciat[oaie]|scolorit[oaie]|rigat[oaie]|sfocat[oaie]|illeggibil[ei]|consumat[oaie]|spellat[oaie]|sfilat[oaie]|esplos[oaie]|bruciat[oaie]|appassit[oaie]|marci[oae]?|marce|spaiat[oaie]|scadent[ei]|usurat[oaie]|ammuffita|sbeccat[oaie]|lacerat[oaie]|spezzat[oaie]|sgretolat[oaie]|screpolat[oaie]|sbriciolat[oaie]|fus[oaie]|sciupat[oaie]|ossidat[oaie]|intasat[oaie]|inceppat[oaie]|sgonfi[oae]?|gonfi[oae]?|infeltrit[oaie]|ristrett[oaie]|stint[oaie]|ingiallit[oaie]|annerit[oaie]|tagliat[oaie]|forat[oaie]|disallineat[oaie]|svitat[oaie]|appiccicos[oaie]|mezz[oaie] vuot[oaie]|opac[oa]|appannat[oaie]|curvat[oaie])";
const tail = "(?: (?:in (?:due|tre|piu punti|mille pezzi)|a meta|su un lato|da un lato|sul lato [a-z]+|sul bordo|in un angolo))?";

/** After "non": wishes, opinions and what has a key of its own; everything else that does not happen is a complaint. */
const noComplaint =
  "(?:voglio|vorrei|vogliamo|vorremmo|volevo|so|sapevo|sappiamo|credo|crediamo|penso|vedo l'ora|capisco|capito|serve|servono|importa|preoccupa[a-z]*|occorre|bisogno|deciso|voglia|tempo|problem[ai]|fretta|mai (?:usat|indossat|apert)[a-z]+|usat[oaie]|indossat[oaie]|apert[oaie]|fa (?:niente|nulla|per)|piace|piacciono|va bene|convince|sta bene|calza|veste|entra|entrano|sta(?= |[.,!?;]|$)|stanno|rott[oaie]|danneggiat[oaie]|urgente|grave|male|possibile|necessari[oa]|che|un[oa]?|il|la|lo|le|come|di che|mi sembra|sembra|pare|appena|solo|soltanto|per|di|ricordo|dico|chiedo|intendo|dovevo|doveva|dovrebbe|dovrei|sicur[oa]|convint[oa]|soddisfatt[oa]|content[oa]|interessat[oa]|conosco|posso aspettare|aspetto|mi aspettavo|conform[ei]|mi[oa]|esitate|dubito|scherzo|piu|in|a|e'? (?:un|il|colpa|urgente|grave|un problema|possibile|necessario|mia|rott[oa]|danneggiat[oa]|male|che|come|conforme))";

export const italianComplaints: ComplaintWords = {
  patterns: [
    phrase(
      "\\b(?<v>dura(?:no)? (?:solo |soltanto |appena |neanche |nemmeno |meno di )?(?:un'?|un|una|due|tre|poch[ie]|dieci|mezz'?) ?[a-z]+)(?![a-z])",
    ),
    phrase(
      "\\b(?<v>(?:addebitato|fatto pagare|scalato|prelevato|addebitati) (?:€ ?)?\\d+(?:[.,]\\d{1,2})?(?: ?(?:euro|€|eur))?)(?![a-z0-9])",
    ),
    phrase(
      "\\b(?<v>(?:nn|non) (?:e'?|sono) (?:il mio|la mia|i miei|le mie|quell[oaie]|lo stesso|la stessa|gli stessi|le stesse|cio che)(?<open>))",
    ),
    phrase("\\b(?<v>fa(?:nno)? (?:saltare|scattare|cadere) (?:la |il |i |le |l')?[a-z]+)(?![a-z])"),
    phrase(
      "\\b(?<v>(?:mandato|spedito|inviato|consegnato|arrivat[oaie]|ricevuto) quell[oaie] (?!che|ordinat|giust|corrett)[a-z]+)(?![a-z])",
    ),
    phrase(
      `\\b(?<v>(?:meta|la meta|alcun[ie]|molt[ie]|tutt[ie]|un[oa]?|due|tre|quattro|\\d{1,2}) (?:dell[ae]|dei|degli|di|su) ?(?:[a-z0-9]+ ){0,2}(?:e'?|sono|era|erano|arrivat[ei]) ${adverb}${damaged})(?![a-z])`,
    ),
    phrase("\\b(?<v>(?:ne |ci )?manca(?:no)? (?:ancora )?(?:\\d{1,3}|due|tre|quattro|cinque)(?: [a-z]+)?)(?![a-z])"),
    phrase("\\b(?<v>in ritardo (?:di|da) (?:\\d{1,2}|un[oa]?|due|tre|quattro|cinque) [a-z]+)(?![a-z])"),
    phrase("\\b(?<v>(?:ricevuto|arrivato|consegnato) (?:niente|nulla)|(?:niente|nulla) (?:di )?(?:ricevuto|arrivato|consegnato))(?![a-z])"),
    phrase(
      "\\b(?<v>(?:vuole|vogliono|chiede|chiedono|pretende) (?:farmi pagare|che paghi|di pagare|dei soldi|soldi|altri soldi)(?<open>))",
    ),
    phrase('\\b(?<v>(?:dice|segna|mostra|risulta|compare|scritto|c\'e scritto) "[^"\\n]{3,30}")'),
    phrase(
      "\\b(?<v>(?:l'ha |l'hanno |ha |hanno |e stat[oa] )?(?:lasciat|buttat|abbandonat|mollat|lanciat|gettat)[oa] (?:il pacco )?(?:fuori|accanto|vicino|dietro|sopra|davanti|sotto|in|nel|nell'|nella|sul|sulla|per|dal|al|alla|dentro|oltre|ai)(?<open>))",
    ),
    phrase("\\b(?<v>(?:continua|continuano) a [a-z]+(?<open>))"),
    phrase("\\b(?<v>viene? (?:sempre )?(?:rifiutat|respint|annullat|bloccat)[oa](?: (?:ogni volta|sempre|dal sito))?)(?![a-z])"),
    phrase(
      "\\b(?<v>si (?!puo|tratta|vede|chiama|trova|legge|sente|possono|deve|fa\\b|potrebbe|riesce|usa|prega|ritira|dice|paga|spera|vedono|sentono|fanno|devono|prevede|riferisce|parla|ricorda|merita|presta|abbina|mangia)[a-z]{4,}(?:a|e|ano|ono)(?= ?(?:[.,!?;)\\n]|$)| e| ma| dopo| da| ogni| subito| sempre| quando| sol[oa]| tutt| troppo| in | come| al )(?: (?:ogni volta|subito|sempre|da sol[oa]|tutt[oaie]|dappertutto|ovunque|di continuo|troppo|dopo (?:poco|(?:un|due|tre|pochi|dieci|cinque) [a-z]+)))?)",
    ),
    phrase(
      "\\b(?<v>(?:(?:il )?(?:corriere|autista|postino) )?(?:dice|dicono|sostiene|afferma|scrive|ha scritto|ha detto|segna|risulta) (?:che )?(?:ero|eravamo|non c'er[a-z]+|nessuno|assente|destinatario|indirizzo (?:errato|sbagliato|inesistente)|ho rifiutato|abbiamo rifiutato)(?<open>))",
    ),
    phrase(
      "\\b(?<v>(?:fa|fanno|emette|emettono) (?:un |uno |una |degli |dei |delle |strani )?(?:[a-z]+ )?(?:rumor[ei]|fischio|ronzio|odore|scricchiolio|ticchettio|puzza|suono|scintille|fumo)(?: [a-z]+)?)(?![a-z])",
    ),
    phrase("\\b(?<v>(?:puzza|odora|sa)(?:no)? di [a-z]+)(?![a-z])"),
    phrase(
      "\\b(?<v>si (?:e'?|sono|era|erano) (?:gia |subito |tutt[oaie] |completamente |anche )?(?!trovat|parlat|fatto|vist|presentat|dett|resa|reso|mostrat|scusat|arrivat|ricordat)(?!mess[oa] d)[a-z]{1,}(?:[aeiu]t|tt|rt|rs|s|st|nt)[oaie](?<open>))",
    ),
    phrase(
      "\\b(?<v>(?:ha|hanno) (?:gia |subito |completamente )?(?:ceduto|stinto|smesso di [a-z]+|perso [a-z]+|preso fuoco|fatto (?:corto|scintille|fumo)|iniziato a [a-z]+|cominciato a [a-z]+|lasciato (?:macchie|segni)|sbagliato [a-z]+)(?<open>))",
    ),
    phrase("(?<!mi sono )(?<!ho )\\b(?<v>(?:vi siete |avete |hanno |si sono )?(?:dimenticat[oaie]|scordat[oaie])(?: di [a-z]+)?(?<open>))"),
    phrase("\\b(?<v>(?:arrivat[oaie]|consegnat[oaie]|ricevut[oaie]|spedit[oaie]|mandat[oaie]) senza(?<open>))"),
    phrase(
      "\\b(?<v>(?:ce ne sono|ne ho ricevut[oiae]|ne sono arrivat[ei]|ce n'e'?|ci sono|c'era|c'erano|c'e'?|e arrivat[oa]|sono arrivat[ei]|ho ricevuto|ne ho trovat[ei]) (?:solo|soltanto|appena) (?:un[oa]?|due|tre|quattro|cinque|meta|\\d{1,2})(?: [a-z]+)?(?: su [a-z0-9]+| invece di [a-z0-9]+)?)(?![a-z])",
    ),
    phrase(
      "\\b(?<v>(?:e'?|sono|era|erano) (?:molto |un po'? |leggermente )?piu (?:cort|lung|piccol|grand|strett|larg|chiar|scur|bass|alt|sottil)[a-z]{1,2} (?:dell[aeo]|degli|dei|del|di|rispetto|che)(?<open>))",
    ),
    phrase(
      "\\b(?<v>(?:arrivat[oaie]|mandato|spedito|inviato|consegnato|ricevuto|messo)(?: per (?:errore|sbaglio))?(?: (?!niente|nulla)[a-z0-9']+){1,4} (?:invece|al posto|anziche)(?: (?:del|dell[aeo]|dei|di|che|quell[oaie]))?(?: [a-z0-9]+){0,2})(?![a-z])",
    ),
    phrase(
      "\\b(?<v>(?:arrivat[oaie]|mandato|spedito|inviato|consegnato|ricevuto|messo) (?:il|la|lo|un|una|uno) [a-z]+ (?:da|per) (?:bambin|uomo|donna|ragazz|adult|neonat)[a-z]*)(?![a-z])",
    ),
    phrase(
      "\\b(?<v>(?:preso|addebitato|scalato|prelevato|pagato|tolto|addebitati|scalati)(?: [a-z']+){0,3} (?:due volte|il doppio|doppio|2 volte|tre volte|doppi))(?![a-z])",
    ),
    phrase(
      "\\b(?<v>(?:sembra(?:no)?|pare|e'?|era|erano|sono|chiaramente|evidentemente|palesemente) (?:gia |stat[oa] gia |stat[oa] )?(?:usat[oaie]|indossat[oaie]|apert[oaie]|di seconda mano|contraffatt[oaie]|un falso|ricondizionat[oaie]|riparat[oaie]))(?= ?(?:[.,!?;)]|$)| e| ma| prima)",
    ),
    phrase("\\b(?<v>(?:si (?:sent[eo]no|sente|vede|vedono)|funziona(?:no)?|si accend(?:e|ono)|va|vanno) solo(?<open>))"),
    phrase("\\b(?<v>nessuno (?:ha|e'?|si|mi|ci|risponde|passa|suona|sa|l'ha|consegna)(?<open>))"),
    phrase(
      "\\b(?<v>(?:sbava|stinge|gratta|striscia|scricchiola|fischia|ronza|lampeggia|scivola|pende|puzza|cigola|perde|scotta|vibra|traballa|dondola|gocciola|cola|scolora|punge|pizzica|surriscalda)(?:no)?(?: (?:troppo|sempre|di continuo|tanto|ovunque|dappertutto|da tutte le parti|ogni volta|tutto))?)(?![a-z'])",
    ),
    phrase("\\b(?<v>(?:messo|scritto|indicato|inserito|avete) (?:il|la|lo|l'|un) ?[a-z.]+ (?:sbagliat|errat)[oaie])(?![a-z])"),
    phrase(
      `\\b(?<v>(?:ancora )?(?:nn|non) (?:(?:si|mi|ci|me|m'|l'|lo|la|li|le|ne|vi|ve|c'|c) ?){0,2}(?:(?:e'?|ho|sono|abbiamo|hanno|ha|era|erano|avevo|risulta) )?(?:ancora |mai |piu |nemmeno |neanche |piu )?(?:stat[oaie] )?(?!${noComplaint}(?![a-z]))[a-z']{2,}(?: (?:piu|bene|proprio|affatto|correttamente))?(?<open>))`,
    ),
    phrase(
      "\\b(?<v>(?:l'ha |l'hanno |ha |hanno )?(?:lasciat[oa]|buttat[oa]|abbandonat[oa]) (?:fuori|davanti|sotto|in strada|nel cortile|per terra|sul marciapiede|dal vicino|al vicino)(?: [a-z]+ [a-z]+)?)(?![a-z])",
    ),
    phrase("\\b(?<v>(?:due|entrambe le|entrambi i) [a-z]+ (?:sinistr[ei]|destr[ei]))(?![a-z])"),
    phrase(
      `\\b(?<v>(?:e'? |sono |era |erano |e stat[oa] )?(?:arrivat[oaie]|consegnat[oaie]|giunt[oaie]|ricevut[oaie]) (?:con (?:il |la |lo |l'|un |una |i |le )?(?:[a-z]+ ){1,2}?)?${adverb}${damaged}${tail}(?:(?:,| e| ed) ${adverb}${damaged})?)(?![a-z])`,
    ),
    phrase(
      "\\b(?<v>(?:mi |ci )?(?:avete |hanno |ho |e'? |ha )?(?:ricevuto|arrivat[oaie]|mandato|inviato|spedito|consegnato)(?: per errore)? (?:un|una|il|la|lo|le|i|l')? ?(?:[a-z]{3,15} )?(?:sbagliat[oaie]|divers[oaie]|errat[oaie])(?: [a-z]{3,15})?)(?![a-z])",
    ),
    phrase(
      "\\b(?<v>(?:mi avete |avete |hanno |mi hanno )?(?:spedito|mandato|inviato|consegnato)(?: per errore)?(?: [a-z0-9]+){1,4} (?:al posto d[ie]l?|invece (?:di|che)|anziche)(?: [a-z0-9]+){1,2})(?![a-z])",
    ),
    phrase("\\b(?<v>(?:di |del |dell[ao] )?[a-z]{4,12} (?:sbagliat|errat)[oaie])(?![a-z])"),
    phrase(
      `\\b(?<v>(?:andat[oaie] |si (?:e|sono) |finit[oaie] )?${adverb}${damaged}${tail}(?:(?:,| e| ed) ${adverb}${damaged})?)(?![a-z])`,
    ),
    phrase("\\b(?<v>manca(?:no|va|vano)? (?!di\\b|poco)(?:un[oa]?|il|la|lo|i|le|gli|due|tre|l'|ancora un|da|solo|\\d{1,2})?(?<open>))"),
    phrase(
      "\\b(?<v>(?:ha smesso di [a-z]+|si (?:e|sono) (?:rott[oaie]|spent[oa]|scollat[oa]|staccat[oaie]|bloccat[oa]|strappat[oa]|spaccat[oa]|scucit[oaie]|ristrett[oa]|scolorit[oaie]|ferm[oa]|fermat[oa]|persa|perso|apert[oa])(?: (?:il|la|lo|l'|i|le|a|in|da) ?[a-z]+)?|perde (?:acqua|olio|liquido|aria)|fa (?:un |le |i )?(?:rumor[ei]|pieghe|contatto|fumo|scintille|cilecca)(?: [a-z]+)?|puzza(?: di [a-z]+)?|si (?:spegne|blocca|surriscalda|scarica|stacca|scollega|apre|impalla|scolla|sfilaccia|scuce)(?<open>)|gracchia|vibra|sfarfalla|salta i [a-z]+|scotta|traballa|balla|si (?:surriscalda|sfila|scheggia|sbriciola|screpola|scolora|restringe|allenta)|perde(?= |[.,!?]|$)|cigola|gocciola))(?![a-z])",
    ),
    phrase(
      "\\b(?<v>(?:mai (?:arrivat[oaie]|ricevut[oaie]|consegnat[oaie]|partit[oaie]|spedit[oaie])(?: da [a-z]+)?|(?:in (?:forte )?ritardo|bloccat[oa](?: (?:a|in|nel|al|presso) [a-z]+(?: [a-z]+)?)?|smarrit[oa]|persa|perso|sparit[oa]|rubat[oa]|respint[oa]|rifiutat[oa]|in attesa(?! d)|ferm[oa](?: (?:a|in|nel|al|presso|da) (?!un\\b|due\\b|tre\\b|quattro\\b|cinque\\b|\\d)[a-z]+)?|tornat[oa] (?:indietro|al mittente))|(?:ad |fino a |a )?(?:oggi|ora) (?:ancora )?(?:niente|nulla)|(?:ancora|ma) (?:niente|nulla)|nessun(?:o|a)? (?:e'? passato|si e visto|consegna|notizia|aggiornamento|traccia|risposta|movimento)))(?![a-z])",
    ),
    phrase(
      "\\b(?<v>consegnat[oa] (?:a un|ad un|al|alla|a una|all')(?: ?)(?:vicin[oa]|altr[oa]|indirizzo|portier[ei]|scal[ae]|civico|persona)(?<open>))",
    ),
    phrase("\\b(?<v>(?:risulta|segnato|segna|dice|figura|compare|da) (?:gia |come |che e )?consegnat[oa](?:,? ma [a-z' ]{3,30})?)"),
    phrase(
      "\\b(?<v>(?:addebitat[oaie]|pagat[oa]|addebito) (?:due volte|doppi[oa]|2 volte)|doppio addebito|(?:pagamento|carta|codice|buono|link|sito) (?:e'? |stat[oa] |viene )?(?:rifiutat[oa]|fallit[oa]|bloccat[oa]|scadut[oa]))(?![a-z])",
    ),
    phrase(
      "\\b(?<v>(?:ha|hanno|aveva|c'e|ci sono|presenta)? ?(?:un[oa]?|una|delle|dei|diversi|alcuni|qualche|evidenti|tante)? ?(?:[a-z]+ )?(?:crep[ae]|ammaccatur[ae]|graffi[oi]?|buc[oh]i?|macchi[ae]|strapp[oi]|scheggiatur[ae]|spaccatur[ae]|difett[oi]|taglio|tagli|muffa|ruggine)(?: (?:di [a-z]+|profond[oaie]|evident[ei]|su[a-z]* [a-z]+))?)(?![a-z])",
    ),
    phrase(
      "\\b(?<v>arrivat[oaie] (?:in )?(?:ner[oaie]|bianc[oa]|ross[oaie]|blu|verd[ei]|giall[oaie]|grigi[oae]?|rosa|beige|marron[ei]|azzurr[oaie]|viola))(?![a-z])",
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
  ownAction:
    /\|(?:ancora )?(?:non|nn) (?:(?:mi|ci|vi|lo|la|li|le|ne|l'|me|m'|ce|c'|si) ?){0,2}(?:ho|abbiamo|avevo|avevamo|sono\b|eravamo|ero|[a-z]{2,}(?:o|iamo)\b)/,
  ownTrouble:
    /\b(?:ricev|ricevut|avut[oaie]? (?:risposta|notizi|nessun)|trov|riesc|riusc|posso|possiamo|vedo|vediamo|vist[oaie]|sento|leggo (?:nulla|niente)|accedo|entro|arriv|giunt|pervenut|spedit|consegnat|partit|rimborsat|stat[oaie]|passat|nulla|niente|nessun|sono (?:la|il|lo|le|i|quell|ugual|compres|inclus|com)|funzion|accend|chiud|corrispond|aggiorn)/,
  ends: words(
    "ma e ed o perche pero quindi quando da dal dalla per piu grazie anche se che ancora oggi ieri mentre dopo ormai nonostante come quanto con invece cosi ne neanche potete posso vorrei chiedo dato visto ordine",
  ),
  harmless:
    /\b(?:spero|speriamo|non (?:e'? )?(?:rott|danneggiat)[oa]|in perfette condizioni|perfettamente integr[oa]|tutto (?:ok|bene|perfetto)|per evitare|colpa mia|ho sbagliato|abbiamo sbagliato)\b/,
};
