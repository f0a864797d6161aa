import type { Lexicon } from "./lexicon.ts";

const goods =
  "(?:prodott[oi]|articol[oi]|oggett[oi]|pezz[oi]|capo|capi|bene|merce|tazz[ae]|scarp[ae]|vas[oi]|lampad[ae]|magli[ae]|bicchier[ei]|piatt[oi])";
const trouble = "(?:problem[ai]|difett[oi]|guast[oi]|inconvenient[ei]|anomali[ae]|malfunzionament[oi]|errore)";

const color =
  "(?:bianc(?:o|a|hi|he)|ner[oaie]|ross[oaie]|blu|verd[ei]|giall[oaie]|grigi[oae]?|ros(?:a|e)|beige|panna|marron[ei]?|azzurr[oaie]|viola|arancion[ei]|celest[ei]|bordeaux|crema|sabbia|antracite|turchese|fucsia|dorat[oaie]|argentat[oaie]|lilla|chiar[oaie]|scur[oaie])";
const letterSize = "(?:xxs|xs|s|m|l(?!')|xl|xxl|[345]\\d)";
/** What sets things right, when named as one of two. */
const remedy =
  "(?:rimbors\\w{1,7}|sostitu\\w{1,8}|cambi(?:o|arl[oaie]|are|amo)|ripar\\w{2,9}|buono|voucher|credito|storn\\w{1,4}|soldi(?: indietro)?|accredit\\w{1,3}|riaccredit\\w{1,4}|riparazione)";
const carries =
  "(?:spedi\\w{0,5}|rispedi\\w{0,5}|invi\\w{0,5}|mand\\w{0,5}|rimand\\w{0,5}|consegn\\w{0,6}|recapit\\w{0,6}|port\\w{0,5}|trasport\\w{0,5})";
const arrived =
  "(?:arrivat[oaie]|consegnat[oaie]|ricevut[oaie]|ritirat[oaie]|recapitat[oaie]|pervenut[oaie]|previst[oaie]|promess[oaie]|(?:dovev|sarebbe dov|avrebbe dov|dovut)\\w{1,4} (?:arriv|riceve|esser)\\w{1,5})";
const bought = "(?:ordinat|acquistat|comprat|pres|scelt|pagat)[oaie]";

