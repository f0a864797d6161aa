import type { Lexicon } from "./lexicon.ts";

const number = "(?:numer(?:o|i)|num\\.?|nr\\.?|n\\.?|n°|no\\.?|nume|codic[ei]|cod\\.?|id|riferiment[oi]|rif\\.?)";
const of = "(?:di |del |dell'|dell |della |dello |d'|d |de |sul |per l'|relativo all'|per il |dei |delle )";
const your = "(?:suo |sua |tuo |tua |vostro |vostra |vs\\.? |suoi |tuoi |sue |tue )";
const the = "(?:il |lo |la |l'|i |gli |le |un |una |un'|uno |al |alla |all'|del |della |dell'|dello |quale |che |qual e |sul |sulla )";
const goods =
  "(?:prodott[oi]|articol[oi]|oggett[oi]|pezz[oi]|capo|capi|bene|merce|tazz[ae]|scarp[ae]|vas[oi]|lampad[ae]|magli[ae]|bicchier[ei]|piatt[oi])";
const trouble = "(?:problem[ai]|difett[oi]|guast[oi]|inconvenient[ei]|anomali[ae]|malfunzionament[oi]|errore)";

/** What things are called in Italian. */
export const italianNouns: Pick<Lexicon, "nouns" | "shortNouns" | "bareNumber" | "photo"> = {
  nouns: {
    orderNumber: [
      "(?<=(?:non|nn) (?:trovo|troviamo|vedo|vediamo|rintraccio|riesco a (?:trovare|vedere|rintracciare|individuare)|riusciamo a (?:trovare|vedere|rintracciare|individuare)) )(?:il |l')?(?:suo |tuo |vostro )?ordine(?= ?[.!,]{0,3}$|,| col | con (?:il|la|questa|questo|la sua)| a (?:suo|tuo|questo) nome| nel sistema| (?:ma|mi|me) )",
      `${number} (?:che (?:trova|trovi|inizia|comincia|vede|le e arrivato)|presente|riportato) .{0,30}(?:conferma|ricevuta|scontrino|riepilogo)`,

      `${number} ?(?:identificativo )?${of}?(?:${the})?${your}?(?:ordin[ei]|ord\\.?|acquisto)`,
      "ordine n(?:\\.|r\\.?|°|umero)?",
      `${number} (?:presente |riportato |indicato )?(?:nella |sulla |della )(?:mail |e-mail |email )?(?:di )?conferma`,
      `(?:riferimento|riferimenti|estremi|dati|dettagli) (?:dell'|del suo |del tuo |del vostro |d'|di )(?:ordine|acquisto)`,
    ],
    quantity: ["(?:la |che |quale )?quantita(?! di (?:tempo|giorni))", "numero (?:di |dei )(?:pezzi|articoli|prodotti|unita|confezioni)"],
    trackingNumber: [
      "(?:codice|numero) (?:per (?:seguire|tracciare)|che (?:le|ti) ha (?:dato|fornito|lasciato) il corriere)(?: (?:il pacco|la spedizione))?",

      `${number} ?(?:di |del |della |dell')?(?:tracking|tracciamento|tracciatura|spedizione|awb|collo|pacco|ldv|lettera di vettura)`,
      "tracking(?: number| code)?(?! page)",
      "lettera di vettura",
      "ldv",
      "awb",
    ],
    carrier: [
      "(?:il )?nome (?:del |dello )(?:corriere|spedizioniere|vettore)",
      "(?:quale|che) (?:corriere|spedizioniere|vettore)",
      "(?:il|lo) (?:corriere|spedizioniere) (?:incaricato|utilizzato|che ha)",
    ],
    email: [
      "(?:e-?mail|mail)(?= o(?:ppure)? (?:il |un |numero di |numero )?(?:cellulare|telefono|cell|tel)(?![a-z]))",
      "(?:e-?mail|mail) (?:del|di|per il|per accedere al|legata al|abbinata al) ?(?:suo |tuo |l')?(?:account|profilo|registrazione|accesso)",
      "(?:casella|account) di posta(?: elettronica)?",

      "(?:indirizz[oi] )(?:di )?(?:e-?mail|mail|posta elettronica|posta)(?: elettronica)?",
      `(?:${the})(?:${your})?(?:e-?mail|mail)(?! (?:di conferma|con |per |che (?:le|ti|vi) abbiamo|del corriere|ricevuta))`,
      "(?:e-?mail|mail) (?:con cui|con la quale|usata|utilizzata|che ha usato|che hai usato|associata|collegata|registrata|di registrazione|dell'account|dell'ordine)",
      `${your}(?:e-?mail|mail)`,
    ],
    phone: [
      "(?<=mail o(?:ppure)? )(?:il |un )?(?:numero di )?(?:cellulare|telefono|cell|numero)(?![a-z])",
      "(?:un|il suo|il tuo|qualche) contatto(?: telefonico)?(?= (?:per|dove|a cui|diretto|di)|[.?,]|$)",

      `${number} ?(?:di |del )?(?:${your})?(?:telefon(?:o|ico)|cellulare|cell\\.?|tel\\.?|mobile|recapito|whats ?app)`,
      "recapit[oi](?: (?:telefonic[oi]|di telefono))?",
      `(?<!cosa ha )(?:${the})(?:${your})?(?:telefono|cellulare)(?! (?:si|non|e arrivato|e rotto|acquistato))`,
      "numero (?:\\w{1,12} )?(?:per|a cui|al quale|su cui|dove|sul quale|cui)(?: \\w{1,12}){0,4} (?:contatt|chiam|richiam|raggiung|telefon|reperi|risent|sentir|parlar|rintracc)\\w{0,6}",
      "contatto telefonico",
    ],
    name: [
      "nom[ei](?: e cognom[ei]| completo| dell'intestatario| del destinatario| dell'acquirente| del titolare| con cui| a cui| sul| sull'ordine| usato| utilizzato| indicato)",
      "cognome(?: e nome)?",
      "nominativo",
      "intestatario(?: dell'ordine)?",
      `${the}${your}nome`,
      "il nome(?! del)",
      `${your}nome`,
    ],
    shippingAddress: [
      "via,? (?:e )?(?:n(?:umero|\\.|r)? ?)?(?:civico|citta|cap)",

      "indirizzo(?: (?:completo|esatto|corretto|preciso|giusto|attuale|nuovo|aggiornato))?(?: (?:di|della|per la|per il|del|a cui|al quale|presso cui|dove|su cui))?(?: (?:consegna|spedizione|recapito|residenza|casa|destinatario|ritiro|domicilio|destinazione))?(?! (?:di |e-?)?(?:e-?mail|mail|posta elettronica))",
      "(?:dati|dettagli) (?:di|per la) (?:spedizione|consegna)",
      "(?:via|indirizzo) e (?:il )?numero civico",
      "numero civico",
      "luogo di consegna",
    ],
    postcode: ["(?:il |che |suo |tuo )?c\\.?a\\.?p\\.?", "codice (?:di avviamento )?postale"],
    problem: [
      `(?<!(?:iniziato|cominciato|comparso|notato|presentato|verificato|manifestato|riscontrato|ha|hai|avete|risolto|risolvere|sistemare|causato) )(?:${the}|che |quale |tipo di |del |dal |sul )(?:${your})?(?:tipo di )?${trouble}`,
      `descrizione (?:del |dettagliata del |precisa del |dell')(?:${trouble}|accaduto)`,
      "(?:che )?cosa (?:e successo|e accaduto|non va|non funziona|c'e che non va|succede|riscontra|e capitato)",
      "cos'(?:e|ha) (?:successo|accaduto|che non va)",
      "motivo (?:della segnalazione|del reclamo|del contatto)",
      "(?:cio che|quello che|quanto) (?:e successo|e accaduto|non funziona|non va)",
      "l'accaduto",
    ],
    since: [
      "da quando",
      "da quanto(?: tempo)?",
      "quando (?:e (?:iniziato|cominciato|successo|comparso|accaduto|apparso)|si e (?:rotto|verificato|manifestato|presentato|guastato|accorta?)|ha (?:smesso|iniziato|cominciato|notato)|hai notato|ha riscontrato)",
      "data in cui (?:e (?:successo|iniziato)|si e (?:verificato|rotto|manifestato)|ha (?:notato|riscontrato))",
    ],
    damageExtent: [
      "(?:quanto|cosa|come) (?:e|risulta) (?:stato )?(?:danneggiat|rovinat|compromess)[oa]",

      "(?:il|i|del|dei|sul|sui|al|ai) dann[oi]",
      "(?:entita|gravita|portata|estensione) (?:del |dei |della )(?:danno|danni|rottura|difetto|crepa|graffio)",
      "(?:quanto|come) (?:e )?(?:grave|esteso|danneggiato|rovinato|rotto)",
      "qual(?:e|i) part[ei] (?:e|sono|risulta|risultano|si e|si sono|ha|hanno)?(?: \\w{1,12})?",
    ],
    tried: [
      "(?:che )?(?:cosa|quali prove|quali tentativi|quali verifiche) ha(?:i|nno)? (?:gia )?(?:provato|fatto|tentato)",
      "(?:prove|tentativi|verifiche|passaggi) (?:gia )?(?:fatt[ei]|effettuat[ei]|svolt[ei]|provat[ei])",
      "cosa (?:avete|e stato) (?:gia )?(?:provato|tentato)",
    ],
    wantedOutcome: [
      "(?:soluzione|opzione|preferenza)(?: (?:che )?(?:preferi(?:sce|sci|te|ta|rebbe)|desidera(?:ta|te)?|scelta|gradita))?",
      "(?:se|cosa|come) (?:preferi(?:sce|sci|te|rebbe|resti|reste)|desidera(?:te)?|vuole|vuoi|vorrebbe|vorresti|gradisce)(?! (?:ricevere la fattura|sapere)).{0,60}(?:rimborso|sostituzione|cambio|buono|riparazione|reso|procedere|proceda|risolvere)",
      "(?:come|cosa) (?:preferi(?:sce|sci|te)|desidera(?:te)?|vuole|vuoi|vorrebbe|vorresti|volete)(?: (?:che )?(?:procediamo|procedere|facciamo|fare|risolviamo))?",
    ],
    deliveryDate: [
      "(?:data|giorno)(?: (?:esatta|esatto|precisa))? (?:di |della |dell'|prevista (?:di |per la )|prevista per )(?:consegna|arrivo|ricezione|ricevimento|recapito)",
      "(?:data|giorno) (?:in cui|nel quale|in cui le|che le) (?:ha|hai|avete|e|le|doveva|era|il).{0,30}(?:ricevuto|arrivato|consegnato|arrivare|promess[oa]|indicat[oa]|ritirato)",
      "quando (?:ha|hai|avete) (?:ricevuto|ritirato)",
      "quando (?:e|ti e|le e|vi e) (?:arrivat|stat)[oa](?: consegnat[oa])?",
    ],
    invoiceData: [
      "(?:dati|informazioni|estremi|intestazione|coordinate|indirizzo) (?:di |per la |della |per |aziendali per la )(?:fattura(?:zione)?)",
      "(?:partita|p\\.?) ?iva",
      "p\\.? ?iva",
      "ragione sociale",
      "codice (?:fiscale|univoco|sdi|destinatario)",
      "(?:dati|estremi) (?:fiscali|aziendali|della (?:societa|ditta|azienda))",
      "\\bpec\\b",
      "\\bsdi\\b",
    ],
    size: [
      "(?:la |che |quale |sua |tua |di |della )?(?:tagli[ae]|misur[ae])(?! (?:di sicurezza|precauzion))(?: (?:desiderata|corretta|giusta|esatta|scelta|che))?",
      "numero (?:di|delle) scarp[ae]",
    ],
    color: ["(?:il |che |quale |di |del )?colore(?: (?:desiderato|corretto|scelto|che))?", "(?:la |quale )?variante(?: di colore)?"],
    returnReason: [
      "(?:il |qual e il |che )?motivo (?:del cambio|che l'ha (?:portata|spinta)|che ti ha)",

      "(?:motiv[oi]|motivazion[ei]|ragion[ei]|causa)(?: \\w{1,8})? (?:del |per il |della |per cui |di |dell')(?:quale )?(?:reso|restituzione|rientro|recesso|vuole|vuoi|desidera|intende|restituire|rendere|tuo reso|suo reso)",
      "perche (?:vuole|vuoi|desidera|intende|volete) (?:restituir|render|fare il reso|effettuare)\\w{0,6}",
      "motivo per cui",
    ],
    paymentMethod: [
      "(?:con cui|con il quale|come) (?:ha|hai|e stato) pagato",

      "(?:metod[oi]|modalita|mezzo|tipo|forma|sistema) di pagamento",
      "come (?:ha|hai|avete) (?:effettuato il pagamento|pagato)",
    ],
    language: ["lingua(?: (?:preferita|che preferisce|desiderata|in cui))?"],
    pickupPoint: [
      "(?:punto|punti|luogo) (?:di )?(?:ritiro|consegna|pick-?up)",
      "(?:il |che |quale |nome del |del )?(?:locker|armadietto|pick-?up point|easybox|parcel ?shop|punto vendita scelto)",
    ],
    giftRecipient: [
      "(?:nome |nominativo |dati )?(?:del |della |il )?destinatari[oa](?: del regalo| del pacco)?",
      "(?:a )?chi (?:e )?(?:destinato|indirizzato) il regalo",
      "(?:nome )?(?:della persona|di chi) (?:a cui|che) (?:e destinato|ricevera|riceve|va|e diretto)",
    ],
    item: [
      `${the}(?:nome |tipo |modello )(?:di |del |dell')?${goods}`,

      `(?:quale|quali|che|di quale|di che|su quale|per quale|nome (?:del|dell'|dei|degli) ?|modello (?:del|dell') ?|codice (?:del|dell'|dei|degli)? ?|denominazione (?:del|dell') ?)(?:${your})?${goods}`,
      "(?:codice|nome|modello|sku) (?:prodotto|articolo)",
      "sku",
      "cosa (?:ha|hai|avete) (?:ordinato|acquistato|comprato)",
      "modello (?:esatto|preciso|acquistato)",
    ],
  },
  shortNouns: {
    email: ["e-?mail", "mail"],
    phone: ["telefono", "cellulare", "tel\\.?", "cell\\.?"],
    name: ["nome(?! del)"],
    orderNumber: ["ordine"],
    item: [goods],
    carrier: ["corriere", "spedizioniere"],
    problem: [`(?<!nessun )${trouble}`],
    invoiceData: ["iva"],
    wantedOutcome: [
      "rimborso o (?:la |una )?(?:sostituzione|riparazione|cambio|buono)",
      "(?:sostituzione|cambio|riparazione) o (?:il |un )?(?:rimborso|buono)",
    ],
    returnReason: ["motivo", "motivazione"],
    paymentMethod: ["pagamento"],
    damageExtent: ["danno", "danni"],
    shippingAddress: ["via"],
  },
  bareNumber: [
    "il numero di quell[oa]",
    "(?:il |suo |tuo |qual e il |qual era il )numero(?! (?:di|del|della|dei|delle|verde|civico|a cui|al quale))",
    "il nr",
    "il n\\.",
    "(?:che|quale) numero (?:e|era|ha|hai|riporta|c'e|compare|vede|trova|legge|risulta)(?! (?:ordinat|pres|comprat|scelt|di piede|di scarp))",
  ],
  photo: {
    noun: [
      "(?:foto|ri)?(?:fotograf|film)(?:are|arl[oaie]|arci|armi|ate|i(?= (?:il|la|l'|lo|i|le|anche))|a(?= (?:il|la|l'|lo|i|le|anche)))",
      "(?:foto(?:grafi[ae])?|immagin[ei]|scatt[oi]|fotine|fotin[ao]|documentazione fotografica|materiale fotografico|screenshot|screen|video|istantane[ae])(?! (?:che (?:ci|mi) ha|inviat|ricevut|allegat[ae]|che ha))",
    ],
    packaging: [
      "imball(?:aggi[oi]?|i|o)",
      "confezion[ei]",
      "scatol[ae]",
      "pacc(?:o|hi)",
      "cartone",
      "involucro",
      "busta",
      "packaging",
      "esterno",
    ],
    label: [
      "etichett?[ae]",
      "lettera di vettura",
      "ldv",
      "codice a barre",
      "bolla",
      "(?:scritta|adesivo|foglio|targhetta|cartellino) del corriere",
    ],
    item: [
      goods,
      "dann[oi]",
      "rottur[ae]",
      "crep[ae]",
      "difett[oi]",
      "contenuto",
      "intern[oi]",
      "dettagli[oi]?",
      "particolare",
      "graffi[oi]?",
      "problema",
      "part[ei] (?:rott|dannegg|rovin)\\w{0,5}",
    ],
  },
};
