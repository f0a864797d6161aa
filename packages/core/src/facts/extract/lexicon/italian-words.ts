import { type DateWords, type ItemWords, phrase, words } from "./lexicon.ts";

export const italianNumber = "(?:\\d{1,3}|un|una|uno|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|un paio di)";
const weekday = "(?:lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica|lun|mar|mer|gio|ven|sab|dom)";
const fullWeekday = "(?:lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica)'?";
const month =
  "(?:gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|gen|feb|mar|apr|mag|giu|lug|ago|sett?|ott|nov|dic)";
const dayPart = "(?: (?:mattina|pomeriggio|sera|notte))?";

export const italianColor =
  "(?:ner[oaie]|bianc[oa]|bianchi|bianche|ross[oaie]|blu|azzurr[oaie]|celest[ei]|verd[ei]|giall[oaie]|arancion[ei]|viola|rosa|marron[ei]|grigi[oae]?|beige|panna|avorio|turchese|oro|dorat[oaie]|argento|argentat[oaie]|bordeaux|bordo|lilla|ocra|fucsia|kaki|crema|antracite|senape|tortora|corallo)(?: (?:scur[oaie]|chiar[oaie]|notte|petrolio|navy|elettrico|bottiglia|oliva|militare|acqua|cipria|antico|salvia))?";

