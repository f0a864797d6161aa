import { type DateWords, type ItemWords, phrase, words } from "./lexicon.ts";

export const romanianNumber = "(?:\\d{1,3}|un|o|doi|doua|trei|patru|cinci|sase|sapte|opt|noua|zece|cateva|vreo \\d{1,2}|vreo doua)";
const weekday = "(?:luni|marti|miercuri|joi|vineri|sambata|duminica)";
const articled = "(?:lunea|martea|miercurea|joia|vinerea|sambata|duminica)";
const month =
  "(?:ianuarie|februarie|martie|aprilie|mai|iunie|iulie|august|septembrie|octombrie|noiembrie|decembrie|ian|feb|apr|iun|iul|aug|sept?|oct|nov|noi|dec)";
const dayPart = "(?: (?:dimineata|dimi|seara|noaptea|la pranz|dupa-?amiaza|dupa masa))?";

export const romanianColor =
  "(?:negru|neagra|negri|negre|alb|alba|albi|albe|rosu|rosie|rosii|albastru|albastra|albastri|albastre|verde|verzi|galben|galbena|galbeni|galbene|portocaliu|portocalie|mov|roz|maro|gri|bej|crem|ivoire|turcoaz|auriu|aurie|aurii|argintiu|argintie|argintii|bordo|visiniu|visinie|lila|kaki|bleumarin|bleu|mustar|grena|antracit|fucsia)(?: (?:inchis|inchisa|deschis|deschisa|marin|petrol|electric|oliv|militar|pal))?";

export const romanianDates: DateWords = {
  date:
    `(?:alaltaieri|ieri${dayPart}|azi(?: dimineata)?|astazi|aseara|diseara|azi-noapte|maine|poimaine` +
    `|(?:${articled}|${weekday}) (?:trecuta|viitoare|asta)${dayPart}|saptamana (?:trecuta|asta|aceasta|viitoare)|luna (?:trecuta|asta)|anul trecut|weekend(?:ul)? (?:trecut|asta)` +
    `|acum ${romanianNumber} (?:de )?(?:zile|zi|saptamani|saptamana|luni|luna|ore)` +
    `|${weekday}\\b(?:,? \\d{1,2} ${month})?${dayPart}` +
    `|\\d{1,2} ${month}\\b(?: (?:19|20)\\d{2})?|\\d{1,2}[/.]\\d{1,2}(?:[/.](?:20)?\\d{2})?(?![\\d/.]\\d)|\\d{4}-\\d{2}-\\d{2}` +
    `|(?:inceputul|sfarsitul|finalul|mijlocul) (?:saptamanii|lunii|lui ${month})|data de \\d{1,2}|pe (?:data de )?\\d{1,2}(?=[.,!?;)]| (?:si|dar|nu|trebuia)|$))`,
  since: /\b(?:de|din|de pe|inca de|inca din|incepand cu|incepand de|incepand din|de la)\s{1,3}(?:vreo\s|aproximativ\s|data de\s)?$/,
  span: phrase(
    `\\b(?:(?:de|timp de|dupa) (?:(?:vreo|aproape|peste|mai bine de|mai mult de|cel putin|deja|circa|cam|doar|numai) ){0,2}${romanianNumber} (?:de )?(?:zile|zi|saptamani|saptamana|luni|luna|ore)\\b(?! (?:de garantie|lucratoare))|(?:din|inca din) prima (?:zi|saptamana|luna))`,
  ),
  delivered:
    /\b(?:ajuns[ae]?|ajunge|ajunga|livrat[aei]?|livreze|livrare[a]?|lasat|adus[ae]?|venit[ae]?|vina|primit[aei]?|primesc|trebuia|ar fi trebuit|promis[ae]?|estimat[ae]?|pana|programat[ae]?|ridicat|in livrare|sosit[ae]?)\b/,
  happened:
    /\b(?:scartaie|curge|miroase|plesnit|explodat|sarit|intepenit|defectat[ae]?|ars[ae]?|spart[ae]?|stricat[ae]?|oprit|intamplat|observat|inceput|blocat[ae]?|sta|stau|astept|asteptam|nu (?:mai )?(?:merge|functioneaza|porneste|se misca|s-a miscat)|cazut|problema|descoperit|crapat|rupt[ae]?|nicio|niciun)\b/,
  other:
    /\b(?:comandat[ae]?|comanda|cumparat[aei]?|achizitionat|platit[ae]?|factura|nascut|ziua|aniversare|vacanta|plec|plecam|petrecere|nunta|scris|sunat|vorbit|am nevoie|imi trebuie)\b/,
};

