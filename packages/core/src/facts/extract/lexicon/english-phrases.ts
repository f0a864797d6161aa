import { englishColor, englishNumber } from "./english-words.ts";
import { type Lexicon, phrase } from "./lexicon.ts";

const want =
  "\\b(?:(?:i|we)(?:'d| would| 'd)? (?:really |just |still |only )?(?:want|like|prefer|need|demand|request|expect|rather have|love|appreciate|wish|am asking for|insist on|ask for)(?: to (?:have|get|receive|request|be given|ask for))?|(?:i|we) want|(?:can|could|may) (?:i|we) (?:please |just |maybe |possibly )?(?:get|have|request|ask for|receive)|(?:give|issue|offer|send|get|process|arrange) (?:me|us)?|looking for|asking for|hoping for|requesting|id like|please (?:send|issue|process|arrange|organi[sz]e|make)(?: me| us)?|happy with|entitled to|(?:can|could|would|will) you (?:please |just |kindly )?(?:send|give|issue|process|arrange|offer|organi[sz]e|do)(?: me| us)?)";
const outcome =
  "(?:(?:full |partial |complete |total |immediate |quick )?(?:refund|reimbursement)|(?:my|the|our) (?:full )?money back|money back|(?:free )?replacement(?: [a-z]{3,15})?|(?:store|shop) credit|exchange|discount|partial refund|voucher|repair|new one|another one|\\d{1,2} ?% off)";
const doing =
  "(?:(?:be )?(?:refunded|reimbursed)|(?:refund|reimburse)(?: (?:me|us|it|this|the order|my order|my money))?|replace(?: (?:it|them|this|the [a-z]{3,15}))?|exchange(?: (?:it|them|this))?|swap(?: (?:it|them))?|cancel|cancell?ation|(?:return|send) (?:it|them) back|resend(?: (?:it|them))?|re-?ship(?: it)?|send (?:me |us )?(?:an?other|a new|the (?:right|correct|missing)|the|a replacement)(?: (?!invoice|awb|receipt|tracking)[a-z]{3,15}){1,2}|repair (?:it|them)|fix it|keep (?:it|them)|return (?:it|them|this|the [a-z]{3,15}))";
const relation =
  "(?:(?:little |older |younger |big |best |dear )?(?:mum|mom|mother|dad|father|parents|sister|brother|wife|husband|partner|girlfriend|boyfriend|fiancee?|son|daughter|nephew|niece|grand(?:mother|father|ma|pa|son|daughter|parents)|gran|granny|aunt|uncle|cousin|friend|colleague|boss|neighbou?r|teacher|godson|goddaughter|mother-in-law|father-in-law|sister-in-law|kids?|children|boss|best friend)s?)";
const view = "(?:photos?|pics?|pictures?|images?|snaps?|screenshots?|video|fotos?)";
const name = "[a-z][a-z'-]{1,24}(?: [a-z][a-z'-]{1,24}){0,2}";

