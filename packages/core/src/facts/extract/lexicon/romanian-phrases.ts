import { type Lexicon, phrase } from "./lexicon.ts";
import { romanianColor, romanianNumber } from "./romanian-words.ts";

const view = "(?:poz[ae]|pozele|poza|fotografi[ei]|fotografia|fotografiile|imagin[ie]|imaginile|foto|video|filmulet|capturi|printscreen)";
const want =
  "\\b(?:vreau|as vrea|doresc|as dori|dorim|vrem|am vrea|cer|solicit|astept|prefer|as prefera|am nevoie de|pot primi|as putea primi|pot cere|puteti (?:sa )?(?:imi |sa-mi )?(?:trimite(?:ti)?|da(?:ti)?|oferi(?:ti)?|face(?:ti)?)|sa primesc|m-as multumi(?: si)? cu|sa imi (?:dati|trimiteti|faceti)|sa-mi (?:dati|trimiteti|faceti)|trimiteti-mi|dati-mi|faceti-mi|imi doresc|cerem|solicitam|rog|va rog|obtine|primi|vreau sa|as dori sa (?:primesc|cer|obtin|solicit)|vreau sa (?:primesc|cer|obtin|solicit)|pot obtine|se poate|posibil|merg pe)";
const outcome =
  "(?:rambursarea(?: (?:integrala|banilor|contravalorii|sumei))?|ramburs(?:are)?(?: (?:integrala|partiala|completa))|rambursare|returnarea (?:banilor|sumei|contravalorii)|banii inapoi|inapoi banii|inlocuirea?(?: (?:produsului|lui|ei|cu [a-z]{3,12}))?|inlocuire|schimb(?:ul|area)?(?: (?:marimii|produsului|lui|ei))?|un alt produs|alt(?:ul|a)(?: (?:nou|noua|in loc))?|(?:un(?:a|ul)? )?nou[a]?|unul nou|una noua|(?:o )?reducere(?: de \\d{1,2} ?%)?|(?:un )?voucher|(?:un )?discount|repararea?|reparatie|retur(?:ul|nare|narea)?|anularea(?: comenzii)?|stornarea|storno|despagubir[ei]a?|retrimiterea|produs(?:ul)? (?:nou|corect|bun))";
const doing =
  "(?:(?:imi |mi )?(?:returnati|rambursati|restituiti|inapoiati|dati inapoi) (?:banii|suma|contravaloarea)|(?:imi )?(?:inlocuiti|inlocui|inlocuiesc|schimbati|schimba|schimb|returnez|returna|returnam|inapoiez|trimit inapoi|trimite inapoi|anulez|anula|anulati|anulam|repara|reparati|retrimiteti|retrimite|pastrez|pastra)(?:-l|-o|-le)?(?: (?:comanda|produsul|totul|cu [a-z0-9 ]{2,20}|banii|inapoi|[a-z]{4,12}))?|primesc (?:banii inapoi|inapoi banii|altul|alta|unul nou|una noua)|iau banii inapoi|recuperez banii|fac (?:un )?retur)";
const relation =
  "(?:mam(?:a|ei|ica)|tat(?:a|al|alui)|tata|parint(?:i|ii|ilor)|sor(?:a|ei|u-mii)|surori(?:i|lor)?|frat(?:e|ele|elui)|sot(?:ul|ului|ia|iei)|iubit(?:ul|ului|a|ei)|priet(?:en|ena|enei|enul|enului|ene)|logodnic(?:a|ul|ei|ului)|fi(?:ul|ului|ica|icei|u-miu)|fiica|baiat(?:ul|ului)|fetit(?:a|ei)|fat(?:a|ei)|nepot(?:ul|ului|ica|icii|i|ii)|nepoat(?:a|ei)|bunic(?:a|ii|ul|ului|ilor)|matus(?:a|ii)|unchi(?:ul|ului)|verisoar(?:a|ei)|var(?:ul|ului)|coleg(?:a|ul|ei|ului)|coleg[ae]|sef(?:ul|ului|a|ei)|vecin(?:a|ul|ei|ului|ii|ilor|i)|nas(?:a|ul|ei|ului|ii)|fin(?:a|ul|ei|ului)|soacr(?:a|ei)|socru(?:l|lui)?|cumnat(?:a|ul|ei|ului)|copil(?:ul|ului|ii|ilor)?|educatoare(?:a|i)?|invatatoare(?:a|i)?|profesoar(?:a|ei))";