export const italianDates: DateWords = {
  date:
    `(?:l'?altro ieri|l'?altroieri|avant'?ieri|ieri l'?altro|ieri${dayPart}|oggi|stamattina|stamane|stasera|stanotte|questa (?:mattina|settimana|sera)|domani|dopodomani` +
    `|(?:lo |la )?(?:scors[oa]|passat[oa]) (?:${fullWeekday}|settimana|mese|anno|fine settimana|weekend)` +
    `|(?:la )?settimana (?:scorsa|passata)|(?:il )?mese (?:scorso|passato)|(?:lo )?scorso (?:mese|anno|weekend)|(?:il )?(?:weekend|fine settimana)(?: scorso)?` +
    `|${italianNumber} (?:giorn[oi]|settiman[ae]|mes[ei]|or[ae]) fa` +
    `|${fullWeekday}\\b(?: (?:scors[oa]|passat[oa]|prossim[oa]|\\d{1,2}(?: ${month})?))?${dayPart}` +
    `|\\d{1,2}° ?${month}\\b|(?:il )?\\d{1,2} ${month}\\b(?: (?:19|20)\\d{2})?|\\d{1,2}[/.]\\d{1,2}(?:[/.](?:20)?\\d{2})?(?![\\d/.]\\d)|\\d{4}-\\d{2}-\\d{2}` +
    `|il \\d{1,2}(?= |[.,!?;)]|$)(?! ?[x%€]| (?:euro|pezzi|giorni))|(?:inizio|fine|meta) (?:settimana|mese|${month})|${weekday} \\d{1,2}[/.]\\d{1,2})`,
  since: /\b(?:da|dal|dall'|dalla|dallo|a partire da|fin da|sin da)\s{0,3}(?:circa\s|ormai\s|gia\s)?$/,
  span: phrase(
    `\\b(?:(?:da|per|dopo) (?:(?:circa|ormai|gia|piu di|oltre|quasi|almeno|ben|tipo|solo|appena|solo) ){0,2}${italianNumber} (?:giorn[oi]|settiman[ae]|mes[ei]|or[ae])|(?:dal|fin dal|sin dal) (?:primo|secondo) (?:giorno|utilizzo|uso|lavaggio))(?![a-z])`,
  ),
  delivered:
    /\b(?:arriv(?:at[oaie]|ata|are|a|ava|asse|era|eranno|i)|consegn(?:at[oaie]|a|are|ata)|ricevut[oaie]|ricevo|ritirat[oa]|recapitat[oaie]|lasciat[oaie]|doveva|dovevano|sarebbe dovuto|avrebbe dovuto|previst[oaie]|entro|promess[oa]|attes[oa]|in consegna|mi e giunt[oa])\b/,
  happened:
    /\b(?:esplos[oaie]|spezzat[oaie]|inceppat[oaie]|crepat[oaie]|cigola|perde|puzza|gocciola|lampeggia|spars[oaie]|rott[oaie]|smess[oa]|successo|accort[oa]|notat[oa]|iniziat[oa]|cominciat[oa]|fermo|ferma|bloccat[oa]|non funziona|aspett(?:o|ando|iamo)|nessun|caduto|problema|scoperto|non si muove|addebit(?:o|ato))\b/,
  other:
    /\b(?:ordinat[oaie]|ordine|acquistat[oaie]|comprat[oaie]|pagat[oaie]|fattura|compleanno|nat[oa]|vacanza|part(?:o|iamo|e)|festa|matrimonio|scritto|chiamato|telefonato|mi serve|serviva)\b/,
};

export const italianItems: ItemWords = {
  order: "after",
  noun: words(`
    tazz[ae] tazzin[ae] teier[ae] bollitor[ei] lampad[ae] lampadari[oi]? lampadin[ae] lampadina candel[ae] vas[oi] piatt[oi] ciotol[ae] bicchier[ei] calic[ei] padell[ae] pentol[ae] coltell[oi] forchett[ae] cucchia[oi]?  bottigli[ae] borracci[ae] thermos barattol[oi] vassoi[oi]? cestin[oi]  cuscin[oi] feder[ae] piumon[ei] piumin[oi] copert[ae] lenzuol[oai] asciugaman[oi] tend[ae] tappet[oi] zerbin[oi] materass[oi] tovagli[ae] tovagliolo tovaglioli grembiul[ei] plaid
    sedi[ae] poltron[ae] tavol[oi] tavolin[oi] scrivani[ae] divan[oi] sgabell[oi] pancheo? panc[ah]e? mensol[ae] librer(?:ia|ie) armadi[oi]? cassettier[ae]  specchi[oi]? specchier[ae]  orologi[oi]? sveglia comodin[oi] scaffal[ei] appendiabiti portaombrelli quadr[oi] poster 
    magli[ae] magliett[ae] t-?shirt camici[ae] camicett[ae]  vestit[oi]  gonn[ae] pantalon[ei] pantaloncin[oi] jeans leggings felp[ae] maglion[ei] cardigan giacc[ah]e? giacchett[ae] giubbin[oi] giubbott[oi] cappott[oi] impermeabil[ei] parka gilet  pigiam[ai]  calzin[oi] calzett[oi] collant guant[oi] sciarp[ae] cappell[oi] cappellin[oi] berrett[oi] cintur[ae] cravatt[ae]  bikini reggiseno mutand[ae] boxer accappato[io]{1,2} vestagli[ae]
    scarp[ae] stival[ei] stivalett[oi] sneakers? sandal[oi] ciabatt[ae] pantofol[ae] mocassin[oi] decollete tacch[oi] infradito scarponi?
    bors[ae] borsett[ae] zain[oi] zainett[oi] portafogl[io]{1,2} valigi[ae] valigie trolley ombrell[oi] ombrellon[ei] occhial[ei] collan[ae] collanin[ae] braccial[ei] braccialett[oi] orecchin[oi] anell[oi] ciondol[oi]
     smartphone  cover custodi[ae] caricabatter(?:ia|ie) caricator[ei]  cavett[oi] cuffi[ae] cuffiett[ae] auricolar[ei] altoparlant[ei]  speaker tastier[ae] mouse monitor portatil[ei] tablet fotocamer[ae] treppied[ei] stampant[ei] router  powerbank adattator[ei] proiettor[ei] console joystick drone televisor[ei] tv smartwatch
    frullator[ei]  tostapane macinacaffe spremiagrumi friggitric[ei] forn[oi] fornett[oi] microonde frigorifer[oi] aspirapolver[ei]  asciugacapelli phon  piastr[ae] rasoi[oi]? spazzolin[oi] bilanci[ae] stuf[ae] stufett[ae] ventilator[ei] umidificator[ei] purificator[ei] moka  macchinett[ae] caffettier[ae] impastatric[ei] mixer minipimer grattugi[ae] tostier[ae] diffusor[ei]
     quadern[oi] agend[ae]  matit[ae] puzzle giocattol[oi] bambol[ae] peluche  trenin[oi] biciclett[ae] bici monopattin[oi] casc[oh]i? pattini racchett[ae] pallon[ei]  manubri tend[ae] tenda sacc[oh]i? amac[ah]e? barbecue griglia vas[oi]   fior[ei] bouquet sem[ie]   costruzioni
    crem[ae] siero sieri shampoo balsamo profum[oi] lozion[ei] sapon[ei] rossett[oi] mascara trucc[oh]i? palett[ae]    cioccolat[oi] cioccolatin[oi] vin[oi] miele marmellat[ae] integrator[ei] biscott[oi] panettone 
    passeggin[oi] lettin[oi] seggiolon[ei] seggiolin[oi] pannolin[oi] bavaglin[oi] bavagli guinzagl[io]{1,2} collar[ei] cucci[ae] acquari[oi]? trapan[oi] cacciavit[ei] martell[oi]   rubinett[oi] soffion[ei]  taglier[ei] contenitor[ei] portapranzo   attrezz[oi] portachiavi portacandele ghirland[ae] addobb[oi] decorazion[ei] sottobicchier[ei] insalatier[ae] zuccherier[ae] caraff[ae] brocc[ah]e? mocio  scrivania libro calz[ea] posate cornic[ei]
    tappetin[oi] segnalibr[oi] piastrell[ae] credenz[ae] lantern[ae] torci[ae] lett[oi] testier[ae] cassapanc[ah]e? tagliaerba tosaerba idropulitric[ei] compressor[ei] avvitator[ei] piscin[ae] gazebo sdraio chitarr[ae] violin[oi] vinil[ei] casseruol[ae] wok mestol[oi] scolapasta tegli[ae] stamp[oi] sciall[ei] poncho foulard bretell[ae] spill[ae] cavigliere? cavigliera canott[ae] polo bermuda body tutin[ae] ciucci[oi]? biberon fasciatoi[oi]? girell[oi] altalen[ae] scivol[oi] trampolin[oi] tricicl[oi] completin[oi] servizio lavatric[ei] lavastovigli[ae] asciugatric[ei] cappa climatizzator[ei] condizionator[ei] deumidificator[ei] termometr[oi] umidificatore vassoio mensol[ae] carrell[oi] pattumier[ae] stendino stendibiancheria lampion[ei] faretto faretti applique plafonier[ae] lampadin[ae] salvadanai[oi]? salvaschermo statuett[ae] quadrett[oi] agendin[ae] astuccio astucci zainett[oi] marsupi[oi]? beauty borson[ei] sdraiett[ae] sedil[ei] seggiolino`),
  weak: words(`
    telefon[oi] cellular[ei] abit[oi] scal[ae] ferr[oi] libri gioc[oh]i? cassett[oi] cav[oi] macchin[ae] fon cass[ae] penn[ae] set kit batteri[ae] cest[oaie] calze top tut[ae] stampa robot tub[oi] costum[ei] seg[ah]e? scop[ae] pall[ae] te caffe oli[oi]? piant[ae] ganci[o]? complet[oi] carrell[oi] sacc[oh]i? port[ae] supporto supporti gruppo`),
  time: words(
    `ieri oggi domani lunedi martedi mercoledi giovedi venerdi sabato domenica settiman[ae] mes[ei] giorn[oi] anni anno ore stamattina sempre prima mamma papa marito moglie figli[ao] mio mia circa tempo quando voi scors[oa] passat[oa] gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre stasera bene cosi due tre lui lei online nuovo`,
  ),
  color: new RegExp(`\\b${italianColor}(?![a-z])`),
  count: /(?<![a-z0-9.,/])(?<!le\s|i\s|gli\s)(due|tre|quattro|cinque|sei|sette|otto|nove|dieci|dodici|[2-9]|[1-9]\d)\s$/,
  owned:
    /\b(?:mio|mia|miei|mie|ordinat[oaie]|comprat[oaie]|acquistat[oaie]|ricevut[oaie]|arrivat[oaie]|ordine|pacco|reso|cambio|cambiare|rendere|restituire)\b/,
  replaced: /^\s{1,2}(?:invece|al posto|anziche)\s(?!che\sin\b|di\s(?:un[oa]|\d|due|tre|quattro|sei)\b)/,
  modifier: words(`
    ner[oaie] bianc[oa] bianchi bianche ross[oaie] blu azzurr[oaie] celest[ei] verd[ei] giall[oaie] arancion[ei] viola rosa marron[ei] grigi[oae]? beige panna avorio turchese oro dorat[oaie] argento argentat[oaie] bordeaux lilla ocra fucsia crema scur[oaie] chiar[oaie] antracite senape
    ceramica porcellana vetro legno rovere pino bambu metallo acciaio inox ghisa ottone rame pelle cuoio camoscio cotone lino lana seta velluto denim plastica gomma marmo pietra cristallo carta vimini rattan
    piccol[oaie] grand[ei] medi[oae]?  doppi[oae] singol[oaie] matrimonial[ei] elettric[oaie] elettriche wireless bluetooth portatil[ei] pieghevol[ei] impermeabil[ei] running invernal[ei] estiv[oaie] uomo donna bambin[oaie] neonato vintage rotond[oaie] quadrat[oaie] lung[oa] cort[oaie] termic[oaie] natalizi[oae]? sportiv[oaie] elegant[ei] usb led gaming yoga campeggio trekking caffe te vino cucina bagno giardino tavolo scrivania parete soffitto terra letto comodino muro viaggio mano piedi doccia spiaggia notte lavoro palestra corsa calcio cane gatto`),
  stop: words(`
    il lo la i gli le l un uno una del dello della dei degli delle al allo alla ai agli alle dal dalla dai dalle nel nella nei nelle sul sulla questo questa questi queste quello quella quelli quelle mio mia miei mie tuo tua vostro vostra vostri vostre suo sua nostro nostra loro
    e ed o ma pero perche che chi cui non piu gia ancora anche solo soltanto sempre mai molto troppo tutto tutta tutti tutte ogni qualche altro altra altri altre stesso stessa primo prima secondo seconda
    e' sono era erano essere stato stata stati state ho hai ha abbiamo avete hanno avevo aveva avere ordinato ordinata ordinati ordinate acquistato acquistata comprato comprata ricevuto ricevuta arrivato arrivata arrivati arrivate arriva spedito spedita inviato inviata mandato mandata vorrei voglio vuole vorremmo posso potete potrei devo serve servono funziona funzionano rotto rotta rotti rotte danneggiato danneggiata danneggiati danneggiate difettoso difettosa graffiato graffiata scheggiato scheggiata sbagliato sbagliata sbagliati sbagliate mancante mancanti manca mancano crepato crepata macchiato macchiata strappato strappata aperto aperta bucato bucata nuovo nuova nuovi nuove
    in su con per da di a ad fra tra se quando mentre dove come quindi poi oggi ieri grazie buongiorno salve ciao gentile invece taglia colore numero misura ordine pacco quanto
    si mi ti ci vi ne lo la li le resta ma anche pure cosi oppure della`),
  generic: words(
    `ordin[ei] pacc[oh]i? prodott[oi] articol[oi] cos[ae] merce consegn[ae] spedizion[ei] rimbors[oi] sold[oi] corrier[ei] scatol[ae] etichett[ae] fattur[ae] mail email messaggi[oi]? numer[oi] tracking stato informazion[ei] indirizzo acquist[oi] account sito negozio link problem[ai] domand[ae] risposta nient[e] taglia colore pagamento foto coperchi[oi]? manic[oi] parte parti pezz[oi] giorn[oi] settiman[ae] mes[ei] sconto prezzo reso cambio regal[oi] conferma assistenza servizio vicin[oi] port[ae] casa lavoro ufficio chiamata qualita confezion[ei] imballo imballaggio paio volt[ae] ordinazione`,
  ),
  joiner: words("di da in a con per d del della"),
  frames: [
    phrase(
      "\\b(?:ordinato|acquistato|comprato|preso|restituire|rendere|cambiare|reso (?:di|per)|sostituire) (?:un|una|uno|il|lo|la|i|gli|le|l'|dei|delle|degli|questo|questa|due|tre|quattro|\\d{1,2})(?: |(?<='))(?<v>[a-z][a-z' -]{2,60})",
    ),
    phrase(
      "\\b(?:il|lo|la|i|gli|le|l'|mio|mia|miei|mie)(?: |(?<='))(?<v>[a-z][a-z'-]{2,24}(?: [a-z][a-z'-]{1,24}){0,3}?) (?:che (?:ho|avevo|abbiamo) (?:ordinato|acquistato|comprato|ricevuto|preso)|(?:e |sono )?arrivat[oaie]|non funzion(?:a|ano)|si (?:e|sono) rott[oaie])\\b",
    ),
  ],
};
