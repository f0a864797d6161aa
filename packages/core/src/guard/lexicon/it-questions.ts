import type { Lexicon } from "./lexicon.ts";

const goods =
  "(?:prodott[oi]|articol[oi]|oggett[oi]|pezz[oi]|capo|capi|bene|merce|tazz[ae]|scarp[ae]|vas[oi]|lampad[ae]|magli[ae]|bicchier[ei]|piatt[oi])";
const trouble = "(?:problem[ai]|difett[oi]|guast[oi]|inconvenient[ei]|anomali[ae]|malfunzionament[oi]|errore)";

/** Questions that name nothing in Italian. */
export const italianQuestions: Pick<Lexicon, "questions"> = {
  questions: {
    orderNumber: [
      "(?:di |a |per |su |in )?(?:quale|che|quali) (?:suo |tuo |vostro |dei suoi |dei tuoi )?ordin[ei](?: si (?:tratta|riferisce)| fa riferimento| parla| stiamo| e | ha| hai|(?= ?\\?))?",
      "(?:si tratta|parla|si riferisce|e|parliamo|stiamo parlando) (?:dell'|del suo |del tuo |all'|l')ordine (?:n(?:umero|r|\\.|°)? ?)?#?[a-z]{0,4}-?\\d+",
    ],
    item: [
      `(?:quale|quali|che|di quale|di che|quale dei|quale degli) (?:dei |degli |suo |tuo )?${goods}`,
      "(?:che )?cosa (?:ha|hai|avete|aveva|avevi) (?:ordinato|acquistato|comprato|preso)",
      "(?:che )?cosa (?:manca|mancava|contiene|c'era nel pacco)",
      "cos(?:a )?'?(?:manca|ha ordinato|hai ordinato)",
      "quale parte dell'ordine",
    ],
    quantity: [
      "quant[ie] (?:ne |pezzi |articoli |prodotti |confezioni |unita |\\w{1,14} )(?:ha|hai|avete|sono|vuole|vuoi|desidera|erano|manca|mancano|servono|mancavano|ordinat|risultano)\\w{0,6}",
      "quanti pezzi",
      "quant[ie] (?:sono|erano|ne)(?! i giorni)",
      "quant[ie] (?!giorni|ore|volte|settimane|mesi|minuti|persone|stelle|tentativi)\\w{3,14}",
      "quant[ie](?= ?\\?)",
    ],
    carrier: [
      "(?:chi|quale corriere|che corriere|quale ditta|quale azienda) (?:ha|effettua|effettuera|effettuava|deve|doveva|le ha|consegna|si occupa|ha in carico|l'ha).{0,30}(?:consegna\\w{0,5}|spedi\\w{0,5}|recapit\\w{0,5}|trasport\\w{0,5})",
      "chi (?:e|era|sarebbe) (?:il|lo) (?:corriere|spedizioniere|vettore)",
      "con chi (?:e|era|e stat[oa]|avete|hai|ha|viaggia)(?: \\w{1,10})? (?:spedit|viaggi|consegn|arriv|affidat)\\w{0,4}",
      "(?:con|da|tramite) (?:quale|che) (?:corriere|spedizioniere|vettore)",
      "(?:quale|che) corriere",
    ],
    email: ["(?:con|a|su) (?:quale|che) (?:e-?mail|mail|indirizzo (?:e-?mail|mail))", "(?:quale|che) (?:e-?mail|mail)"],
    phone: [
      "(?:a|su) (?:quale|che) numero",
      "(?:quale|che) numero (?:possiamo|posso|preferisce|dobbiamo)",
      "dove (?:possiamo|posso|puo) (?:chiamar|contattar|telefonar)\\w{0,3}",
      "come (?:possiamo|puo il corriere) (?:contattar|chiamar)\\w{0,3}",
    ],
    name: [
      "con chi (?:parlo|ho il piacere|sto parlando)",
      "(?:a|con|sotto) (?:quale|che) nome",
      "a nome di chi",
      "come si chiama(?! il)",
      "come ti chiami",
      "chi ha (?:fatto|effettuato) l'ordine",
      "a chi e intestato",
    ],
    shippingAddress: [
      "(?:dove|a (?:quale|che) indirizzo|presso (?:quale|che) indirizzo|in (?:quale|che) (?:via|indirizzo)) (?:dobbiamo|devo|possiamo|posso|vuole|vuoi|desidera|preferisce|preferisci|va|andrebbe|doveva|dovremmo|deve|spediamo|lo|la|le|ti|era|volete|inviamo|mandiamo|consegniamo|e).{0,40}(?:spedi\\w{0,5}|invi\\w{0,5}|mand\\w{0,5}|consegn\\w{0,6}|recapit\\w{0,6}|arriv\\w{0,5}|riceve\\w{0,5}|rispedi\\w{0,5}|portar\\w{0,3})",
      "dove (?:glielo|te lo|ve lo|lo) (?:spediamo|inviamo|mandiamo|consegniamo)",
      "(?:quale|che|qual e l'|a quale|a che) ?indirizzo(?! (?:e-?mail|mail))",
      "dove (?:spediamo|inviamo|mandiamo)",
      "dove abita",
    ],
    problem: [
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
      "da quando",
      "da quanto(?: tempo)?",
      "quando (?:e|ha|hai|si|avete|le|ti|vi)(?: e)? ?(?:iniziato|cominciato|successo|comparso|accaduto|apparso|notato|notata|rotto|rotta|verificat[oa]|manifestat[oa]|presentat[oa]|accort[oa]|riscontrato|smesso|scoperto|guastat[oa]|visto)",
    ],
    damageExtent: [
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
      "(?:ha|hai|avete) (?:gia |per caso |almeno )?(?:provato|tentato|cercato)(?: a)?",
      "(?:che )?cosa (?:ha|hai|avete) (?:gia )?(?:provato|fatto|tentato)",
      "(?:quali|che) (?:prove|tentativi|verifiche|passaggi|operazioni) (?:ha|hai|avete)",
      "(?:ha|hai) (?:gia )?fatto (?:qualche|dei|delle|alcun[ei]) (?:tentativ[oi]|prov[ae]|verific\\w{1,3})",
      "(?:ha|hai) gia (?:riavviato|resettato|spento|caricato)",
    ],
    wantedOutcome: [
      "(?:che )?cosa (?:preferi(?:sce|sci|te|rebbe|resti)|desidera(?:te)?|vuole|vorrebbe|vorresti|vuoi|volete|gradirebbe)(?: (?:che )?(?:facciamo|fare|facessimo|ricevere|ottenere)| come soluzione|(?= ?[?,:]))",
      "come (?:preferi(?:sce|sci|te|rebbe|resti)|desidera(?:te)?|vuole|vorrebbe|vorresti|vuoi|volete|possiamo|dobbiamo)(?: che)? (?:procedere|procediamo|risolvere|risolviamo|rimediare|rimediamo|risolverla|gestire|gestiamo|sistemare|sistemiamo|venirle incontro|proseguire)",
      "(?:preferi(?:sce|sci|te|rebbe|resti|reste)|desidera(?:te)?|vuole|vuoi|vorrebbe|vorresti|volete|gradirebbe|opta)(?! (?:sapere|ricevere la fattura)).{0,50}(?:rimborso|sostituzione|cambio|buono|riparazione|sostituit[oa]|nuovo|riceverne|rimborsat[oa]).{0,40} (?:o|oppure|ovvero) .{0,30}",
      "(?:rimborso|sostituzione|cambio|riparazione)(?: (?:o|oppure)|, (?:o|oppure)) (?:la |il |un |una |l'|ne )?(?:\\w{1,10} )?(?:rimborso|sostituzione|cambio|riparazione|buono|nuovo|invio)(?=.{0,40}\\?)",
      "(?:quale|che) (?:soluzione|opzione|alternativa) (?:preferi|desider|vuole|vuoi|vorrebbe|sceglie|le|ti)\\w{0,8}",
    ],
    deliveryDate: [
      "(?:quando|in che data|in che giorno|che giorno|in quale data|in quale giorno|quale giorno|il giorno in cui) (?:e|le e|ti e|vi e|ha|hai|avete|era|doveva|dovrebbe|sarebbe dovut[oa]|avrebbe dovuto|le|ti|il|lo|la|l'|le hanno|ti hanno|sarebbe).{0,40}(?:arriv\\w{0,5}|consegn\\w{0,5}|ricev\\w{0,6}|ritirat[oa]|recapitat[oa]|previst[oa]|promess[oa]|pervenut[oa])",
      "(?:quale|qual) (?:e |era )?(?:la )?data (?:di |prevista|promessa)",
    ],
    invoiceData: [
      "a (?:chi|quale (?:societa|azienda|ditta)|quale nome|nome di chi) .{0,30}(?:fattura|intesta\\w{0,5})",
      "(?:quali|che) dati .{0,30}(?:fattura)",
      "qual e la (?:sua |tua )?(?:partita|p\\.?) ?iva",
    ],
    size: [
      "(?:che|quale|di che|di quale|in che|in quale|qual e la) (?:sua |tua )?(?:tagli[ae]|misur[ae]|numero di scarp[ae])",
      "che numero (?:porta|porti|calza|calzi)",
    ],
    color: ["(?:che|quale|di che|di quale|in che|in quale|qual e il) (?:suo |tuo )?colore"],
    returnReason: [
      "(?:perche|per quale motivo|per quale ragione|come mai|per che motivo) (?:lo |la |li |le |ha |hai |avete |vuole|vuoi|vorrebbe|desidera|intende|volete|vorresti|sta|stai).{0,30}(?:re(?:stitu|nd|so|cess)\\w{0,8}|rimandar\\w{0,3}|cambiar\\w{0,3}|indietro|rend\\w{0,5})",
      "(?:qual e|quale|quale e) (?:il )?motivo (?:del|per|della)",
      "(?:che )?cosa non (?:le|ti) (?:e )?piaciut[oa]",
      "(?:era|e) troppo (?:grande|piccol[oa]|larg[oa]|strett[oa])",
    ],
    paymentMethod: [
      "come (?:ha|hai|avete|aveva|avevi) (?:pagato|effettuato il pagamento|saldato)",
      "(?:con|in) (?:quale|che) (?:metodo|modalita|carta|modo|mezzo).{0,20}pag\\w{0,6}",
      "(?:ha|hai|avete) pagato (?:con|tramite|in|alla|via)",
      "(?:come|con cosa) e stato (?:pagato|effettuato il pagamento)",
    ],
    language: ["(?:in )?(?:quale|che) lingua", "(?:preferisce|preferisci|preferite).{0,40}(?:in )?(?:inglese|italiano|rumeno)"],
    pickupPoint: [
      "(?:in |a |da |presso )?(?:quale|che) (?:punto|locker|pick-?up|armadietto|easybox)",
      "dove (?:preferisce|preferisci|vuole|vuoi|desidera|intende) (?:ritirar|ritir)\\w{0,4}",
    ],
    giftRecipient: [
      "(?:a|per) chi (?:e|era|va|sarebbe|lo) ?(?:il )?(?:destinat[oa]|indirizzat[oa]|regalo|regala|regali|questo|il pacco|l'ordine)?(?: il regalo)?",
      "chi (?:e il destinatario|ricevera|lo ricevera|deve ricevere|ritirera)",
    ],
  },
};
