import { italianColor, italianNumber } from "./italian-words.ts";
import { type Lexicon, phrase } from "./lexicon.ts";

const view = "(?:fot[oi]|fotografi[ae]|immagin[ei]|scatt[oi]|video|screenshot)";
const want =
  "\\b(?:vorrei|voglio|vorremmo|vogliamo|desidero|desidererei|desideriamo|preferirei|preferisco|chiedo|chiediamo|richiedo|esigo|pretendo|mi serve|aspetto|attendo|gradirei|posso (?:avere|chiedere|ricevere|ottenere)|potrei (?:avere|chiedere|ricevere|ottenere)|potete (?:farmi|fare|inviarmi|mandarmi|darmi|procedere con)|potreste (?:farmi|fare|inviarmi|mandarmi|darmi)|procedere con|procedete con|mandatemi|inviatemi|fatemi|datemi|mi mandate|mi fate|avere|ottenere|richiedere|chiedere|ricevere|meglio|fare)";
const outcome =
  "(?:rimborso(?: (?:completo|totale|parziale|integrale|immediato|dell'intero ordine))?|sostituzione|cambio(?: (?:taglia|merce|colore|di taglia))?|(?:uno )?sconto|buono(?: sconto| acquisto)?|(?:i (?:miei )?)?soldi indietro|riparazione(?: in garanzia)?|reso|(?:la |il )?(?:taglia|misura|prodotto|pezzo|articolo|modello|colore) (?:giust[oa]|corrett[oa])|(?:un )?(?:pezzo|prodotto) (?:nuovo|di ricambio|sostitutivo)|(?:un'altr[oa]|un altro|una nuova|un nuovo|uno nuovo|una altra)(?: [a-z]{3,15})?|nuova spedizione|credito)";
const doing =
  "(?:(?:essere |venire )?rimborsat[oaie]|rimborsar(?:mi|e|melo|mela|ci)|sostituir(?:lo|la|e|li|le|melo|mela)(?: (?:il|la|lo) [a-z]{3,15})?|cambiar(?:lo|la|e|li|le|melo)(?: (?:taglia|colore|misura))?|annullar(?:lo|e|la|li)|(?:rendere|restituir(?:e|lo|la|li|le)|rimandar(?:e|lo|la|velo))|disdire|riavere (?:i (?:miei )?)?soldi(?: indietro)?|rispedir(?:e|lo|la|melo)|riparar(?:e|lo|la)|tener(?:e|lo|la)|fare (?:il |un )?reso|(?:rimborsatemi|sostituitel[oa]|cambiatel[oa]|annullatel[oiae]|annullate|annullare|rimborsate(?:mi)?|annullamento(?: dell'ordine)?|rispeditel[oa]|rimandatemel[oa]))";
const relation =
  "(?:mamma|madre|papa|babbo|padre|genitori|sorell(?:a|ina)|sorelle|fratell(?:o|ino)|moglie|marito|compagn[oa]|fidanzat[oa]|ragazz[oa]|figli[oaie]?|nipot(?:e|i|ino|ina)|nonn[oaie]|zi[oa]|cugin[oaie]|amic[oai]|amici|vicini|colleghi|suoceri|zii|collega|capo|vicin[oa]|maestra|suocer[oa]|cognat[oa]|bimb[oa]|bambin[oaie]|figlioccia|padrino|migliore amic[oa])";
const name = "[a-z][a-z'-]{1,24}(?: [a-z][a-z'-]{1,24}){0,2}";

