import { type ComplaintWords, phrase, words } from "./lexicon.ts";

const adverb =
  "(?:(?:completely|totally|badly|slightly|a bit|all|very|really|quite|partially|partly|also|just|clearly|severely|heavily|fully|literally|both|still|already|apparently|obviously) ){0,2}";
const damaged =
  "(?:broken|damaged|cracked|smashed|shattered|scratched|dented|torn|ripped|bent|stained|chipped|crushed|squashed|defective|faulty|dead|mou?ldy|rotten|expired|wet|soaked|dirty|spoil(?:ed|t)|melted|snapped|split|deformed|warped|in (?:a |many |several |thousand |million |tiny |small |two |three |hundred |\\d{1,3} ){0,3}(?:pieces|bits|half|two|parts|shreds)|smashed to bits|falling apart|incomplete|unusable|loose|burnt|burned|rusty|faded|discolou?red|brocken|dammaged|damged|brokn|unsealed|out of date|squished|leaking|wonky|crooked|frayed|scuffed|worn out|destroyed|ruined|incorrect|punctured|undelivered|stale|crumpled|creased|mismatched|blurry|illegible|unreadable|wobbly|mangled|bruised|wilted|curdled|spilled|spilt|exploded|unstitched|detached|misaligned|lopsided|jammed|clogged|swollen|tangled|tarnished|corroded|crumbling|splintered|pierced|shredded|seized|fried|mangled|sticky|foggy|fogged up|peeling|unglued|unravelled|lumpy|squeaky|noisy|gone off|out of shape|stiff|buckled|caved in|cut open|resealed|half empty|half full)";

const not =
  "(?:can'?t|cannot|can not|won'?t|doesn'?t|does not|don'?t|do not|didn'?t|did not|hasn'?t|has not|haven'?t|have not|isn'?t|is not|aren'?t|are not|wasn'?t|was not|weren'?t|were not|couldn'?t|could not|wouldn'?t|would not|will not|never|not)";
/** After "not": wishes, opinions and what has a key of its own; everything else that does not happen is a complaint. */
const noComplaint =
  "(?:want|wanna|know|think|mind|need|care|believe|understand|recall|remember|like|fit|suit|sell|stock|hesitate|worry|bother|forget|imagine|wait|mean|feel|blame|expect|ask|agree|trust|say|tell|write|call|be|been|be|a|an|the|my|me|your|our|it|its|that|this|so|sure|happy|urgent|bad|broken|damaged|cracked|scratched|interested|only|just|in stock|for|from|to|too|much|many|very|going|looking|asking|buying|until|because|and|or|but|if|when|all|anymore|again|used|worn|opened|tried|decided|available|pleased|impressed|satisfied|acceptable|good|great|nice|cheap|fair|ideal|possible|necessary|required|have|had|as|quite|put|get (?:it|them) (?:to|back|in)|keen|complaining|able|ordered|order|yours?|hurry|rush|leave|ring|knock|let|look like|match the (?:photo|picture|description)|by|with|one|i|we|you|he|she|they|there|any|why|what|how|where|who)";

