import type { Lexicon } from "./lexicon.ts";

const verb =
  "(?:trimit(?:e|eti|i|eti)|spu(?:ne|neti|i|nei)|da(?:ti)?|dai|comunic(?:a|ati|i)|preciz(?:ati|eaza|ezi|a)|indic(?:ati|a|i)|mention(?:ati|eaza|ezi|a)|furniz(?:ati|eaza|ezi|a)|scri(?:e|eti|ei|i)|atas(?:ati|eaza|ezi|a)|incarc(?:ati|a|i)|complet(?:ati|eaza|ezi|a)|specific(?:ati|a|i)|descri(?:e|eti|i)|expli(?:ca|cati|ci)|lasa(?:ti)?|lasi|oferi(?:ti)?|ofera|reaminti(?:ti)?|reaminteste|aminti(?:ti)?|amintesti|aminteste|repeta(?:ti)?|repeti|transmite(?:ti)?|transmiti|arata(?:ti)?|adauga(?:ti)?|adaugi|face(?:ti)?|fa|faci|raspunde(?:ti)?(?: (?:la acest (?:mesaj|e-?mail|mail) )?)? ?cu|anunta(?:ti)?|retrimite(?:ti)?|retrimiti|alege(?:ti)?|alegi|detalia(?:ti)?|detaliezi|impartasi(?:ti)?|clarifica(?:ti)?|pune(?:ti)?|pui|puneti|introduce(?:ti)?|selecta(?:ti)?|afla|verifica(?:ti)?|cauta(?:ti)?|povesti(?:ti)?|povestesti|zice(?:ti)?|zi|zici|fotografia(?:ti)?|enumera(?:ti)?|baga|nota(?:ti)?|raspunde(?:ti)?)";
const soft =
  "(?:va rog |va rugam |te rog |te rugam |rog |mai |si |doar |si pe |iar |din nou |inca o data |cumva |eventual |intai |macar |putin |o data |apoi |de asemenea |frumos |urgent |please |pls |tot |repede |numai |simplu |direct )";
const toUs = "(?:-mi|-ne|-mi-l|-ni-l|-mi-o|-ne-o|-l|-le|-o|-mi-le|-ni-le)";
const us = "(?:imi|ne|mi|mi-l|mi-o|ni-l|ni-o|mi le|mi-le|ni le|ni-le|ni se|mi se|mi-ati|ne-ati)";

