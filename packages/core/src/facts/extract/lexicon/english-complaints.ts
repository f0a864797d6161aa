import { type ComplaintWords, phrase, words } from "./lexicon.ts";

const adverb =
  "(?:(?:completely|totally|badly|slightly|a bit|all|very|really|quite|partially|partly|also|just|clearly|severely|heavily|fully|literally|both|still|already|apparently|obviously) ){0,2}";
const damaged =
  "(?:broken|damaged|cracked|smashed|shattered|scratched|dented|torn|ripped|bent|stained|chipped|crushed|squashed|defective|faulty|dead|mou?ldy|rotten|expired|wet|soaked|dirty|spoil(?:ed|t)|melted|snapped|split|deformed|warped|opened|in (?:a |many |several |thousand |million |tiny |small |two |three |hundred |\\d{1,3} ){0,3}(?:pieces|bits|half|two|parts|shreds)|smashed to bits|falling apart|incomplete|unusable|loose|burnt|burned|rusty|faded|discolou?red|brocken|dammaged|damged|brokn|unsealed|out of date|squished|leaking|wonky|crooked|frayed|scuffed|worn out|destroyed|ruined|incorrect|punctured|flat|undelivered|stale|crumpled|creased|mismatched|blurry|illegible|unreadable|wobbly|mangled|bruised|wilted|curdled|spilled|spilt|exploded|unstitched|detached|misaligned|lopsided)";