const name = "[a-z][a-z'-]{1,24}(?: [a-z][a-z'-]{1,24}){0,2}";

export const romanianPhrases: Lexicon["phrases"] = {
  damageExtent: [
    phrase(
      "\\b(?<v>(?:complet|total|usor|putin|grav|foarte rau|rau de tot|partial) (?!diferit|nemultumit|multumit|gresit|dezamagit)[a-z]{3,}(?:at|it|ut|t|s)[ae]?)(?![a-z])",
    ),
    phrase(
      "\\b(?<v>(?:jumatate|cateva|toate|multe) (?:din|dintre)(?: cele)? [a-z]+ (?:sunt|erau|e|au venit) (?:sparte|ciobite|crapate|zgariate|rupte|deteriorate))(?![a-z])",
    ),
    phrase(
      "\\b(?<v>(?:cam )?(?:mare )?(?:cat|de marimea|de dimensiunea) (?:o|un|unei|unui|palma|unghia)(?: [a-z]+)?)(?= ?(?:[.,!?;)\\n]|$)| si| pe| in)",
    ),
    phrase(
      "\\b(?<v>pe (?:toata (?:lungimea|suprafata|latimea)|ambele (?:parti|laturi)|mijloc)|in (?:doua|trei|mai multe) locuri|de la un capat la altul|dintr-o parte in alta|de sus pana jos)(?![a-z])",
    ),
    phrase(
      "\\b(?<v>(?:o |un |de )?(?:crapatura|zgarietura|gaura|pata|fisura|taietura)? ?(?:de |cam |vreo |aproximativ ){0,2}\\d{1,3} ?(?:cm|mm|centimetri))(?= ?(?:[.,;!)]|pe|in|la|lungime|$))",
    ),
    phrase(
      "\\b(?<v>(?:complet|total|usor|putin|grav) (?:spart[ae]?|distrus[ae]?|deteriorat[ae]?|crapat[ae]?|zgariat[ae]?|turtit[ae]?|strivit[ae]?|patat[ae]?)|(?:in|facut[ae]?) (?:mii de|mai multe|doua|trei|zeci de)? ?bucati|facut[ae]? (?:praf|tandari)|cam cat (?:palma|o moneda|unghia|o palma|un deget)|(?:doar )?un pic,? (?:in|pe|la) [a-z ]{3,30})\\b",
    ),
    phrase(
      "\\b(?:ciobit[ae]?|crapat[ae]?|zgariat[ae]?|rupt[ae]?|spart[ae]?|lovit[ae]?|patat[ae]?) (?<v>(?:la baza|pe (?:o parte|lateral|margine|spate|fata)|in (?:colt|doua|trei locuri|mai multe locuri)|la (?:colt|margine|capat|mijloc)|de sus pana jos|pe toata lungimea))\\b",
    ),
    phrase(
      "\\b(?<v>(?:o|doar o) (?:mica|mare|adanca|usoara|singura) (?:crapatura|zgarietura|gaura|pata|fisura|lovitura|ciobitura)(?: (?:pe|in|la) [a-z]+(?: [a-z]+)?)?)\\b",
    ),
    phrase(
      "\\b(?<v>(?:una|unul|doua|trei|doi|patru|\\d{1,2}) (?:din|dintre) (?:cele )?(?:doua|trei|patru|cinci|sase|\\d{1,2})(?: [a-z]{3,12})? (?:sunt|este|e|era|erau) (?:sparte|sparta|spart|crapat[ae]|ciobit[ae]))\\b",
    ),
  ],
  wantedOutcome: [
    phrase("\\b(?:prefer|vreau|as vrea|doresc|astept) (?<v>banii|suma)(?! (?:inapoi|sa))"),
    phrase(
      "\\b(?:puteti|ati putea|va rog|rog|se poate)(?: sa)?(?: imi| mi| ne)? (?<v>(?:trimite(?:ti)?|expedia(?:ti)?) (?:unul|una|altul|alta|restul|piesa)|repara(?:ti)?(?:-l|-o)?|(?:il|o) (?:reparati|inlocuiti))(?![a-z])",
    ),
    phrase("\\b(?<v>anulati(?:-o|-mi)? (?:tot|totul|toata comanda|te rog|va rog))(?![a-z])"),
    phrase(
      "(?:^|[.,;!\\n] ?|\\b(?:sau|si|deci|atunci) )(?<v>(?:il|o|le) (?:schimb|returnez|inapoiez|trimit inapoi))(?= ?(?:[.,!?;)\\n]|$)| cu| pentru| ca)",
    ),
    phrase(
      "\\b(?:imi |mi |sa-mi |sa imi |sa |puteti |ati putea |va rog |rog )*(?<v>(?:re)?(?:trimite|expedia|inlocui|schimba|rambursa|returna|restitui|repara|da|livra)(?:ti)?(?:-mi|-ne|-l|-o|-le|-mi-o|-mi-l)? (?:(?:un |o |alt |alta |inca |pe |doua |doi |trei |\\d )?[a-z]+ (?:lipsa|corect[ae]?|bun[ae]?|nou[ae]?|noi|de schimb|potrivit[ae]?|care lipse(?:ste|sc))|altul|alta|altele|unul nou|una noua|banii(?: inapoi)?|inapoi banii|suma|contravaloarea|piesa [a-z]+|piesele [a-z]+))(?= ?(?:[.,!?;)\\n]|$)| si| sau| pe| in| cat| va| daca| ca| la)",
    ),
    phrase(
      "(?<!(?:unde e|unde este|astept|asteptam|primit|promis|politica de|formular(?:ul)? de|termen(?:ul)? de) )\\b(?:o|un|vreau|doresc|cu|pentru|la|sau|ori|ca|cer|solicit|prefer|fie|fac|face|accept|sa fac) (?<v>(?:rambursare|inlocuire|returnare|reducere|despagubire|compensatie|reparatie|anulare|restituire|retur|schimb)(?: (?:partiala|totala|integrala|completa|parțiala|a banilor|a sumei))?)(?= ?(?:[.,!?;)\\n]|$)| si| sau| va| daca| ca| pentru| a| la| cu| in loc)(?! (?:nu|a fost|este|e) )",
    ),
    phrase(
      "\\b(?:cum|unde|vreau|as vrea|doresc|as dori|pot|as putea|se poate|vrem|putem|trebuie|o) (?:pot |putem |trebuie )?(?:sa |s)?-? ?(?:mi |il |o |le |l |-l |l-as |as )*(?<v>(?:returnez|returna|returnam|schimb|schimba|schimbam|inlocui|inlocuiesc|anulez|anula|anulam|inapoiez|trimit inapoi|trimite inapoi|dau inapoi|repar|repara|recuperez banii|renunt|primesc banii))(?! (?:adresa|numarul|data|metoda|curierul|lockerul|telefonul|numele))(?= ?(?:[.,!?;)\\n]|$)| si| sau| cu| pe| in| la| comanda| produs| ca| pentru| va| daca| it)",
    ),
    phrase(
      `${want} (?:doar |neaparat |direct |imediat |eu |sa mi se faca |si |te rog |fie )?(?:o |un |la )?(?<v>${outcome})(?=[ .,!?;)\\n]|$)`,
    ),
    phrase(
      `\\b(?:vreau|as vrea|doresc|as dori|dorim|prefer|as prefera|pot|as putea|puteti|ati putea|va rog|rog|se poate|cum (?:pot|fac)|trebuie|intentionez|am decis|o)(?: (?:va rog|te rog|doar|macar))? (?:sa |sa mi |sa-mi |sa imi |sa il |sa o |sa le |s-o |sa-l |o |il |le |a )?(?:o |il |le )?(?<v>${doing})(?=[ .,!?;)\\n]|$)`,
    ),
    phrase("\\b(?<v>(?:anulati|inlocuiti|schimbati|returnati)(?:-mi|-o|-l)? (?:comanda|produsul|banii))\\b"),
    phrase("\\b(?<v>(?:dati|vreau|trimiteti)(?:-mi)? (?:banii inapoi|inapoi banii))\\b"),
  ],
  tried: [
    phrase(
      "(?:^|[.,;!?\\n] ?|\\b)(?<v>(?:am|l-am|i-am|le-am)(?: dat| facut)(?: deja| si| un| o){0,2} (?:reset|restart|reboot|update|actualizare|resetare|reinstalare)(?: [a-z0-9' -]{2,40})?|(?:l-am|am|le-am|i-am) (?:deja |si )?(?:scos|tinut apasat|strans|lasat (?:la|in|peste|sa)|uns|aspirat|golit|dezinstalat|stins|oprit si|pornit si|reconectat|sters|clatit|incarcat (?:o|toata|peste)|mutat|legat|lipit|inlocuit|conectat la)(?: [a-z0-9' -]{3,60}))",
    ),
    phrase("\\b(?:am|noi am)(?: si| deja| mai){0,2} (?:incercat|tot incercat) (?:sa (?!va|vorbesc)|cu |de )?(?<v>[a-z0-9' -]{4,60})"),
    phrase(
      "\\b(?<v>(?:l-am|le-am|i-am|am|am si|am deja) (?:restartat|resetat|repornit|reincarcat|scos din priza|schimbat (?!marimea|adresa|numarul)[a-z]+|curatat|reinstalat|actualizat|spalat|deconectat|formatat|pus la incarcat|strans|verificat (?:la|cu|priza|siguranta)|intrebat vecin|montat|demontat|lipit)(?:-o|-l|-le)?(?: [a-z0-9' -]{3,60})?)",
    ),
  ],
  photoOfPackaging: [
    phrase(
      `\\b${view}[^.!?\\n]{0,60}?(?:,| si|&) (?<v>(?:cu |si |una cu |de la )?(?:cutia|ambalajul|coletul|cutiei|ambalajului))(?![a-z])`,
    ),
    phrase(
      `\\b(?<v>(?:(?:v-am |am |va |vi le )?(?:atasat|atasez|atasam|trimit|trimis|pus|anexez|facut|incarcat|vedeti|uitati) (?:[a-z]{1,10} ){0,3})?${view} (?:cu |ale |a |al |de la )?(?:[a-z]{3,10} (?:si )?(?:cu )?){0,2}?(?:cutia|cutiei|cutie|ambalaj(?:ul|ului)?|coletul|coletului)(?: (?:atasat[ae]?|in atasament))?)\\b`,
    ),
  ],
  photoOfLabel: [
    phrase(`\\b${view}[^.!?\\n]{0,60}?(?:,| si|&) (?<v>(?:cu |si |una cu |de la )?(?:eticheta|etichetei))(?![a-z])`),
    phrase(
      `\\b(?<v>(?:in |pe )?(?:a )?(?:[a-z]+ )?${view} (?:se vede|se citeste|apare|unde se vede|cu|e si) (?:si )?(?:eticheta|etichetei))(?![a-z])`,
    ),
    phrase(
      `\\b(?<v>(?:(?:v-am |am |va |vi le )?(?:atasat|atasez|atasam|trimit|trimis|pus|anexez|facut|incarcat) (?:[a-z]{1,10} ){0,3})?${view} (?:cu |ale |a |al |de la |de pe )?(?:[a-z]{3,10} (?:si )?(?:cu )?){0,2}?(?:etichet(?:a|ei|ele))(?: (?:atasat[ae]?|in atasament))?)\\b`,
    ),
    phrase(`\\b(?<v>eticheta (?:[a-z]+ ){0,3}(?:in|atasata in) ${view})\\b`),
  ],
  photoOfItem: [
    phrase(
      `\\b(?<v>(?:am |v-am |vi le |va |iti |am si )?(?:facut|trimis|pus|incarcat|adaugat|adaug|trimit|las|pun)(?: (?:si|o|un|doua|trei|cateva|niste|mai jos|aici|mai|multe|\\d))*? ${view})(?= ?(?:[.,!?;)\\n]|$)| si| cu| pe| ca| la| daca| mai| in| sa| de)(?! (?:cu |de la |ale |a )?(?:cutia|cutiei|coletul|eticheta|ambalajul))`,
    ),
    phrase(`\\b(?<v>${view} (?:mai jos|mai sus|aici|jos|in anexa|alaturat[ae]?))(?![a-z])`),
    phrase(
      `\\b(?<v>(?:(?:v-am |am |va |vi le |iti )?(?:atasat|atasez|atasam|trimit|trimis|pus|anexez|anexat|incarcat)|uitati|vedeti|iata|aveti)(?: [a-z]{1,10}){0,3}? ${view})\\b`,
    ),
    phrase(`\\b(?<v>${view} (?:[a-z ]{0,25} )?(?:atasat[ae]?|in atasament|anexat[ae]?|mai jos|in anexa|atasate))\\b`),
    phrase("\\b(?<v>in atasament|vezi poza|vedeti poza|conform poz(?:ei|elor)|atasat)\\b"),
  ],
  returnReason: [
    phrase(
      "\\b(?<v>(?:imi |ii |ne |mi )?(?:vine|vin|(?<=(?:imi|ii|ne|mi)\\s)(?:e|este|sunt)) (?:cam |putin |mult |prea |foarte ){0,2}(?:mic|mare|mari|larg|stramt|scurt|lung|stramti)[aie]{0,2})(?![a-z])",
    ),
    phrase(
      "\\b(?<v>(?:(?:imi |ii |este |e |sunt |sint )?(?:mult |cam |putin )?(?:prea|cam) (?:mic[aie]?|mici|mare|mari|larg[aie]?|stramt[aei]?|stramti|scurt[aei]?|lung[aie]?|gre(?:u|a|oi)|subtir[ei]|inchis[ae]?|deschis[ae]?|gros|groasa|inalt[ae]?|zgomotos)|nu (?:mi se|i se|ni se|se|imi|ii|mi) (?:potrive(?:ste|sc)(?! cu)|vin(?:e)?|plac(?:e)?|intra|sta bine)(?: (?:bine|deloc|culoarea|materialul|cum sta))?|nu (?:imi|ii|ne|imi mai) (?:place|plac|trebuie|vine|vin|e bun[ai]?)(?: (?:deloc|culoarea|materialul))?|m-am razgandit|nu (?:este|e|sunt|corespunde|seamana) (?:ca in|ca in poza|ca in poze|conform|cu) (?:poza|poze|descrier(?:ea|ii)|imagini|imaginea|imaginile)|(?:comandat|luat) (?:din )?gresea?la|(?:am )?gresit marimea|am comandat (?:marimea gresita|gresit)|nu mai am nevoie(?: de (?:el|ea|ele))?|gasit mai ieftin|calitate (?:slaba|proasta|indoielnica)|calitatea (?:este |e |lasa )?(?:slaba|proasta|de dorit)|nu mi se potrivesc?|nu mi-a placut|materialul (?:e|este) (?:prea )?[a-z]{4,10}))(?=[ .,!?;)\\n]|$)",
    ),
  ],
  size: [
    phrase(
      "\\b(?:as vrea|vreau|doresc|voiam|imi trebuie|schimb cu|cu un|cu o|port|trebuia) (?:un |o |pe )?(?<v>(?:3[4-9]|4\\d|5[0-8])(?:[.,]5)?|xs|s|m|l|xl|xxl|xxxl)(?= ?(?:[.,!?;)\\n]|$)| in loc| si| va rog| nu| dar)",
    ),
    phrase(
      "\\b(?:marim(?:ea|e|i|ile)|masur(?:a|i)|numar(?:ul)? la pantof|nr la pantof|mas\\.)(?: (?:este|e|era|de|mea e|mea este|la|ul))? ?:? ?(?<v>(?:eu |uk )?(?:\\d{2,3}(?:[.,]5)?(?:[/-]\\d{2,3})?|xxs|xs|s/m|m/l|s|m|l|xl|xxl|xxxl|[2345]xl))(?![a-z0-9/])",
    ),
    phrase(
      "\\b(?:numarul|nr|un|o|cu|in|pe|la) (?<v>(?:3[4-9]|4[0-8])(?:[.,]5)?|xs|s|m|l|xl|xxl|xxxl|[2345]xl)(?=[.,!?;)]|$| (?:in loc|in locul|dar|si|va rog|nu|iar|ca|te rog))",
    ),
    phrase("\\b(?<v>\\d{2,3} ?x ?\\d{2,3}(?: ?x ?\\d{2,3})?(?: ?cm)?)\\b"),
  ],
  color: [
    phrase(`(?<!(?:livrat|trimis|primit|venit|ajuns) )\\b(?:varianta|modelul|nuanta|versiunea) (?<v>${romanianColor})(?![a-z])`),
    phrase(
      `\\b(?:pe|culoarea|culoare|culoarea e|de culoare|varianta|comandat|ceruse?m|cerut|am luat|vreau|voiam|in|dorit|ales) (?:cel |cea |pe |unul |una |un |o )?(?<v>${romanianColor}(?: ${romanianColor})?)(?=[.,!?;)\\n]| (?:si|dar|nu|in loc|va rog|iar|ca|marimea|cum|ci|desi|sau|cu)|$)`,
    ),
  ],
  paymentMethod: [
    phrase(
      "\\b(?:folosit|folosind|utilizat|de pe|cu) (?<v>card(?:ul)?(?: (?:de credit|de debit|bancar|cadou|[a-z]{3,10}))?)(?= ?(?:[.,!?;)\\n]|$)| si| dar| la| de| pentru)",
    ),
    phrase(
      "(?:^|[.!?,;\\n] ?|\\b(?:dar|si|prin) )(?<v>(?!curier|banca|magazin|voi|cineva)[a-z]{4,14}) (?:mi-a|ne-a|a) (?:luat|retras|incasat|debitat) ",
    ),
    phrase("\\b(?:cu|prin) (?<v>cardul cadou|card cadou|cardul|transfer)\\b"),
    phrase("\\b(?<v>[a-z]{4,12}) mi-a luat banii\\b"),
    phrase(
      "\\b(?:platit[ae]?|platesc|platii|plata|achitat[ae]?|achit|plateste|platim|platind)(?: (?:deja|comanda|integral|online|tot|totul|avans|in avans|am facut-o|a fost|s-a facut|facuta|o)){0,2} (?:cu|prin|la|in|via) (?<v>(?:cardul|card(?: (?:de credit|de debit|bancar|online))?|ramburs|transfer(?: bancar)?|op|ordin de plata|cash|numerar|livrare|curier|rate|[a-z]{4,14}(?: pay)?))\\b",
    ),
    phrase(
      "\\b(?<v>ramburs(?! ?(?:are|area|ul de bani|ati|at))|transfer bancar|ordin de plata|plata la livrare|card de (?:credit|debit))\\b",
    ),
  ],
  giftRecipient: [
    phrase(`\\b(?:cadoul|surpriza|cadou) (?<v>${relation}(?: (?:mea|meu|mele|mei|mele))?)(?=[ .,!?;)\\n]|$)`),
    phrase(`\\bpentru (?<v>(?:un|o) ${relation})(?=[ .,!?;)\\n]|$)`),
    phrase(
      `\\b(?:cadou(?:l)?|surpriza|ziua|aniversarea|comandat[ae]?|cumparat[ae]?|luat[ae]?|este|e|era|erau|sunt|onomastica)(?: (?:de [a-z]{4,10}|un cadou|[a-z]{2,12})){0,2} (?:pentru|lui|de ziua|la ziua) (?<v>(?:un |o )?${relation}(?: (?:mea|meu|mele|mei|mai mici|mic[ai]?|mare|noastre|nostru|lui|ei|sa))?)(?=[ .,!?;)\\n]|$)`,
    ),
    phrase(`\\b(?:ziua|aniversarea|nunta|onomastica) (?<v>${relation}(?: (?:mea|meu|mele|mei|lui))?)(?=[ .,!?;)\\n]|$)`),
  ],
  language: [
    phrase(
      "\\b(?:in|vorbesc|limba|doar|inteleg|vorbesc doar|scrieti in|raspundeti in) (?<v>romana|engleza|italiana|maghiara|germana|franceza|spaniola|rusa|romaneste|ucraineana|turca|bulgara)\\b",
    ),
  ],
  carrier: [
    phrase(
      "\\b(?:curier(?:ul|ului|ii)?|firma de curierat|curierat(?:ul)?)(?: (?:de la|este|e|era|a fost|din partea))?:? (?<v>[a-z][a-z0-9]{1,14}(?: (?:courier|curier|express))?)\\b",
    ),
    phrase(
      "\\b(?:trimis[ae]?|expediat[ae]?|livrat[ae]?|livrare[a]?|predat[ae]?|colet(?:ul)?|trimit|trimiteti|pachet(?:ul)?|awb(?:-ul)?)(?: (?:coletul|comanda|este|e|vine))? (?:prin|cu|catre|de la|la) (?<v>[a-z][a-z0-9]{1,14}(?: (?:courier|curier|express))?)\\b",
    ),
    phrase("\\b(?<v>posta) (?:zice|spune|a|nu|mi-a)\\b"),
  ],
  pickupPoint: [
    phrase(
      "\\b(?:iau|ridic|ridica|iau eu|vin|trec|las(?:ati)?|livrati)(?:-l|-o)?(?: [a-z-]+){0,3} (?:de la|la|din|in) (?<v>(?:magazin(?:ul)?|showroom(?:ul)?|depozit(?:ul)?|oficiul|punctul)(?: vostru)? (?:din|de pe|de la|de|postal|nr|in)? ?[a-z0-9 .'-]{2,25})(?= ?(?:[.,!?;)\\n]|$))",
    ),
    phrase("\\b(?<v>oficiul(?: postal)? \\d{1,3})\\b"),
    phrase(
      "\\b(?:locker(?:ul)?|punct(?:ul)? de ridicare|pick-?up point|automat(?:ul)? de colete|punct(?:ul)? de colectare)(?: (?:din|de la|de pe|la|este|e|de|numit))?:? (?<v>[a-z0-9][a-z0-9 .'-]{2,50})",
    ),
    phrase(
      "\\b(?<v>(?!mail|in|drop|tool|lunch|letter|x|out|gift|post|music)[a-z]{2,8}box(?:-?ul)? (?:din |de la |de pe |la )?(?!si\\b|dar\\b|nu\\b|este\\b|era\\b|e\\b|plin\\b|cu\\b|pentru\\b|care\\b|a\\b|am\\b|ca\\b|in loc|sau\\b|unde\\b|cand\\b|ul\\b|dupa\\b|de luni|ieri|azi)[a-z0-9][a-z0-9 .'-]{2,40})",
    ),
  ],
  name: [
    phrase(
      `\\bnumele?(?: (?:corect|meu|de pe|pe|colet|coletului|comanda|comenzii|destinatarului|complet|de familie|trecut|e)){0,4} ?(?:este|e|ar fi|trebuie sa fie|:|era)(?<strong>) (?<v>${name})`,
    ),
    phrase(
      `\\b(?:salut|buna|buna ziua|buna seara|hei|neata|servus),? ?(?:sunt|aici|ma numesc)(?<strong>) (?<v>${name})(?=,|\\.|!| si | am|$|\\n)`,
    ),
    phrase(`(?:^|[.!?\\n,] ?)(?<v>${name})(?<whole>) (?:aici|la telefon|la aparat)(?=[,.! ]|$)`),
    phrase(
      `\\b(?:ma numesc|ma cheama|numele meu(?: este| e)?:?|pe numele(?: de| lui)?:?|pe nume:?|destinatar(?:ul)?(?: este| e)?:?|comanda (?:este|e) pe(?: numele)?:?)(?<strong>) (?<v>${name})`,
    ),
    phrase(`\\b(?:sunt|aici|pe firma:|persoana fizica:?) (?<v>${name})`),
  ],
  quantity: [
    phrase("\\b(?:cantitate(?:a)?|cant\\.)(?: ?:| de| este)? ?(?<v>\\d{1,3})\\b"),
    phrase(
      `\\b(?<v>${romanianNumber.replace("|un|o|", "|").replace("|cateva|vreo \\d{1,2}|vreo doua", "")}) (?:de )?(?:bucati|bucata|buc|perechi|seturi|exemplare|cutii)(?=[ .,!?;)\\n]|$)`,
    ),
    phrase(
      "\\b(?:comandat|cumparat|luat|vreau|primit doar|returnez) (?<v>doi|doua|trei|patru|cinci|sase|\\d{1,2})(?=[.,!?;]|$| (?:si|dar|in loc))",
    ),
    phrase("\\bx ?(?<v>\\d{1,2})\\b(?! ?(?:x|cm))"),
    phrase("\\b(?<v>\\d{1,2}) ?x\\b(?! ?\\d)"),
  ],
};