/** Words that ask in Romanian. */
export const romanianAsks: Pick<
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
> = {
  asks: [
    `(?:${verb})${toUs}(?! inapoi)`,
    `(?:sa )?${us}(?:-)? ?(?:puteti |poti |ati putea |ai putea |veti |mai |si |o sa |sa ){0,3}${soft}{0,2}${verb}`,
    `(?:puteti|poti|ati putea|ai putea|ati vrea|ai vrea|vreti|vrei|se poate|s-ar putea|ar fi posibil|este posibil|ati fi amabil[ai]?|ai fi amabil[ai]?|ati avea amabilitatea|ati binevoi|este suficient|e suficient|ajunge|e nevoie|este nevoie|este necesar|e necesar|ar fi (?:util|bine|ideal|de ajutor|perfect|necesar)|ne-ar ajuta|m-ar ajuta|ne ajuta|ma ajuta|ne-ar fi de folos|ne ajutati|ma ajutati|ma ajuti|ne poti ajuta|ne puteti ajuta)(?:${us}|,| |va rog|va rugam|te rog|daca|sa|si|mai|cu|ca|-i|doar|i|imi|ne|va){0,8}(?: ${verb}| cu| sa stim| sa stiu| sa avem| sa vedem)?`,
    `(?:va rog|va rugam|te rog|te rugam|rog|rugam|rugamintea (?:mea|noastra) (?:este|e)|o rugaminte|v-as ruga|v-am ruga|te-as ruga|as ruga|am ruga|va rugam frumos|va rog frumos|va solicitam|va cerem|solicitam)(?: (?:tare|mult|frumos|sa|si|doar|din nou|inca o data|mai|imi|ne|de asemenea|insa|deci|cand puteti|cand poti|daca puteti|daca se poate|totusi|numai|intai|astfel|atunci))*[,:]?(?: ?(?:${us}|sa))*(?: (?:mai|si|din nou))* ?(?:${verb}${toUs}?|un|o|numarul|nr|datele|adresa|cateva|niste|poze)(?![a-z])`,
    "(?:am|avem|as|am avea|as avea|vom avea|voi avea|mai avem|mai am)(?: (?:mai|si|doar|inca|totusi|urgent|numai|nevoie doar))* nevoie(?: (?:doar|si|urgent|totusi|numai|inca))*(?: (?:de|sa (?:stim|stiu|ne|imi|avem|vedem)))?(?! (?:de timp|de cateva (?:zile|ore)|de putin timp|sa verificam))",
    "(?:ne|imi|ne-ar|mi-ar|ne mai|imi mai|ne va|imi va|mi|ni|ar|ar mai|va)(?: (?:mai|si|doar|ar|inca|fi|va|urgent|numai))* (?:trebui(?:e|esc)?|lipses(?:te|c)|fi (?:de folos|necesar|util|nevoie)|necesar[ae]?)(?! (?:sa (?:verificam|asteptam|contactam|verific)|timp|cateva (?:zile|ore)))",
    "(?:este|e|sunt|ar fi|avem|fi)(?: (?:doar|si|absolut|neaparat))* (?:nevoie|necesar[ae]?|necesari|obligatori[ui]?)(?: (?:de|sa|doar))?",
    "(?:nu )(?:gasesc|gasim|vad|vedem|am gasit|am primit|avem|am|regasesc|regasim|identific|identificam|stim|stiu|reusesc sa (?:gasesc|vad|identific)|reusim sa (?:gasim|vedem|identificam)|apare|figureaza|exista|este (?:trecut|mentionat|atasat)|e trecut)(?: (?:inca|niciun|nicio|nici|insa|din pacate|deocamdata|nimic|trecut|mentionat|atasat[ae]?|numarul))*(?! (?:primit raspuns|vesti|niciun raspuns))",
    "(?:lipses(?:te|c)|lipsea)(?: (?:insa|doar|si|din mesaj|din formular|din pacate|inca|numai))*",
    "(?:nu )(?:ne-ati|mi-ati|ne-ai|mi-ai|ati|ai|ati mai|ne ati)(?: (?:mai|inca|si))* (?:spus|trimis|scris|mentionat|precizat|atasat|dat|comunicat|specificat|indicat|lasat|trecut|furnizat|completat|inclus|zis|pus)",
    "(?:ati|ai) (?:uitat|omis) (?:sa )?(?:(?:ne|imi|mi) )?(?:trimiteti|spuneti|scrieti|mentionati|atasati|dati|treceti|precizati|trimiti|spui|scrii|atasezi|lasati|puneti|pui|treci|adaugati|completati|dai)?",
    "(?:as|am) (?:dori|vrea|avea nevoie|mai dori|mai vrea|aprecia)(?: (?:doar|si|sa|ca|de|totusi))*(?: (?:stiu|stim|aflu|aflam|am|avem|primesc|primim|vad|vedem|va (?:rog|intreb|intrebam|cer|cerem|rugam)|te (?:intreb|rog)))?",
    "(?:trebuie|vreau|vrem|doresc|dorim|voiam|ma intereseaza|ne intereseaza|ne-ar interesa|m-ar interesa)(?: (?:doar|si|totusi))* (?:sa )?(?:stiu|stim|aflu|aflam|va (?:intreb|intrebam|cer|cerem|rog|rugam)|am|avem|te intreb)",
    "(?:trebuie|ma intereseaza|ne intereseaza)(?= (?:doar |si |neaparat )*(?:numarul|nr|o poza|o fotografie|poze|un numar|adresa|codul|datele|awb|fotografi|marimea|culoarea|numele))",
    "(?:pot|putem|as putea|am putea|s-ar putea)(?: (?:si|sa|va rog|va rugam|avea))* (?:avea|primi|afla|sti|vedea|stiu|obtine|cere)",
    "(?:asteptam|astept|raman in asteptarea|ramanem in asteptarea|in asteptarea)(?: (?:doar|inca|si|de la dvs\\.?|sa (?:ne|imi) (?:trimiteti|spuneti|comunicati|dati|trimiti)|atunci|asadar|deci))*(?! (?:curierul|raspuns|confirmarea curierului|vesti|raspunsul|ca curierul))",
    "(?:fara)(?= (?:numarul|nr|un numar|poze|fotografii|o poza|adresa|acest))",
    "daca (?:imi|ne|mi) (?:mai )?(?:trimiteti|trimiti|spuneti|spui|dati|dai|puteti|poti|comunicati|lasati|scrieti|scrii|precizati|confirmati)(?: (?:da|spune|trimite|scrie|comunica|oferi|lasa))?",
    "tot ce (?:ne|imi|avem nevoie|am nevoie)(?: (?:mai|trebuie(?! sa )|este|e))*",
    "(?:singurul lucru|doar|numai)(?: de care)? (?:ne|imi|avem|am) (?:mai )?(?:trebuie|nevoie|lipseste)(?: (?:este|e|de))?",
    "(?:pentru a|ca sa|pentru ca sa) (?:\\S{1,16} ){1,7}?(?:avem nevoie|am nevoie|ne trebuie|imi trebuie|este nevoie|e nevoie|va rugam|va rog)(?: (?:de|sa))?",
    `(?:spune(?:ti)?|zi|da(?:ti)?|trimite(?:ti)?) ${us}`,
    `urmatoarele (?:date|informatii|detalii)`,
    `(?:trebuie|va trebui|ar trebui) sa (?:ne |imi )?${verb}`,
    "reamintiti|reaminteste",
    "daca nu (?:ne|imi|mi)(?: mai)? (?:dati|dai|trimiteti|trimiti|spuneti|spui|comunicati|precizati)",
    `(?:obligatori[ui]|necesar|important|nevoie|bine|util|esential) sa (?:ne |imi )?${verb}`,
    "(?:introdu|introduceti|tasteaza|tastati|completeaza|completati|precizati|mentionati)(?! (?:pe|in) )",
    "(?:imediat ce|dupa ce|de indata ce|odata ce|cand|cum) (?:ne|imi|mi)(?: (?:veti|vei|o sa))? ?(?:trimiteti|trimite|trimiti|comunicati|comunica|dati|da|dai|spuneti|spune|spui|ati (?:trimis|comunicat|dat|spus)|confirmati)",
    "(?:imediat ce|dupa ce|de indata ce|odata ce|cum) (?:primim|primesc|avem|am|vom avea|vom primi)(?= (?:de la (?:dvs|dumneavoastra|tine)|numarul|pozele|fotografiile|poza|adresa))",
    "(?:nu )(?:mi|ne) (?:ati|ai)(?: mai)? (?:zis|spus|trimis|dat|scris)",
  ],
  questionAsks: [
    "(?:ati|ai) (?:reusit sa (?:faceti|faci|gasiti|gasesti|obtineti)|facut|apucat sa faceti)(?= (?:poze|o poza|fotografii|o fotografie|niste|cateva|si|vreo|numarul))",
    "exista (?:un|o|vreun|vreo)(?= )",
    "(?:aveti|ai|mai aveti|mai ai|ati|detineti|dispuneti|aveti cumva|ai cumva)(?: (?:la indemana|cumva|inca|deja|si|mai|acolo|din intamplare|pastrat|facut|pe undeva))*(?= (?:numarul|nr|un|o|vreo|poze|fotografii|niste|cateva|awb|codul|imagini|factura))",
    "(?:stiti|stii|mai stiti|mai stii|va amintiti|iti amintesti|mai tineti minte|va mai amintiti|tineti minte)(?: (?:cumva|si|exact|inca))*",
  ],
  looseAsks: [
    `(?<=^|[.,:;!?-] |(?:si|apoi|deci|iar|insa|dar|buna|salut|ok|asadar|atunci|mai|doar|deasemenea|asemenea|multumesc|ziua) )(?:re)?(?:trimiteti|trimite|spuneti|spune|dati|comunicati|comunica|precizati|precizeaza|indicati|indica|mentionati|mentioneaza|furnizati|scrieti|scrie|atasati|ataseaza|incarcati|incarca|completati|completeaza|specificati|specifica|descrieti|descrie|explicati|lasati|oferiti|repetati|repeta|transmiteti|transmite|adaugati|faceti|raspundeti(?: la acest (?:mesaj|e-?mail|mail))? cu|alegeti|alege|detaliati|trebuie(?! sa )|lipseste|nevoie de|necesar)(?! (?:coletul|produsul|pachetul|produsele|inapoi|click|clic|clienti))`,
    "(?:mentionand|precizand|atasand|indicand|specificand|trimitand|completand|comunicand)(?:u-ne|u-mi)?",
  ],
  nearAsks: [
    "(?:care|ce|care-i|cum)(?: (?:este|e|era|sunt|ar fi|fusese|a fost|anume|mai exact|va este|iti este|va e|va sunt|iti e))*",
    "(?:pe|la|cu|din|de pe|sub|in|prin) (?:ce|care)",
  ],
  openers: ["(?:si|iar|dar)(?: (?:un|o|cu))*"],
  confirms: [
    `(?:${us}|va rog|va rugam|te rog|te rugam|rog|puteti|poti|ati putea|ai putea|sa|vreau|vrem|doresc|dorim|as dori|am dori|as vrea|am vrea|trebuie|doar|mai|frumos|inca o data)(?: (?:sa|imi|ne|mai|si|doar|va rog|putem|pot|te rog|va rugam|o data|inca o data|din nou|intai|avea|primi))* (?:re)?(?:confirm(?:ati|a|i|am|ezi|e)?|confirmarea|verific(?:ati|i))(?:${toUs})?`,
    `(?:re)?confirm(?:ati|a|i)${toUs}`,
    "(?<=^|[.,:;!-] |(?:si|apoi|deci) )(?:confirmati|confirma|reconfirmati)",
    "(?:este|e|sunt|era|mai este|mai e|a ramas|inca este) (?:tot |inca |corect[ae]?|valabil[ae]?|acela?si|aceeasi|bun[ae]?|actual[ae]?|in continuare|acesta|aceasta)",
    "(?:corect|adevarat|asa(?: este| e)?) ca",
    "(?<=^|[.,:;!-] |deci |asadar )(?:numarul|adresa|emailul|e-?mailul|mailul|telefonul|nr|comanda|marimea)(?= .{0,60}(?:este|e|corect|corecta|valabil|valabila|mai e|mai este).{0,50}\\?)",
    "(?:avem|am) nevoie de (?:o )?confirmare(?:a)?",
  ],
  afterNoun: [
    "(?:lipses(?:te|c)|nu (?:este|e|sunt|apar|apare|exista|figureaza|se (?:vede|vad)|a fost (?:trecut|mentionat|atasat)|le-am primit|l-am primit|l-am gasit|il gasesc|il vad))",
    "(?:imi|ne|mi-l|ni-l|mi-o|ni-o|mi le|ni le) (?:mai )?(?:trebuie|lipseste|puteti|poti|trimiteti|trimiti|dati|dai|spuneti|spui|mai)",
    "(?:este|e|sunt|ar fi)(?: (?:si|absolut))? (?:necesar|nevoie|obligatori|util|suficient|de ajuns)\\w{0,2}",
    ",? ?(?:va rog|va rugam|te rog|te rugam|pls|plz|please|rog|multumesc|mersi|va rog frumos|va multumesc)(?! (?:pentru|sa (?:verificati|asteptati)|frumos pentru))",
    "(?:dvs\\.? )?(?:care|cat) (?:este|e|era) ?\\??",
    "(?:si|ca sa|pentru a|sa) (?:verific|verificam|rezolv|rezolvam|caut|cautam|pot verifica|putem verifica|va ajut|te ajut)(?: \\w{1,10})?",
    "(?:dvs\\.? )?(?:din nou|inca o data) ?\\??$",
    "e (?:de )?ajuns",
  ],
  headers: [
    "(?:urmatoare(?:le|a)|urmatorul|date(?:le)? (?:necesare|lipsa)|informatii(?:le)? (?:necesare|lipsa)|detalii(?:le)? necesare|ne trebuie|imi trebuie|avem nevoie|am nevoie|completati|necesare|necesar|obligatori[ui]|de care avem|lipsesc|de completat|formular(?:ul)?)",
  ],
  fillers: [
    "si",
    "sau",
    "iar",
    "un",
    "o",
    "cu",
    "dvs",
    "dumneavoastra",
    "tau",
    "ta",
    "tale",
    "ok",
    "buna",
    "salut",
    "ziua",
    "multumesc",
    "mersi",
    "mai",
    "e",
    "este",
    "care",
    "era",
    "de",
    "al",
    "a",
    "la",
    "pe",
    "din nou",
    "inca",
    "data",
    "ne",
    "imi",
    "trebuie",
    "complet",
    "completa",
    "exact",
    "obligatoriu",
    "optional",
    "atunci",
    "deci",
    "nr",
    "numarul",
    "numar",
    "doar",
    "stimate",
    "client",
    "scuze",
    "perfect",
    "ceva",
    "sunt",
    "pentru",
    "niste",
    "cateva",
    "acum",
    "necesar",
    "daca",
    "se",
    "poate",
    "aveti",
    "cumva",
    "in",
    "ai",
  ],
  politeFillers: ["va rog", "va rugam", "te rog", "te rugam", "pls", "plz", "please", "rog", "va rog frumos", "trebuie", "necesar"],
  pronouns: ["-?o", "-?l", "-?le", "il", "le", "o"],
};