/** Questions that name nothing in Italian. */
export const italianQuestions: Pick<Lexicon, "questions"> = {
  questions: {
    trackingNumber: [
      "(?:corrier|vettore|spedizionier|raccomandat|spedit[oa]|consegnat[oa]|viaggia)\\w{0,2}[^.?]{0,40} (?:che|quale|qual e il|il) codice(?! (?:sconto|promo|fiscale|postale|cliente|articolo|prodotto|univoco|sdi|d'ordine|ordine|di avviamento|a barre|di errore|errore|coupon|di ritiro|di apertura|di sblocco))",
      "(?:che|quale|qual e il) codice (?!(?:sconto|promo|fiscale|postale|cliente|articolo|prodotto|univoco|sdi|di errore|errore|coupon|di ritiro))[^.?]{0,40}(?:corriere|spedizione|pacco|vettore)",
      "(?:che|quale) (?:tracking|numero (?:di )?spedizione)",
    ],
    orderNumber: [
      "(?:l'|il suo |il tuo |il vostro )ordine (?:(?:a|di|per) cui |in questione |che )?[^?.]{0,40}(?:qual|quale|che numero)(?! (?:prodott|articol|corrier|tagli|color|problem|indirizz))",
      `(?:qual|quale) (?:e|era|sia|sarebbe) (?:il (?:suo |tuo |vostro )?|l')ordine(?! di)`,
      "(?:che|quale) numero (?:ha|aveva|porta|e) (?:il (?:suo |tuo )?|l')ordine",

      "(?:di |a |per |su |in )?(?:quale|che|quali) (?:suo |tuo |vostro |dei suoi |dei tuoi )?(?:ordin[ei]|acquist[oi])(?: si (?:tratta|riferisce)| fa riferimento| parla| stiamo| e | ha| hai|(?= ?\\?))?",
      "(?:si tratta|parla|si riferisce|e|parliamo|stiamo parlando) (?:dell'|del suo |del tuo |all'|l')ordine (?:n(?:umero|r|\\.|°)? ?)?#?[a-z]{0,4}-?\\d+",
    ],
    item: [
      "(?:quale|quali|cosa) (?:vuole|vuoi|desidera|vorrebbe|vorresti|intende|dobbiamo) (?:restituir|render|cambiar|sostituir|rimandar)\\w{1,3}",

      `(?:qual|quale|quali) (?:e|era|sono|sarebbe|sia|erano) (?:il|l'|lo|la|i|gli|le) ?${goods}`,
      "(?:che )?cosa (?:le |ti )?(?:c'era (?:nel pacco|dentro|nell'ordine)|doveva (?:esserci|contenere|arrivare|ricevere)|non e arrivato|vuole (?:rendere|restituire|cambiare)|vorrebbe (?:rendere|restituire|cambiare)|desidera (?:rendere|restituire|cambiare)|intende (?:rendere|restituire)|deve (?:rendere|restituire))",
      `(?:quale|quali|che) (?!tagli|misur|numer|color|corrier|vettor|spedizion|ordin|e-?mail|mail|codic|indirizz|metod|carta|mezz|problem|dann|dat[ae]|giorn|nom|soluzion|motiv|lingu|quantit|prov|part)\\w{4,14} (?:ha|hai|avete|aveva|avevi|avevate) ${bought}`,
      "^(?:modello|articolo|prodotto)(?=, (?:la |il )?(?:taglia|colore|misura|quantita|numero))",

      `(?:quale|quali|che|di quale|di che|quale dei|quale degli) (?:dei |degli |suo |tuo )?${goods}`,
      "(?:che )?cosa (?:ha|hai|avete|aveva|avevi) (?:ordinato|acquistato|comprato|preso)",
      "(?:che )?cosa (?:manca|mancava|contiene|c'era nel pacco)",
      "cos(?:a )?'?(?:manca|ha ordinato|hai ordinato)",
      "quale parte dell'ordine",
    ],
    quantity: [
      `quant[ie] (?:\\w{1,14} )?(?:ne )?(?:ha|hai|avete|aveva|avevi|avevate) ${bought}`,

      "quant[ie] (?:ne |pezzi |articoli |prodotti |confezioni |unita |\\w{1,14} )(?:ha|hai|avete|sono|vuole|vuoi|desidera|erano|manca|mancano|servono|mancavano|ordinat|risultano)\\w{0,6}",
      "quanti pezzi",
      "quant[ie] (?:sono|erano|ne)(?! i giorni)",
      "quant[ie] (?!giorni|ore|volte|settimane|mesi|minuti|persone|stelle|tentativi)\\w{3,14}",
      "quant[ie](?= ?\\?)",
    ],
    carrier: [
      `(?<!(?:a|per|di) )chi (?:doveva|dovrebbe|deve|avrebbe dovuto|ha|le ha|ti ha|l'ha|gliel'ha|gliel ha|te l'ha|vi ha|si occupa|si e occupat[oa])(?: \\S{1,12}){0,3} ${carries}`,
      "(?:da|con) chi (?:e stat[oa] |le e stat[oa] |ti e stat[oa] |risulta |e |ha |era )+(?:stat[oa] )?(?:consegnat|spedit|recapitat|portat|ricevut|affidat)[oaie]",
      "(?:con|da|tramite) (?:quale|che) (?:ditta|azienda|compagnia|societa|agenzia)",

      "(?:chi|quale corriere|che corriere|quale ditta|quale azienda) (?:ha|effettua|effettuera|effettuava|deve|doveva|le ha|consegna|si occupa|ha in carico|l'ha).{0,30}(?:consegna\\w{0,5}|spedi\\w{0,5}|recapit\\w{0,5}|trasport\\w{0,5})",
      "chi (?:e|era|sarebbe) (?:il|lo) (?:corriere|spedizioniere|vettore)",
      "con chi (?:e|era|e stat[oa]|avete|hai|ha|viaggia)(?: \\w{1,10})? (?:spedit|viaggi|consegn|arriv|affidat)\\w{0,4}",
      "(?:con|da|tramite) (?:quale|che) (?:corriere|spedizioniere|vettore)",
      "(?:quale|che) corriere",
    ],
    email: [
      "(?:con|a|su|da) (?:quale|che) (?:posta|casella|indirizzo di posta|account di posta)",
      "(?:con|a|su) (?:quale|che) (?:e-?mail|mail|indirizzo (?:e-?mail|mail))",
      "(?:quale|che) (?:e-?mail|mail)",
    ],
    phone: [
      "(?:a|su|con) (?:quale|che) (?:telefono|cellulare|recapito|utenza|cell)",
      "(?:quale|che) (?:telefono|cellulare|recapito)",
      "dove (?:la|ti|vi) (?:possiamo |posso |puo )?(?:chiam|rintracci|richiam|trov)\\w{1,5}(?: al telefono| telefonicamente)",

      "(?:a|su) (?:quale|che) numero",
      "(?:quale|che) numero (?:possiamo|posso|preferisce|dobbiamo)",
      "dove (?:possiamo|posso|puo) (?:chiamar|contattar|telefonar)\\w{0,3}",
      "come (?:possiamo|puo il corriere) (?:contattar|chiamar)\\w{0,3}",
    ],
    name: [
      "intestat[oaie] (?:a|con) (?:chi|quale|che)",
      "a nome di chi|a che nome|chi (?:e|era) (?:l'intestatari[oa]|il titolare)",

      "con chi (?:parlo|ho il piacere|sto parlando)",
      "(?:a|con|sotto) (?:quale|che) nome",
      "a nome di chi",
      "come si chiama(?! il)",
      "come ti chiami",
      "chi ha (?:fatto|effettuato) l'ordine",
      "a chi e intestat[oa](?! la fattura)",
    ],
    shippingAddress: [
      `(?:dove|presso quale indirizzo) (?:lo |la |li |le |glielo |gliela |glieli |gliele |gliene |te lo |te la |te li |te le |ve lo |gli |ti |vi )?(?:devo |dobbiamo |vuole |vuoi |preferisce |preferisci |possiamo |posso |facciamo |faccio )?(?:che )?(?:lo |la |glielo |gliela |te lo |te la )?(?:${carries}|arrivare|riceverl[oaie])(?= ?[?,]| (?:il|la|lo|le|l'|i|esattamente|di preciso|questa volta|adesso|ora)(?![a-z]))`,
      "dove (?:abita|abiti|risiede|vive|vivi)",

      "(?:dove|a (?:quale|che) indirizzo|presso (?:quale|che) indirizzo|in (?:quale|che) (?:via|indirizzo)) (?:dobbiamo|devo|possiamo|posso|vuole|vuoi|desidera|preferisce|preferisci|va|andrebbe|doveva|dovremmo|deve|spediamo|lo|la|le|ti|era|volete|inviamo|mandiamo|consegniamo|e).{0,40}(?:spedi\\w{0,5}|invi\\w{0,5}|mand\\w{0,5}|consegn\\w{0,6}|recapit\\w{0,6}|arriv\\w{0,5}|riceve\\w{0,5}|rispedi\\w{0,5}|portar\\w{0,3})",
      "dove (?:glielo|te lo|ve lo|lo) (?:spediamo|inviamo|mandiamo|consegniamo)",
      "(?:quale|che|qual e l'|a quale|a che) ?indirizzo(?! (?:e-?mail|mail))",
      "dove (?:spediamo|inviamo|mandiamo)",
      "dove abita",
    ],
    problem: [
      "(?:che )?cosa (?:ha|avrebbe) (?:il|la|lo|l'|i|le) ?(?!ordin)[a-z]{3,14}(?= ?\\?)",
      "in (?:che )?cosa consiste",

      "(?:che )?cosa fa(?= ?[?.]| di preciso| esattamente| quando|$)",

      "(?:che )?cos(?:a|') ?(?:non (?:andava|funzionava|funziona|va)|(?:le|ti|gli) (?:fa|da|succede|capita)|presenta|riporta)",
      "(?:che|quale|quali) (?:disagio|disservizio|inconvenient[ei]|imprevisto|intopp[oi]|disguid[oi])",
      "(?:che )?cosa (?:e|sarebbe|era) (?:capitato|successo|accaduto)(?: (?:al|alla|ai|alle|con|di))?",

      "(?:che )?cosa (?:e |sia )?andat[oa] (?:storto|male)",
      "(?:che )?cosa (?:e|le e|ti e|vi e|gli e)? ?(?:successo|accaduto|capitato)",
      "(?:che )?cosa (?:succede|accade|compare|le compare|vede)(?: \\w{1,8})? (?:quando|se|esattamente)",
      "(?:che )?cos(?:a)?(?:'| )?(?:e|c'e|ha)? ?(?:che )?non (?:va|funziona)",
      "cos'(?:e|ha) (?:successo|accaduto|di rotto|che)",
      `(?:che|quale|qual e il|qual e esattamente il|quali) (?:tipo di |suo |tuo )?${trouble}`,
      "(?:che|cosa) (?:succede|riscontra|riscontri)",
      "in che senso",
      "(?:in che modo|come) (?:si manifesta|e (?:rotto|rotta|danneggiat[oa]|difettos[oa]|arrivat[oa]))",
      "(?:e|era) (?:arrivat[oa]|giunt[oa]) (?:rott[oa]|danneggiat[oa])",
    ],
    since: [
      "(?:da|in) (?:che|quale) (?:momento|giorno|data|periodo) (?:ha|hai|e|si|non|il|la|le)",
      "(?:e|succede|capita|lo fa) da (?:tanto|molto|parecchio|poco|diverso)(?: tempo)?",

      "da quand'e(?: che)?",
      "a quando risale(?! (?:la consegna|l'ordine|l'acquisto|l'arrivo))",
      "(?:da|per) quant[ie] (?:giorni|settimane|mesi|ore|anni)",
      "(?:quando|in che momento) (?:se n'e|se ne e|te ne sei|ve ne siete|se n e) accort[oaie]",
      "in che (?:data|giorno|momento) (?:e |si e |ha |hai )(?:success|verificat|rott|iniziat|accadut|comparso|notat|smess)\\w{0,2}",

      "(?<!(?:decorre|decorrono|parte|valid[oa]|vale|contano|conta|scatta|inizia) )da quando(?! (?:e uscit|ricev|avra|il nuovo|la nuova|l'ordine|siamo|abbiamo|ci siamo))",
      "da quanto(?: tempo)?",
      "quando (?:e|ha|hai|si|avete|le|ti|vi)(?: e)? ?(?:iniziato|cominciato|successo|comparso|accaduto|apparso|notato|notata|rotto|rotta|verificat[oa]|manifestat[oa]|presentat[oa]|accort[oa]|riscontrato|smesso|scoperto|guastat[oa]|visto)",
    ],
    damageExtent: [
      "(?:in|a) che (?:stato|condizioni|punto e il danno)",
      "(?:quanto|come) (?:e|era|sono) (?:\\w{1,10} )?(?:lung[oa]|larg[oa]|estes[oa]|evident[ei]|ampi[oa]|profond[oa])",
      "(?:il danno|la crepa|il graffio|la rottura|la macchia|l'ammaccatura|il difetto) (?:e|era|risulta) (?:\\w{1,12} )?(?:estes|grave|profond|grand|lung|superficial|piccol|lieve|evident)\\w{0,2}",

      "(?:quanto|come) (?:e|sono|e stato) (?:grav[ei]|estes[oai]|danneggiat[oaie]|rovinat[oaie]|rott[oaie]|profond[oa]|grand[ei])",
      "quanto (?:grave|esteso)",
      "(?:e|sono) ancora (?:utilizzabil[ei]|usabil[ei]|funzionant[ei])",
      "(?:si puo|riesce a|riesci a) (?:ancora )?usar\\w{0,3}",
      "(?:quale|che|quali) part[ei]",
      "(?:che )?cosa (?:e|si e|risulta) (?:esattamente )?(?:rott[oa]|danneggiat[oa]|rovinat[oa])",
      "dove (?:e|si trova|si trovano|sono) (?:esattamente )?(?:la crepa|il graffio|i graffi|il danno|la rottura|la macchia|il buco|danneggiat|rott)\\w{0,3}",
      "in (?:quale|che) punto",
    ],
    tried: [
      "(?:che|quali) (?:prove|tentativi|verifiche|passaggi|operazioni|soluzioni|controlli) (?:ha|hai|avete|sono stat[ie])",
      "(?:ha|hai|avete) (?:gia )?(?:eseguito|effettuato|seguito|fatto) (?:qualche|il reset|un reset|dei|delle|i passaggi|la procedura)",

      "(?:ha|hai|avete) (?:gia |per caso |almeno )?(?:provato|tentato|cercato)(?: a)?",
      "(?:che )?cosa (?:ha|hai|avete) (?:gia )?(?:provato|fatto|tentato)",
      "(?:quali|che) (?:prove|tentativi|verifiche|passaggi|operazioni) (?:ha|hai|avete)",
      "(?:ha|hai) (?:gia )?fatto (?:qualche|dei|delle|alcun[ei]) (?:tentativ[oi]|prov[ae]|verific\\w{1,3})",
      "(?:ha|hai) gia (?:riavviato|resettato|spento|caricato)",
    ],
    wantedOutcome: [
      "come (?:vuole|vorrebbe|vorresti|preferi\\w{2,6}|desidera|gradirebbe)(?: che)?(?: (?:la|lo|ti|le))? (?:risolv|proced|sistem|rimedi|aiut|gest)\\w{2,8}",
      `${remedy}(?: [\\w']{1,14}){0,6}?,? (?:o|oppure|ovvero)(?: [\\w']{1,14}){0,6}? (?:${remedy}|nuov[oa]|un altr[oa]|altr[oa])`,
      `(?:nuov[oa]|un altr[oa])(?: [\\w']{1,14}){0,4}?,? (?:o|oppure)(?: [\\w']{1,14}){0,5}? (?:rimbors\\w{1,6}|buono|riaccredit\\w{1,3}|soldi)`,
      "(?:che )?cosa (?:si aspetta|ti aspetti|possiamo fare per (?:rimediare|risolvere|venirle|venirti|sistemare)|preferi\\w{2,6} (?:che )?(?:fare|facciamo))",
      "(?:vuole|vuoi|preferisce|preferisci|desidera|vorrebbe|vorresti|gradisce) (?:un |la |una |essere |avere il |ricevere il |direttamente il |il )?(?:(?<!(?:conto|carta|iban|metodo|dove)(?: \\w{1,12}){0,3} )rimborso|sostituzione|rimborsat[oa]|cambio merce)(?= ?\\?| oppure| o )",

      "(?:che )?cosa (?:preferi(?:sce|sci|te|rebbe|resti)|desidera(?:te)?|vuole|vorrebbe|vorresti|vuoi|volete|gradirebbe)(?: (?:che )?(?:facciamo|fare|facessimo|ricevere|ottenere)| come soluzione|(?= ?[?,:]))",
      "come (?:preferi(?:sce|sci|te|rebbe|resti)|desidera(?:te)?|vuole|vorrebbe|vorresti|vuoi|volete|possiamo|dobbiamo)(?: che)? (?:procedere|procediamo|risolvere|risolviamo|rimediare|rimediamo|risolverla|gestire|gestiamo|sistemare|sistemiamo|venirle incontro|proseguire)",
      "(?:preferi(?:sce|sci|te|rebbe|resti|reste)|desidera(?:te)?|vuole|vuoi|vorrebbe|vorresti|volete|gradirebbe|opta)(?! (?:sapere|ricevere la fattura)).{0,50}(?:rimborso|sostituzione|cambio|buono|riparazione|sostituit[oa]|nuovo|riceverne|rimborsat[oa]).{0,40} (?:o|oppure|ovvero) .{0,30}",
      "(?:rimborso|sostituzione|cambio|riparazione)(?: (?:o|oppure)|, (?:o|oppure)) (?:la |il |un |una |l'|ne )?(?:\\w{1,10} )?(?:rimborso|sostituzione|cambio|riparazione|buono|nuovo|invio)(?=.{0,40}\\?)",
      "(?:quale|che) (?:soluzione|opzione|alternativa) (?:preferi|desider|vuole|vuoi|vorrebbe|sceglie|le|ti)\\w{0,8}",
    ],
    deliveryDate: [
      "(?:a (?:che|quale) (?:data|giorno)|a quando) risale (?:la |l')?(?:consegna|arrivo|ricezione)",

      `(?:quando|in (?:che|quale) (?:data|giorno)|(?:che|quale) giorno|per quando|entro quando) (?:[\\w']{1,12} ){0,4}?${arrived}`,
      `(?:consegnat|recapitat|arrivat|ricevut|ritirat)[oaie](?: il pacco| la merce)?,? e quando`,
      "(?:il |quale |in che )?(?:giorno|data) (?:del tentativo|della mancata|in cui (?:ha|hai|e|le|ti)|del primo passaggio)",

      "(?:quando|in che data|in che giorno|che giorno|in quale data|in quale giorno|quale giorno|il giorno in cui) (?:e|le e|ti e|vi e|ha|hai|avete|era|doveva|dovrebbe|sarebbe dovut[oa]|avrebbe dovuto|le|ti|il|lo|la|l'|le hanno|ti hanno|sarebbe).{0,40}(?:arrivat[oaie]|arrivare|consegnat[oaie]|consegnare|ricevut[oaie]|ricevere|ritirat[oaie]|recapitat[oa]|previst[oa]|promess[oa]|pervenut[oa])",
      "(?:quale|qual) (?:e |era )?(?:la )?data (?:di |prevista|promessa)",
    ],
    invoiceData: [
      "come (?:vuole|vuoi|va|devo|dobbiamo|la|desidera)(?: \\w{1,10}){0,2} (?:intestat|intestare|intestiamo)\\w{0,2}",

      "a (?:chi|quale (?:societa|azienda|ditta)|quale nome|nome di chi) .{0,30}fattura",
      "(?:quali|che) dati .{0,30}(?:fattura)",
      "qual e la (?:sua |tua )?(?:partita|p\\.?) ?iva",
    ],
    size: [
      "(?:che|quale|di che|con che|in che|con quale|in quale) numero (?:di (?:piede|scarp[ae]) )?(?:le |ti |lo |la |li )?(?:porta|porti|calza|calzi|veste|indossa|ha (?:ordinato|preso|comprato|scelto|di piede)|hai (?:ordinato|preso|comprato|scelto|di piede)|aveva (?:ordinato|preso)|avevi (?:ordinato|preso)|vuole|vuoi|vorrebbe|vorresti|desidera|preferisce|preferisci|serve|servirebbe)",
      "(?:che|quale) numero di (?:piede|scarp[ae])",
      `(?<![-/\\d])${letterSize},? (?:o|oppure) (?:la |il |una |un )?${letterSize}(?= ?\\?)`,
      "(?:che|quale) (?:vestibilita|formato|lunghezza|larghezza|dimension[ei])",

      "(?:che|quale|di che|di quale|in che|in quale|qual e la) (?:sua |tua )?(?:tagli[ae]|misur[ae]|numero di scarp[ae])",
      "che numero (?:porta|porti|calza|calzi)",
    ],
    color: [
      `${color},? (?:o|oppure) (?:la |il |le |i |in |quell[oaie] )?${color}(?= ?\\?)`,
      "(?:che|quale|di che|in che) (?:tinta|tonalita|variante|fantasia)",
      "(?:che|quale|di che|di quale|in che|in quale|qual e il) (?:suo |tuo )?colore",
    ],
    returnReason: [
      "(?:perche|per quale motivo|per quale ragione|come mai|per che motivo) (?:lo |la |li |le |ce lo |ce la |ha deciso di |hai deciso di )?(?:rend\\w{1,3}|restituisc\\w|restituir\\w{0,3}|rimand\\w{1,4}|render\\w{0,3}|rispedi\\w{1,5}|il reso|questo reso)",
      "(?:che )?cosa non (?:le|ti) (?:andava|va bene|piace|convince|piaceva|e andat[oa])",

      "(?:perche|per quale motivo|per quale ragione|come mai|per che motivo) (?:lo |la |li |le |ha |hai |avete |vuole|vuoi|vorrebbe|desidera|intende|volete|vorresti|sta|stai).{0,30}(?:re(?:stitu|nd|so|cess)\\w{0,8}|rimandar\\w{0,3}|cambiar\\w{0,3}|indietro|rend\\w{0,5})",
      "(?:qual e|quale|quale e) (?:il )?motivo (?:del|per|della)",
      "(?:che )?cosa non (?:le|ti) (?:e )?piaciut[oa]",
      "(?:era|e) troppo (?:grande|piccol[oa]|larg[oa]|strett[oa])",
    ],
    paymentMethod: [
      "(?:il )?pagamento (?:come|con (?:cosa|che|quale)|l'ha|lo ha|e avvenuto)",
      "come (?:e|era) avvenuto il pagamento",
      "con (?:cosa|che cosa) (?:ha|hai|avete) pagato",
      "(?:che|quale) carta (?:ha|hai) usato",
      "(?:ha|hai|avete) (?:pagato|saldato)(?: \\w{1,12}){0,3} (?:con|tramite|in|alla|via|carta|paypal)",

      "come (?:ha|hai|avete|aveva|avevi) (?:pagato|effettuato il pagamento|saldato)",
      "(?:con|in) (?:quale|che) (?:metodo|modalita|carta|modo|mezzo).{0,20}pag\\w{0,6}",
      "(?:ha|hai|avete) pagato (?:con|tramite|in|alla|via)",
      "(?:come|con cosa) e stato (?:pagato|effettuato il pagamento)",
    ],
    language: ["(?:in )?(?:quale|che) lingua", "(?:preferisce|preferisci|preferite).{0,40}(?:in )?(?:inglese|italiano|rumeno)"],
    pickupPoint: [
      "(?:in |a |da |presso )?(?:quale|che) (?:negozio|edicola|tabaccheria|tabaccaio|ufficio postale|sede|filiale)",
      "dove (?:lo |la |li )?(?:ritira|ritiri|passa a ritirare|vorrebbe ritirar\\w{1,3}|pensa di ritirar\\w{1,3})",

      "(?:in |a |da |presso )?(?:quale|che) (?:punto|locker|pick-?up|armadietto|easybox)",
      "dove (?:preferisce|preferisci|vuole|vuoi|desidera|intende) (?:ritirar|ritir)\\w{0,4}",
    ],
    giftRecipient: [
      "a chi (?:deve|va|bisogna|dobbiamo|devo|vuole)[^?.]{0,25}(?:regalo|dono|pacchetto)",

      "(?:a|per) chi (?:lo |la )?(?:regala|regali|deve arrivare|dobbiamo (?:spedir|intestar)\\w{1,3}|e pensato)",
      "chi (?:riceve|ricevera|deve ricevere) il (?:regalo|pacco|dono)",

      "(?:a|per) chi (?:e|era|va|sarebbe|lo)(?! intest) ?(?:il )?(?:destinat[oa]|indirizzat[oa]|regalo|regala|regali|questo|il pacco|l'ordine)?(?: il regalo)?",
      "chi (?:e il destinatario|ricevera|lo ricevera|deve ricevere|ritirera)",
    ],
  },
};