export const italianPhrases: Lexicon["phrases"] = {
  damageExtent: [
    phrase(
      "\\b(?<v>(?:completamente|totalmente|leggermente|del tutto|gravemente|interamente|parzialmente) (?!divers|soddisfatt|insoddisfatt|sbagliat|content|gratuit|delus)[a-z]{3,}(?:at|it|ut|tt|lt|rt|s|nt)[oaie])(?![a-z])",
    ),
    phrase(
      "\\b(?<v>(?:di |circa |quasi |almeno ){0,2}\\d{1,2}(?:[.,]\\d)? ?(?:cm|mm|centimetri|millimetri))(?= ?[.;!)]|$| di (?:crepa|graffio|taglio|strappo))",
    ),
    phrase(
      "\\b(?<v>(?:meta|alcun[ie]|tutt[ie]|molt[ie]) (?:dell[ae]|dei|degli|di) ?[a-z]+ (?:sono|e'?|erano|arrivat[ei]) (?:rott|scheggiat|crepat|danneggiat|graffiat|ammaccat)[oaie])(?![a-z])",
    ),
    phrase(
      "\\b(?<v>(?:[a-z]+ )?(?:grande|grossa?|larga?|lunga?|piccola?) (?:quanto|come) (?:un|una|un'|il|la|l')? ?[a-z]+)(?= ?(?:[.,!?;)\\n]|$)| e| sul| nel| al)",
    ),
    phrase(
      "\\b(?<v>(?:(?:crep[ae]|graffi[oi]?|strapp[oi]|tagli[oi]?) )?(?:lungo tutt[oa] (?:il|la|lo|l')? ?[a-z]+|da (?:parte a parte|un lato all'altro|cima a fondo)|su tutt[oa] (?:il|la|lo|l')? ?[a-z]+|in (?:due|tre|piu|vari|diversi) punti|da entrambi i lati|su entrambi i lati))(?= ?(?:[.,!?;)\\n]|$)| e| ma)",
    ),
    phrase(
      "\\b(?<v>(?:un[oa]? )?(?:piccol[oa] |grossa |lung[oa] |profond[oa] )?(?:crepa|graffio|buco|macchia|strappo|ammaccatura|taglio|scheggiatura|spaccatura) (?:di|da|lung[oa]|larg[oa]) (?:circa )?\\d{1,3} ?(?:cm|mm|centimetri)(?: [a-z]+ [a-z]+)?)(?![a-z])",
    ),
    phrase(
      "\\b(?<v>(?:completamente|totalmente|leggermente|del tutto|gravemente) (?:rott[oaie]|danneggiat[oaie]|crepat[oaie]|frantumat[oaie]|graffiat[oaie]|ammaccat[oaie]|distrutt[oaie]|schiacciat[oaie]|inutilizzabil[ei])|inutilizzabil[ei]|in (?:mille|tanti|due|tre|mille mila) pezzi|crepat[oa] da [a-z' ]{3,25})(?![a-z])",
    ),
    phrase(
      "\\b(?<v>(?:solo )?un[oa]? (?:piccol[oa]|grossa|grande|lung[oa]|profond[oa]) (?:crepa|graffio|buco|macchia|strappo|ammaccatura|taglio|scheggiatura) (?:sul|sulla|sullo|nel|nella|lungo|su|vicino al|vicino alla) ?[a-z']+(?: [a-z]+)?)(?![a-z])",
    ),
    phrase(
      "\\b(?<v>(?:un[oa]|due|tre|quattro|\\d{1,2}) (?:[a-z]{3,12} )?su (?:due|tre|quattro|cinque|sei|\\d{1,2})(?: (?:sono|e|era|erano|arrivat[ei]))? (?:rott[oaie]|crepat[oaie]|scheggiat[oaie]))(?![a-z])",
    ),
  ],
  wantedOutcome: [
    phrase("\\b(?:uno|qualche|un piccolo) (?<v>sconto)(?![a-z])(?! (?:del|di|sul|per (?:il|la|i|le)|se|valid|non))"),
    phrase(
      "\\b(?<v>(?:mandate|inviate|spedite|mandi|invii|mandare|spedire|inviare) (?:un[oa]? |due |tre |il |la |le |i |\\d )?[a-z]+ (?:nuov|mancant|giust|corrett|integr|san)[oaie])(?![a-z])",
    ),
    phrase("\\b(?:preferisco|preferirei|voglio|rivoglio|vorrei|rivorrei) (?<v>i (?:miei )?soldi|il denaro)(?! (?:indietro))"),
    phrase(
      "\\b(?:potete|potreste|puo|potrebbe|riuscite a|mi) (?<v>(?:mandar|spedir|inviar|recapitar)(?:la|lo|le|li|ne un[oa]?|mel[oaie]|mene un[oa]?)|ripararl[oaie]|aggiustarl[oaie]|sostituirl[oaie])(?![a-z])",
    ),
    phrase(
      "(?:^|[.,;!\\n] ?|\\b(?:o|e|quindi|allora) )(?<v>(?:lo|la|li|le|ve l[oaie]) (?:cambio|restituisco|rendo|rimando(?: indietro)?|riporto))(?= ?(?:[.,!?;)\\n]|$)| con| per| in)",
    ),
    phrase("\\b(?<v>annullate tutt[oaie])(?![a-z])"),
    phrase(
      "\\b(?<v>(?:ri)?(?:dat|mandat|spedit|inviat|restituit|rimborsat|sostituit|cambiat|annullat|rispedit|rimandat|riparat|consegnat)e(?:mi|ci|lo|la|li|le|mene|melo|mela|celo|cela)(?: (?:i (?:miei )?soldi|il denaro|tutto|l'importo|la somma|indietro|un[oa]? [a-z]+(?: [a-z]+)?|un'[a-z]+(?: [a-z]+)?|(?:il|la|i|le|gli) [a-z]+(?: (?:mancant[ei]|giust[oaie]|corrett[oaie]|nuov[oaie]|rott[oaie]))?))?)(?<!mandatemi (?:la|il) (?:fattura|tracking|conferma|ricevuta|link|codice|email|mail))(?= ?(?:[.,!?;)\\n]|$)| e| o| che| per| al| subito| grazie| anche| se| quanto| l'ordine)",
    ),
    phrase(
      "\\b(?<v>(?:spedir|mandar|inviar|riceve?r|aver|recapitar)(?:e|mi|ci|mene|melo|mela)? (?:(?:il|la|i|le|gli|un|una|uno|un'|l') ?)?(?:[a-z]+ )?(?:mancant[ei]|giust[oaie]|corrett[oaie]|nuov[oaie]|sostitutiv[oaie]|di ricambio|altr[oaie])(?: [a-z]+)?)(?= ?(?:[.,!?;)\\n]|$)| e| o| al| per| invece)",
    ),
    phrase(
      "(?<!(?:mio|suo|vostro|ancora il|atteso il|ricevuto il|politica di|modulo di|dov'e il|tempi (?:di|del)) )\\b(?:un|una|o|oppure|o il|o la|bene|bene il|solo|voglio|vorrei|chiedo|meglio|meglio il|procedere con il|diritto al) ?(?<v>(?:rimborso|sostituzione|cambio(?! (?:idea|di))|riparazione|reso|risarcimento|indennizzo)(?: (?:completo|totale|parziale|integrale|immediato|del prezzo|dell'importo|in garanzia))?)(?= ?(?:[.,!?;)\\n]|$)| e| o| per favore| grazie| se| della| del| dell'| con| subito| quanto)(?! (?:non|e|e'?) (?:arriv|stat|promess|gratuit))",
    ),
    phrase(
      "\\b(?:come|dove|si puo|puo|posso|vorrei|voglio|potrei|se|possibile|allora|intendo|preferirei|preferisco|vorremmo|quindi) ?(?:lo |la |li |le |ve lo |ve la |ve li |ve le |farmi |farlo )?(?:posso |possiamo |devo |faccio a )?(?<v>(?:lo |la |li |le |ve lo |ve la )?(?:rendo|restituisco|rimando(?: indietro)?|annullo|cambio|riconsegno|cambiar(?:e|lo|la|li|le)|sostituir(?:e|lo|la|li|le)|render(?:e|lo|la|li|le)|restituir(?:e|lo|la|li|le)|rimandar(?:e|lo|la|velo|vela)(?: indietro)?|annullar(?:e|lo)|riparar(?:e|lo|la)|rimborsar(?:e|mi)|riavere (?:i soldi|i miei soldi|il denaro)))(?! (?:l')?(?:indirizzo|il numero|la data|il corriere|la mail|email))(?= ?(?:[.,!?;)\\n]|$)| e| o| per| con| l'| il| la| i| le| gli| perche| in| questo| questa| tutto)",
    ),
    phrase(
      `${want} (?:(?:solo|subito|direttamente|semplicemente|pertanto|quindi|almeno|invece|piuttosto) )?(?:il|un|la|una|uno|l'|al|i|del)? ?(?<v>${outcome})\\b`,
    ),
    phrase(
      `\\b(?:vorrei|voglio|vorremmo|desidero|preferirei|preferisco|posso|potrei|potete|potreste|chiedo di|vi prego di|prego|e possibile|come (?:posso|faccio (?:a|per))|per favore|intendo|pensavo di|gentilmente|da|bisogno di|richiedo (?:l'|la|il)?) ?(?:anche |solo |quindi |per favore |gentilmente )?(?<v>${doing})`,
    ),
    phrase("(?:^|[,.:;-] )(?<v>rimborso|cambio|sostituzione|reso)(?=\\s?\\?)"),
    phrase(`${want} (?:solo |soltanto )?(?<v>un(?:'|a |o | )[a-z]+ nuov[oa])(?![a-z])`),
    phrase("\\b(?<v>rimborsatemi|annullatel[oiae]|sostituitel[oa]|cambiatel[oa]|annullate)(?![a-z])"),
    phrase(
      "\\b(?:va bene|ok|accetto|d'accordo per|scelgo|opto per) (?:il |la |l'|un |lo )?(?<v>rimborso|cambio|sostituzione|buono|sconto|reso)(?![a-z])",
    ),
    phrase(
      "\\b(?<v>rimborsatemi|sostituitel[oa]|annullatel[oa]|annullate (?:l'|il mio )?ordine|rimborso|sostituzione) (?:per favore|grazie|subito|immediatamente|o niente)",
    ),
  ],
  tried: [
    phrase(
      "(?:^|[.,;!?\\n] ?|\\b(?:ho|abbiamo|l'ho|li ho|le ho)(?: gia| anche| pure){0,2} )(?<v>(?:fatto|eseguito) (?:il |un |una |la )?(?:reset|riavvio|aggiornamento|prova|ripristino|pulizia)(?: [a-z' -]{2,40})?|(?:provat[oaie](?! (?:a|ad|di|con)\\b)|strett[oai]|staccat[oai]|tenut[oai] premut[oai]|mess[oaie] (?:in carica|pile|batterie)|usat[oai] (?:un altr|un'altr)[oa]|cambiat[oai]|resettat[oai]|riavviat[oai])(?: [a-z0-9' -]{3,60}))",
    ),
    phrase("\\b(?:ho|abbiamo)(?: gia| anche| pure| inoltre){0,2} (?:provato|tentato) (?:a |di |ad |con )?(?<v>[a-z0-9' -]{4,60})"),
    phrase(
      "\\b(?:ho|abbiamo|l'ho|li ho|le ho)(?: gia| anche| pure){0,2} (?<v>(?:riavviat[oaie]|resettat[oaie]|ricaricat[oaie]|staccat[oaie]|cambiat[oaie] (?:le|la|il|presa|cavo|batterie)|pulit[oaie]|reinstallat[oaie]|aggiornat[oaie]|controllat[oaie] (?:il|la|i|le|dai|anche)|chiest[oa] (?:a|al|ai)|lavat[oaie]|spent[oaie]|formattat[oaie]|sostituit[oaie]|lasciat[oaie] [a-z]+|svitat[oaie]|strett[oaie]|montat[oaie]|smontat[oaie]|incollat[oaie]|letto il)(?: [a-z0-9' -]{3,50})?)",
    ),
  ],
  photoOfPackaging: [
    phrase(
      `\\b${view}[^.!?\\n]{0,60}?(?:,| e|&) (?<v>(?:anche |quell[ae] )?(?:del|della|dell'|con)? ?(?:la |il |lo |l')?(?:scatola|imballo|imballaggio|confezione|cartone|scatolone))(?![a-z])`,
    ),
    phrase(
      `\\b(?<v>(?:(?:in )?(?:alleg(?:o|at[aeio]|hiamo)|mando|invio) (?:[a-z]{1,10} ){0,3})?${view} (?:anche )?(?:del|della|dello|dell'|con) ?(?:la |il |lo |l')?(?:scatol[ae]|imballo|imballaggio|confezione|pacco|cartone|scatolone)(?: (?:in allegato|allegat[ae]))?)(?![a-z])`,
    ),
    phrase(
      `\\b${view} [a-z' ]{3,30} e (?<v>(?:quell[ae] )?(?:del|della|dell') ?(?:scatola|imballo|imballaggio|confezione|pacco|cartone))(?![a-z])`,
    ),
  ],
  photoOfLabel: [
    phrase(
      `\\b${view}[^.!?\\n]{0,60}?(?:,| e|&) (?<v>(?:anche |quell[ae] )?(?:del|della|dell'|con)? ?(?:l'|la )?(?:etichetta|targhetta|lettera di vettura))(?![a-z])`,
    ),
    phrase(
      `\\b(?<v>(?:nell[ae] |in |su )?(?:[a-z]+ )?${view} (?:si vede|c'e'?|con|mostra|si legge|dove si vede) (?:anche )?(?:l'|la )?(?:etichett[ae]|targhetta|lettera di vettura))(?![a-z])`,
    ),
    phrase(
      `\\b(?<v>(?:(?:in )?(?:alleg(?:o|at[aeio]|hiamo)|mando|invio) (?:[a-z]{1,10} ){0,3})?${view} (?:anche )?(?:dell'|della|con l'|delle) ?(?:etichett[ae]|targhetta|lettera di vettura)(?: (?:in allegato|allegat[ae]))?)(?![a-z])`,
    ),
    phrase(`\\b${view} [a-z' ]{3,30} e (?<v>(?:quell[ae] )?dell'etichetta)(?![a-z])`),
  ],
  photoOfItem: [
    phrase(
      `\\b(?<v>(?:(?:vi |ti |le )?(?:ho |abbiamo )?(?:fatto|scattato|fatte|scattate|caricat[oaei]|girat[oaei]|giro|invio|mando|inoltro|condivido|metto|aggiungo))(?: (?:un[oa]?|due|tre|qualche|alcune|delle|la|le|i|\\d|anche|qui))*? ${view})(?= ?(?:[.,!?;)\\n]|$)| e| con| per| da| se| qui| a| del| dell| in| che)(?! (?:del|della|dell') ?(?:scatola|pacco|imballo|etichetta|confezione|cartone))`,
    ),
    phrase(`\\b(?<v>${view} (?:qui |in |a )?(?:sotto|sopra|allegat[aei]|seguito|in calce|qui))(?![a-z])`),
    phrase(
      `\\b(?<v>${view} (?:del |della |dello |dell'|dei |delle )[a-z]+(?: (?:rott[oaie]|danneggiat[oaie]|difettos[oaie]))?(?: in allegato| allegat[aei])?)(?= |[.,!?;)]|$)`,
    ),
    phrase(
      `\\b(?<v>(?:(?:in )?alleg(?:o|at[aeio]|hiamo)|ecco|vi (?:mando|invio|allego|ho mandato)|mando|invio|ho (?:allegato|inviato|mandato)|trovate|unisco|guardate|in allegato) (?:[a-z]{1,10} ){0,3}?${view})`,
    ),
    phrase(`\\b(?<v>${view} (?:in allegato|allegat[aei]|qui sotto|qui di seguito))`),
    phrase("\\b(?<v>in allegato|vedi allegat[oi]|come da (?:foto|allegat[oi])|vedi foto)"),
  ],
  returnReason: [
    phrase(
      "\\b(?<v>(?:mi |gli |le |ci )(?:va|vanno|sta|stanno|viene|vengono) (?:un po' |molto |davvero )?(?:piccol|grand|larg|strett|cort|lung)[a-z]{1,3})(?![a-z])",
    ),
    phrase(
      "\\b(?<v>(?:(?:mi |gli |le )?(?:sta|stanno|va|vanno|e'?|sono|calzano|veste) )?(?:un po'? |decisamente |davvero )?tropp[oa] (?:piccol[oaie]|grand[ei]|larg[oaieh]{1,2}|strett[oaie]|cort[oaie]|lung[oaieh]{1,2}|pesant[ei]|sottil[ei]|scur[oaie]|chiar[oaie]|alt[oaie]|bass[oaie]|rumoros[oaie]|ingombrant[ei])|non (?:mi |gli |le )(?:va|sta|vanno|stanno|entra|entrano|calza)(?: (?:bene|per niente|proprio))?(?= |[.,!?;]|$)|(?:ho )?cambiato idea|non (?:mi |le |gli |ci )?(?:piace|piacciono|convince)(?: (?:il [a-z]{3,10}|per niente|piu|affatto|molto))?|non (?:e'? )?(?:come (?:descritt[oa]|in foto|nella foto|da foto)|conforme(?: alla descrizione)?)|divers[oaie] (?:dalla|dalle|da) (?:foto|descrizione|come)(?: [a-z]{4,12})?|(?:ordinato|comprato|preso) per (?:sbaglio|errore)|sbagliat[oa] (?:taglia|misura|colore)|ho sbagliato (?:taglia|misura|colore|modello|ordine)|non mi (?:serve|servono|occorre) piu|trovat[oa] a meno|qualita (?:scadente|pessima|bassa|scarsa)|non fa per me|vestono (?:piccol[oaie]|grand[ei])|veste (?:piccol[oaie]|grand[ei]))",
    ),
  ],
  size: [
    phrase(
      "\\b(?:vorrei|serve|volevo|prendere|cambio con|cambiarl[oaie] con|porto|con) (?:la|il|una|un|l')? ?(?<v>(?:3[4-9]|4\\d|5[0-8])(?:[.,]5)?|xs|s|m|l|xl|xxl|xxxl)(?= ?(?:[.,!?;)\\n]|$)| invece| al posto| e| grazie| per| ma)",
    ),
    phrase(
      "\\b(?:taglia|taglie|misura|numero di scarpe|tg|tg\\.|mis\\.|numero|n\\.) ?(?:e |era |la |una |il |un |: ?|in |di |scarpe )?(?:la |una |il )?(?<v>(?:eu |uk )?(?:\\d{2}(?:[.,]5)?(?:[/-]\\d{2})?|xxs|xs|s/m|m/l|s|m|l|xl|xxl|xxxl|[2345]xl|small|medium|large|unica))(?![a-z0-9/])",
    ),
    phrase(
      "\\b(?:una|la|in|alla|con la|per una|per la) (?<v>xs|s|m|l|xl|xxl|xxxl|[2345]xl|4[0-9]|3[4-9])(?=[.,!?;)]|$| (?:invece|al posto|ma|e|per favore|anziche|non))",
    ),
    phrase("\\b(?:il|un) (?<v>(?:3[4-9]|4[0-8])(?:[.,]5)?)(?=[.,!?;)]|$| (?:invece|al posto|ma|per favore|anziche|non|mi|e))"),
    phrase("\\b(?<v>\\d{2,3} ?x ?\\d{2,3}(?: ?x ?\\d{2,3})?(?: ?cm)?)\\b"),
  ],
  color: [
    phrase(`\\b(?:versione|variante|model+o|tonalita|tinta) (?<v>${italianColor})(?![a-z])`),
    phrase(
      `\\b(?:in|colore|di colore|color|ordinat[oaie]|scelt[oaie]|quell[oa]|volevo|l'ho (?:preso|ordinato)|volevo (?:il|la)|in color|richiest[oaie]) (?:il |la |quell[oaie] |colore )?(?<v>${italianColor})(?=[.,!?;)\\n]| (?:e|ma|non|invece|anziche|al posto|grazie|per|come|o|mentre|quando|che|taglia)|\\s*[^a-z\\s]*$)`,
    ),
  ],
  paymentMethod: [
    phrase(
      "\\b(?:usato|usando|utilizzato|con|dalla|sulla|addebitato (?:su|sulla)) (?:la |mia |la mia )?(?<v>carta(?: (?!di\\b|da\\b|regalo\\b|e\\b|ma\\b|per\\b|non\\b)[a-z]{3,12}| di credito| di debito| regalo| prepagata)?)(?= ?(?:[.,!?;)\\n]|$)| e| ma| per| al)",
    ),
    phrase(
      "(?:^|[.!?,;\\n] ?|\\b(?:ma|e|su) )(?<v>(?!corriere|banca|negozio|voi|loro|qualcuno)[a-z]{4,14}) (?:mi )?(?:ha|hanno) (?:gia )?(?:preso|addebitato|scalato|prelevato) ",
    ),
    phrase(
      "\\b(?:pagat[oaie]|pagare|pago|pagamento|pagando|saldato)(?: (?:tutto|gia|l'ordine|subito|anticipatamente|online|effettuato|fatto|stato|l'importo|e'?|[a-z]{2,10})){0,2} (?:con|in|tramite|via|alla|mediante|a|al) (?:la |il |mia |una )?(?<v>(?:carta(?: (?:di credito|di debito|prepagata))?|bonifico(?: bancario)?|contrassegno|contanti|bancomat|consegna|buono regalo|[a-z]{4,14}(?: pay)?))\\b",
    ),
    phrase("\\b(?<v>alla consegna,? in contanti|in contanti alla consegna)(?![a-z])"),
    phrase("\\b(?<v>contrassegno|bonifico(?: bancario)?|carta di (?:credito|debito)|carta prepagata)\\b"),
  ],
  giftRecipient: [
    phrase(
      `\\b(?:regalo|regalino|regalare|pensierino|pensiero|sorpresa|compleanno|cadeau|destinat[oa]|comprat[oaie]|pres[oaie])(?: (?:un |di natale|di compleanno|[a-z]{2,12})){0,2} (?:per|x|a|al|alla|di) ?(?<v>(?:(?:la |il |i |le |l')?(?:mia |mio |miei |mie |nostra |nostro |sua |suo |una |un |un'|nostri )?)${relation}(?: (?:di mi[oa] [a-z]+|maggiore|minore|piccol[oa]))?)(?=[ .,!?;)\\n]|$)`,
    ),
    phrase(
      `\\b(?:e'?|era|sono|erano) (?:per|x) (?<v>(?:la |il |i |le )?(?:mia |mio |miei |mie |nostra |nostro |una |un |un')?${relation})(?=[ .,!?;)\\n]|$)`,
    ),
  ],
  language: [
    phrase(
      "\\b(?:in|parlo|capisco|parla|parlo meglio|lingua|preferisco l'|parlo solo|rispondermi in|scrivo in) ?(?:solo |l')?(?<v>italiano|inglese|tedesco|francese|spagnolo|rumeno|romeno|ucraino|russo|albanese)(?= |[.,!?;)]|$)",
    ),
  ],
  carrier: [
    phrase(
      "\\b(?:corriere|spedizioniere|vettore)(?: (?:e|era|espresso|di))?:? (?<v>[a-z][a-z0-9]{1,14}(?: (?:express|italiane|corriere))?)\\b",
    ),
    phrase(
      "\\b(?:spedit[oaie]|inviat[oaie]|consegnat[oaie]|consegna|spedizione|affidat[oa])(?: (?:il pacco|e|tutto))? (?:con|tramite|via|affidata a|affidato a) (?<v>[a-z][a-z0-9]{1,14}(?: (?:express|corriere|italiane))?)\\b",
    ),
  ],
  pickupPoint: [
    phrase(
      "\\b(?:ritirar(?:e|lo|la)|prender(?:e|lo|la)|passo|passare|vengo|venire)(?: [a-z]+){0,2} (?:in|al|nel|presso il|dal|nel vostro|al vostro) (?<v>(?:negozio|punto vendita|showroom|magazzino) (?:di|a|in) [a-z0-9 .'-]{2,25})(?= ?(?:[.,!?;)\\n]|$))",
    ),
    phrase("\\b(?<!che )(?<v>punto (?!vista|vendita|esclamativ)[a-z]{4,12} (?:di|in) [a-z0-9][a-z0-9 .'-]{2,40})"),
    phrase(
      "\\b(?:punto di (?:ritiro|consegna)|punto ritiro|locker|armadietto|pick-?up point|fermo ?deposito|edicola)(?: (?:presso|in|di|a|al|alla|da|del|della|il|e'?))?:? (?<v>[a-z0-9][a-z0-9 .'-]{2,50})",
    ),
    phrase(
      "\\b(?:ritir(?:o|are|ato|arlo|arla)|consegn(?:a|are|ato) presso)(?: (?:il pacco|lo|la))? (?:presso|da|al|alla) (?:il |la |l'|lo )?(?<v>(?:tabaccheria|edicola|bar|cartoleria|ufficio postale|negozio|supermercato|libreria)[a-z0-9 .'-]{3,40})",
    ),
    phrase(
      "\\b(?<v>(?!mail|in|drop|tool|lunch|letter|x|out|gift|post|music)[a-z]{2,8}box (?:di |in |al |del |presso )?(?!e\\b|e'|ma\\b|era\\b|che\\b|non\\b|pieno\\b|con\\b|per\\b)[a-z0-9][a-z0-9 .'-]{2,40})",
    ),
  ],
  name: [
    phrase(
      `\\bnome(?: (?:giusto|corretto|sul|sull'|del|dell'|pacco|ordine|citofono|campanello|destinatario|intestatario|sulla|porta|e|cognome)){0,4} ?(?:e'?|sarebbe|dovrebbe essere|:|era)(?<strong>) (?<v>${name})`,
    ),
    phrase(
      `\\b(?:salve|ciao|buongiorno|buonasera|buon giorno|buona sera),? ?(?:qui|sono|sn|mi presento,? sono)(?<strong>) (?<v>${name})(?=,|\\.|!| ho| e | vi|$|\\n)`,
    ),
    phrase(`(?:^|[.!?\\n,] ?)(?:qui|parla|al telefono) (?<v>${name})(?=[,.! ]|$)`),
    phrase(
      `\\b(?:mi chiamo|il mio nome(?: e'?)?:?|nome e cognome:?|intestat[oaie] a|(?:a|al) nome(?: di)?:?|sono il signor|sono la signora|destinatari[oa](?: e'?)?:?)(?<strong>) (?<v>${name})`,
    ),
    phrase(`\\b(?:salve|ciao|buongiorno|buonasera),? (?:sono|sn)(?<strong>) (?<v>${name})`),
    phrase(`\\b(?:sn)(?<strong>) (?<v>${name})(?=[ .!]*$)`),
    phrase(`\\b(?:sono) (?<v>${name})`),
  ],
  quantity: [
    phrase("\\b(?:quantita|qta|q\\.ta|pezzi)(?: ?:| di)? ?(?<v>\\d{1,3})\\b"),
    phrase(
      `\\b(?<v>${italianNumber.replace("|un|una|uno|", "|").replace("|un paio di", "")}) ?(?:pezzi|pz|confezioni|copie|paia|paio|articoli|unita)\\b`,
    ),
    phrase(
      "\\b(?:ordinati|ordinate|comprati|comprate|acquistati|presi|prese|ne ho (?:ordinati|ordinate|presi|prese|acquistati|comprati)|ne (?:volevo|voglio|vorrei)) (?<v>due|tre|quattro|cinque|sei|sette|otto|dieci|\\d{1,2})(?=[ .,!?;]|$)(?! (?:volte|giorni|settimane|mesi|ore))",
    ),
    phrase("\\bx ?(?<v>\\d{1,2})\\b(?! ?(?:x|cm))"),
    phrase("\\b(?<v>\\d{1,2}) ?x\\b(?! ?\\d)"),
  ],
};