export const englishComplaints: ComplaintWords = {
  patterns: [
    phrase("\\b(?<v>(?:dies|drains|runs out|goes flat|lasts) (?:within|in|less than|only|for|barely|about)(?<open>))"),
    phrase("\\b(?<v>(?:charged|billed|debited) (?:me|us|my card) (?:£|€|\\$|eur |ron )?\\d+(?:[.,]\\d{1,2})?)(?![a-z0-9])"),
    phrase("\\b(?<v>not (?:my (?!fault|problem|first|intention|style|thing|idea|case)|mine|ours)(?<open>))"),
    phrase(
      "\\b(?<v>(?:has|have|had|got) no (?:record|trace|idea|information|power|sound|signal|picture|image|pressure|label|stock)(?<open>))",
    ),
    phrase("\\b(?<v>(?:trips|blows|tripped|blew) (?:the|my|a) (?:fuse|breaker|electrics|fuses|switch)(?: every time| each time)?)\\b"),
    phrase(
      `\\b(?<v>(?:half|most|some|all|none|both|several|a few|one|two|three|four|five|\\d{1,2}) (?:out )?of (?:the |my |them|these |those )?(?:[a-z0-9]+ ){0,2}(?:are|were|is|was|arrived|came|arrived all|have|had) ${adverb}${damaged})\\b`,
    ),
    phrase("\\b(?<v>(?:\\d{1,3}|one|two|three|four|five|six) [a-z]+(?: [a-z]+)? (?:are |is |were |was )?missing)\\b"),
    phrase("\\b(?<v>(?:\\d{1,2}|one|two|three|four|five) (?:days?|weeks?|hours?) (?:late|overdue|behind))\\b"),
    phrase(
      "\\b(?<v>(?:nothing|none|not a thing) (?:has |was |got )?(?:been )?(?:received|delivered|arrived|shipped|sent|came|happened|happens|moves|works)(?<open>))",
    ),
    phrase("\\b(?<v>(?:nobody|no one|noone|no driver|no courier)(?: has| ever| even| is| was)? [a-z]+(?<open>))"),
    phrase(
      "\\b(?<v>(?:there'?s|there is|there was|have|got|with|and|but|received|getting|get|still) no (?:[a-z]+ )?(?:confirmation|tracking|instructions|manual|receipt|screws|cable|charger|reply|update|updates|refund|invoice|lid|battery|batteries))\\b",
    ),
    phrase(
      "\\b(?<v>(?:wants?|wanted|demands?|demanded|asks?|asked|expects?|is asking) (?:me |us )?(?:to pay|for money|for cash|to collect|extra)(?<open>))",
    ),
    phrase('\\b(?<v>(?:says?|said|shows?|showing|stuck on|status is|stuck at) "[^"\\n]{3,30}")'),
    phrase("\\b(?<v>lost (?:a|its|the|one|two|some|all) [a-z]+(?: (?!after|in|on|when|and|but)[a-z]+)?)\\b"),
    phrase(
      "\\b(?<v>(?:is|are|was|were|keeps?|kept|started|starts|began) [a-z]+ing (?:off|out|apart|away|loose|down|me out|on me|everywhere|badly|itself(?: off)?))\\b",
    ),
    phrase("\\b(?<v>keeps? (?!saying|telling|asking|sending|happening)[a-z]+ing(?<open>))"),
    phrase(
      "\\b(?<v>(?:works?|pours?|closes?|prints?|cuts?|charges?|heats?|sits?|runs?|hangs?) (?:badly|poorly|unevenly|intermittently|crooked|hot|slowly))\\b",
    ),
    phrase(
      "\\b(?<v>(?:claims|claimed|says|said|insists|stated|states|reckons|pretends)(?: that)? (?:i|we|nobody|no one|there was no ?one) (?:was|wasn'?t|were|weren'?t|refused|rejected|signed|had|gave|did|didn'?t|home)(?<open>))",
    ),
    phrase(
      "\\b(?<v>mak(?:es?|ing) (?:an? |some |a really |a very )?(?:[a-z]+ ){0,2}(?:noise|sound|smell|rattle|buzz|click|hum|squeal)s?)\\b",
    ),
    phrase("\\b(?<v>(?:refuses|refusing|fails|failed|failing|struggles) to [a-z]+(?<open>))"),
    phrase(
      "\\b(?<v>(?:took|taken|charged|debited|deducted|paid|billed|withdrawn|payment went through)(?: (?:me|us|the money|my money|my card|my account|from me|for it|for this order)){0,2} (?:twice|two times|double|three times|2 times|2x))\\b",
    ),
    phrase(
      "\\b(?<v>(?:(?:there (?:is|are|was|were)|has|have|had|received|got|contained|contains|came|with|arrived|sent(?: me| us)?) )?(?:only|just) (?:one|two|three|four|five|six|half|\\d{1,2})(?<!just one)(?: of (?:the |my )?[a-z0-9]+| out of [a-z0-9]+)?(?: (?:in (?:the|there|it|my)(?: [a-z]+)?|arrived|came|instead of [a-z0-9]+|inside|left shoe|were in [a-z]+|was in [a-z]+|[a-z]+ (?:arrived|came)))?)(?= ?(?:[.,!?;)]|$)| and| but| when| so)",
    ),
    phrase("\\b(?<v>only (?:works?|plays?|charges?|turns?|lights?|heats?|prints?|lasts?|opens?|goes)(?<open>))"),
    phrase(
      "\\b(?<v>(?:is|are|was|were|looks?|hangs?) (?:much |a bit |way |far |slightly )?(?:shorter|longer|smaller|bigger|thinner|lighter|darker|larger|narrower|thicker|higher|lower) than [a-z]+(?: [a-z]+)?)\\b",
    ),
    phrase(
      "\\b(?<!please )(?<v>no (?!idea|problem|need|one |price|rush|hurry)[a-z-]+(?: [a-z-]+)? (?:in (?:the|it|there|my)(?: [a-z]+)?|inside|included|enclosed|came with it|with it|at all|whatsoever))\\b",
    ),
    phrase(
      "\\b(?:you|they|it seems you|someone)(?:'ve| have| must have| guys)? (?<v>(?:forgot|forgotten|left out|omitted|missed)(?: to [a-z]+)? (?!my birthday)(?<open>))",
    ),
    phrase("\\b(?<v>(?:arrived|came|delivered|received(?: it| them)?|shipped|sent(?: it)?|turned up) without(?<open>))"),
    phrase(
      "\\b(?<v>(?:received|got|sent|came|arrived|delivered|shipped|given)(?: (?:me|us))?(?: [a-z0-9'-]+){1,5} instead(?: of(?: (?:a|the|an|my))?(?: [a-z0-9'-]+){1,2})?)(?= ?(?:[.,!?;)\\n]|$)| and| but| so)",
    ),
    phrase(
      "\\b(?:you|they|the warehouse|the shop)(?:'ve| have)? (?<v>(?:sent|shipped|delivered|packed)(?: me| us)? (?:an?|the|two|three) (?!e?-?mail|link|message|code|track|confirm|label|replace|refund|invoice|new|text|notif|form|photo|sms|order\\b|parcel\\b|item\\b|package\\b)(?<open>))",
    ),
    phrase(
      "\\b(?<v>(?:heard nothing(?: back)?|no (?:reply|response|answer|updates?|news|movement|sign of [a-z]+|trace of [a-z]+|refund|tracking|confirmation)(?: yet| so far)?))\\b",
    ),
    phrase(
      "\\b(?<v>(?:looks?|seems?|feels?|smells?|was|is|were|are|been|clearly|obviously) (?:like )?(?:it'?s |it has |has |to (?:be|have been) )?(?:been |clearly |obviously |already )*(?:used|worn|second ?-?hand|fake|counterfeit|a fake|opened|repaired|refurbished|tampered with|unusable|useless|expired|past its [a-z]+|horrible|awful|off|sour|nothing like [a-z ]{3,20}))(?= ?(?:[.,!?;)\\n]|$)| and| but| before| when| so| already)",
    ),
    phrase(
      "\\b(?<v>(?:gone|going|went|come|came|coming|fell|falling|falls|fallen|broke|breaks|tore|ripped|snapped|split) (?:apart|off|loose|undone|away|unstitched|unglued|mouldy|moldy|hard|flat|dead|missing|black|rusty|open|in half|in two|out|down|to pieces|to bits)(?<open>))",
    ),
    phrase(
      "\\b(?<v>(?:delivered|went|given|handed|taken|left|sent|brought) (?:it )?(?:to|with|at) (?:the |a |my |some )?(?:wrong|different|another|someone|somebody|neighbou?r|stranger|next door|number|old address|old|other)(?<open>))",
    ),
    phrase(
      "(?<!be )(?<!\\bcan you )\\b(?<v>(?:threw|thrown|dumped|chucked|tossed|abandoned|dropped|was left|just left|simply left|left it|left them|left the [a-z]+) (?:it |them |the (?:parcel|box|package) )?(?:over|in|on|outside|at|by|behind|next to)(?<open>))",
    ),
    phrase(
      `\\b(?<v>(?<!(?:^|[.!?\\n;:,]\\s{0,2}|please\\s)(?=do ?n'?o?t ))${not} (?:even |really |properly |actually |yet |been |be able to |fully |always |seem to |appear to |want to |ever |still |getting |being ){0,2}(?!${noComplaint}\\b)[a-z'-]{2,}(?: (?:properly|on|off|up|out))?(?<open>))`,
    ),
    phrase(
      "\\b(?<v>(?:isn'?t|is not|it'?s not|was not|wasn'?t|aren'?t|are not|not) (?:the (?:same|right|one|correct|colou?r)|what i (?:ordered|bought|wanted|asked for)|what was [a-z]+|my (?:order|size|parcel)|in the (?:box|parcel|package))(?<open>))",
    ),
    phrase("\\b(?<v>(?:doesn'?t|does not|didn'?t|did not) (?:even )?have (?:a|an|the|any)(?<open>))"),
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
    phrase(`\\b(?<v>${adverb}${damaged}(?:(?:,| and| &) ${adverb}${damaged})?)\\b(?! by (?!itself))`),
    phrase(
      "\\b(?<v>(?:(?:received|got|sent(?: me| us)?|delivered|shipped(?: me| us)?|packed|was given|given|there is|it'?s|came) )?(?:an? |the |me )?(?:completely |totally )?wrong (?!way|with|about|by|to|in|and|on|i\\b)[a-z]{3,15})\\b",
    ),
    phrase(
      "\\b(?<v>(?:received|got|sent(?: me| us)?|delivered|shipped me|came) (?:an? |the )?(?:different|incorrect|another|someone else'?s|somebody else'?s) [a-z]{3,15})\\b",
    ),
    phrase("\\b(?<v>missing (?:from|its|the|a|an|one|two|some|my)(?<open>))"),
    phrase("\\b(?:[a-z0-9'-]{1,20} ){1,3}(?:is|are|was|were) missing\\b"),
    phrase(
      "\\b(?<v>(?:stopped (?:working|charging|moving|responding)|stops [a-z]+ing|broke(?: down| off)?|fell (?:apart|off)|falls (?:apart|off)|came (?:apart|off|loose|undone)|keeps (?!saying|telling|asking|sending|happening|showing)[a-z]+ing(?: off| out)?|no longer works|not working|overheats|leaks|leaked|crackles|rattles|squeaks|wobbles|flickers|buzzes|smells?(?: of [a-z]+| bad| funny| weird)?|bubbled(?: up)?|peel(?:s|ed|ing)(?: off)?|shrank|shrunk|faded|snapped|let in water|lets in water|makes a (?:[a-z]+ )?noise|bled|bleeds|sheds|pills|tears|ripped|cracked|jams|jammed|freezes|crashes|cuts out|cut out|blew up|exploded|sparks|sparked|overheated|melted|hums|beeps|drips|wilted|itch(?:es|ed)?|smudg(?:es|ed)|creaks?|rocks|sticks|slips|drains (?:fast|quickly|too fast)|tilts|sags|flickered|squeaked|rattled|buzzed|stinks|stank|scratches|slides|loosens|ran in the [a-z]+|turned [a-z]+ in the wash|gets (?:very |too |really )?hot|collapsed|hiss(?:es)?|grinds|clicks|stutters|blinks|shorts|trips|wilts|splits|unravels|unravelled|frays|warped|tripped|short-?circuited|gave up|died|disconnects|lags)(?: (?:everywhere|all over(?: the [a-z]+(?: [a-z]+)?)?|badly|constantly|every time|all the time|strongly(?: of [a-z]+)?|like [a-z]+|of [a-z]+|through|inside|on every [a-z]+|in the wash|after (?:one|two|a few|the first) (?:wash|washes|uses?))){0,2})\\b",
    ),
    phrase(
      "\\b(?:with|w/) ?(?:an? |some |two |several )?(?<v>(?:big |small |deep |long |huge |tiny |large |nasty )?(?:rips?|tears?|holes?|cracks?|chips?|dents?|scratch(?:es)?|stains?|leaks?|marks?|defects?)\\b(?: (?:under|on|in|along|across|near|at|down|through|right)(?<open>))?)",
    ),
    phrase(
      "\\b(?<v>(?:has|have|had|there'?s|there is|there are|got) (?:an? |some |two |several |big |small |huge )?(?:big |small |deep |long |huge |tiny |large |nasty )?(?:rips?|tears?|holes?|cracks?|chips?|dents?|scratch(?:es)?|stains?|leaks?|marks?|defects?|faults?|loose [a-z]+|bent [a-z]+)\\b(?: (?:under|on|in|along|across|near|at|down|through)(?<open>))?)",
    ),
    phrase(
      "\\b(?<v>(?:nobody|no one|noone|no driver|no courier|no delivery|no (?:parcel|package)|still (?:nothing|no [a-z]+|not here|waiting)|nothing)(?: has)? ?(?:showed up|came|arrived|turned up|happened|since [a-z0-9 ]{3,14}|delivered|moves|here|yet)?)(?=[ .,!?;]|$)(?<!\\bnothing)",
    ),
    phrase(
      "\\b(?<v>(?:(?:is|was|been|got|are) )?(?:late|delayed|overdue|stuck(?: (?:in|at|on) (?:the )?[a-z]+(?: (?!for|since|and|but|at|on|in|again|now)[a-z]+)?)?|lost(?: (?:in (?:the )?(?:mail|post|transit)|it))?|stolen|refused|rejected(?: every time)?|returned to (?:the )?sender|sent back|left (?:in|outside|on|at|by|with) (?:the |my |a )?[a-z]+(?: [a-z]+)?|misplaced))(?=[ .,!?;)\\n]|$)",
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
    "bought ordered purchased i'd rather would like i it they we you he she which who that what there and but or so because if when while as with of in on at for to from by says said was were is are be been being has have had still already just also only even now then yet not never no very really too quite everything something anything all arrived came got received found open opened says think told inside one thing things seems looks both which either since after before how why photo photos pics picture pictures up it's they're i'm please says when again his her an",
  ),
  whole: words(
    "order orders parcel parcels package packages delivery shipment item items product products tracking thing stuff goods awb number it one ones",
  ),
  ownAction:
    /\b(?:i|we|i've|we've|ive|i have|we have) (?:still |really |also )?\|(?:can|don|do |did|have|had|was|were|would|never|not|am|could|haven|won)/,
  ownTrouble:
    /\b(?:receiv|got|get(?:ting)?\b|find|found|open|clos|lock|use|access|log|track|activat|download|pay|redeem|reach|switch|turn|charge|connect|assembl|read|see|seen|hear|heard|install|pair|put (?:it|them) together|remove|print|been (?:refunded|contacted|charged|given|sent|paid)|refunded|given|sent|told|contacted|home|at home|wear|apply|enter|check ?out|order\b|sign in|fit\b|add|fix|loosen|unlock|stop)/,
  ends: words(
    "but and so because since for at after before when while which who by anymore any now yet today yesterday please thanks though despite even again until till as or if from still just really either i it's they we is was are were has have can could would will what how last this every with than without",
  ),
  harmless:
    /\b(?:not broken|nothing is (?:broken|damaged)|undamaged|never said|isn'?t damaged|in (?:perfect|good) condition|no complaints|in case|my fault|i hope|hopefully|hoping|on us\b|by mistake i|i ordered the wrong|i made a mistake|(?:my|in my) last (?:mail|email|message))\b/,
};