export const englishPhrases: Lexicon["phrases"] = {
  damageExtent: [
    phrase(
      "\\b(?<v>(?:completely|totally|badly|slightly|fully|entirely|partially|severely|heavily|only slightly) (?!wrong|different|new|satisf|unaccept|refund|agree|disappoint|pleased|recommend|understand|unexpect)[a-z]{3,}(?:ed|en|t|rn|ky))\\b",
    ),
    phrase(
      "\\b(?<v>(?:half|most|some|all|both|several) of (?:the |my |them)(?: ?[a-z]+)?(?: (?:are|were|is|was|arrived|came))? (?:broken|cracked|smashed|damaged|chipped|shattered|bent|scratched|torn))\\b",
    ),
    phrase(
      "\\b(?<v>(?:[a-z]+ )?(?:the size of|as (?:big|large|long|wide) as) (?:a|an|my|the) [a-z]+(?: [a-z]+)?)(?= ?(?:[.,!?;)\\n]|$)| and| on| in| near| at)",
    ),
    phrase(
      "\\b(?<v>(?:(?:crack|scratch|dent|tear|hole|rip|chip|stain|split)(?:s|es|ed)? )?(?:right |all the way |straight |clean )?(?:across|through|along|down) (?:the |its )?(?:middle|whole [a-z]+|entire [a-z]+|full [a-z]+|front|side|length|centre|center)|from top to bottom|on (?:both|all) sides|in (?:two|three|several|many|multiple) places|all over(?: the [a-z]+)?)(?= ?(?:[.,!?;)\\n]|$)| and| but| so)",
    ),
    phrase(
      "\\b(?<v>(?:completely|totally|badly|slightly|fully|only slightly) (?:broken|damaged|cracked|smashed|shattered|scratched|dented|torn|destroyed|crushed|ruined|bent)|beyond repair|(?:in|into) (?:a thousand|a million|many|several|tiny|small|two|three|\\d{1,3}) (?:pieces|bits|parts))\\b(?! on arrival)",
    ),
    phrase(
      "\\b(?<v>(?:about|roughly|around|approximately|maybe|some|at least|nearly|almost)? ?\\d{1,3}(?:[.,]\\d)? ?(?:cm|mm|centimet(?:er|re)s?|inch(?:es)?)(?: (?:long|wide|deep|crack|scratch|tear|hole|dent|rip))?)\\b(?= ?(?:[.,;!)]|long|wide|deep|crack|scratch|tear|hole|dent|rip|$))",
    ),
    phrase(
      "\\b(?<v>(?:just |only )?(?:a )?(?:tiny|small|big|large|deep|long|hairline|little|huge|minor) (?:one|chip|crack|scratch|dent|hole|tear|stain|mark)s? (?:near|on|along|across|at|in|down) (?:the |one |its )?[a-z]+(?: [a-z]+)?)\\b",
    ),
    phrase(
      "\\b(?<v>(?:one|two|three|four|five|six|half|\\d{1,2}) (?:out )?of (?:the )?(?:two|three|four|five|six|eight|ten|twelve|\\d{1,2}|them)(?: [a-z]+)?(?: (?:are|is|were|was|arrived))? (?:broken|cracked|smashed|damaged|chipped|shattered))\\b",
    ),
  ],
  wantedOutcome: [
    phrase("(?:^|[.!?\\n] ?)(?<v>cancel|refund|replace|exchange|swap)(?= (?:it|my|the|this|me|these|them|order|everything|please|us)\\b)"),
    phrase(
      "\\b(?:a|some|any|an) (?<v>(?:small |partial |further |extra )?discount|price reduction)\\b(?! (?:code|voucher|on|for|if|when|applied|did|does|was|has|card))",
    ),
    phrase(
      "\\b(?:could|can|would|will) you (?:please |just |kindly )?(?<v>(?:send|post|ship|get)(?: me| us)? (?:one|another|it again|them again|the rest)(?: out| over)?|take (?:it|them) back|repair (?:it|them)|fix (?:it|them)|replace (?:it|them))\\b",
    ),
    phrase("\\b(?:rather|prefer|want)(?: to)?(?: have| get)? (?:the |my )(?<v>money)\\b(?! back)"),
    phrase(
      "(?:^|[.,!;\\n] ?|\\band )(?<v>swapping|exchanging|returning(?: it| them)?|sending (?:it|them) back)(?= for| it| please| because|[.,!])",
    ),
    phrase(`${want} (?:an?|the|my|some|your)? ?(?<v>${outcome})\\b`),
    phrase(
      "\\b(?:just |only |simply |please )?(?:give|send|refund|return|pay|hand) (?:me |us )?(?<v>(?:my |the |our )?(?:full )?money(?: back)?)(?= ?(?:[.,!?;)\\n]|$)| and| or| now| please| asap| to| for)",
    ),
    phrase(
      "\\b(?:an?|full|partial|for|get|want|or|to|is|like|prefer|about) (?<v>(?:full |partial |complete |free )?(?:refund|replacement|exchange|reimbursement|compensation|goodwill voucher|store credit|price reduction|repair|spare part|money back))\\b(?! (?:arriv|came|was|has|is|code|policy|hasn|process|form|label|takes?|take|period|time|window|not|in (?:the|your) (?:shop|store)|never|still|yet|i (?:got|received)|you (?:sent|promised)|within|when))",
    ),
    phrase(
      "\\b(?:please|pls|plz|can you|could you|would you|will you|kindly|want you to|like you to|need you to|if you (?:can|could)|you should|you could|just|to) (?:please |just |kindly |possibly |maybe )?(?<v>(?:send|ship|post|mail|get|deliver)(?: out| over)? (?:me |us )?(?:the |a |an |another |my |two |three |four |\\d )?(?:missing|right|correct|replacement|new|spare|other|proper|second|remaining|one more|another|actual)(?: [a-z]{3,15}){0,2})(?= ?(?:[.,!?;)\\n]|$)| and| or| asap| please| instead| as| for| to| i| that)",
    ),
    phrase(
      "\\b(?:how (?:do|can|could) (?:i|we)|where (?:do|can) i|i(?:'ll| will| am going to|'m going to|'d rather|'ve decided to)|decided to|we(?:'ll| will)|let me|(?:can|could|may) (?:i|we)|wish to|have to|able to|trying to|would rather|prefer to) (?:just |please |still |now )?(?<v>(?:return|send|swap|exchange|cancel|replace|give|change|get)(?: (?:it|them|this|these|the [a-z]{3,15}|my (?:order|money|[a-z]{3,12})))?(?: back| refunded| replaced| repaired| fixed| exchanged)?)(?<!get it|get them|get|give it|change|change it|get this|give)(?= ?(?:[.,!?;)\\n]|$)| and| or| for| please| because| as| since| if| in| to| order| no| nr| number| #)",
    ),
    phrase(
      "\\b(?:want|like|need) (?:it|them|this|these|the [a-z]{3,15}) (?:to be )?(?<v>refunded|replaced|repaired|fixed|exchanged|cancelled|canceled|collected)\\b",
    ),
    phrase(
      `\\b(?:please|pls|plz|can you|could you|would you|will you|kindly|want you to|like you to|(?:i|we)(?:'d| would)? (?:want|like|prefer|wish|need) (?:it )?to|want to|wanna|id like to|just|can i|could i|how (?:do|can) i) (?:just |please |kindly |then |either |be able to |now )?(?<v>${doing})\\b`,
    ),
    phrase("\\b(?<v>swap|refund|exchange|replace|cancel)(?: it| them| this)? (?:please|pls|plz)\\b"),
    phrase("\\b(?<v>\\d{1,2} ?% off)\\b"),
    phrase(`\\b(?<v>${outcome}) (?:please|pls|would be (?:fine|great|best|good|ok)|is (?:fine|what i want))\\b`),
    phrase(`\\binstead of (?:a )?(?:refund|replacement),? (?:i'?d (?:like|prefer) )?(?:a )?(?<v>${outcome})`),
  ],
  tried: [
    phrase(
      "\\b(?:(?:i|we)(?:'ve| have|ve)? |^|[.,;!?\\n] ?)(?:already |also |even ){0,2}(?<v>(?:did|done|performed|made) (?:the |a |an )?(?:[a-z]+ )?(?:reset|restart|reboot|update|reinstall)(?: [a-z]+)?|held (?:down )?the [a-z]+(?: [a-z]+){0,5})",
    ),
    phrase(
      "\\b(?:i|we)(?:'ve| have|ve)? already (?<v>(?!ordered|paid|sent|emailed|written|called|told|received|contacted|asked you|attached|mailed|messaged|provided|given|used|opened|waited|bought|returned|moved|needed|cancelled|canceled|uploaded|complained|shared)[a-z]+(?:ed|en|ne|ut|un)(?: [a-z0-9'-]+){1,7})(?= ?[.,!?;\\n]|$)",
    ),
    phrase(
      "\\b(?:(?:i|we)(?:'ve| have|ve)?(?: already| also| even| just){0,2} )?(?<v>tried (?!to (?:call|reach|contact) you|it on|them on|on\\b)[a-z0-9' -]{4,60})",
    ),
    phrase(
      "(?:(?:\\b(?:i|we)(?:'ve| have| had|ve)?(?: already| also| even| just| then){0,2} )|(?<=[.!,;] ))(?<v>(?:restarted|rebooted|reset|recharged|charged|unplugged|replaced|changed (?:the|its|all)|cleaned|reinstalled|updated|checked (?:with|the|my)|asked (?:the|my) (?:neighbou?rs?|courier)|swapped|washed|turned it off|plugged|descaled|read the manual|re-applied|reapplied|adjusted|tightened|turned (?:it|them|everything)|put in new|bought new|used (?:a different|another|other)|moved it|ran the|rinsed|wiped|oiled|cleared|swapped|deleted|called the courier|phoned the courier|contacted the courier|rang the courier|glued|soaked|reassembled|re-?paired|followed|emptied|removed)(?: [a-z0-9' -]{2,50})?)",
    ),
  ],
  photoOfPackaging: [
    phrase(
      `\\b${view}[^.!?\\n]{0,60}?(?:,| and| plus|&|as well as) (?<v>(?:also |one |another )?(?:of )?(?:the |its )?(?:outer |inner |torn |crushed |damaged |shipping )?(?:box|packaging|carton|packing|wrapping))\\b`,
    ),
    phrase(
      `\\b(?<v>(?:(?:attach(?:ed|ing)?|sending|sent|added|adding|uploaded|took|taken) (?:[a-z0-9]{1,10} ){0,3})?${view} of (?:[a-z]{1,10} ){0,3}?(?:box|packaging|packing|carton|wrapping|cardboard)(?: (?:is |are )?(?:attached|below|enclosed))?)\\b`,
    ),
    phrase(`\\b(?<v>(?:box|packaging|carton) ${view})\\b`),
  ],
  photoOfLabel: [
    phrase(
      `\\b${view}[^.!?\\n]{0,60}?(?:,| and| plus|&|as well as) (?<v>(?:also |one |another )?(?:of )?(?:the |its )?(?:[a-z]+ )?(?:label|sticker|barcode|waybill))\\b`,
    ),
    phrase(
      `\\b(?<v>(?:shipping |parcel |address )?(?:label|sticker|barcode|waybill) (?:is |can be seen |is visible |shown |you see )?(?:in|on) (?:the |my |this )?(?:[a-z]+ )?${view})\\b`,
    ),
    phrase(
      `\\b(?<v>(?:(?:attach(?:ed|ing)?|sending|sent|added|adding|uploaded|took|taken) (?:[a-z0-9]{1,10} ){0,3})?${view} of (?:the |its )?(?:shipping |parcel |delivery |courier |address )?(?:label|sticker|barcode|waybill)(?: (?:is |are )?(?:attached|below|enclosed))?)\\b`,
    ),
    phrase(`\\b${view} of [a-z ]{3,25} and (?<v>(?:of )?the (?:label|sticker|barcode))\\b`),
    phrase(`\\b(?<v>(?:label|sticker|barcode) ${view}(?: (?:is |are )?(?:attached|below|enclosed))?)\\b`),
  ],
  photoOfItem: [
    phrase(
      `\\b(?:(?:i|we)(?:'ve| have|ve|'m| am)? )?(?<v>(?:took|taken|made|forwarded|forwarding|posting|posted|shared|sharing|got|have)(?: (?:you|a|an|some|few|couple|of|two|three|four|several|the|my|\\d)){0,4} ${view}(?: of (?:the |it|both|my |how )?(?:[a-z]+)?)?)(?= ?(?:[.,!?;)\\n]|$)| and| to| if| so| which| as| before| when| i| you| for| below| attached| showing)`,
    ),
    phrase(
      `\\b(?<v>(?:two |three |four |some |the |my |a |\\d )?${view}(?: of (?:the |it|both|my )?[a-z]*)? (?:below|above|here|attached|enclosed|included|follow|to follow|show(?:s|ing)? [a-z ]{3,25}))\\b`,
    ),
    phrase(`(?:^|[.!?\\n] ?)(?:please )?(?<v>(?:see|look at|check) (?:the |my |attached |these )?${view})\\b`),
    phrase(
      `\\b(?<v>(?:attach(?:ed|ing)?|i'?m sending|sending(?: you)?|(?:i|i've|we|we already|already|i already) (?:sent|emailed|uploaded)(?: you)?|see|enclosed|added|adding|uploaded|included) (?:[a-z0-9]{1,10} ){0,3}?${view}(?: of (?:the |it|both|my )?(?:[a-z]+)?)?)\\b`,
    ),
    phrase(
      `\\bhere(?:'s| is| are) (?:an? |the |some |my )?(?<v>(?:two |three |some |\\d )?${view}(?: of (?:the |it|both|my )?(?:[a-z]+)?)?)\\b`,
    ),
    phrase(`\\b(?<v>${view} (?:of [a-z ]{3,30} )?(?:is |are |here )?(?:attached|enclosed|below|in attachment|included))\\b`),
    phrase("\\b(?<v>(?:see |as |it is |it's )?attached(?:: [a-z' ]{3,25})?|see attachment|in the attachment)\\b"),
  ],
  returnReason: [
    phrase(
      "\\b(?<v>(?:(?:much |way |far |a bit |a little |slightly |a size )?too (?:small|big|large|tight|loose|short|long|wide|narrow|heavy|thin|dark|bright|loud|bulky|high|low|wide)(?: for [a-z]{2,8}(?: [a-z]{3,10})?)?|(?:does|do|did)(?:n'?t| not) fit(?: (?:me|him|her|us|well|at all|my [a-z]{3,12}|in [a-z ]{3,20}))?|changed (?:my|our|her|his) minds?|(?:do|does|did)(?:n'?t| not) (?:really )?like (?:it|them|the [a-z]{3,12})|not as (?:described|pictured|expected|shown|advertised)|(?:ordered|bought) (?:it |this |them )?by (?:mistake|accident)|ordered the wrong (?:size|colou?r|one|model)|found (?:it )?cheaper(?: elsewhere)?|(?:do|does)(?:n'?t| not) suit (?:me|him|her|us)|no longer need(?: (?:it|them))?|(?:do|does)n'?t need (?:it|them)(?: any ?more)?|(?:does|do)(?:n'?t| not) (?:look|match) (?:like )?(?:the )?(?:pictures?|photos?|description|website)|(?:quality|fabric|material) (?:is |was )?(?:poor|bad|terrible|too thin|disappointing|cheap)|poor quality|bad quality|bought (?:it )?twice|already have one|runs (?:small|large|big)))\\b",
    ),
  ],
  size: [
    phrase(
      "\\b(?:a |the )?(?:sizes?|age|shoe size) (?:is |was |in |of |an? |:|: )?(?<v>(?:eu |uk |us )?(?:\\d{1,3}(?:[.,]5)?(?: ?[/x-] ?\\d{1,3})?(?: ?cm)?(?: wide)?|xxs|xs|s/m|m/l|s|m|l|xl|xxl|xxxl|[2345]xl|small|medium|large|extra large))\\b",
    ),
    phrase("\\b(?:a|an|the|my|in|for|to|took|ordered) (?<v>xs|xxs|xl|xxl|xxxl|[2345]xl|size [sml])\\b"),
    phrase(
      "\\b(?:in|for|ordered|to|the|an|a) (?:an? |the )?(?<v>extra large|extra small|medium|large|small|l|m|s)(?=[.,!?;)]|$| (?:instead|please|but|and|size|not|pls))",
    ),
    phrase("\\b(?<v>(?:uk|eu|us) \\d{1,2}(?:[.,]5)?)\\b"),
    phrase("\\b(?<v>\\d{2,3} ?x ?\\d{2,3}(?: ?x ?\\d{2,3})?(?: ?cm)?)\\b"),
  ],
  color: [
    phrase(
      `\\b(?:in|colou?r|colou?r is|ordered(?: it| them)? in|ordered|wanted|want(?: it| them)? in|want the|chose|picked|prefer|get the|have the|exchange for|swap for) (?:a |the |colou?r )?(?<v>${englishColor})(?: (?:one|ones|colou?r|version))?(?=[.,!?;)\\n]| (?:and|but|not|instead|one|ones|colou?r|version|please|pls|or|rather|as|when|while)|$)`,
    ),
  ],
  paymentMethod: [
    phrase(
      "\\b(?:used|using|use|with|on|to|from|charged(?: to)?) (?:my |our |the |a )?(?<v>(?:(?!(?:birthday|business|sim|sd|memory|id|graphics|the|my|greeting)\\b)[a-z]{3,12} )?(?:card|gift card|credit card|debit card))(?= ?(?:[.,!?;)\\n]|$)| at checkout| for| when| and| to pay| ending| but| online| was)",
    ),
    phrase(
      "(?:^|[.!?,;\\n] ?|\\b(?:but|and|my) )(?<v>(?!they|you|shop|store|somebody|someone|courier|driver|bank|which|that|who|it)[a-z]{4,14}(?: pay)?) (?:already |has |have )?(?:took|taken|charged|debited|deducted) (?:the|my|me|us|our|it)\\b",
    ),
    phrase(
      "\\b(?:paid|paying|pay|payed|payment|purchased|charged twice|charged)(?: (?:it|for it|the order|everything|this|them|was|made|was made|already|online|upfront|in full|in advance|full|all)){0,3} (?:by|with|via|through|using|in|on|w)(?: my| the| a)? (?<v>(?:credit |debit |bank |gift |)?(?:card|cards|transfer)|cash(?: on delivery)?|cod|bank wire|wire transfer|invoice|instal?lments|[a-z]{4,14}(?: pay)?)\\b",
    ),
    phrase("\\b(?<v>cash on delivery|bank transfer|debit card|credit card|wire transfer|gift card)\\b"),
  ],
  giftRecipient: [
    phrase(`\\b(?<v>my ${relation}) (?:\\(?(?:he|she)'?s (?:the one )?getting it|is getting it|will get it|gets it)`),
    phrase(
      `\\b(?:gift|present|surprise|birthday|bought|got|ordered|getting|buying|it'?s|they'?re|these are|meant|is|are|was|intended)(?: (?:a |an )?(?:present|gift|it|this|them|one|gift|[a-z]{2,12})){0,2} for (?<v>(?:my|our|his|her|a) ${relation}(?: [a-z]{2,14})?(?:'s)?)(?= |[.,!?;)\\n]|$)`,
    ),
    phrase(`\\b(?<v>my ${relation}'?s) (?:\\d{1,2}(?:st|nd|rd|th) )?(?:birthday|wedding|present|gift|graduation|christmas)`),
  ],
  language: [
    phrase(
      "\\b(?<v>(?:english|italian|romanian|german|french|spanish|hungarian)(?: or (?:english|italian|romanian|german|french|spanish|hungarian))?) (?:is fine|please|works|would be)\\b",
    ),
    phrase(
      "\\b(?:in|speak|speaks|prefer|understand|write(?: to me)? in|reply in|answer in) (?:only )?(?<v>english|italian|romanian|german|french|spanish|hungarian|polish|greek|bulgarian|dutch|portuguese|ukrainian|russian|turkish)(?: only)?\\b",
    ),
  ],
  carrier: [
    phrase(
      "\\b(?:shipped|sent|delivered|dispatched|coming|handed(?: over)?|delivery|shipping|parcel|package|order)(?: (?:it|out|over|is|was|came))? (?:with|via|through|using|by) (?<v>[a-z][a-z0-9]{1,14}(?: (?:courier|express|post|logistics|mail))?)\\b",
    ),
    phrase(
      "\\b(?:courier|carrier)(?: (?:is|was|company|firm|service|company is|called|named))?:? (?<v>[a-z][a-z0-9]{1,14}(?: (?:courier|express|post|logistics|mail))?)\\b",
    ),
    phrase(
      "\\b(?<v>[a-z][a-z0-9]{1,14}(?: (?:courier|express|post|mail))?) (?:courier|driver|delivery (?:guy|man|driver|person)|van|tracking|app)\\b",
    ),
  ],
  pickupPoint: [
    phrase(
      "\\b(?:get it|come by|come to|come in|pick up|collect|leave it|drop it|send it|deliver(?:ed)?(?: it)?)(?: it)? (?:at|from|in|to) (?:your |the |a |my )?(?<v>(?:[a-z]+ )?(?:shop|store|showroom|parcel shop|post office|pick-?up point|kiosk|newsagents?|corner shop) (?:on|in|at|near) [a-z0-9 .'-]{2,25})(?= ?(?:[.,!?;)\\n]|$))",
    ),
    phrase(
      "\\b(?:collect|pick (?:it|them) up|picking (?:it|them) up|pick up|collecting)(?: (?:it|them|the parcel))? (?:from|at|in) (?:your |the )?(?<v>(?:[a-z]+ )?(?:shop|store|post office|kiosk|station|depot|branch|warehouse|supermarket)(?: (?:on|in|at|near) [a-z0-9 .'-]{2,30})?)",
    ),
    phrase(
      "\\b(?:parcel |the |a |my )?(?:locker|pick-?up point|parcel shop|collection point|drop-?off point)(?: (?:at|in|on|near|is|called|from))?(?: the)?:? (?<v>[a-z0-9][a-z0-9 .'-]{2,50})",
    ),
    phrase(
      "\\b(?<v>(?!mail|in|drop|tool|lunch|letter|x|out|gift|post|music|sand|match|shoe)[a-z]{2,8}box (?:at |in |from )?(?:the )?(?!is\\b|was\\b|has\\b|and\\b|but\\b|for\\b|it\\b|to\\b|because\\b|full\\b|near me\\b|or\\b|with\\b|number\\b|code\\b|says\\b|instead\\b)[a-z0-9][a-z0-9 .'-]{2,40})",
    ),
  ],
  name: [
    phrase(
      `(?:^|[.!?\\n] ?)(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening|day)),? ?(?:there|all|team|guys)?,? ?(?:i'?m|its|it'?s|this is|i am)(?<strong>) (?<v>${name})(?=,| from| here| and i|\\.|!| again|$|\\n)`,
    ),
    phrase(`(?:^|[.!?\\n,] ?)(?<v>(?!it'?s |this |i'?m |is |and |was )${name})(?<whole>) (?:here|speaking)(?=[,.!: -]|$)`),
    phrase(
      `\\bname (?!on the box|of the (?:product|item|shop|book))(?:[a-z]+ ){0,4}?(?:is|was|should be|should read|reads|says|to|:)(?<strong>) (?<v>${name})`,
    ),
    phrase(
      `\\b(?:my (?:full )?name(?:'s| is|,):?|(?<!file )(?<!product )(?<!item )names?(?: on the [a-z]+)?(?: is|'s|:)|(?:under|in) the name(?: of)?|name on the order(?: is)?:?|(?:order|parcel) (?:is )?(?:under|for):?|ordered (?:as|under)|addressed to|recipient(?: is)?:?|i am called)(?<strong>) (?<v>${name})`,
    ),
    phrase(`\\b(?:this is|i'?m|it'?s|i am) (?<v>${name})`),
  ],
  quantity: [
    phrase(`\\b(?:quantity|qty)(?: of| is|:)? ?(?<v>\\d{1,3})\\b`),
    phrase(
      `\\b(?:ordered|bought|purchased|need|want|order|got|received|paid for|returning|return|send(?: me)?)(?: the| only| just| all)? (?<v>${englishNumber.replace("|a|an|", "|").replace("|a couple of|a few|several", "")}) (?:pieces|pcs|of (?:them|these|those|the)|units|pairs?|sets?|items|more|copies|packs)\\b`,
    ),
    phrase("\\b(?<v>\\d{1,3}) ?(?:x|pcs|pieces|units)\\b(?! ?\\d)"),
    phrase("\\bx ?(?<v>\\d{1,2})\\b(?! ?(?:x|cm))"),
  ],
};