/** Endings that a Romanian noun can have after its stem: plural, article, case. */
const endings = "(?:a|l|lui|ii|ua|ul|ule|ului|le|i|ii|e|ei|ele|elor|ile|ilor|uri|urile|urilor|ie|ia|iei|iile|o|u|lor|it|le|ea|aua)?";
const stems = `
  can ceasc cest cesti ceainic fierbator lamp lampadar veioz bec lumanar vaz farfuri bol castron pahar tigai oal cutit furculit lingur tacam sticl termos borcan tav cos pern perne  pilot plapum patur lenjeri cearsaf prosop perdel draperi covor covoras pres salte  sort
  scaun scaunel fotoliu mas masut  canape coltar taburet  raft bibliotec etajer dulap comod noptier sertar oglind ram ceas tablou poster cuier 
  tricou camas  bluz top rochi rochit fust pantalon blug blugi jeans colant hanorac pulover cardigan geac jachet palto haina haine pardesiu vest costum pijama pijamale soset sosete ciorap manus esarf fular caciul palari sapc curea cravat bikini sutien chilot boxer halat trening salopet helanc
  pantof ghet cizm adidasi tenis tenisi teneci sandal papuc saboti bocanc balerin sneakers
  geant rucsac portofel valiz troler umbrel ochelar colier bratar cercel inel lantisor pandantiv ghiozdan poset borset
   smartphone hus incarcator  cablur cast casti boxa boxe difuzor tastatur mouse monitor laptop tablet camer trepied imprimant router   proiector consol controller dron televizor smartwatch  
  blender mixer prajitor rasnit storcator friteuz cuptor micround frigider aspirator fier fiare uscator feon   trimmer periut cantar radiator calorifer ventilator umidificator purificator cafetier espressor   gratar
  cart cartea carti caiet agend pix creion puzzle jucari papus    trenulet biciclet triciclet troti trotinet casc  rachet  gantera ganter cort hamac   buchet semint furtun 
  crem  sampon balsam parfum lotiun sapun ruj rimel fard palet  ceai   ciocolat  miere dulceat supliment biscuit
  carucior patut  pampers scutec bavet  zgard cusc acvariu burghiu surubelnit ciocan fierastrau  robinet   cuier tocator recipient  caserol trus kit ghirland ornament decoratiun  ghiveci carafa caraf bormasin polizor lantern ibric vopse fermoar noptier tablie drujb motocoas compresor piscin gazebo sezlong leagan tobogan trambulin chitar vioar cratit polonic strecuratoar razatoar poncho bretel bros biberon suzet premergator lopat matur mop galeat litier botnit jaluzel rulou rolet tapet gresi faiant parchet prelungitor intrerupator plafonier lustr termometr tensiometr nebulizator mixere cuverturi cuvertur paturic halat pelerin hanorace tabl sculptur statuet figurin canapel fotoli covorul trolere trening borset mapa mape stilou acuarel plit sezlonguri chiuvet fotolii pufuri puf antreu gantere serviet breloc ceasuri espadril papucei botosei body bodyuri caciulit fes cearsafuri pilote lenjerie prosoape oglinzi somier jaluzele congelator cuptoare aragaz hot uscatoar statie`;

