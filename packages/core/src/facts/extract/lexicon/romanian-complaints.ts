import { type ComplaintWords, phrase, words } from "./lexicon.ts";

const adverb =
  "(?:(?:complet|total|putin|foarte|toat[ae]?|tot|toti|destul de|grav|partial|usor|deja|cam|chiar|aproape|iar|jumatate|rau) ){0,2}";
const damaged =
  "(?:spart[ae]?|sparti|stricat[ae]?|deteriorat[ae]?|defect[ae]?|defecti|crapat[ae]?|fisurat[ae]?|ciobit[ae]?|zgariat[ae]?|indoit[ae]?|rupt[ae]?|rupti|patat[ae]?|murdar[ae]?|desfacut[ae]?|desigilat[ae]?|strivit[ae]?|turtit[ae]?|lovit[ae]?|avariat[ae]?|sfasiat[ae]?|ud|uda|ude|expirat[ae]?|mucegait[ae]?|goala|distrus[ae]?|deformat[ae]?|descusut[ae]?|dezlipit[ae]?|sifonat[ae]?|ruginit[ae]?|incomplet[ae]?|in (?:mii de |mai multe |doua |trei )bucati|facut[ae]? (?:tandari|praf|bucati)|tandari|varsat[ae]?|gaurit[ae]?|stramb[ae]?|julit[ae]?|gresit[ae]?|inutilizabil[ae]?|topit[ae]?|decolorat[ae]?|stirb[ae]?|slabit[ae]?|botit[ae]?|ilizibil[ae]?|destramat[ae]?|explodat[ae]?|ars[ae]?|sfaramat[ae]?|curs[ae]?|desperecheat[ae]?|alterat[ae]?|ofilit[ae]?|putred[ae]?|putrezit[ae]?|ondulat[ae]?|scorojit[ae]?|desprins[ae]?|tocit[ae]?|frant[ae]?|intepenit[ae]?|ingalbenit[ae]?|umflat[ae]?|dezumflat[ae]?|infundat[ae]?|sarit[ae]?|spintecat[ae]?|mototolit[ae]?|sifonat[ae]?|oxidat[ae]?|lipicios|lipicioasa|zdrobit[ae]?|turtit[ae]?|inclestat[ae]?|pe jumatate gol|gauri(?:t[ae]?)?)";
const tail = "(?: (?:in (?:doua|trei|mai multe locuri)|pe (?:o parte|lateral)|de tot|la baza))?";

/** After "nu": wishes, opinions and what has a key of its own; everything else that does not happen is a complaint. */
const noComplaint =
  "(?:vreau|vrem|vrea|doresc|dorim|as|stiu|stiam|stim|cred|inteleg|conteaza|trebuie|place|plac|placut|potrivest[ei]?|potriveste|potrivesc (?!cu)|vine|vin(?![a-z])|e|este|sunt|era|erau|am|a|ai|are|nevoie|graba|problema|urgent|vina|nimic|rau|bine|ok|asa|corect|normal|posibil|timp|apucat|folosit|deschis|purtat|idee|inteles|stiut|pare|sigur[a]?|multumit[a]?|interesat[a]?|vad|astept|deranjeaza|suparati|uitati|ezitati|numai|doar|cumva|chiar|fie|ma|va|un|o|la|pe|de|cu|ca|in|mult|foarte|sta bine|seamana|corespunde|comandat|cer|grabesc|imi|mi|spart[ae]?|stricat[ae]?|defect[ae]?|deteriorat[ae]?|intra(?! in)|dau|cunosc|conform[ae]?|mai|il|le|se|si|insist|spun|fac|vand|doua|doi|trei|inca|acum|robot|mi se)";

