import type { Lexicon } from "./lexicon.ts";

const goods =
  "(?:produs(?:ul|ului|e|ele|elor)?|articol(?:ul|ului|e|ele)?|obiect(?:ul|e|ele)?|can(?:a|ile|i)|pantof(?:i|ii)|vaz[ae]|lamp[ae]|rochi[ae]|tricou(?:l|ri)?)";
const trouble =
  "(?:problem[ae](?:le)?|defect(?:ul|iunea|iuni|e|ele)?|neregul[ai]|nemultumire(?:a)?|eroare(?:a)?|inconvenient(?:ul)?|defectiun(?:e|ea))";

const color =
  "(?:alb|negr[ua]|neagra|ros[iu]e?|verde|albastr[ua]|gri|maro|bej|galben|roz|mov|auriu|argintiu|crem|portocaliu|bleumarin|turcoaz)[aei]?";

/** Questions that name nothing in Romanian. */
export const romanianQuestions: Pick<Lexicon, "questions"> = {
  questions: {
    orderNumber: [
      "(?:despre |la |pentru |din |in |de la )?(?:ce|care|care dintre) (?:comand[ae]|comenzi)(?: (?:e vorba|este vorba|va referiti|te referi|vorbim|discutam|e|este|ati|ai|anume|a|din|vorbiti|vorbesti|faceti referire|ne scrieti|nu))?",
      "(?:ce|care) (?:numar|nr\\.?|cod|id)(?: de (?:comanda|inregistrare))? (?:are|avea|e|este|era|poarta|a primit)(?: \\w{1,12}){0,2} (?:comanda|comenzii)",
      "(?:comanda|achizitia) (?:\\w{1,12} )?(?:ce|cu ce|care|sub ce) (?:numar|nr)",
      "(?:zi|zici|ziceti|spui|spune|spuneti|dai|dati|amintiti|amintesti|amintesc|precizati)(?:-mi|-ne)?(?: (?:te rog|va rog|iar|din nou|o data|inca o data|mai|si))* comanda(?= ?(?:[?.!,]|$|va rog|te rog))",
      "(?:ce|care) (?:numar|nr\\.?) (?:are|avea)(?= ?(?:\\?|$))",
      "(?:(?:este|e) (?:vorba )?|vorbim |discutam |va referiti |te referi |ne scrieti )(?:despre |de |la |pentru )?comanda (?:nr\\.? |numarul |cu numarul )?#?[a-z]{0,4}-?\\d+",
    ],
    item: [
      "ce (?:anume |exact |produs )?(?:doriti|vreti|ati vrea|ati dori|vrei|doresti|ai vrea) sa (?:returnati|schimbati|inlocuiti|reclamati|returnezi|schimbi|inlocuiesti)",
      `(?:ce|care|despre ce|care dintre|la ce|la care|despre care)(?: dintre)? ${goods}`,
      "ce (?:ati|ai|anume ati|anume ai) (?:comandat|cumparat|achizitionat)",
      "ce (?:anume |exact )?(?:lipseste|lipsea|contine|era in colet|ar fi trebuit sa)",
    ],
    quantity: [
      "(?:cate|cati|cat de multe)(?! (?:zile|ore|saptamani|luni|ori|stele|minute)) (?:\\w{1,14} )?(?:bucati|buc|ati|ai|produse|sunt|doriti|vreti|vrei|doresti|au|erau|lipsesc|lipseau|articole|ar fi)",
      "(?:cate|cati)(?= ?\\?)",
      "(?:cate|cati) (?!zile|ore|saptamani|luni|ori|stele|minute|persoane|incercari)\\w{3,14}",
      "in ce cantitate",
    ],
    carrier: [
      "(?:ati|ai) (?:ales|selectat|optat pentru) .{2,30} (?:sau|ori) .{2,30} (?:la|pentru|ca) (?:livrare|curier|transport)",
      "(?:cine|ce curier|ce firma|care curier|prin ce curier|cu ce curier|ce firma de curierat) (?:v-a|va|a|ti-a|livreaza|l-a|aduce|trebuia|face|livra|se ocupa|il|o|a adus|ar trebui).{0,30}(?:livr\\w{0,6}|adu\\w{0,4}|trimi\\w{0,4}|expedi\\w{0,4}|transport\\w{0,4})",
      "(?:cu|prin|de la) (?:ce|care) (?:firma|curier)(?: de curierat)?",
      "ce curier",
      "cine livreaza",
    ],
    email: [
      "(?:pe|cu|de pe|la) (?:ce|care) adresa(?: (?:v-ati|ti-ai|aveti|ati|ai|este|e|va|te))(?: \\w{1,12}){0,2} (?:cont|inregistr|loga|autentific|abona|confirmarea|factura|mail)\\w{0,6}",
      "(?:pe|cu|la|de pe) (?:ce|care) (?:adresa de )?(?:e-?mail|mail)(?: (?:ati|ai|sa|putem))?",
    ],
    phone: [
      "la (?:ce|care) (?:numar|nr\\.?|telefon)",
      "pe (?:ce|care) numar",
      "unde va putem (?:suna|contacta telefonic)",
      "la ce (?:nr|numar) (?:va|te)",
    ],
    name: [
      "cu cine (?:vorbesc|discut|am placerea|stau de vorba)",
      "(?:pe|sub) (?:ce|care|al cui) nume(?! (?:de )?(?:firm|produs|utilizator|companie))",
      "pe numele cui",
      "cum va numiti",
      "cum te (?:numesti|cheama)",
      "cum va cheama",
      "cine a (?:plasat|facut) comanda",
    ],
    shippingAddress: [
      "(?:unde|la ce adresa|la care adresa|la ce|pe ce adresa|catre ce adresa) (?:sa |trebuie |doriti |vreti |vrei |doresti |putem |pot |ati |ai |va |il |o |le |ar trebui |trebuia |se |livram|trimitem|expediem|preferati|v-o|vi-l|ti-l).{0,40}(?:livr\\w{0,6}|trimi\\w{0,6}|expedi\\w{0,4}|ajung\\w{0,3}|primi\\w{0,4}|aduc\\w{0,3}|livram|trimitem|retrimi\\w{0,4})",
      "(?:unde|la ce adresa) (?:livram|trimitem|expediem|locuiti|stati|locuiesti)",
      "(?:ce|care e|care este|la ce|la care) adresa(?! de (?:e-?mail|mail))",
    ],
    problem: [
      "ce (?:simptome|manifestari|semne)",
      "ce (?:v-a|te-a) (?:nemultumit|deranjat)",
      "ce (?:anume |exact )?(?:nu )?a mers(?: gresit| prost| rau)?",
      "ce (?:anume |exact |mai exact )?s-?a (?:intamplat|stricat|defectat|petrecut)",
      "ce s a intamplat",
      "ce (?:anume |exact )?nu (?:functioneaza|merge|este in regula|e in regula|e ok|va multumeste|este ok|corespunde|va place)",
      `(?:ce|care e|care este|care era|ce fel de|ce tip de|care sunt|in ce consta|care-i) (?:fel de |tip de )?(?:exact )?${trouble}`,
      "(?:ce|cu ce) (?:problema|probleme|defect|defectiune|are|nu)(?= ?\\?)",
      "ce (?:(?:ati|ai|a|au) patit|patiti|patesti)",
      "in ce (?:fel|mod|stare) (?:este|e|a|s-a|ati)",
      "cum (?:se manifesta|s-a (?:spart|stricat|defectat))",
      "ce (?:are|pateste|face) (?:produsul|mai exact|exact)",
      "ce se intampla(?: (?:cand|daca|exact|mai exact))?",
    ],
    since: [
      "in ce (?:moment|zi|data|perioada) (?:a|s-a|ati|ai|au) (?:aparut|inceput|produs|stricat|defectat|observat|constatat|intamplat|oprit)",
      "(?:de|din|incepand cu|incepand din) (?:ce|care|cate|cat) (?:zi(?:le|ua)?|data|moment|perioada|luna|luni|timp|ore|ora|saptaman\\w{1,3}|an)(?! (?:va |o sa |vom |trebuie |aveti |pot ))",
      "de cand",
      "de cat timp",
      "cand (?:a|ati|ai|s-a|au|s-au|anume a|exact a)(?: mai)? (?:inceput|aparut|intamplat|stricat|defectat|spart|rupt|observat|constatat|remarcat|sesizat|incetat|oprit|manifestat|produs|vazut|descoperit)",
    ],
    damageExtent: [
      "cat (?:la suta )?din (?:produs|suprafata|ecran|colet|material|obiect)\\w{0,3}",
      "cat de \\w{3,14} (?:e|este|sunt) (?:crapatur|fisur|zgarietur|gaur|pat|spartur|lovitur|daun|deteriorar|ruptur)\\w{1,3}",
      "(?:e|este|s-a|sunt) (?:spart|rupt|crapat|stricat|deteriorat|zgariat|ciobit)[aei]? (?:de tot|complet|total|doar|putin|partial).{0,30}",
      "cat (?:de )?(?:grav|grava|grave|mare|mari|rau|deteriorat|deteriorata|avariat|afectat|afectata|stricat|stricata|spart|sparta|adanca|extinsa|vizibil|vizibila)",
      "(?:se |il |o |mai )?(?:mai )?(?:poate|puteti|poti)(?: fi)? (?:folosi|folosit|folosita|utiliza|utilizat|purta|purtat)\\w{0,2}",
      "(?:mai )?functioneaza (?:totusi|inca|partial)",
      "(?:ce|care|in ce) (?:parte|parti|zona|loc|portiune|piese|componente)",
      "unde (?:anume |exact )?(?:este|e|se afla|sunt|s-a) (?:fisura|crapatura|zgarietura|zgarieturile|spartura|dauna|gaura|pata|lovitura|ciobit|spart|crapat|deteriorat|rupt|ciobitura)\\w{0,2}",
      "ce (?:anume |exact )(?:s-a spart|este spart|e spart|este deteriorat|e deteriorat|e stricat|este rupt|e rupt|s-a rupt)\\w{0,2}",
    ],
    tried: [
      "ce (?:ati|ai) (?:mai |deja )?(?:incercat|facut)(?: deja| pana acum)?",
      "(?<=^|[,:;] |si |ca )(?:ati|ai) (?:mai |deja |cumva )?incercat",
      "(?:ce|care) (?:pasi|solutii|metode|verificari) (?:ati|ai)",
      "(?:ati|ai) (?:deja )?(?:resetat|repornit|restartat|incarcat)",
    ],
    wantedOutcome: [
      "ce (?:rezolvare|solutie|varianta|optiune) (?:v-ar|ti-ar|va|ti)(?: fi)? (?:multumi|conveni|ajuta|potrivi|convine)\\w{0,3}",
      "(?:aleg|opta|decide|hotara)\\w{0,5} intre .{0,60}(?:inlocui|ramburs|bani|schimb|voucher|repar)\\w{0,6}",
      "(?:ce|cum) (?:preferati|preferi|doriti|doresti|vreti|vrei|ati dori|ai dori|ati prefera|ai prefera|ati vrea)(?: (?:sa (?:facem|procedam|procedez|rezolvam|solutionam|continuam|gestionam|remediem|primiti|primesti|va oferim|va despagubim|va compensam)|ca (?:solutie|rezolvare)|(?:solutionarea|rezolvarea|despagubirea))|(?= ?[?,:]))",
      "(?:preferati|preferi|doriti|doresti|vreti|vrei|ati dori|ai dori|ati prefera|ai prefera|ati vrea|optati|alegeti)(?! sa stiti)(?!.{0,40}(?:in cont|pe card|iban) (?:sau|ori)).{0,60}(?:ramburs\\w{0,4}|inlocui\\w{0,4}|schimb\\w{0,3}|bani\\w{0,3}|returnarea|voucher\\w{0,3}|repar\\w{0,5}|produs(?:ul)? nou|alt(?:ul|a)? nou\\w?).{0,40} (?:sau|ori|fie) .{0,30}",
      "(?:rambursare(?:a)?|bani(?:i)? inapoi|inlocuire(?:a)?|schimb(?:ul)?|returnarea banilor|reparatia)(?: a \\w{1,12})? (?:sau|ori) .{0,30}(?=.{0,30}\\?)",
      "(?:ce|care) (?:solutie|varianta|optiune|rezolvare) (?:preferati|preferi|doriti|doresti|vreti|vrei|ati|ai|va|ti|alegeti)",
      "ce asteptati (?:de la noi|ca rezolvare)",
      "cum (?:va |te )?(?:putem|pot|sa|am putea) (?:solutiona|solutionam|despagubi|compensa|rezolva|rezolvam|procedam|remedia|remediem|indrepta|sa rezolvam)",
    ],
    deliveryDate: [
      "(?:cand|in ce zi|in ce data|la ce data|pe ce data|ce zi|in ce moment) (?:anume |exact )?(?:ati|ai|a|v-a|ti-a|trebuia|vi s-a|ar fi trebuit|urma|vi l-a|a fost|s-a|era).{0,40}(?:primi\\w{0,2}|livr\\w{0,5}|ajun\\w{0,3}|sosi\\w{0,2}|promis\\w?|ridicat|venit|receptionat|adus|estimat\\w?)",
      "(?:care (?:e|este|era|a fost)) (?:data|ziua) (?:de |estimata |promisa |livrarii|primirii)",
    ],
    invoiceData: [
      "pe (?:ce|care|numele carei|cine|numele cui) (?:firma|societate|companie|date|facem|emitem|doriti|sa emitem)?.{0,20}factur\\w{0,3}",
      "pe ce nume (?:de )?firm\\w{1,2}",
      "pe ce (?:firma|societate|companie|date)",
      "(?:ce|care) (?:firma|date) .{0,20}factur\\w{0,3}",
    ],
    size: ["(?:ce|care e|care este|pe ce|la ce|in ce|de ce) (?:este )?(?:marime|marimea|masura|masuri)", "ce numar (?:purtati|porti)"],
    color: [
      `(?:(?:pe|in|de) )?${color} (?:sau|ori) (?:(?:pe|in|de) )?${color}`,
      "(?:ce|pe ce|in ce|de ce|care e|care este) culo(?:are|area|ri)",
      "ce nuanta",
    ],
    returnReason: [
      "ce (?:v-a|te-a|ti-a|nu v-a|nu ti-a) (?:nemultumit|deranjat|displacut|placut|convenit).{0,40}retur\\w{0,6}",
      "(?:de ce|din ce motiv|din ce cauza|pentru ce motiv) (?:doriti|doresti|vreti|vrei|ati|ai|il|o|le|vi|returnati|returnezi|nu).{0,30}(?:returna\\w{0,3}|returnezi|retur\\w{0,3}|inapoi\\w{0,3}|schimb\\w{0,4}|pastr\\w{0,4}|trimite\\w{0,2})",
      "care (?:e|este|era|a fost) motivul(?! (?:reclamatiei|sesizarii|nemultumirii|plangerii|contactarii|apelului|mesajului))",
      "ce nu (?:v-a|ti-a) placut",
      "(?:este|e|era) prea (?:mare|mic|mica|stramt|stramta|larg|larga)",
      "ce v-a (?:determinat|facut) sa",
    ],
    paymentMethod: [
      "plata (?:ati|ai|s-a) (?:facut|efectuat|realizat)(?:-o|-a)?",
      "(?:plat|achit)\\w{1,5}.{0,30} (?:card|cardul|ramburs|cash|numerar|online|transfer|op|virament)\\w{0,3} (?:sau|ori) .{2,30}",
      "cum (?:ati|ai) (?:platit|achitat|efectuat plata|facut plata)",
      "(?:ati|ai) (?:platit|achitat) (?:cu|prin|online|ramburs|la|cash|in)",
      "(?:prin|cu) (?:ce|care) (?:metoda|card|modalitate|mijloc).{0,20}(?:plat\\w{0,3}|achit\\w{0,3})",
      "cum a fost (?:platita|achitata)",
      "(?:plata|comanda) a fost (?:facuta|achitata|platita) (?:cu|prin|online|ramburs)",
    ],
    language: ["(?:in |pe )?(?:ce|care) limba", "(?:preferati|preferi|doriti|vreti).{0,40}(?:in )?(?:engleza|romana|italiana|maghiara)"],
    pickupPoint: [
      "(?:in|la|din|pe|catre)? ?(?:ce|care) (?:punct|locker|easybox|pick-?up)(?:-ul|ul)?",
      "de unde (?:doriti|vreti|preferati|vrei|doresti) sa (?:ridic\\w{0,3}|prelu\\w{0,3})",
      "unde (?:doriti|vreti|preferati|vrei|doresti) sa (?:ridic\\w{0,3}|prelu\\w{0,3})",
    ],
    giftRecipient: [
      "(?:pentru cine|cui) (?:e|este|era|ii este|ii|i-l|il|trebuie|oferiti|faceti)(?: (?:destinat|adresat|cadoul|acest cadou|coletul|comanda))*",
      "cine (?:este|e|va fi) (?:destinatarul|persoana)",
      "cine (?:va |o sa )(?:primi|primeasca|ridica|ridice)",
    ],
  },
};
