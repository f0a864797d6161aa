import type { Lexicon } from "./lexicon.ts";

/** Second person forms, with and without "to us" at their end. */
const imperative =
  "(?:mand(?:i|a|ate)|invi(?:i|a|ate)|indic(?:hi|a|ate)|comunic(?:hi|a|ate)|forni(?:sca|sci|te|scano)|scriv(?:a|i|ete)|alleg(?:hi|a|ate)|d(?:ica|immi|icci|itemi|iteci|ite)|gir(?:i|a|ate)|pass(?:i|a|ate)|lasc(?:i|ia|iate)|carich(?:i)|carica|caricate|specific(?:hi|a|ate)|precis(?:i|a|ate)|descriv(?:a|i|ete)|spieg(?:hi|a|ate)|raccont(?:i|a|ate)|quantific(?:hi|a|ate)|fotograf(?:i|a|ate)|rid(?:ica|ici|ice)|ritrov(?:i|a)|reinvi(?:i|a)|segnal(?:i|a|ate)|ricord(?:i|a|ate)|ripet(?:a|i|ete)|condivid(?:a|i|ete)|inser(?:isca|isci|ite)|compil(?:i|a|ate)|aggiung(?:a|i|ete)|trasmett(?:a|i|ete)|scatt(?:i|a|ate)|faccia|fai|fate|ri(?:scriv|mand|d)(?:a|i|ica|ia|ici|iate)|ridai|ridia|ridate|rimandi|reinvi(?:i|a|ate)|copi(?:i|a|ate)|incoll(?:i|a)|rispond(?:a|i|ete)(?: a questa (?:mail|e-mail|email))? con|riport(?:i|a|ate)|elenc(?:hi|a|ate)|scelga|scegli|scegliete|mostr(?:i|a|ate)|mett(?:a|i|ete)|dia|date|chiarisca|chiarisci)";
const clitic =
  "(?:(?:manda|invia|indica|comunica|scrivi|scrive|gira|passa|lascia|ricorda|ripeti|ripete|spiega|descrivi|descrive|allega|specifica|precisa|mostra|condividi|rimanda|reinvia|riscrivi|riscrive|racconta|segnala|anticipa|inoltra|fornisci|forni|rida|trova|elenca|conferma)(?:te)?|dim|dic|dite|ridim|dam|dac|date|fam|fac|fate)(?:mi|ci)(?:l[oaie]|ne)?";
const infinitiveUs =
  "(?:mandar|inviar|indicar|raccontar|comunicar|fornir|scriver|dir|girar|passar|lasciar|specificar|precisar|descriver|spiegar|ricordar|ripeter|condivider|trasmetter|mostrar|dar|allegar|rimandar|reinviar|riscriver|ridir|anticipar|segnalar|riportar|inoltrar|elencar)(?:mi|ci|celo|cela|celi|cele|melo|mela|meli|mele|cene|mene)";
const infinitive =
  "(?:copiare|incollare|mandare|inviare|indicare|comunicare|fornire|scrivere|dire|girare|passare|lasciare|specificare|precisare|descrivere|spiegare|raccontare|quantificare|chiarire|fotografare|ricordare|ripetere|condividere|trasmettere|mostrare|dare|allegare|rimandare|reinviare|caricare|scattare|fare|inserire|compilare|aggiungere|riportare|inoltrare|avere|sapere|controllare|recuperare|scegliere|rispondere con|segnalare|elencare|chiarire|vedere|ricevere)";
const soft =
  "(?:gentilmente |cortesemente |per favore |per cortesia |per piacere |anche |magari |solo |semplicemente |prima |intanto |nuovamente |di nuovo |ancora |pure |poi |quindi |un attimo |subito |pf |x favore |cmq |almeno )";

/** Words that ask in Italian. */
export const italianAsks: Pick<
  Lexicon,
  | "asks"
  | "questionAsks"
  | "looseAsks"
  | "nearAsks"
  | "openers"
  | "confirms"
  | "afterNoun"
  | "headers"
  | "fillers"
  | "politeFillers"
  | "pronouns"
  | "carriedPronouns"