export const romanianComplaints: ComplaintWords = {
  patterns: [
    phrase(
      "\\b(?<v>tine (?:doar |numai |nici |abia )?(?:o|doua|trei|cateva|cinci|zece|jumatate de|\\d{1,2}) (?:ora|ore|minute|zile|zi))(?![a-z])",
    ),
    phrase("\\b(?<v>(?:luat|retras|taxat|incasat|debitat) \\d+(?:[.,]\\d{1,2})?(?: de)? (?:lei|ron|euro))(?![a-z])"),
    phrase(
      "\\b(?<v>nu (?:e|este|sunt|era) (?:a mea|al meu|ale mele|ai mei|cel|cea|cele|ce am|ceea ce|acelasi|aceeasi|aceleasi|culoarea|marimea|modelul)(?<open>))",
    ),
    phrase("\\b(?<v>(?:sare|arde|pica|cade) (?:siguranta|sigurantele|curentul|tabloul)(?: de fiecare data| mereu)?)(?![a-z])"),
    phrase(
      `\\b(?<v>(?:jumatate|o parte|cateva|multe|toate|unul|una|doua|doi|trei|patru|\\d{1,2}) (?:din|dintre)(?: cele| cei)? (?:[a-z0-9]+ ){0,2}(?:e|este|sunt|era|erau|au venit|au ajuns) ${adverb}${damaged})\\b`,
    ),
    phrase("\\b(?<v>lipses[ct]e? (?:inca )?(?:\\d{1,3}|doua|trei|patru)(?: [a-z]+)?)(?![a-z])"),
    phrase("\\b(?<v>(?:\\d{1,2}|o|doua|trei|patru) (?:de )?(?:zile|saptamani|saptamana|ore|zi) (?:de )?intarziere)(?![a-z])"),
    phrase("\\b(?<v>nimic (?:primit|livrat|ajuns|expediat)|(?:primit|livrat|ajuns) nimic)(?![a-z])"),
    phrase("\\b(?<v>(?:vrea|vor|cere|cer|pretinde|mi-a cerut) (?:sa (?:mai )?platesc|bani|sa dau|sa achit)(?<open>))"),
    phrase('\\b(?<v>(?:scrie|zice|apare|arata|spune) (?:ca )?"[^"\\n]{3,30}")'),
    phrase("\\b(?<v>(?:ma|il|o) tot [a-z]+(?<open>))"),
    phrase("\\b(?<v>are (?:alt[ae]?|o alta|un alt) [a-z]+)(?![a-z])"),
    phrase("\\b(?<v>(?:i|mi|ne|le)-a (?:cazut|sarit|crapat|plesnit|iesit) (?:un |o )?[a-z]+)(?![a-z])"),
    phrase(
      "\\b(?<v>(?:e|este|sunt|a fost|au fost) (?:mereu )?(?:respins|refuzat|anulat|blocat)[ae]? (?:de fiecare data|mereu|tot timpul))(?![a-z])",
    ),
    phrase(
      "\\b(?<v>se (?!poate|potriv|vede|numeste|gaseste|afla|face|rezolva|intampl|fac\\b|merita|returneaz|livreaz|plateste|ridica|pare|pune|trimite|spala|ocupa|cunosc|stie|asteapta|primeste|calculeaz|aplica|emite|trece|ofera|repeta|incadreaz|refera|aude(?! doar)|poat)[a-z]{3,}(?:a|e|ste|eaza|esc)(?= ?(?:[.,!\\n]|$)| si| dar| cand| de | la | dupa| singur| mereu| tare| prea| foarte| pe | in )(?: (?:singur[a]?|mereu|tare|prea tare|de la sine|peste tot|pe alocuri|la (?:spalat|cusaturi|margini|colturi)))?)",
    ),
    phrase(
      "\\b(?<v>(?:(?:curierul|soferul|postasul) )?(?:spune|zice|sustine|pretinde|a zis|a spus|mi-a zis|a raportat|au zis) ca (?:nu|n-|am refuzat|adresa|destinatar|lipseam|nimeni|nimeni|nu era)(?<open>))",
    ),
    phrase(
      "\\b(?<v>(?:face|scoate|emite|fac) (?:un |o |niste |multe )?(?:[a-z]+ )?(?:zgomot|sunet|miros|bazait|tiuit|fasait|suierat|fum|scantei)[a-z]*(?: [a-z]+)?)(?![a-z])",
    ),
    phrase("\\b(?<v>miroase? (?:a |foarte )?[a-z]+)(?![a-z])"),
    phrase(
      "\\b(?<v>(?:mi )?s[- ](?:a|au) (?:si |deja |complet |cam )?(?!facut|trimis|intamplat|primit|inregistrat|plasat|confirmat|nascut|bucurat|hotarat|razgandit|platit|ajuns|gasit|comandat|rezolvat|vorbit|spus|dus\\b|uitat)[a-z]{3,}(?:at|it|ut|s|t)(?:[ae]|ut|it)?(?<open>))",
    ),
    phrase(
      "\\b(?<v>(?:a|au) (?:cedat|crapat|iesit|intrat la apa|plesnit|explodat|murit|luat foc|inceput sa [a-z]+|ramas (?:blocat[ae]?|fara [a-z]+|gol[ai]?)|cazut|disparut|curs|mucegait|ruginit|pierdut [a-z]+|gresit [a-z]+|lasat (?:urme|pete))(?<open>))",
    ),
    phrase("\\b(?<v>(?:ati|au|vi s-a) uitat(?! la)(?: sa [a-z]+)?(?<open>))"),
    phrase(
      "\\b(?<v>(?:(?:ajuns|venit|sosit|primit(?:-o|-l|-le)?|livrat[ae]?|trimis) )?fara (?!probleme|poz|foto|imagin|sa |nici|ramburs|factura|tva|cost|succes|raspuns|rezultat|graba|ele\\b|el\\b|ea\\b)[a-z]+)(?= ?(?:[.,!?;)]|$)| si| dar| la)",
    ),
    phrase("\\b(?<v>lipsa [a-z]{3,}(?: [a-z]+)?)(?= ?(?:[.,!?;)\\n]|$)| si| dar| la| din)"),
    phrase(
      "\\b(?<v>(?:sunt|erau|era|este|e|au venit|a venit|am primit|a ajuns|au ajuns|am gasit|contine) (?:doar|numai) (?:un|una|unul|o|doi|doua|trei|patru|cinci|jumatate|\\d{1,2})(?: [a-z]+)?(?: (?:din|dintre|in loc de)(?: cele| cei)? [a-z0-9]+)?)(?![a-z])",
    ),
    phrase(
      "\\b(?<v>(?:e|este|sunt|era|erau) (?:mult |putin |cu mult )?mai (?:scurt|mic|mare|mari|lung|subtire|inchis|deschis|larg|ingust|stramt|gros|lat)[a-z]* (?:decat|ca|fata de)(?<open>))",
    ),
    phrase("\\b(?<v>(?:luat|retras|debitat|incasat|platit|taxat|tras)(?: [a-z-]+){0,3} (?:de (?:doua|2|trei) ori|dublu))(?![a-z])"),
    phrase(
      "\\b(?<v>(?:sta|stau|ramas|oprit|tinut) (?:blocat[ae]? |pe loc |oprit )?(?:in|la|pe) (?!drum|dispozitie|garantie)(?:depozit|vama|hub|sortare|sediu|oficiu|centru|curier|easy|locker|[a-z]+)(?= ?(?:[.,!?;)]|$)| de| din| si| dar))",
    ),
    phrase("\\b(?<v>pe jumatate (?:gol|plin|spart|rupt|terminat)[a-z]*)(?![a-z])"),
    phrase(
      "\\b(?<v>se (?:intinde|sterge|clatina|misca|balangane|rupe|rup|dezlipe(?:ste|sc)|cojeste|descoase|scamoseaza|incalzeste (?:tare|prea|foarte)|aude doar|aud doar|vede doar|vad doar|aprinde doar|indoaie|strica|stinge|opreste|inchide singur|blocheaza|deconecteaza|desface|scutura|decoloreaza|ia (?:vopseaua|culoarea)|zgarie|destrama)(?<open>))",
    ),
    phrase(
      "\\b(?<v>(?:inca )?ne(?:expediat|onorat|livrat|terminat|ridicat|confirmat|sigilat|etansat|functional|conform|corespunzator|returnat|rambursat|complet|ajuns|actualizat)[aei]*)(?![a-z])",
    ),
    phrase("\\b(?<v>nimeni (?:nu|n-|nu mi-)(?<open>))"),
    phrase(
      "\\b(?<v>(?:pare|e|este|era|sunt|par|a fost) (?:deja |clar |evident )?(?:folosit|purtat|fals|contrafacut|second hand|second-hand|desfacut|reparat|refurbished|desigilat)[ae]?)(?= ?(?:[.,!?;)]|$)| si| dar)",
    ),
    phrase(
      "\\b(?<v>(?:inca |tot )?(?:nu|n-) ?(?:mai |inca )?(?:a |au )?(?:fost )?(?:apare|apar|exista|da|dau|merge|vin[ae]?|vad) (?:nimic|nicaieri|rezultate|deloc))(?![a-z])",
    ),
    phrase(
      "\\b(?<v>(?:apare|figureaza|scrie|zice|spune|marcat|e trecut|trecut|arata|e marcat)(?: (?:ca|ca a fost|ca fiind|ca si|ca e|ca este))? (?:livrat|predat|ridicat)[ae]?(?:,? (?:dar|desi|insa) (?:eu )?(?:nu |n-)[a-z' -]{3,30})?)(?= ?(?:[.,!?;)]|$)| si| dar| de| din| la)",
    ),
    phrase(
      `\\b(?<v>(?:inca |tot )?(?:nu (?:mai |prea |inca |chiar )?|n-)(?:(?:(?:se|imi|mi|ma|il|o|le|i|ne|iti) |(?:mi|ni|s|l|le|i|v)-(?:am|a|au|ati) |(?:am|a|au|ati|ai) |mai |fost |mai am |pot (?:sa )?|reusesc sa (?:(?:il|o|le|ma) )?|era |erau |este |e ))(?:(?:mai |fost |putut |reusit sa |inca |il |o |le |ma |se )){0,2}(?!${noComplaint}(?![a-z]))[a-z-]{2,}(?<open>))`,
    ),
    phrase(`\\b(?<v>(?:inca |tot )?(?:nu (?:mai |prea )?)(?!${noComplaint}(?![a-z]))[a-z-]{3,}(?<open>))`),
    phrase(
      "\\b(?<v>(?:l-a |a |au |l-au )?(?:lasat|aruncat|abandonat) (?:afara|in fata|in ploaie|pe jos|pe scari|in strada|la vecin[a-z]*|in curte|la poarta|langa [a-z]+)(?: [a-z]+)?)\\b",
    ),
    phrase("\\b(?<v>(?:doi|amandoi|doua|ambii|ambele) [a-z]+ (?:stangi|drepti|stang|drept))\\b"),
    phrase(
      `\\b(?<v>(?:mi-a |mi-au |ne-a |a |au |mi a |s-a |am |l-am |le-am |am si )?(?:ajuns|venit|sosit|fost livrat[ae]?|primit(?:-o|-l|-le)?)(?: cu [a-z]+(?: [a-z]+)?)? ${adverb}${damaged}${tail}(?:(?:,| si) ${adverb}${damaged})?)\\b`,
    ),
    phrase(
      "\\b(?<v>(?:mi-?)?(?:ati|au|a|am) (?:trimis|primit|livrat|venit|pus)(?: [a-z0-9]+){1,5} in loc(?:ul)? de(?: [a-z0-9]+){1,2})\\b",
    ),
    phrase(
      "\\b(?<v>(?:am |mi-?ati |ati |a |au )?(?:primit|venit|ajuns|livrat|trimis) (?:un |o |alt |alta |alte )?(?:[a-z]{4,14} )?(?:gresit[ae]?|diferit[ae]?|altceva|cu totul altceva))\\b",
    ),
    phrase(
      "\\b(?<v>(?:am primit|mi-ati trimis|ati trimis|a venit) (?:alt|alta|alte|altul)(?: (?:produs|marime|culoare|model|[a-z]{4,12}))?)\\b",
    ),
    phrase(`\\b(?<v>(?:s-a |s-au )?${adverb}${damaged}${tail}(?:(?:,| si) ${adverb}${damaged})?)(?![a-z])`),
    phrase("\\b(?<v>lipse(?:ste|sc|au|a)(?: [a-z]{2,15}){1,2})\\b"),
    phrase(
      "\\b(?<v>(?:inca |tot )?(?:nu|n-) ?(?:mi-?|ne-?|l-|le-|s-)?(?:a |am |au |a mai |am mai |mi-a |mi-au )?(?:mai |inca )?(?:fost )?(?:ajuns|primit(?:-o|-l)?|venit|sosit|livrat[ae]?|expediat[ae]?|predat|miscat|rambursat|returnat|actualizat|sunat|intrat|trecut)(?: (?:inca|nimic|nici acum|pana acum|nimeni))?)\\b",
    ),
    phrase(
      "\\b(?<v>(?:s-a (?:oprit|blocat|ars|defectat|pierdut|intors|decolorat|umflat)|curge(?: apa)?|scoate (?:un )?(?:zgomot|fum)|face (?:un )?(?:zgomot|figuri|scantei)(?: [a-z]+)?|bate ceva(?: in [a-z]+)?|miroase (?:a [a-z]+|urat|ciudat)|se (?:opreste|inchide|deconecteaza|blocheaza|supraincalzeste|desprinde|clatina|descarca|desface|stinge)(?: singur[a]?)?|pierde (?:apa|aer)|a (?:ramas [a-z]+|cazut [a-z]+|intrat la apa|iesit [a-z]+|cedat|disparut)|au (?:cazut|iesit|disparut) [a-z]+|tremura|scartaie|paraie|fasaie|curge|picura|toarna prost)(?: (?:peste tot|mereu|tot timpul|tare|rau))?)\\b",
    ),
    phrase(
      "\\b(?<v>(?:intarzie|in intarziere|are intarziere|intarziat[ae]?|blocat[ae]?(?: (?:in|la|pe) [a-z]+(?: [a-z]+)?)?|pierdut[ae]?|furat[ae]?|refuzat[ae]?|respins[ae]?|returnat[ae]? (?:la expeditor|inapoi)|tot nimic|nici urma(?: de [a-z]+)?|nimeni n(?:u|-)[ -]?a [a-z]+|neconfirmat[ae]?|neplatit[ae]?))\\b",
    ),
    phrase(
      "\\b(?<v>(?:apare|figureaza|scrie|zice|spune|marcat|e trecut|arata)(?: ca| ca a fost| ca fiind| ca si)? livrat[ae]?(?:,? dar [a-z' -]{3,30})?)",
    ),
    phrase(
      "\\b(?<v>(?:mi s-a (?:retras|luat|debitat)|m-a (?:taxat|debitat)|debitat|platit|taxat|retras)(?: [a-z]{3,8})? de (?:doua|2) ori|dubla (?:plata|debitare)|(?:plata|cardul|codul|linkul|voucherul|site-ul) (?:a fost |este |e |nu )?(?:refuzat[ae]?|esuat[ae]?|respins[ae]?|expirat[ae]?|cazut))\\b",
    ),
    phrase(
      "\\b(?<v>(?:(?:a venit|a ajuns|au venit|venit|ajuns|sosit) cu|are) (?:o|un|niste|mai multe|cateva|doua)? ?(?:[a-z]+ )?(?:pat[ae]|crapatur[ai]|zgarietur[ai]|gaur[ai]|fisur[ai]|lovitur[ai]|ciobitur[ai]|defect(?:e)?|taietur[ai]|rizur[ai]|mucegai)(?: (?:pe|in|la)(?<open>))?)\\b",
    ),
    phrase(
      "\\b(?<v>(?:a|au|mi-a) venit (?:pe )?(?:negru|neagra|alb|alba|rosu|rosie|albastru|albastra|verde|galben|gri|roz|maro|mov|bej)(?: (?:inchis|deschis))?)\\b",
    ),
    phrase(
      "\\b(?<v>(?:am primit |a(?:u)? venit |a(?:u)? ajuns )?doar (?:un|una|unul|o|doua|doi|trei|jumatate|\\d{1,2})(?: [a-z]+)? (?:din|dintre)(?: cele| cei)? (?:[a-z0-9]+))\\b",
    ),
    phrase(
      "\\b(?<v>(?:mi-?)?(?:ati|au|a) (?:trimis|livrat|pus|ambalat|expediat)(?:-mi)? (?!mail|un mail|email|un email|link|sms|mesaj|un mesaj|cod|confirm|awb|factura|bani|colet|comanda|inapoi|la|pe|prin|cu|ieri|azi|deja|din|produs(?:ul|ele)?\\b)(?:(?:un|o|o alta|alt|alta|alte|varianta|modelul|culoarea|marimea|doua|doar) )?[a-z]+(?<open>))",
    ),
  ],
  linking: words("este e era erau sunt a au s-a pare fost"),
  article: words("un o"),
  keepsArticle: false,
  notSubject: words(
    "eu el ea noi voi ei ele care ce cine si sau dar insa iar ca sa daca cand cu de in pe la din pentru nu mai imi mi ma se il le tot toate toata foarte deja inca doar chiar azi ieri acum am ai are avem aveti au primit ajuns venit fost gasit poza poze pozele cutie nimic ceva m-am l-am este e era va rog buna altceva una unul unele mea meu mele nostru singura numai complet total",
  ),
  whole: words(
    "comanda comenzi comenzile colet coletul colete pachet pachetul produs produsul produse produsele articol articolul livrarea expeditia awb awb-ul marfa obiectul numarul",
  ),
  ownAction:
    /\|(?:inca |tot )?(?:nu (?:mai )?(?:il |o |le |ma |imi |mi |m-)?(?:am|as|pot|reusesc|avem|aveam|eram|sunt|[a-z]{3,}(?:esc|ez|am|im|em))\b|n-am)/,
  ownTrouble:
    /\b(?:primi|gasi|vazu|vad|aparut|ajuns|putut|reusi|reusesc|pot (?:sa |[a-z]{4,})|intra|deschid|logat|conecta|folosi|raspuns|vesti|noutati|nimic|nici|fost|livrat|expediat|venit|sunt (?:cele|cel|aceeasi|la fel|incluse)|acasa|functional|merge|inchid|aprind|banii inapoi)/,
  ends: words(
    "dar si iar insa ca pentru de din dupa cand daca azi ieri acum va rog multumesc desi fiindca deoarece mai sau cu care ce inca tot pana in la pe decat nici cum puteti vreau as",
  ),
  harmless:
    /\b(?:sper(?:am)? (?:ca|sa)|nu (?:e|este|era) (?:spart|stricat|deteriorat)[ae]?|intact[ae]?|in stare (?:buna|perfecta)|totul (?:e )?(?:ok|bine|perfect)|din vina mea|am gresit|in caz)\b/,
};