export const romanianItems: ItemWords = {
  order: "after",
  noun: new RegExp(`^(?:${stems.trim().replace(/\s+/g, "|")})${endings}$`),
  weak: words(`
    set(?:ul|uri)? kit(?:ul)? telefon(?:ul|ului)? birou(?:l)? masin[ai] aparat(?:ul)? joc(?:ul|uri)? folie folia plant[ae] flori bateri[ei]a? suport(?:ul)? cabl(?:u|ul|uri) adaptor(?:ul)? robot(?:ul)? plac[ai] scaun-auto pat(?:ul|uri)? servici(?:u|ul) masina pereche perechea roata`),
  time: words(
    `ieri azi maine luni marti miercuri joi vineri sambata duminica lunea martea miercurea joia vinerea trecut[aei]* saptaman[ai] zile luna acum aseara atunci mult mama tata sotul sotia curand urgenta cand catre voi dumneavoastra anul acasa aici acolo ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie online dimineata seara craciun friday`,
  ),
  color: new RegExp(`\\b${romanianColor}(?![a-z])`),
  count: /(?<![a-z0-9.,/])(doi|doua|trei|patru|cinci|sase|sapte|opt|noua|zece|[2-9]|[1-9]\d)(?:\sde)?(?:\sbuc(?:ati)?(?:\sdin)?)?\s$/,
  owned: /\b(?:mea|meu|mei|mele|comandat[ae]?|cumparat[ae]?|primit[ae]?|ajuns[ae]?|comanda|coletul|retur|returna|schimb|schimba)\b/,
  replaced: /^\s{1,2}(?:in loc(?:ul)?)\s(?!de\s(?:un(?:ul|a)|\d|doua|trei|patru)\b)/,
  modifier: words(`
    negru neagra negri negre alb alba albi albe rosu rosie rosii albastru albastra albastri albastre verde verzi galben galbena galbene portocaliu portocalie mov roz maro gri bej crem turcoaz auriu aurie aurii argintiu argintie bordo visiniu visinie lila kaki bleumarin bleu inchis deschis
    ceramica portelan sticla lemn stejar pin bambus metal inox otel fonta alama cupru piele intoarsa bumbac in lana matase catifea denim plastic cauciuc marmura piatra cristal hartie ratan
    mic mica mici mare mari mediu medie mini dublu dubla simplu electric electrica electrice wireless bluetooth portabil portabila pliabil pliabila pliant impermeabil impermeabila alergare iarna vara barbati barbatesti dama femei copii bebelusi bebe vintage rotund rotunda rotunde patrat patrata lung lunga lungi scurt scurta scurte termic termica sport elegant eleganta elegante usb led gaming yoga camping cafea ceai vin bucatarie baie gradina birou perete tavan podea pat noptiera mana spate masa umar par calcat vopsit tuns`),
  stop: words(`
    un o unei unui niste acest aceasta acesta aceste acestea acel acea cel cea cei cele al a ai ale lui ei meu mea mei mele dvs dumneavoastra dv voastra vostru vostre nostru noastra tau ta
    si sau ori dar insa iar ca sa care ce cine nu mai deja inca doar numai tot toata toate toti fiecare alt alta alti alte altul altceva acelasi aceeasi primul prima doilea doua doi trei patru cinci
    este e sunt era erau fi fost am ai are avem aveti au aveam comandat comandata cumparat cumparata primit primita primiti primite ajuns ajunsa ajunse venit venita venite vine livrat livrata trimis trimisa vreau doresc as dori vrea pot puteti trebuie merge functioneaza porneste spart sparta sparte stricat stricata stricate deteriorat deteriorata deteriorate defect defecta defecte zgariat zgariata ciobit ciobita gresit gresita gresite lipsa lipseste lipsesc crapat crapata patat patata rupt rupta rupte desfacut desfacuta nou noua noi
    pe la cu pentru in din de fara peste sub prin despre daca cand unde cum deci apoi azi ieri multumesc buna salut ziua in loc marimea marime culoarea culoare numarul comanda colet cat plus
    imi iti ii ne va le mi mi-a s-a m-am l-am le-am am-o ma te se fost frumos foarte prea cam vesti veste lei ron euro`),
  generic: words(
    `comand(?:a|e|ei|ata)? comenzi(?:le|i)? colet(?:ul|e|ele|ului)? pachet(?:ul|e|ului)? produs(?:ul|e|ele|ului)? articol(?:ul|e|ele)? lucru(?:l|ri|rile)? marf[a] livrar[ei]a? livrarea expediti[ae] ramburs(?:area|are)? bani(?:i)? curier(?:ul|ului)? cuti(?:e|a|ei) etichet[aei] factur[aei] mail(?:ul)? email(?:ul)? mesaj(?:ul)? numar(?:ul)? awb stare[a]? status(?:ul)? informati[ie]i? adres[aei] achizitie cont(?:ul)? site(?:ul)? magazin(?:ul)? link(?:ul)? problem[aei] intrebar[ei]a? raspuns(?:ul)? nimic ceva marime[a]? culoare[a]? plat[aei] poz[aei]e?(?:le)? capac(?:ul)? maner(?:ul)? parte[a]? bucat[ai]i? zi(?:le|lele|ua)? saptaman[ai]i? lun[ai]i? reducere[a]? pret(?:ul)? retur(?:ul)? schimb(?:ul)? cadou(?:l|ri)? confirmare[a]? vecin(?:ul|i)? us[aei]a? casa serviciu telefonul ambalaj(?:ul)? calitate[a]? perech[ei]a? data dat[aei]`,
  ),
  joiner: words("de din cu pentru"),
  frames: [
    phrase(
      "\\b(?:comandat|cumparat|achizitionat|luat|returna|returnez|returnam|inapoiez|schimb|sa schimb|reclamatie pentru) (?:un|o|niste|doua|doi|trei|patru|\\d{1,2}) (?:pereche de |set de |perechi de |buc(?:ati)? )?(?<v>[a-z][a-z' -]{2,60})",
    ),
    phrase(
      "\\b(?:returna|returnez|inapoiez|schimb|schimbati|am primit|am comandat|am cumparat) (?<v>[a-z][a-z-]{3,24}(?: [a-z][a-z-]{2,24}){0,3})",
    ),
    phrase(
      "\\b(?<v>[a-z][a-z-]{3,24}(?: [a-z][a-z-]{2,24}){0,3}?) (?:pe care (?:l-|le-|am |o )?(?:am )?(?:comandat|cumparat|primit)|nu (?:mai )?(?:merge|functioneaza|porneste))",
    ),
  ],
};