export const englishComplaints: ComplaintWords = {
  patterns: [
    phrase(
      "\\b(?:is|was|are|were|looks) (?<v>(?:all |completely |totally |half )?(?:wrong|empty|blank|mixed up|swapped|falling off|coming off|coming loose|too short on one side))\\b",
    ),
    phrase("\\b(?<v>(?:two|both) (?:left|right) [a-z]+)\\b"),
    phrase(
      `\\b(?:arrived|arrive|arived|came|turned up|showed up|got here|(?:was|were|been|got) delivered|reached (?:me|us)) (?:here |today |yesterday |to me |this morning |but )?(?:with (?:a |an |the |its )?(?:[a-z]+ ){0,2})?${adverb}${damaged}(?:(?:,| and| &) ${adverb}${damaged})?\\b`,
    ),
    phrase(
      `\\b(?<v>${damaged} (?:seams?|covers?|corners?|lids?|handles?|edges?|straps?|zips?|pages?|screens?|legs?|packaging|glass|sleeves?|soles?|buttons?|hinges?|spines?|labels?|seals?))\\b`,
    ),
    phrase(`\\b(?<v>${adverb}${damaged}(?:(?:,| and| &) ${adverb}${damaged})?)\\b(?! by)`),
    phrase(
      "\\b(?<v>(?:(?:received|got|sent(?: me| us)?|delivered|shipped(?: me| us)?|packed|was given|given|there is|it'?s|came) )?(?:an? |the |me )?(?:completely |totally )?wrong (?:item|items|size|colou?r|product|model|one|order|parcel|thing|article|version|address|shoes?|books?|shirt|charger|cable|part|type|kind|house|door|person|number)s?)\\b",
    ),
    phrase(
      "\\b(?<v>(?:received|got|sent(?: me| us)?|delivered|shipped me|came) (?:an? |the )?(?:different|incorrect|another|someone else'?s|somebody else'?s) [a-z]{3,15})\\b",
    ),
    phrase("\\b(?<v>missing (?:from|its|the|a|an|one|two|some|my)(?<open>))"),
    phrase("\\b(?:[a-z0-9'-]{1,20} ){1,3}(?:is|are|was|were) missing\\b"),
    phrase(
      "\\b(?<v>(?:can'?t|cannot|can not|won'?t|doesn'?t|does not|don'?t|do not|didn'?t|did not|hasn'?t|has not|haven'?t|have not|isn'?t|is not|aren'?t|wasn'?t|weren'?t|couldn'?t|never|not) (?:even |really |properly |actually |yet |been |be able to |fully |always )?(?:work(?:s|ed|ing)?|turn|switch|charg(?:e|es|ed|ing)|start(?:s|ed|ing)?|power|connect(?:s|ed|ing)?|clos(?:e|es|ed)|open(?:s|ed)?|heat(?:s|ing)?|hold|stay|print|light|match|arriv(?:e|ed)|come|came|deliver(?:ed)?|ship(?:ped)?|dispatch(?:ed)?|show(?:ed|n)|reach(?:ed)?|mov(?:e|ed|ing)|receiv(?:e|ed)|left|updated?|refunded|log|access|track|download|use|assemble|close|lock|spin|drain|cool|play|pair|sync|install|go|fit together|included|in the box|been sent|activated?|accepted?|register(?:ed)?|credited|collected|picked up|inflate|recogni[sz]ed?|respond(?:s|ing|ed)?|replied|straight|level|get|got|gotten|sit|lie|stick|spray|pump|cut|blend|fold|recline|lock|ring|vibrate|focus|zoom|scan|flush|warm up|boot|unlock|inflate)\\b(?: (?:properly|on|off|up|out))?(?<open>))",
    ),
    phrase(
      "\\b(?<v>(?:stopped (?:working|charging|moving|responding)|stops [a-z]+ing|broke(?: down| off)?|fell (?:apart|off)|falls (?:apart|off)|came (?:apart|off|loose|undone)|keeps (?!saying|telling|asking|sending|happening|showing)[a-z]+ing(?: off| out)?|no longer works|not working|overheats|leaks|leaked|crackles|rattles|squeaks|wobbles|flickers|buzzes|smells?(?: of [a-z]+| bad| funny| weird)?|bubbled(?: up)?|peel(?:s|ed|ing)(?: off)?|shrank|shrunk|faded|snapped|let in water|lets in water|makes a (?:[a-z]+ )?noise|bled|bleeds|sheds|pills|tears|ripped|cracked|jams|jammed|freezes|crashes|cuts out|cut out|blew up|exploded|sparks|sparked|overheated|melted|hums|beeps|drips|wilted|unravels|unravelled|frays|warped|tripped|short-?circuited|gave up|died|disconnects|lags))\\b",
    ),
    phrase(
      "\\b(?<v>(?:has|have|had|with|w/|there'?s|there is|there are|got) (?:an? |some |two |several |big |small |huge )?(?:big |small |deep |long |huge |tiny |large |nasty )?(?:rips?|tears?|holes?|cracks?|chips?|dents?|scratch(?:es)?|stains?|leaks?|marks?|defects?|faults?|loose [a-z]+|bent [a-z]+)\\b(?: (?:under|on|in|along|across|near|at|down|through)(?<open>))?)",
    ),
    phrase(
      "\\b(?<v>(?:nobody|no one|noone|no driver|no courier|no delivery|no (?:parcel|package)|still (?:nothing|no [a-z]+|not here|waiting)|nothing)(?: has)? ?(?:showed up|came|arrived|turned up|happened|since [a-z0-9 ]{3,14}|delivered|moves|here|yet)?)(?=[ .,!?;]|$)(?<!\\bnothing)",
    ),
    phrase(
      "\\b(?<v>(?:(?:is|was|been|got|it'?s|are) )?(?:late|delayed|overdue|stuck(?: (?:in|at|on) (?:the )?[a-z]+(?: (?!for|since|and|but|at|on|in|again|now)[a-z]+)?)?|lost(?: (?:in (?:the )?(?:mail|post|transit)|it))?|stolen|refused|rejected|returned to (?:the )?sender|sent back|left (?:in|outside|on|at|by|with) (?:the |my |a )?[a-z]+(?: [a-z]+)?|misplaced))(?=[ .,!?;)\\n]|$)",
    ),
    phrase(
      "\\b(?<v>(?:payment|card|transaction|order|checkout|voucher|code|link|website|login|app|refund|confirmation(?: email| mail)?|delivery|courier|driver) (?:was |has |is |got |keeps |never |went )?(?:fail(?:ed|s|ing)?|declined|rejected|came|arrived|crash(?:ed|es|ing)|not accepted|missing|expired|blocked|to (?:the wrong|number) [a-z0-9]+))\\b",
    ),
    phrase(
      "\\b(?<v>(?:says|marked(?: as)?|shows(?: as)?|status is|showing(?: as)?)(?: it was| it'?s| it is)? delivered(?:,? but [a-z' ]{3,30})?)",
    ),
    phrase(
      "\\b(?<v>(?:charged|billed|debited|paid|deducted)(?: me| us)? (?:twice|two times|double)|double charge[ds]?|charged too much|overcharged)\\b",
    ),
    phrase(
      "\\b(?<v>(?:only|just) (?:received |got |sent (?:me )?)?(?:one|two|three|four|half|\\d{1,2})(?: of (?:the |my )?[a-z0-9]+| out of [a-z0-9]+)?(?: [a-z]+)? ?(?:arrived|came|were in the box|was in the box|instead of [a-z0-9]+)|only (?:received|got) (?:one|two|three|half|\\d{1,2})(?: of (?:the )?[a-z0-9]+| out of [a-z0-9]+)?)\\b",
    ),
  ],
  linking: words("is are was were has have had been be got looks seems it's 's came arrived"),
  article: words("the a an my this that our your its these those"),
  keepsArticle: false,
  notSubject: words(
    "bought ordered purchased i'd rather would like i it they we you he she which who that what there and but or so because if when while as with of in on at for to from by says said was were is are be been being has have had still already just also only even now then yet not never no very really too quite everything something anything all arrived came got received found open opened says think told inside one thing things seems looks both which either since after before how why photo photos pics picture pictures up it's they're i'm",
  ),
  whole: words(
    "order orders parcel parcels package packages delivery shipment item items product products tracking thing stuff goods awb number it one ones",
  ),
  ends: words(
    "but and so because since for at after before when while which who by anymore any now yet today yesterday please thanks though despite even again until till as or if from still just really either i it's they we is was are were has have can could would will what how last this every with than without",
  ),
  harmless:
    /\b(?:not broken|nothing is (?:broken|damaged)|undamaged|never said|isn'?t damaged|in (?:perfect|good) condition|no complaints|in case|my fault|on us\b|by mistake i|i ordered the wrong|i made a mistake|(?:my|in my) last (?:mail|email|message))\b/,
};
