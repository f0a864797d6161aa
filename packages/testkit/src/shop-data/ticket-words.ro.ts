import type { TicketWords } from "./ticket-words.ts";

export const ticketWordsRo: TicketWords = {
  greetings: {
    formal: ["Bună ziua,", "Stimată echipă {shop},", "Bună seara,", "Bună dimineața,"],
    short: ["Bună ziua,", "Bună,", ""],
    angry: ["", "Bună ziua,"],
    mobile: ["", "bună"],
  },
  signatures: {
    formal: ["Cu stimă,\n{name}", "Vă mulțumesc,\n{name}", "O zi bună,\n{name}\n{phone}", "Mulțumesc anticipat,\n{name}"],
    short: ["Mulțumesc, {first}", "{first}", "Mersi", ""],
    angry: ["{name}", ""],
    mobile: ["", "mersi", "{first}", "Trimis de pe telefon"],
  },
  answerGreetings: ["Bună ziua, {first},", "Bună, {first},", "Bună ziua, {name},"],
  answerSignatures: ["Cu drag,\n{agent}", "O zi frumoasă,\n{agent}, {shop}"],
  numberMentions: [" #{number}", " nr. {number}", " {number}", " cu numărul {number}", " (nr. {number})"],
  trackingSentences: ["AWB-ul este {tracking}.", "AWB: {tracking} ({carrier}).", "De la {carrier} am primit AWB-ul {tracking}."],
  damage: {
    fragile: ["a ajuns spart", "a ajuns ciobit", "a ajuns făcut bucăți"],
    textile: ["are o gaură", "a ajuns descusut", "are o pată care era acolo dinainte"],
    other: ["a ajuns zgâriat", "este lovit pe o parte", "a ajuns deteriorat și nu poate fi folosit"],
  },
  thanks: [
    "Mulțumesc, {agent}, m-am lămurit.",
    "Perfect, mulțumesc pentru răspunsul rapid despre „{item}”!",
    "Super, mulțumesc că ați rezolvat.\n{first}",
    "ok, mersi mult {agent}, e în regulă acum",
    "Vă mulțumesc pentru ajutor. O zi bună!\n{name}",
    "V-ați mișcat repede, mai comand și altă dată.\n{first}",
  ],
  followUps: [
    "Îmi cer scuze că insist, dar de la mesajul dumneavoastră nu s-a schimbat nimic. Aveți noutăți despre „{item}”?",
    "De atunci nu am mai primit nicio veste. Vă rog să îmi scrieți astăzi.\n{name}",
    "Aveți vreo veste, {agent}? A trecut ceva timp.",
    "alo?? tot aștept {item}",
    "Mi-ați spus să aștept și am așteptat. Ce facem acum?\n{first}",
  ],
  topics: {
    whereIsMyOrder: {
      subjects: ["Unde este comanda mea{n}?", "Întrebare despre comanda mea", "Data livrării"],
      bodies: [
        [
          "formal",
          "Am plasat comanda mea{n} acum câteva zile și după confirmare nu am mai primit nicio veste. Îmi puteți spune când ajunge în {city}?",
        ],
        ["formal", "Aș dori să știu în ce stadiu este comanda mea{n}, ca să fiu acasă când vine curierul."],
        ["short", "Aveți noutăți despre comanda mea{n}? E cea cu „{item}”."],
        ["short", "Unde este comanda mea{n}? Nu găsesc linkul de urmărire."],
        ["mobile", "când ajunge comanda mea{n}?"],
        ["mobile", "vreo veste despre comanda mea{n}? îmi trebuie până în weekend"],
        ["angry", "Întreb a doua oară de comanda mea{n}. Unde este?"],
      ],
      answers: [
        "Coletul este la {carrier}, AWB {tracking}, în drum spre {city}. Îl puteți urmări aici: {trackingUrl}",
        "Mulțumim pentru mesaj. Am verificat comanda {number}: totul decurge normal și veți primi un mesaj imediat ce se schimbă starea.",
        "M-am uitat la comanda {number} cu „{item}”: este în termen și nu trebuie să faceți nimic.",
      ],
      notes: ["Comanda {number} este în termen, nimic neobișnuit.", "Am verificat linkul, coletul se mișcă: {trackingUrl}"],
    },
    late: {
      subjects: ["Întârziere la livrare{n}", "Comanda mea{n} întârzie", "Nu a ajuns nimic"],
      bodies: [
        ["formal", "Comanda mea{n} trebuia să fie deja livrată, data promisă pe site a trecut. Puteți afla ce s-a întâmplat?"],
        [
          "formal",
          "Vă scriu în legătură cu comanda mea{n}, în care se află „{item}”. Trebuia să ajungă acum câteva zile și este un cadou de ziua cuiva. Când o pot primi?",
        ],
        ["angry", "Mi-ați promis livrarea la timp și comanda mea{n} tot NU a ajuns. Nu e serios deloc."],
        ["angry", "Comanda mea{n} întârzie, iar {carrier} mă trimite la dumneavoastră. Cine îmi spune unde este coletul?"],
        ["short", "Comanda mea{n} trebuia să ajungă acum câteva zile. Ce se întâmplă?"],
        ["mobile", "comanda mea{n} întârzie, nu trebuia să fie deja aici??"],
      ],
      answers: [
        "Îmi pare rău pentru întârziere. {carrier} a scanat coletul în ultimele ore, deci este din nou în mișcare; urmăresc eu AWB-ul {tracking} și vă scriu dacă nu ajunge în {city} în două zile lucrătoare.",
        "Aveți dreptate, comanda {number} trebuia să fie deja la dumneavoastră și îmi cer scuze. Am rugat {carrier} să dea prioritate coletului {tracking}.",
      ],
      notes: [
        "Promisiune încălcată la {number}, {carrier} spune că are volum mare. De oferit transport gratuit data viitoare.",
        "Am întrebat depozitul {carrier} de {tracking}.",
      ],
    },
    stuck: {
      subjects: ["Colet blocat", "AWB fără mișcare{n}", "S-a pierdut coletul?"],
      bodies: [
        [
          "formal",
          "Starea coletului pentru comanda mea{n} nu s-a mai schimbat de aproximativ o săptămână și mă tem că s-a pierdut. Puteți deschide o sesizare la {carrier}?",
        ],
        [
          "formal",
          "Comanda mea{n} pare blocată: ultima scanare este de acum multe zile, iar {carrier} nu răspunde la telefon. Cum procedăm?",
        ],
        ["short", "Comanda mea{n} stă pe loc de zile întregi. S-a pierdut?"],
        ["mobile", "comanda mea{n} e blocată pe undeva, awb-ul arată același lucru în fiecare zi"],
        ["angry", "O săptămână fără nicio scanare la comanda mea{n}! Ori o găsiți, ori îmi dați banii înapoi."],
      ],
      answers: [
        "Înțeleg îngrijorarea. Am deschis o sesizare la {carrier} pentru coletul {tracking}. Dacă nu îl găsesc în trei zile lucrătoare, trimitem comanda din nou sau vă returnăm banii, cum preferați.",
        "Într-adevăr, coletul {tracking} nu a mai fost scanat de câteva zile. {carrier} îl caută acum în depozit și vă scriu despre comanda {number} imediat ce aflu mai multe.",
      ],
      notes: [
        "Nicio scanare de o săptămână la {tracking}: sesizare deschisă la {carrier}.",
        "Dacă {tracking} rămâne pe loc, retrimitem din stoc.",
      ],
    },
    damaged: {
      subjects: ["Produs deteriorat", "Produs ajuns deteriorat{n}", "Problemă cu comanda mea{n}"],
      bodies: [
        [
          "formal",
          "Astăzi a ajuns comanda mea{n}, dar produsul „{item}” {damage}. Cutia părea intactă. Am făcut poze și le pot trimite. Ce trebuie să fac?",
        ],
        ["formal", "Din păcate, produsul „{item}” din comanda mea{n} {damage}. Aș dori să primesc altul."],
        ["short", "Produsul „{item}” din comanda mea{n} {damage}. Îmi puteți trimite altul?"],
        ["mobile", "am desfăcut acum comanda mea{n} și produsul {item} {damage} :( am poze"],
        [
          "angry",
          "Comanda mea{n} a venit după o veșnicie, iar acum produsul „{item}” {damage}. Cine împachetează la voi? Vreau banii înapoi.",
        ],
        ["mobile", "produsul {item} {damage}, e din comanda mea{n}, ce fac acum?"],
      ],
      answers: [
        "Îmi pare foarte rău. Pozele sunt suficiente, nu este nevoie să trimiteți înapoi produsul „{item}”. Preferați înlocuirea sau returnarea banilor?",
        "Mulțumim că ne-ați anunțat și ne cerem scuze. Un nou produs „{item}” pleacă mâine din depozit, fără niciun cost pentru dumneavoastră.",
      ],
      notes: [
        "Pozele sunt bune. Daună la transport, de făcut reclamație la {carrier} pentru {tracking}.",
        "Al doilea „{item}” deteriorat luna asta, de anunțat depozitul.",
      ],
    },
    wrongItem: {
      subjects: ["Produs greșit", "Am primit alt produs{n}", "Nu este ce am comandat"],
      bodies: [
        ["formal", "În coletul cu comanda mea{n} am găsit „{other}” în loc de „{item}”. Cum putem face schimbul?"],
        ["short", "Am primit „{other}”, dar eu am cerut „{item}” (este comanda mea{n})."],
        ["mobile", "mi-ați trimis {other} în loc de {item}, e comanda mea{n}"],
        ["angry", "Am plătit pentru „{item}” și mi-ați trimis „{other}”. Verifică cineva coletele? Rezolvați imediat comanda mea{n}."],
        ["formal", "Cred că s-a produs o încurcătură la comanda mea{n}: pe factură apare „{item}”, iar în cutie era „{other}”."],
      ],
      answers: [
        "Greșeala este a noastră, ne cerem scuze. Produsul „{item}” pleacă astăzi; vă rugăm să păstrați celălalt produs, curierul îl ridică gratuit.",
        "Mulțumim pentru mesaj. Am programat schimbul pentru comanda {number}: curierul aduce „{item}” și ia produsul greșit.",
      ],
      notes: ["Greșeală de pregătire la {number}, etichete inversate.", "Schimb programat la {number}: se întoarce „{other}”."],
    },
    missingItem: {
      subjects: ["Produs lipsă{n}", "Comandă incompletă", "Lipsește ceva din colet"],
      bodies: [
        ["formal", "Comanda mea{n} a ajuns, dar produsul „{item}” nu era în cutie, deși apare pe lista de livrare. Vine separat?"],
        ["short", "Din comanda mea{n} lipsește „{item}”."],
        ["mobile", "a venit coletul dar nu e și {item} în el?? e comanda mea{n}"],
        ["angry", "Am plătit pentru „{item}” și nu este în cutie. Trimiteți repede ce lipsește din comanda mea{n}."],
      ],
      answers: [
        "Îmi pare rău că produsul „{item}” nu era în cutie. Am verificat poza de la ambalare pentru comanda {number} și vi-l trimitem astăzi.",
        "Mulțumim că ne-ați scris. Produsul lipsă „{item}” pleacă mâine și veți primi un AWB separat.",
      ],
      notes: ["Greutatea coletului la {number} este prea mică, clientul are dreptate.", "De retrimis ce lipsește din {number}, fără cost."],
    },
    cancel: {
      subjects: ["Vă rog să anulați comanda mea{n}", "Anulare comandă", "Anulare"],
      bodies: [
        [
          "formal",
          "Doresc să anulez comanda mea{n}, deoarece am ales din greșeală alt produs. Vă rog să confirmați că nu va fi expediată.",
        ],
        ["short", "Vă rog să anulați comanda mea{n}, am găsit mai ieftin în altă parte."],
        ["mobile", "puteți anula comanda mea{n}? am comandat de două ori din greșeală"],
        ["formal", "A apărut ceva neprevăzut și nu mai am nevoie de „{item}”. Mai este posibil să anulez comanda mea{n}?"],
        ["angry", "V-am cerut acum o oră să anulați comanda mea{n} și tot în procesare apare. Anulați-o, vă rog, acum."],
      ],
      answers: [
        "Gata, comanda {number} este anulată și nu se expediază nimic. Dacă ați plătit deja, suma se întoarce pe aceeași cale.",
        "Am oprit la timp comanda {number}. Primiți confirmarea pe e-mail în câteva minute.",
      ],
      notes: ["{number} nu este ambalată, se poate anula.", "Am anunțat depozitul să oprească {number}."],
    },
    addressChange: {
      subjects: ["Schimbare adresă{n}", "Adresă de livrare greșită", "Altă adresă pentru comanda mea"],
      bodies: [
        [
          "formal",
          "Am observat că pe comanda mea{n} apare adresa veche din {city}. Se poate livra la birou? Vă pot trimite datele imediat.",
        ],
        ["short", "La comanda mea{n} e greșit numărul de la adresă, se mai poate schimba?"],
        ["mobile", "am pus adresa greșită la comanda mea{n}, o puteți schimba?"],
        ["formal", "Săptămâna aceasta nu voi fi acasă. Este posibil ca comanda mea{n} să ajungă la un punct de ridicare din {city}?"],
      ],
      answers: [
        "Nicio problemă. Răspundeți-mi cu noua adresă completă și o schimb la comanda {number} înainte să vină curierul.",
        "Mulțumim că ne-ați anunțat la timp. Am pus în așteptare comanda {number} până îmi trimiteți noua adresă.",
      ],
      notes: ["De ținut pe loc {number} până vine adresa nouă.", "Adresa nouă pentru {number} trebuie comunicată și curierului."],
    },
    refundStatus: {
      subjects: ["Rambursare{n}", "Când primesc banii înapoi?", "Banii pentru comanda mea{n}"],
      bodies: [
        [
          "formal",
          "M-ați anunțat că primesc banii înapoi pentru comanda mea{n}, dar în cont nu a intrat încă nimic. Puteți verifica când a fost trimisă suma?",
        ],
        ["short", "Ați trimis banii înapoi pentru comanda mea{n}?"],
        ["mobile", "încă nu am banii pentru comanda mea{n}, cât durează?"],
        ["angry", "Banii mi i-ați luat pe loc, dar de dat înapoi nu vă grăbiți. Unde este rambursarea pentru comanda mea{n}?"],
        [
          "formal",
          "Aștept în continuare rambursarea pentru produsul „{item}” din comanda mea{n}. Banca mea nu vede nicio plată de la dumneavoastră.",
        ],
      ],
      answers: [
        "Am efectuat rambursarea de {refund} pentru comanda {number}; în funcție de bancă, suma apare în trei până la cinci zile lucrătoare.",
        "Am verificat comanda {number}: suma de {refund} a fost returnată prin metoda de plată folosită ({payment}).",
      ],
      notes: [
        "Rambursarea de {refund} la {number} este făcută, așteptăm banca.",
        "Dacă revine, de trimis referința plății pentru {number}.",
      ],
    },
    return: {
      subjects: ["Retur{n}", "Cum fac un retur?", "Aș vrea să returnez un produs"],
      bodies: [
        [
          "formal",
          "Aș dori să returnez produsul „{item}” din comanda mea{n} în termenul de 14 zile. Îmi puteți trimite eticheta și instrucțiunile?",
        ],
        ["short", "Cum returnez „{item}”? Este din comanda mea{n}."],
        ["mobile", "{item} nu e ce îmi trebuie, cum fac retur la comanda mea{n}?"],
        [
          "formal",
          "Produsul „{item}” este frumos, dar nu așa mi-l imaginam. Aș vrea să returnez comanda mea{n} și să primesc banii înapoi. Cine plătește transportul?",
        ],
        ["angry", "În cutia cu comanda mea{n} nu este niciun formular de retur, iar pe site nu se găsește nimic. Cum o trimit înapoi?"],
      ],
      answers: [
        "Desigur. V-am trimis într-un e-mail separat eticheta de retur pentru „{item}”; este suficient să predați coletul la {carrier}.",
        "Puteți returna produsul în 14 zile de la livrare. Eticheta pentru comanda {number} este pe drum, iar returul este gratuit.",
      ],
      notes: ["În termenul de 14 zile, retur acceptat la {number}.", "Etichetă trimisă pentru {number}, așteptăm coletul."],
    },
    invoice: {
      subjects: ["Factură{n}", "Solicitare factură", "Am nevoie de factură"],
      bodies: [
        ["formal", "Vă rog să îmi trimiteți factura pentru comanda mea{n} în format PDF. Am nevoie de ea pentru contabilitate."],
        ["short", "Nu am primit factura la comanda mea{n}. O puteți trimite pe mail?"],
        ["formal", "Aș avea nevoie de factura pentru comanda mea{n} pe firmă. Ce date trebuie să vă trimit?"],
        ["mobile", "îmi trebuie factura de la comanda mea{n} cât mai repede"],
      ],
      answers: [
        "Factura pentru comanda {number} este atașată. Spuneți-mi dacă trebuie corectat ceva.",
        "Am trimis factura pentru comanda {number} ({total}) pe adresa dumneavoastră de e-mail.",
      ],
      notes: ["Factura pentru {number} a fost retrimisă.", "{number}: de întrebat contabilitatea înainte de a schimba numele."],
    },
    productQuestion: {
      subjects: ["Întrebare despre un produs", "{item}", "Înainte de a comanda"],
      bodies: [
        [
          "formal",
          "Mă interesează produsul „{item}”. Îmi puteți spune dacă va fi disponibil și în alte culori și cât durează livrarea în {city}?",
        ],
        ["short", "Mai aveți pe stoc „{item}”?"],
        ["mobile", "produsul {item} are garanție?"],
        ["formal", "Înainte de a comanda „{item}”, aș dori să știu dimensiunile exacte și dacă îl pot returna în caz că nu se potrivește."],
      ],
      answers: [
        "Mulțumim pentru interesul față de „{item}”. Este pe stoc și ar pleca în următoarea zi lucrătoare.",
        "Produsul „{item}” are garanție de doi ani și poate fi returnat în 14 zile.",
      ],
      notes: ["De adăugat întrebarea pe pagina produsului „{item}”."],
    },
    discountCode: {
      subjects: ["Codul de reducere nu merge", "Cod {code}", "Problemă cu voucherul"],
      bodies: [
        ["formal", "Codul {code} din newsletter nu este acceptat când încerc să cumpăr „{item}”. Mai este valabil?"],
        ["short", "Codul {code} nu funcționează. De ce?"],
        ["mobile", "codul {code} zice că nu e valid, voiam să iau {item}"],
        ["angry", "Faceți reclamă peste tot la {code} și la plată nu funcționează. Nu este corect."],
      ],
      answers: [
        "Codul {code} nu se cumulează cu prețurile reduse, iar „{item}” este la promoție acum. Vă pot oferi în schimb transport gratuit.",
        "Ne cerem scuze! Am reactivat {code} pentru contul dumneavoastră; este valabil șapte zile.",
      ],
      notes: ["{code} a expirat; o singură dată putem face o excepție."],
    },
    locker: {
      subjects: ["Cod de ridicare", "Colet la punctul de ridicare{n}", "Problemă la locker"],
      bodies: [
        ["formal", "Am primit mesajul că mă așteaptă comanda mea{n} la {point}, dar nu și codul de deschidere. Mi-l puteți trimite?"],
        ["short", "Sunt la {point} și nu găsesc comanda mea{n}. Ce fac?"],
        ["mobile", "nu se deschide sertarul la {point}, e comanda mea{n}"],
        ["formal", "Nu pot ajunge la {point} înainte de weekend. Cât timp rămâne acolo comanda mea{n}?"],
      ],
      answers: [
        "Coletul {tracking} vă așteaptă la {point}. Am rugat {carrier} să trimită din nou codul pe telefonul dumneavoastră.",
        "{carrier} păstrează coletele la {point} câteva zile; am cerut prelungirea pentru {tracking}.",
      ],
      notes: ["Am cerut la {carrier} retrimiterea codului pentru {tracking}."],
    },
  },
};
