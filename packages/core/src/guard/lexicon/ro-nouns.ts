import type { Lexicon } from "./lexicon.ts";

const number = "(?:numar(?:ul|ului)?|numere(?:le)?|nr\\.?|num\\.?|no\\.?|nmr\\.?|id(?:-ul|ul)?|cod(?:ul)?|referinta)";
const order = "(?:comand[ae]|comenzi(?:i|lor)?|cmd|cmz|achizitie(?:i)?)";
const your = "(?:dvs\\.?|dumneavoastra|dumneav\\.?|dv\\.?|ta|tau|tale|voastra|d-voastra|dv)";
const goods =
  "(?:produs(?:ul|ului|e|ele|elor)?|articol(?:ul|ului|e|ele)?|obiect(?:ul|e|ele)?|can(?:a|ile|i)|pantof(?:i|ii)|vaz[ae]|lamp[ae]|rochi[ae]|tricou(?:l|ri)?)";
const trouble =
  "(?:problem[ae](?:le|lei|i)?|defect(?:ul|ului|iunea|iunii|iuni|e|ele)?|neregul[ai]i?|nemultumire(?:a)?|eroare(?:a)?|inconvenient(?:ul)?|defectiun(?:e|ea))";

/** What things are called in Romanian. */
export const romanianNouns: Pick<Lexicon, "nouns" | "shortNouns" | "bareNumber" | "photo"> = {
  nouns: {
    orderNumber: [
      `${number} ?(?:de (?:inregistrare|identificare|referinta) )?(?:de |al |a |la |pt\\.? |pentru )?(?:acestei |acesta )?${order}`,
      `${order} (?:nr\\.?|numarul|numar)`,
      "order (?:number|no|nr|id)(?:-ul| ul|ul)?",
      `${number} (?:din|primit in|primit pe) (?:e-?mailul|mailul|emailul) de confirmare`,
      `(?:datele|detaliile) comenzii`,
    ],
    quantity: ["cantitat(?:e|ea|ile)", "numar(?:ul)? de (?:bucati|produse|articole|buc)", "cate bucati"],
    trackingNumber: [
      `${number} ?(?:de |al |a )?(?:awb(?:-ul|-ului|ul|ului)?|urmarire(?:a)?|tracking|colet(?:ului)?|expedi(?:tie|tiei|ere)|livrare(?:a)?|transport(?:ului)?|pachet(?:ului)?)`,
      "awb(?:-ul|-ului|ul|ului|-uri| ul)?",
      "tracking(?:-ul|ul)?(?: number)?",
      "scrisoare(?:a)? de transport",
    ],
    carrier: [
      "(?:numele |denumirea )?(?:firm(?:a|ei)|companiei|compania) de curierat",
      "(?:ce|care|numele|prin ce|cu ce) curier(?:ul|ului)?",
      "numele curierului",
    ],
    email: [
      "adres(?:a|ei|e) (?:de |dvs\\.? de |dumneavoastra de |ta de |ta )?(?:e-?mail|mail|posta electronica)",
      "(?:e-?mail|mail)(?:ul|-ul|ului|-ului)(?! (?:de confirmare|nostru|trimis|primit|meu|acesta|anterior|dvs\\.? de (?:ieri|azi)))",
      "(?:ce|care|un|pe ce|cu ce) (?:adresa de )?(?:e-?mail|mail)",
      `(?:e-?mail|mail) (?:cu care|folosit|utilizat|asociat|de contact|${your})`,
    ],
    phone: [
      `${number} ?(?:${your} )?(?:de |al )?(?:${your} )?(?:telefon(?:ul)?|tel\\.?|mobil|contact|telefonul ${your})`,
      "telefon(?:ul|ului)? (?:de contact|mobil|dvs\\.?|dumneavoastra|tau|actual|corect)",
      "(?:un|ce|care|niciun) (?:nr\\.? |numar )?(?:de )?telefon(?: de contact)?(?! (?:mobil )?(?:aveti|a|s-a|nu|doriti))",
      "numar(?:ul)? (?:la care|pe care|unde)(?: \\w{1,12}){0,4} (?:gasi|suna|contacta|apela|anunta)\\w{0,3}",
      "un (?:numar|nr\\.?)(?= ?(?:\\?|$|,? ?va rog|,? ?te rog|valabil|pentru curier|pt curier|sa va|sa te))",
      "datele (?:dvs\\.? |dumneavoastra |tale )?de contact",
    ],
    name: [
      `nume(?:le)?(?: (?:complet|${your}|si prenumele|si prenume|intreg|de familie|titularului|clientului|destinatarului|de pe (?:comanda|colet|factura)|pe care|folosit|trecut|cu care))+`,
      "nume(?:le|lui)(?! (?:firmei|companiei|produs\\w{0,4}|curierului|nostru|magazinului|modelului|articolului|orasului|strazii))",
      "prenume(?:le)?",
      "titular(?:ul|ului)? comenzii",
      "(?:pe |sub )(?:ce|care) nume(?! (?:de )?(?:firm|produs|utilizator|companie))",
    ],
    shippingAddress: [
      "adres(?:a|ei|e) (?:exact[ae] |complet[ae] |corect[ae] |nou[ae] |actual[ae] |intreag[ae] )?(?:dvs\\.? |dumneavoastra |ta )?(?:de |pentru )(?:livrare|expediere|domiciliu|acasa|corespondenta|facturare si livrare|trimitere|destinatie|ridicare|livrarea|expedierea|curier|retur)",
      "adres(?:a|ei|e)(?: (?:complet[ae]|exact[ae]|corect[ae]|nou[ae]|actual[ae]|dvs\\.?|dumneavoastra|ta|unde|la care|postala|intreaga))+(?! de (?:e-?mail|mail))",
      "(?:ce|care|la ce|la care|o) adresa(?! de (?:e-?mail|mail))",
      "adresa(?! de (?:e-?mail|mail|facturare)| (?:noastra|depozitului|web|site))",
      "(?:strada si numarul|numele strazii|strada, numarul)",
      "datele de livrare",
    ],
    postcode: ["cod(?:ul)? postal"],
    problem: [
      `(?:${trouble}|natura problemei|tipul problemei|descrierea problemei|(?:motiv|obiect|cauza|subiect)(?:ul|ele)? (?:reclamatiei|sesizarii|nemultumirii|plangerii|contactarii))`,
      "(?:ce (?:anume |exact )?)(?:s-a (?:intamplat|stricat|defectat)|nu (?:functioneaza|merge|este in regula|e in regula|e ok)|problema|s a intamplat|are|ati patit|patesti|ai patit|este gresit)",
      "(?:despre |detalii despre )(?:ce (?:s-a intamplat)|problema|defect\\w{0,5})",
      "cele intamplate",
      "in ce consta",
    ],
    since: [
      `de cand(?: \\w{1,12}){0,3} ${trouble}`,
      `(?:data (?:exacta )?)?(?:cand|la care|in care) (?:a|ati|s-a|au) (?:inceput|aparut|observat|sesizat|constatat|remarcat)(?: \\w{1,12}){0,3} ${trouble}`,
      "de cand",
      "de cat timp",
      "cand (?:a inceput|a aparut|s-a (?:intamplat|stricat|defectat|spart|rupt|oprit)|ati (?:observat|constatat|remarcat|sesizat)|ai (?:observat|constatat|remarcat))",
      "data (?:la care|cand|in care) (?:a aparut|a inceput|s-a (?:intamplat|stricat|defectat)|ati (?:observat|constatat))",
      "momentul (?:aparitiei|in care a)",
    ],
    damageExtent: [
      "dauna",
      "daunele",
      "(?:cat|cat de) (?:de )?(?:grav(?:a|e)?|mare|deteriorat[ae]?|avariat[ae]?|afectat[ae]?|rau|stricat[ae]?|spart[ae]?|extins[ae]?)",
      "(?:amploarea|gravitatea|gradul|nivelul|intinderea|marimea) (?:daun\\w{0,4}|deterior\\w{0,5}|defect\\w{0,6}|pagub\\w{0,3}|avari\\w{0,4}|fisurii|zgarieturii|de deteriorare|crapaturii)",
      "(?:ce|care) (?:parte|parti|piese|componente|zona|portiune)(?: anume)?(?: a| ale| din)?(?: produsului)? (?:este|e|sunt|s-a|s-au|a fost) (?:deteriorat|spart|afectat|stricat|rupt|crapat|zgariat|avariat)\\w{0,2}",
    ],
    tried: [
      "ce (?:ati|ai) (?:mai )?(?:incercat|facut|verificat)(?: deja| pana acum)?",
      "(?:ce|care) (?:pasi|solutii|metode|verificari) (?:ati|ai)(?: deja)? (?:incercat|facut|urmat|parcurs|efectuat)",
      "(?:pasii|verificarile|incercarile) (?:deja )?(?:facut[ei]|urmati|efectuat[ei]|incercat[ei])",
    ],
    wantedOutcome: [
      "(?:ce|care) (?:solutie|varianta|optiune|preferinta|rezolvare)(?: anume)? (?:preferati|preferi|doriti|doresti|vreti|vrei|ati dori|ai dori|alegeti|alegi|va convine|ati prefera|ai prefera)",
      "(?:solutia|varianta|optiunea|preferinta|rezolvarea) (?:preferata|dorita|dvs\\.?|dumneavoastra|ta|aleasa|pe care o (?:doriti|preferati|preferi|doresti|vrei|vreti))",
      "(?:ce|cum|daca) (?:preferati|preferi|doriti|doresti|vreti|vrei|ati dori|ai dori|ati prefera|ai prefera|ati vrea).{0,60}(?:ramburs\\w{0,4}|inlocui\\w{0,4}|schimb\\w{0,3}|bani\\w{0,3}|retur\\w{0,3}|voucher|repar\\w{0,5}|procedam|facem|rezolvam|produs nou).{0,30}",
      "(?:cum|ce) (?:doriti|doresti|vreti|vrei|preferati|preferi|ati dori|ai dori)(?: sa (?:procedam|facem|rezolvam|primiti|primesti))",
    ],
    deliveryDate: [
      "(?:data|ziua) (?:exacta )?(?:de |a |in care a fost |la care a fost |cand a fost |estimata a |estimata de |promisa (?:pentru |a |de )?)?(?:livrar(?:e|ii)|primir(?:e|ii)|receptie(?:i)?|sosir(?:e|ii)|livrat(?:a)?|receptionarii|ridicarii)(?: (?:coletului|pachetului|comenzii|produs\\w{0,4}))?",
      "(?:data|ziua) (?:in care|la care|cand) (?:ati|ai|a|v-a|ti-a|trebuia|vi s-a|ar fi).{0,30}(?:primit|livrat|ajuns|sosit|ajunga|promis|ridicat|livreze|receptionat|preluat|venit|adus|inmanat|vina)(?: (?:coletul|produsul|comanda|pachetul))?",
      "cand (?:ati|ai) (?:primit|ridicat|receptionat)",
      "cand (?:a (?:fost livrat|ajuns|sosit|venit)|v-a fost livrat|trebuia sa (?:ajunga|fie livrat))",
    ],
    invoiceData: [
      "(?:date(?:le)?|detalii(?:le)?|informatii(?:le)?|adresa)(?: (?:dvs\\.?|dumneavoastra|tale))? (?:de|pentru) factur(?:are|a|area)",
      "(?:date(?:le)?|detalii(?:le)?|informatii(?:le)?|adresa) (?:firmei|companiei|societatii|fiscale|de firma)",
      "c\\.?u\\.?i\\.?(?:-ul|ul)?",
      "cod(?:ul)? (?:fiscal|unic de inregistrare|de inregistrare fiscala)",
      "cif(?:-ul|ul)?",
      "(?:numele|denumirea) (?:firmei|companiei|societatii)",
      "(?:nr\\.?|numarul) (?:de )?(?:inregistrare )?(?:la )?registrul comertului",
      "cod(?:ul)? (?:de )?tva",
    ],
    size: [
      "marim(?:e|ea|ile|ii|i)(?: (?:dorita|corecta|potrivita|exacta|dvs\\.?|pe care|de care))?(?! (?:fisierului|pozei|fisurii|zgarieturii|daunei))",
      "(?:ce|care) numar (?:purtati|porti|doriti|vreti|vrei|doresti|la (?:pantof|picior|incaltaminte)\\w{0,2})(?: la \\w{3,12})?",
      "masur(?:a|ile)(?! (?:de|pe care|in care|ce))",
    ],
    color: ["culo(?:are|area|rile|rii|ri)(?: (?:dorita|corecta|potrivita|exacta|pe care))?", "nuanta"],
    returnReason: [
      "motiv(?:ul|ele)? (?:exact )?pentru care (?:\\w{1,12} ){0,3}\\w{0,4}(?:return|retur|inapoi|schimb|trimit|renunt)\\w{0,6}",
      "motiv(?:ul|ele)? (?:exact )?(?:retur(?:ului|narii|nare|ului dvs)?|(?:de )?retur(?:ului)?|al returului|returului)(?: (?:doriti|doresti|vreti|vrei|returnati)(?: sa)? ?(?:returnati|returnezi|schimbati)?)?",
      "de ce (?:doriti|doresti|vreti|vrei|ati dori) (?:sa )?(?:returna(?:ti|rea)|returnezi|inapoiati|schimbati|schimbi|retur)",
      "motivul(?= ?(?:retur|\\?|$))",
    ],
    paymentMethod: [
      "(?:metoda|modalitatea|tipul|forma|modul) (?:de |in care (?:ati|ai) )(?:plata|achitat|platit)",
      "cum (?:ati|ai) (?:platit|achitat)",
    ],
    language: ["limba (?:preferata|in care|dorita|de comunicare)", "(?:in )?(?:ce|care) limba"],
    pickupPoint: [
      "(?:punct(?:ul|ului)?|locul|locatia|locker(?:-ul|ul|ului)?|easybox(?:-ul|ul|ului)?)(?: (?:de )?(?:ridicare|livrare|preluare|predare|colectare))(?: (?:dorit|ales|preferat))?",
      "(?:ce|care|la ce|la care|numele|adresa) (?:locker(?:-ul|ul|ului)?|easybox(?:-ul|ul|ului)?|pick-?up(?: point)?|punct(?:ului)?)",
      "(?:locker(?:-ul|ul)|easybox(?:-ul|ul)) (?:ales|dorit|preferat|dvs\\.?|in care|la care|unde|pe care)",
    ],
    giftRecipient: [
      "(?:numele |datele )?(?:destinatar(?:ul|ului)|persoan(?:a|ei) (?:care|careia))(?: cadoului| primeste| va primi| ii este)?(?: cadoul| coletul| pachetul)?",
      "pentru cine (?:e|este|era)(?: cadoul)?",
      "cui (?:ii )?(?:este|e|era) (?:destinat|adresat)(?: cadoul)?",
    ],
    item: [
      `(?:ce|care|despre ce|la ce|pentru ce|numele|denumirea|codul|modelul|care dintre|despre care|la care)(?: dintre)? ${goods}`,
      "(?:cod|nume|model) (?:de )?(?:produs|articol)",
      "sku",
      "ce (?:ati|ai) (?:comandat|cumparat|achizitionat)",
      "modelul (?:exact|produsului|comandat)",
    ],
  },
  shortNouns: {
    email: ["e-?mail", "mail"],
    phone: ["telefon(?:ul)?", "tel\\.?", "mobil"],
    name: ["nume(?! (?:de )?(?:firm|produs|utilizator|companie))"],
    orderNumber: ["comanda", "cmd"],
    item: [goods],
    carrier: ["curier(?:ul)?"],
    wantedOutcome: [
      "(?:rambursare(?:a)?|bani(?:i)? inapoi|inlocuire(?:a)?|schimb|returnarea banilor|reparati[ae]) sau (?:rambursare(?:a)?|bani(?:i)? inapoi|inlocuire(?:a)?|schimb|produs nou|voucher|altul(?: nou)?|un (?:produs )?nou|reparati[ae])",
    ],
    returnReason: ["motiv(?:ul)?"],
    paymentMethod: ["plata"],
    pickupPoint: ["locker(?:-ul|ul)?", "easybox(?:-ul|ul)?"],
    language: ["limba"],
  },
  bareNumber: ["(?:numarul|nr\\.?|nr-ul|nr ul)(?! (?:de|al|la|dvs|meu|nostru|unu|doi|\\d|[a-z]{2,14}(?:ii|iei|ului|lor)(?![a-z])))"],
  photo: {
    noun: [
      "(?:fotografi(?:ati|ezi|aza|eze)|pozati)(?: va rog| va rugam| te rog| si| ne)*",
      "(?:foto(?:grafi[aei]{1,2}|grafie|grafiile|grafii|grafiilor|grafiei)?|poz[aei](?:le|lor|i)?|imagin(?:e|i|ea|ile|ilor|ii)|dovezi(?:le)? (?:foto|video)|poze|captur[ai]|screenshot(?:-ul|uri)?|film(?:ulet|are|area|uletul)?|video(?:clip)?(?:-ul)?)(?! (?:pe care (?:le-ati|ni le|mi le|le)|trimise|primite|atasate|deja|le-am))",
    ],
    packaging: [
      "ambalaj(?:ul|ului|e|ele)?",
      "cuti[aei]{1,2}",
      "cutie",
      "cutiei",
      "colet(?:ul|ului)?",
      "pachet(?:ul|ului)?",
      "carton(?:ul)?",
      "plic(?:ul|ului)?",
      "folia",
      "invelis(?:ul)?",
    ],
    label: ["etichet[ae](?:i|le)?", "awb(?:-ul|-ului|ul|ului)?", "scrisoare(?:a)? de transport", "cod(?:ul)? de bare"],
    item: [
      goods,
      "daun[aei]{1,2}",
      "defect(?:ul|ului|iunii|e|iunea|iune)?",
      "crapatur\\w{1,3}",
      "fisur\\w{1,3}",
      "interior(?:ul|ului)?",
      "continut(?:ul|ului)?",
      "deterior\\w{1,5}",
      "zgarietur\\w{1,4}",
      "problem\\w{1,3}",
      "part\\w{1,3} (?:spart|deterior|afect|stricat)\\w{0,5}",
      "spart\\w{1,4}",
    ],
  },
};