> = {
  asks: [
    clitic,
    "(?:corriere|magazzino|fornitore|produttore|colleghi|tecnico|banca|assicurazione|vettore|spedizioniere|reparto|ufficio|amministrazione)(?: (?!le |ti |vi |non )\\w{1,12}){0,2} (?:richiede|richiedono|chiede|chiedono|vuole|vogliono|vorrebbe|vorrebbero|pretende|esige|ha bisogno|hanno bisogno|avrebbe bisogno|necessita|ha richiesto|ha chiesto|hanno chiesto)(?: (?:di|del|della|dell'|dei|delle))?",
    "(?:sarebbe|sareste|saresti) (?:cosi |tanto )?(?:gentile|cortese|gentili)(?: da| di)?",
    "(?:avrebbe|avresti|ha|hai|abbia) (?:la cortesia|la gentilezza|la possibilita|modo|possibilita) di",
    "(?:e|sarebbe|risulta) (?:fondamentale|essenziale|importante|urgente) (?:avere|ricevere|sapere|conoscere)",
    "(?:altrimenti|cosi) non (?:posso|possiamo|riesco|riusciamo)",
    `(?:mi|ci|me|ce|melo|celo|me lo|ce lo|me la|ce la|me li|ce li|me le|ce le) (?:può |puo |puoi |potrebbe |potresti |potete |potreste |riesce a |riesci a |sa |sai |sapete |sapreste |saprebbe |sapresti ){0,2}${soft}{0,2}(?:${imperative}|${infinitive}|manda|invia|riscrivi|riscrive|rimandi|rimanda|ridai|rida|ripeti|dice|dici|scrive|scrivi|indica|comunica|fornisce|fornisci|gira|passa|lascia|allega|specifica|precisa|descrive|descrivi|spiega|spieghi|ricorda|ricordi|ripete|racconta|racconti|chiarisce|quantifica|segnala|elenca|reinvia|reinvii|ridice|ridici|fa (?:avere|sapere)|fai (?:avere|sapere)|faccia (?:avere|sapere)|facciate (?:avere|sapere)|da|dai|conferma|serve|servono|servirebbe|servirebbero|servira|occorre|occorrono|occorrerebbe|manca|mancano|mancherebbe|necessita|bastano|basta)`,
    `(?:puo|puoi|potrebbe|potresti|potete|potreste|potra|riesce|riesci|riuscite|riuscirebbe|riusciresti|saprebbe|sapresti|sa|sai|sapete|sapreste|le dispiace|ti dispiace|le dispiacerebbe|ti dispiacerebbe|vi dispiace|ti va di|le andrebbe di|dovrebbe|dovresti|dovreste|deve|devi|dovete|bisognerebbe|bisogna|occorre|sarebbe (?:utile|opportuno|d'aiuto|necessario|ideale|perfetto|bene|possibile)|e (?:necessario|indispensabile|possibile|utile)|basta|bastera|le basta|ti basta) ?(?:${soft}|a |di |che |lei |tu |se |ci |mi ){0,3}(?:${infinitiveUs}|${infinitive}|${imperative})`,
    `(?:la |ti |vi |le )?(?:prego|preghiamo|pregherei|pregheremmo|chiedo|chiediamo|chiederei|chiederemmo|invitiamo|invito|chiedo gentilmente|chiediamo gentilmente|chiediamo cortesemente|si prega|si richiede|volevo chieder(?:le|ti|vi)|vorrei chieder(?:le|ti|vi)|volevamo chieder(?:le|ti|vi)|vorremmo chieder(?:le|ti|vi)|devo chieder(?:le|ti|vi)|dobbiamo chieder(?:le|ti|vi)|sono a chieder(?:le|ti|vi)|siamo a chieder(?:le|ti|vi)|posso chieder(?:le|ti|vi)|possiamo chieder(?:le|ti|vi)|mi permetto di chieder(?:le|ti|vi)|dovrei chieder(?:le|ti|vi)|gradirei|gradiremmo)(?: (?:quindi|pertanto|gentilmente|cortesemente|anche|solo|solamente|di nuovo|nuovamente|inoltre|dunque|per favore|poi))*(?: (?:di|ad?|che|se))?(?: (?:puo|potrebbe|potresti|puoi))?(?: (?:voler|volerci|volermi))?(?: (?:${infinitiveUs}|${infinitive}|${imperative}))?`,
    `${infinitiveUs}`,
    `(?:per favore|per cortesia|cortesemente|gentilmente|x favore|per piacere|pf)[,:]? (?:ci |mi |a |di )?(?:${imperative}|${infinitiveUs}|${infinitive}|conferm\\w{1,4})`,
    "(?:avrei|avremmo|ho|abbiamo|avro|avremo) (?:solo |ancora |anche |inoltre |urgentemente |quindi |pero |comunque |bisogno solo |solamente )*(?:bisogno|necessita)(?: (?:solo|anche|soltanto|pero|ancora|solamente))?(?: (?:di |del |della |dell'|dei |delle |che ))?(?!(?:piu )?tempo|verificare|controllare|contattare)",
    "(?:necessit(?:o|iamo|erei|eremmo)|mi servirebbe|ci servirebbe|mi servirebbero|ci servirebbero|mi serve|ci serve|mi servono|ci servono|ci servira|ci occorre|ci occorrono|mi occorre|mi occorrono|servirebbe|serve|servono|servirebbero|occorre|occorrono|occorrerebbe)(?: (?:solo|anche|ancora|pero|soltanto|sapere|avere|conoscere|quindi|inoltre))*(?! (?:che il corriere|tempo|qualche giorno|\\d))",
    "(?:poss(?:o|iamo)|potrei|potremmo|si puo|sarebbe possibile|e possibile)(?: (?:gentilmente|anche|solo|per favore))*(?: (?:avere|ricevere|sapere|conoscere|vedere|chieder(?:le|ti|vi)))",
    "(?:vorrei|vorremmo|volevo|volevamo|dovrei|dovremmo|mi piacerebbe|ci piacerebbe|devo|dobbiamo)(?: (?:anche|solo|prima))*(?: (?:avere|ricevere|sapere|conoscere|capire))",
    "(?:non|nn) (?:vedo|ho capito|abbiamo capito|mi e chiar[oa]|ci e chiar[oa]|e chiar[oa]|capisco|capiamo|so|sappiamo(?! ancora)|vediamo|trovo|troviamo|ho trovato|abbiamo trovato|riesco a trovare|riusciamo a trovare|ho|abbiamo|abbiamo ricevuto|ho ricevuto|risulta|risultano|leggo|riesco a vedere|riusciamo a vedere|mi risulta|ci risulta|compare|e indicat[oa]|e presente|c'e|ci sono|e stat[oa] indicat[oa])(?: (?:ancora|pero|purtroppo|nessun[ao]?|alcun[ao]?))*(?! (?:nessun problema|ricevuto risposta))",
    "(?:manca|mancano|mancherebbe|mancherebbero|mancava|mancavano)(?: (?:solo|ancora|pero|soltanto|anche|solamente|purtroppo))*(?= (?:il |la |lo |l'|le |i |un|gli |suo |tuo |anche))",
    "(?:non|nn) (?:ha|hai|avete|ci ha|mi hai|mi ha|ci hai) (?:indicato|scritto|inserito|specificato|allegato|mandato|inviato|fornito|messo|detto|comunicato|lasciato|riportato|precisato)",
    "(?:ha|hai|avete|si e) (?:dimenticato|scordato|dimenticata|scordata)(?: (?:di )?(?:allegare|indicare|inserire|scrivere|mandare|inviare|dirci|dirmi|mettere))?",
    "(?:senza)(?= (?:il |la |un |una |le )?(?:suo |tuo |vostro |sua |tua )?(?:numero|foto|nr|codice|indirizzo))",
    "(?:attend(?:o|iamo)|aspett(?:o|iamo)|resto in attesa|restiamo in attesa|rimango in attesa|rimaniamo in attesa|sono in attesa|siamo in attesa)(?: (?:solo|ancora|quindi|allora|di ricevere|di|del|della|delle|di avere))*(?! (?:il corriere|risposta dal|riscontro dal|notizie|conferma dal|suo riscontro|un suo riscontro|sua risposta|tua risposta))",
    "(?:fac(?:cia|ci|ciate)(?:ci|mi)?|fate|fai|fa)(?:ci|mi)? (?:sapere|avere|pervenire)",
    "(?:farci|farmi) (?:sapere|avere|pervenire)",
    "(?:ci|mi) faccia (?:sapere|avere)",
    "(?:non )?appena (?:ci|mi|lei ci|avremo|avro|riceviamo|ricevo|abbiamo|ho)(?: avra| avrai| da lei| da te| ha| hai| il suo| il tuo| la sua| la tua)?(?: (?:manda|mandi|mandat[oae]|invia|invii|inviat[oaei]|comunica|comunichi|comunicat[oaei]|indica|indicat[oaei]|fornisce|fornit[oaei]|dice|dici|dett[oa]|scritt[oaei]|gira|giri|girat[oa]|conferma|confermat[oa]))?",
    "(?<!se |che |quando |lei |tu |non )(?:inserisci|inserisca|carichi|specifichi|alleghi|fornisca|comunichi|precisi|indicaci|indichi|digiti|digita)(?! (?:nel|nella|sul|nell))",
    "se (?:ci|mi) (?:manda|mandi|invia|invii|dice|dici|fornisce|fornisci|indica|indichi|comunica|comunichi|da|dai|gira|giri|passa|passi|lascia|scrive|scrivi|puo|puoi|potesse|potessi|mandasse|inviasse|allega)",
    "(?:l'unica cosa che|tutto cio che|tutto quello che|solo|soltanto) (?:ci|mi) (?:serve|manca|occorre)(?: e)?",
    "(?:in modo da|per (?:poter|poterla|poterti|procedere|proseguire|aiutar\\w{1,3}|verificare|completare|avviare|aprire|evadere)).{0,60}(?:serv\\w{1,6}|occorr\\w{1,6}|abbiamo bisogno|ho bisogno|necessit\\w{1,5}|bisogna)(?: (?:di|del|della|dei|delle|dell'))?",
    "(?:mi|ci) (?:direbbe|diresti|dareste|darebbe|daresti|manderebbe|manderesti|invierebbe|invieresti|girerebbe|gireresti|ricorderebbe|ricorderesti|scriverebbe|lascerebbe|lasceresti|passerebbe)",
    "(?:ricordar|ripeter|ridir)(?:mi|ci|melo|celo)",
  ],
  questionAsks: [
    "(?:e|sei|siete) riuscit[oaie] a (?:fare|scattare|trovare|recuperare)",
    "(?:ha|hai|avete) (?:gia |per caso |forse )?(?:fatto|scattato|trovato)(?= (?:delle|una|qualche|le|dei|alcune))",
    "(?:ha|hai|avete|avrebbe|avresti|avreste|dispone di|dispone)(?: (?:ancora|per caso|magari|anche|gia|forse|sottomano|a portata di mano|con se))*(?= (?:il |la |lo |l'|un|una|delle |dei |qualche |suo |foto|numero|sotto))",
    "(?:si ricorda|ti ricordi|ricorda|ricordi|vi ricordate|conosce|conosci)(?! (?:di |che ))",
  ],
  looseAsks: [
    "(?<=^|[.,:;!-] |(?:e|poi|quindi|allora|inoltre|ok|ciao|salve|buongiorno|anche|intanto|gentile cliente) )(?:mandi|mandate|inviare|invii|inviate|indicare|indichi|indicate|comunicare|comunichi|fornire|fornisca|allegare|alleghi|allega|allegate|specificare|specifichi|specifica|precisare|precisi|precisa|descrivere|descriva|descrivi|spieghi|caricare|carichi|inserire|inserisca|compilare|compili|scriva|scrivi|rispondere con|risponda (?:a questa (?:mail|e-mail|email) )?(?:con|indicando|allegando)|rispondi (?:a questa (?:mail|e-mail|email) )?con|manda|invia|indica|scatti|scatta|faccia|fai|fare|serve|servono|occorre|occorrono|riporti|riportare|scelga|scegli|ripeta|ripeti|ricordi)(?! (?:a |il pacco|il reso|indietro|attenzione|riferimento|presente|clic|sapere al))",
    "(?:indicando|allegando|specificando|fornendo|riportando|precisando|inserendo|comunicando|inviando|scrivendo)(?:ci|mi)?",
  ],
  nearAsks: [
    "(?<=[,:;-] |[.]{2} )(?:e |ed |invece )?(?:il|la|l'|le|i|un|una)(?= ?(?:[a-z]{1,14}['.]? ?){1,4}\\?$)",
    "(?:qual|quale|quali|qual'|cos|che)(?: e| era| sono| sarebbe|'e)?(?: (?:il|la|lo|l'|le|i|un|suo|sua|tuo|tua|vostro|vostra|esattamente|di nuovo|gia))*",
    "(?:con|a|su|da|in|di|per|sotto) (?:quale|che|quali)",
  ],
  openers: ["(?:e|ed|invece|anche)(?: (?:il|la|lo|l'|le|i|un|una|suo|sua|tuo|tua))*"],
  confirms: [
    "^[a-z]{1,14}(?=.{3,200}[,;:-] ?(?:me l[oa] |mi |ci |lo |la |ce l[oa] )?(?:conferm(?:a|i|ate)|giust[oa]|corrett[oa]|esatt[oa]|vero|e (?:giust[oa]|corrett[oa]|cosi|esatt[oa])) ?\\?$)",
    `(?:puo|puoi|potrebbe|potresti|potete|potreste|mi|ci|me|ce|riesce a|riesci a|dovrebbe|dovresti|deve|la prego di|la preghiamo di|vi preghiamo di|ti prego di|prego di|si prega di|per favore|per cortesia|cortesemente|gentilmente|le chiedo di|le chiediamo di|ti chiedo di|ti chiediamo di|chiediamo di|vorrei|vorremmo|volevo|volevamo|devo|dobbiamo|posso|possiamo)(?: (?:gentilmente|cortesemente|solo|anche|per favore|per cortesia|di|a|ci|mi|prima|nuovamente|avere|chiederle di|chiederti di|che|lei|invece|intanto|soltanto)){0,4} (?:ri)?(?:conferm|verific)(?:are|armi|arci|armelo|arcelo|armela|arcela|a|i|ate|erebbe|eresti|ami|aci)`,
    "(?:confermar(?:mi|ci|melo|celo|cela|mela)|confermami|confermaci|confermatemi|confermateci)",
    "(?<=^|[.,:;!-] |(?:e|poi|quindi|allora) )conferm(?:a|i|ate|are)",
    "(?:avere|ricevere|chied\\w{1,8}|attend\\w{1,4}|aspett\\w{1,4}|serve|vorrei|vorremmo|solo) (?:una |la |sua |tua )*conferma (?:del |dell'|della |che |su)?",
    "(?:e|sono|era) (?:corrett[oaie]|giust[oaie]|esatt[oaie]|ancora|sempre|quest[oaie]|lo stesso)",
    "(?:e|sempre|ancora) valid[oa]",
    "(?<=^|[.,:;!-] |quindi |allora )(?:e|il|la|l')(?: (?:suo|tuo|vostro))? ?(?=(?:numero|indirizzo|mail|e-?mail|telefono|cellulare).{0,60}(?:\\d|@|corrett|giust|valid).{0,30}\\?)",
    "(?:corretto|giusto) che",
  ],
  afterNoun: [
    "(?:ce l'ha|ce l'hai|ce li ha|ce le ha|se lo ricorda|te lo ricordi|lo ricorda|la ricorda|li ricorda|lo sa|la sa|ne ha uno)(?= ?[?,])",
    "(?:era|e|sarebbe) ?(?:\\.{2,3}|…)? ?\\?$",
    "(?:che|quale) (?:sarebbe|fosse) ?\\?",
    "(?:non|nn) (?:riesco|riusciamo|posso|possiamo)(?= (?:ad|a) (?:aiutar|proced|risalir|trovar|verific|far))",
    "(?:non (?:c'e|e (?:presente|indicato|allegat[oa]|visibile|leggibile|riportato|stat[oa])|ci sono|risulta|compare|sono (?:presenti|allegate|visibili)))",
    "(?:mi|ci|me lo|ce lo|me la|ce la|me li|ce li|me le|ce le) (?:serv\\w{1,6}|occorr\\w{1,6}|manc\\w{1,4}|puo|puoi|potrebbe|potresti|potete|manda|mandi|invia|invii|gira|giri|da|dai|dice|dici|ricorda|ricordi|riman\\w{1,5}|passa|scrive|scrivi|lascia)",
    "(?:manca|mancano|serve|servono|occorre|occorrono|e necessari[oa]|sono necessarie|e indispensabile|sarebbe (?:utile|necessario|d'aiuto))",
    ",? ?(?:per favore|per cortesia|x favore|pf|grazie|cortesemente|gentilmente|perfavore|pls|please)(?! (?:per|a|di|mille per|e arrivederci))",
    "(?:qual|quale) (?:e|era) ?\\??",
    "(?:per poter|per procedere|cosi (?:controllo|verifico|verifichiamo|controlliamo|posso|possiamo))",
    "e (?:controllo|verifico|controlliamo|verifichiamo|vediamo|guardo) (?:subito|io|noi)?",
    "di nuovo ?\\??$",
  ],
  headers: [
    "(?:seguent[ei]|quanto segue|dati (?:necessari|mancanti|richiesti)|informazioni (?:necessarie|richieste|mancanti)|ci serv\\w{1,6}|serve|servono|mi serv\\w{1,6}|occorr\\w{1,6}|compil\\w{1,5}|necessari[oaie]?|richiest[oaie])",
  ],
  fillers: [
    "e",
    "ed",
    "anche",
    "il",
    "lo",
    "la",
    "l",
    "i",
    "gli",
    "le",
    "un",
    "una",
    "suo",
    "sua",
    "tuo",
    "tua",
    "vostro",
    "vostra",
    "di",
    "del",
    "della",
    "dell",
    "ok",
    "ciao",
    "salve",
    "buongiorno",
    "buonasera",
    "grazie",
    "scusi",
    "scusa",
    "invece",
    "poi",
    "o",
    "qual",
    "quale",
    "era",
    "sono",
    "numero",
    "mi",
    "ci",
    "serve",
    "servono",
    "serviva",
    "completo",
    "esatto",
    "obbligatorio",
    "facoltativo",
    "allora",
    "perfetto",
    "gentile",
    "cliente",
    "subito",
    "cui",
    "ancora",
    "con",
    "per",
    "a",
    "che",
    "no",
    "solo",
    "dai",
    "intanto",
    "manca",
    "modello",
    "una cosa",
    "ultima cosa",
    "mi manca",
  ],
  politeFillers: [
    "per favore",
    "per cortesia",
    "x favore",
    "pf",
    "pls",
    "please",
    "cortesemente",
    "gentilmente",
    "serve",
    "servono",
    "manca",
    "perfavore",
  ],
  carriedPronouns: [
    "(?:me|ce) l[oaie] (?:puo |puoi |potrebbe |potresti |ri|re)?\\w{2,12}",
    "(?:mandar|inviar|indicar|comunicar|fornir|scriver|dir|girar|passar|lasciar|ricordar|ripeter|rimandar|reinviar|riscriver|inoltrar|allegar|incollar|segnalar)(?:ce|me)(?:l[oaie]|ne)",
    "(?:puo|puoi|potrebbe|potresti|riesce a|riesci a|le dispiace|ti dispiace)(?: (?:per favore|gentilmente|cortesemente))? (?:ri|re)?(?:scriver|ripeter|inviar|mandar|incollar|copiar|indicar|comunicar|allegar|inserir|digitar)l[oaie]",
    "(?:manda|invia|scrivi|gira|passa|ripeti|rimanda|ricorda|indica)(?:me|ce)l[oaie]",
  ],
  pronouns: ["la", "lo", "le", "li", "ne", "cela", "celo"],
};
