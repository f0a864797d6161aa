import type { TicketWords } from "./ticket-words.ts";

export const ticketWordsIt: TicketWords = {
  greetings: {
    formal: ["Gentile team di {shop},", "Buongiorno,", "Buonasera,", "Spett.le servizio clienti,"],
    short: ["Buongiorno,", "Salve,", ""],
    angry: ["", "Buongiorno,"],
    mobile: ["", "ciao"],
  },
  signatures: {
    formal: [
      "Cordiali saluti,\n{name}",
      "Distinti saluti,\n{name}\n{phone}",
      "Grazie e buona giornata,\n{name}",
      "Resto in attesa di un Vostro riscontro.\n{name}",
    ],
    short: ["Grazie, {first}", "{first}", "Grazie", ""],
    angry: ["{name}", ""],
    mobile: ["", "grazie", "{first}", "Inviato dal mio telefono"],
  },
  answerGreetings: ["Buongiorno {first},", "Gentile {name},", "Salve {first},"],
  answerSignatures: ["Cordiali saluti,\n{agent}", "Un saluto,\n{agent}, {shop}"],
  numberMentions: [" n. {number}", " #{number}", " {number}", " numero {number}", " (n. {number})"],
  trackingSentences: [
    "Il numero di tracking è {tracking}.",
    "Tracking: {tracking} ({carrier}).",
    "{carrier} mi ha dato questo numero di spedizione: {tracking}",
  ],
  damage: {
    fragile: ["è arrivato rotto", "è arrivato scheggiato", "è arrivato in pezzi"],
    textile: ["ha un buco", "è arrivato scucito", "ha una macchia che c'era già prima"],
    other: ["è arrivato graffiato", "è ammaccato da un lato", "è arrivato danneggiato e non si può usare"],
  },
  thanks: [
    "Grazie {agent}, è tutto chiaro.",
    "Perfetto, grazie per la risposta veloce su «{item}»!",
    "Ottimo, grazie per aver risolto.\n{first}",
    "ok grazie mille {agent}, tutto a posto",
    "La ringrazio per la disponibilità. Buona giornata.\n{name}",
    "Siete stati velocissimi, ordinerò di nuovo.\n{first}",
  ],
  followUps: [
    "Scusate se insisto, ma dal vostro messaggio non è cambiato nulla. Ci sono novità su «{item}»?",
    "Da allora non ho più avuto notizie. Vi prego di rispondermi entro oggi.\n{name}",
    "Ci sono aggiornamenti, {agent}? È passato un po' di tempo.",
    "scusate?? aspetto ancora {item}",
    "Mi avete detto di aspettare e ho aspettato. Adesso che si fa?\n{first}",
  ],
  topics: {
    whereIsMyOrder: {
      subjects: ["Dov'è il mio ordine{n}?", "Informazioni sul mio ordine", "Data di consegna"],
      bodies: [
        [
          "formal",
          "qualche giorno fa ho effettuato il mio ordine{n} e dopo la conferma non ho più avuto notizie. Potreste dirmi quando arriverà a {city}?",
        ],
        ["formal", "vorrei sapere a che punto è il mio ordine{n}, in modo da farmi trovare a casa quando passa il corriere."],
        ["short", "ci sono novità sul mio ordine{n}? È quello con «{item}»."],
        ["short", "dov'è il mio ordine{n}? Non trovo il link per seguirlo."],
        ["mobile", "quando arriva il mio ordine{n}?"],
        ["mobile", "novità sul mio ordine{n}? mi serve entro il fine settimana"],
        ["angry", "è la seconda volta che chiedo notizie del mio ordine{n}. Dov'è finito?"],
      ],
      answers: [
        "il Suo pacco è affidato a {carrier} con il numero {tracking} ed è in viaggio verso {city}. Può seguirlo qui: {trackingUrl}",
        "grazie per averci scritto. Ho controllato l'ordine {number}: procede tutto regolarmente e riceverà un messaggio appena cambia lo stato.",
        "ho verificato l'ordine {number} con «{item}»: è nei tempi previsti e non deve fare nulla.",
      ],
      notes: ["Ordine {number} nei tempi, niente di strano.", "Controllato il link, il pacco si sta muovendo: {trackingUrl}"],
    },
    late: {
      subjects: ["Consegna in ritardo{n}", "Il mio ordine{n} è in ritardo", "Non è ancora arrivato nulla"],
      bodies: [
        [
          "formal",
          "il mio ordine{n} doveva essere già consegnato: la data indicata sul sito è passata. Potete verificare che cosa è successo?",
        ],
        [
          "formal",
          "Vi scrivo per il mio ordine{n}, che comprende «{item}». Doveva arrivare giorni fa ed è un regalo di compleanno. Quando posso aspettarmelo?",
        ],
        ["angry", "ho scelto voi perché promettevate la consegna in tempo e il mio ordine{n} NON è ancora qui. È una vergogna."],
        ["angry", "il mio ordine{n} è in ritardo e {carrier} mi dice di chiedere a voi. Quindi chiedo a voi: dov'è?"],
        ["short", "il mio ordine{n} doveva arrivare giorni fa. Che cosa succede?"],
        ["mobile", "il mio ordine{n} è in ritardo, non doveva già essere qui??"],
      ],
      answers: [
        "mi dispiace per il ritardo. {carrier} ha registrato il pacco nelle ultime ore, quindi è di nuovo in movimento; tengo d'occhio io {tracking} e Le scrivo se non arriva a {city} entro due giorni lavorativi.",
        "ha ragione, l'ordine {number} doveva essere già da Lei e me ne scuso. Ho chiesto a {carrier} di dare la precedenza al pacco {tracking}.",
      ],
      notes: [
        "Promessa non mantenuta su {number}, {carrier} parla di volumi alti. Offrire la spedizione gratuita la prossima volta.",
        "Sentita la filiale {carrier} per {tracking}.",
      ],
    },
    stuck: {
      subjects: ["Pacco fermo", "Tracking fermo{n}", "Il mio pacco è andato perso?"],
      bodies: [
        [
          "formal",
          "il tracking del mio ordine{n} non cambia da circa una settimana e temo che il pacco sia andato perso. Potreste aprire una pratica con {carrier}?",
        ],
        [
          "formal",
          "il mio ordine{n} sembra bloccato: l'ultimo aggiornamento è di molti giorni fa e {carrier} non risponde al telefono. Come possiamo procedere?",
        ],
        ["short", "il tracking del mio ordine{n} è fermo da giorni. È andato perso?"],
        ["mobile", "il mio ordine{n} è bloccato da qualche parte, il tracking dice sempre la stessa cosa"],
        ["angry", "una settimana senza un solo aggiornamento sul mio ordine{n}! O lo trovate o mi ridate i soldi."],
      ],
      answers: [
        "capisco la preoccupazione. Ho aperto una pratica con {carrier} per il pacco {tracking}. Se non lo trovano entro tre giorni lavorativi, rispediamo l'ordine o La rimborsiamo, come preferisce.",
        "in effetti il pacco {tracking} non viene registrato da giorni. {carrier} lo sta cercando in filiale e Le scrivo per l'ordine {number} appena so di più.",
      ],
      notes: [
        "Nessuna scansione da una settimana su {tracking}: pratica aperta con {carrier}.",
        "Se {tracking} resta fermo, rispedire dal magazzino.",
      ],
    },
    damaged: {
      subjects: ["Articolo danneggiato", "Prodotto arrivato danneggiato{n}", "Problema con il mio ordine{n}"],
      bodies: [
        [
          "formal",
          "oggi è arrivato il mio ordine{n}, ma l'articolo «{item}» {damage}. La scatola sembrava integra. Ho fatto delle foto e posso inviarle: come devo procedere?",
        ],
        ["formal", "purtroppo devo segnalare che l'articolo «{item}» del mio ordine{n} {damage}. Vorrei riceverne uno nuovo."],
        ["short", "l'articolo «{item}» del mio ordine{n} {damage}. Potete mandarmene un altro?"],
        ["mobile", "appena aperto il mio ordine{n} e l'articolo {item} {damage} :( allego foto"],
        [
          "angry",
          "per il mio ordine{n} ho aspettato un'eternità, e adesso l'articolo «{item}» {damage}. Ma chi li prepara questi pacchi? Rivoglio i miei soldi.",
        ],
        ["mobile", "l'articolo {item} {damage}, è del mio ordine{n}, che faccio?"],
      ],
      answers: [
        "mi dispiace molto. Le foto bastano, non serve rispedire l'articolo «{item}». Preferisce la sostituzione o il rimborso?",
        "grazie per la segnalazione, ci scusiamo per il disagio. Un nuovo articolo «{item}» parte domani dal nostro magazzino, senza alcun costo per Lei.",
      ],
      notes: [
        "Foto a posto. Danno da trasporto, aprire reclamo con {carrier} per {tracking}.",
        "Secondo «{item}» danneggiato questo mese, avvisare il magazzino.",
      ],
    },
    wrongItem: {
      subjects: ["Articolo sbagliato", "Ho ricevuto il prodotto sbagliato{n}", "Non è quello che ho ordinato"],
      bodies: [
        ["formal", "nel pacco del mio ordine{n} ho trovato «{other}» al posto di «{item}». Come possiamo fare il cambio?"],
        ["short", "mi è arrivato «{other}» ma avevo chiesto «{item}» (è il mio ordine{n})."],
        ["mobile", "mi avete mandato {other} invece di {item}, è il mio ordine{n}"],
        ["angry", "ho pagato «{item}» e mi avete mandato «{other}». Qualcuno controlla i pacchi? Sistemate subito il mio ordine{n}."],
        ["formal", "credo ci sia stato uno scambio con il mio ordine{n}: in fattura c'è «{item}», nella scatola invece «{other}»."],
      ],
      answers: [
        "l'errore è nostro, ci scusi. L'articolo «{item}» parte oggi; tenga da parte l'altro, il corriere lo ritirerà gratuitamente.",
        "grazie per averci scritto. Ho prenotato il cambio per l'ordine {number}: il corriere porta «{item}» e ritira il prodotto sbagliato.",
      ],
      notes: ["Errore di prelievo su {number}, etichette scambiate.", "Cambio prenotato per {number}: rientra «{other}»."],
    },
    missingItem: {
      subjects: ["Articolo mancante{n}", "Ordine incompleto", "Manca qualcosa nel pacco"],
      bodies: [
        [
          "formal",
          "il mio ordine{n} è arrivato, ma nella scatola non c'era l'articolo «{item}», anche se compare nella distinta. Arriverà a parte?",
        ],
        ["short", "dal mio ordine{n} manca l'articolo «{item}»."],
        ["mobile", "pacco arrivato ma dentro non c'è l'articolo {item}?? è il mio ordine{n}"],
        ["angry", "ho pagato l'articolo «{item}» e nella scatola non c'è. Mandatemi in fretta quello che manca dal mio ordine{n}."],
      ],
      answers: [
        "mi dispiace che l'articolo «{item}» non fosse nella scatola. Ho controllato la foto dell'imballo dell'ordine {number} e Glielo spediamo oggi.",
        "grazie per la segnalazione. L'articolo mancante «{item}» parte domani e riceverà un numero di tracciamento a parte.",
      ],
      notes: [
        "Il peso del pacco di {number} è troppo basso, il cliente ha ragione.",
        "Rispedire il pezzo mancante di {number}, senza costi.",
      ],
    },
    cancel: {
      subjects: ["Vorrei annullare il mio ordine{n}", "Annullamento", "Richiesta di annullamento"],
      bodies: [
        [
          "formal",
          "vorrei annullare il mio ordine{n} perché ho scelto il prodotto sbagliato. Vi chiedo di confermarmi che non verrà spedito.",
        ],
        ["short", "per favore annullate il mio ordine{n}, l'ho trovato altrove a meno."],
        ["mobile", "potete annullare il mio ordine{n}? l'ho fatto due volte per sbaglio"],
        ["formal", "per un imprevisto non ho più bisogno di «{item}». È ancora possibile annullare il mio ordine{n}?"],
        ["angry", "un'ora fa ho chiesto di annullare il mio ordine{n} e risulta ancora in lavorazione. Annullatelo subito."],
      ],
      answers: [
        "fatto: l'ordine {number} è annullato e non partirà nulla. Se ha già pagato, l'importo verrà riaccreditato sullo stesso metodo di pagamento.",
        "ho fermato in tempo l'ordine {number}. Tra pochi minuti riceverà la conferma via e-mail.",
      ],
      notes: ["{number} non ancora imballato, si può annullare.", "Avvisato il magazzino di fermare {number}."],
    },
    addressChange: {
      subjects: ["Cambio indirizzo{n}", "Indirizzo di consegna sbagliato", "Altro indirizzo per il mio ordine"],
      bodies: [
        [
          "formal",
          "rileggendo la conferma ho visto solo ora che il mio ordine{n} riporta il vecchio indirizzo di {city}. È possibile consegnarlo in ufficio? Posso inviare subito i dati.",
        ],
        ["short", "sul mio ordine{n} c'è il numero civico sbagliato, si può ancora cambiare?"],
        ["mobile", "ho messo l'indirizzo sbagliato nel mio ordine{n}, potete cambiarlo?"],
        ["formal", "questa settimana non sarò a casa. È possibile far arrivare il mio ordine{n} in un punto di ritiro a {city}?"],
      ],
      answers: [
        "nessun problema. Mi risponda con il nuovo indirizzo completo e lo cambio sull'ordine {number} prima che passi il corriere.",
        "grazie per averci avvisato in tempo. Ho messo in attesa l'ordine {number} finché non mi manda il nuovo indirizzo.",
      ],
      notes: [
        "Tenere fermo {number} finché non arriva il nuovo indirizzo.",
        "Il nuovo indirizzo di {number} va comunicato anche al corriere.",
      ],
    },
    refundStatus: {
      subjects: ["Rimborso{n}", "Quando arriva il rimborso?", "Rimborso del mio ordine{n}"],
      bodies: [
        [
          "formal",
          "mi avete comunicato il rimborso del mio ordine{n}, ma sul conto non è ancora arrivato nulla. Potete verificare quando è stato disposto?",
        ],
        ["short", "avete già fatto il rimborso del mio ordine{n}?"],
        ["mobile", "ancora niente rimborso per il mio ordine{n}, quanto ci vuole?"],
        ["angry", "a prendere i soldi ci avete messo un attimo, a restituirli un'eternità. Dov'è il rimborso del mio ordine{n}?"],
        [
          "formal",
          "sto ancora aspettando il rimborso dell'articolo «{item}» del mio ordine{n}. La mia banca non vede alcun pagamento da parte vostra.",
        ],
      ],
      answers: [
        "abbiamo disposto il rimborso di {refund} per l'ordine {number}; a seconda della banca servono da tre a cinque giorni lavorativi.",
        "ho controllato l'ordine {number}: il rimborso di {refund} è stato accreditato sul metodo di pagamento usato ({payment}).",
      ],
      notes: [
        "Rimborso di {refund} su {number} eseguito, aspettare la banca.",
        "Se riscrive, mandare il riferimento del pagamento di {number}.",
      ],
    },
    return: {
      subjects: ["Reso{n}", "Come faccio il reso?", "Vorrei restituire un articolo"],
      bodies: [
        [
          "formal",
          "vorrei restituire l'articolo «{item}» del mio ordine{n} entro i 14 giorni. Potete inviarmi l'etichetta e le istruzioni?",
        ],
        ["short", "come faccio a restituire «{item}»? È del mio ordine{n}."],
        ["mobile", "l'articolo {item} non fa per me, come faccio il reso del mio ordine{n}?"],
        [
          "formal",
          "l'articolo «{item}» è bello ma non è come lo immaginavo. Vorrei restituire il mio ordine{n} e avere il rimborso. Chi paga la spedizione?",
        ],
        ["angry", "nella scatola del mio ordine{n} non c'è alcun modulo di reso e sul sito si gira in tondo. Come lo restituisco?"],
      ],
      answers: [
        "certamente. Le ho inviato con un'altra e-mail l'etichetta di reso per «{item}»; basta consegnare il pacco a {carrier}.",
        "può restituirlo entro 14 giorni dalla consegna. L'etichetta per l'ordine {number} è in arrivo e il reso è gratuito.",
      ],
      notes: ["Entro i 14 giorni, reso di {number} accettato.", "Etichetta di {number} inviata, aspettare il pacco."],
    },
    invoice: {
      subjects: ["Fattura{n}", "Richiesta fattura", "Mi serve la fattura"],
      bodies: [
        ["formal", "potreste inviarmi in PDF la fattura del mio ordine{n}? Mi serve per la dichiarazione dei redditi."],
        ["short", "con il mio ordine{n} non c'era la fattura. Me la mandate?"],
        ["formal", "avrei bisogno della fattura del mio ordine{n} intestata alla mia ditta. Quali dati Vi servono?"],
        ["mobile", "mi serve la fattura del mio ordine{n} il prima possibile"],
      ],
      answers: [
        "in allegato trova la fattura dell'ordine {number}. Mi faccia sapere se c'è qualcosa da correggere.",
        "ho inviato la fattura dell'ordine {number} ({total}) al Suo indirizzo e-mail.",
      ],
      notes: ["Fattura di {number} inviata di nuovo.", "{number}: sentire la contabilità prima di cambiare l'intestazione."],
    },
    productQuestion: {
      subjects: ["Domanda su un prodotto", "{item}", "Prima di ordinare"],
      bodies: [
        ["formal", "mi interessa «{item}». Potete dirmi se arriverà anche in altri colori e quanto tempo serve per la consegna a {city}?"],
        ["short", "l'articolo «{item}» è disponibile?"],
        ["mobile", "ma l'articolo {item} ha la garanzia?"],
        ["formal", "prima di ordinare «{item}» vorrei conoscere le misure esatte e sapere se posso restituirlo nel caso non vada bene."],
      ],
      answers: [
        "grazie per l'interesse verso «{item}». È disponibile e partirebbe il prossimo giorno lavorativo.",
        "per «{item}» la garanzia è di due anni e può restituirlo entro 14 giorni.",
      ],
      notes: ["Aggiungere questa domanda alla pagina di «{item}»."],
    },
    discountCode: {
      subjects: ["Il codice sconto non funziona", "Codice {code}", "Problema con il buono sconto"],
      bodies: [
        ["formal", "il codice {code} della vostra newsletter viene rifiutato quando provo a comprare «{item}». È ancora valido?"],
        ["short", "il codice {code} non funziona. Come mai?"],
        ["mobile", "il codice {code} dice non valido, volevo prendere {item}"],
        ["angry", "pubblicizzate {code} dappertutto e poi alla cassa non funziona. Non è corretto."],
      ],
      answers: [
        "il codice {code} non si può usare sui prezzi già scontati, e «{item}» al momento è in offerta. Posso offrirLe però la spedizione gratuita.",
        "ci scusi! Ho riattivato {code} per il Suo account; vale per sette giorni.",
      ],
      notes: ["{code} è scaduto; per una volta va bene come cortesia."],
    },
    locker: {
      subjects: ["Codice di ritiro", "Pacco al punto di ritiro{n}", "Problema al punto di ritiro"],
      bodies: [
        ["formal", "ho ricevuto l'avviso che il mio ordine{n} è pronto presso {point}, ma non il codice per ritirarlo. Potete inviarmelo?"],
        ["short", "sono presso {point} e non trovano il mio ordine{n}. Che cosa faccio?"],
        ["mobile", "non mi fanno ritirare il mio ordine{n} da {point}, manca il codice"],
        ["formal", "non riesco a passare da {point} prima del fine settimana. Per quanto tempo resta lì il mio ordine{n}?"],
      ],
      answers: [
        "il pacco {tracking} La aspetta presso {point}. Ho chiesto a {carrier} di inviare di nuovo il codice al Suo telefono.",
        "{carrier} conserva i pacchi presso {point} per alcuni giorni; ho chiesto di prolungare la giacenza di {tracking}.",
      ],
      notes: ["Chiesto a {carrier} di rimandare il codice per {tracking}."],
    },
  },
};
