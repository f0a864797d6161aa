import type { Lexicon } from "./lexicon.ts";

/** What the reader is asked to do. */
const verb =
  "(?:send|tell|give|share|provide|forward|supply|attach|upload|specify|state|indicate|describe|explain|clarify|remind|repeat|re-?send|drop|pop|shoot|text|message|fill in|fill out|fill|complete|take|snap|pass|list|name|choose|pick|select|type(?: in| out)?|enter|include|add|write(?: out| down)?|jot down|note down|spell out|copy|paste|submit|show|hand over|quote|advise|(?:run|walk|talk|take) (?:me|us) through|fill (?:me|us) in on|let (?:me|us) (?:have|know|see)|reply (?:to (?:us|this (?:e-?mail|message)) )?with|respond with|answer with|come back (?:to (?:me|us) )?with|get back to (?:me|us) with|write back with|email|e-mail|point out|elaborate|reconfirm|look up|dig out)";
const us = "(?:me|us|over|through|across|along|in)";
const soft =
  "(?:please |pls |plz |kindly |also |just |quickly |maybe |perhaps |possibly |then |again |first |still |simply |at least |so kind as to |be so kind as to |be so kind to |be able to |be kind enough to |for me |for us )";
/** Verbs whose object is handled and not told: "could you check the address". */
const handling =
  "(?:request|ask|invite|urge|require|check|wait|believe|pack|bring|hand|return|keep|use|follow|change|update|print|read|see|track|open|click|visit|pick|collect|be|try|make|allow|accept|contact|call|ring|ask|ignore|imagine|understand|come|find|note|refer|consult|do|don't|have|bear|remember|go|look|log|scan|show|present|quote|stick|cut|remove|put|place|drop|take|leave the|throw|dispose|store|wash|clean|charge|reset|restart|press|hold|turn|switch|plug|install|download|register|sign|subscribe|review|rate|feel|rest|excuse|forgive|pardon|help|like|prefer|still|not|never|get|receive|also|just|disregard|expect|respect|consider|compare|enter|order|buy|pay|cancel|reply|respond|answer|write|unpack|inspect|test|measure|report|notify|inform|tell the|stop|start|select the|choose the|save|ensure|recommend|trust|enjoy|access|manage|complete the|reach|pass|email|e-mail|mail|mention|describe the) ?(?![a-z])";
const we = "(?:we|i)";
const softWe =
  "(?: would|'d| will|'ll| do| just| only| still| also| really| first| now| then| simply| urgently| currently| might| may| am| are|'m|'re| unfortunately| going to| gonna)";

/** Words that ask in English. */
export const englishAsks: Pick<
  Lexicon,
  | "asks"
  | "questionAsks"
  | "looseAsks"
  | "nearAsks"
  | "closeAsks"
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
    `(?:please|pls|plz|kindly)(?: (?:can|could|would) you)?(?: (?:also|just|quickly|again|then|first|now|simply|at least|be so kind as to|do|try to|always|either)){0,2} ${verb}`,
    `(?:can|could|would|will|cld|cd) (?:you|u|ya) ${soft}{0,3}(?:${verb}|have|check|say|find|get|put|dig up|look (?:up|for)|track down|help (?:me|us) out with)`,
    `(?:ask|request|appreciate it|grateful|need|prefer|helpful|best|great|useful|glad|happy|important|kind|nice|good|better|easier|quicker) (?:that|if) (?:you|u)(?:'d| would| could| can| might| were to| please| kindly| also| just| simply| first){0,3} ${verb}`,
    "(?:trouble|bother|ask|press|pester|nudge|chase|need from|need) you (?:again |once more |once again |also |just |quickly )?for",
    "(?:would|'d) you be (?:able|willing|so kind as|so good as|kind enough|happy) to (?:\\w{2,10} )?",
    `(?:are|were) (?:you|u) able to ${verb}`,
    `(?:would|do) you mind (?:${soft}){0,2}\\w{2,12}ing(?: (?:me|us|down))*`,
    `(?:can|could|may|might|cn) (?:i|we) ${soft}{0,2}(?:have|get|take|ask|see|know|grab|trouble you|request|bother you|borrow|double-?check)`,
    `(?:do|did|have|would) (?:you|u) (?:still |by any chance |perhaps |maybe |also |already |happen to |possibly |at least ){0,2}(?:have|got|get|gotten|remember|know|recall|happen to (?:have|know))`,
    "(?:any|some) chance (?:you (?:could|can|have)|of (?:getting|a))",
    `(?:send|tell|give|share|provide|forward|shoot|drop|pop|pass|text|message|e-?mail|show|remind|write|get) ${us}(?! (?:back|know))`,
    "let (?:me|us) (?:please |just )?(?:know|have|see|get)",
    `${we}${softWe}{0,4} (?:need|require|(?:like|love|want) to (?:hear|understand|learn|find out)|like to (?:know|see|have|ask|get|receive|learn)|love to (?:know|see|have)|appreciate|be grateful (?:for|if)|ask (?:you )?(?:for|to)|request|want to know|wanted to ask|want to ask|wanna know|have to ask(?: you)?(?: for)?|must ask|miss|missing|lack|lacking|waiting for (?:your|you to|an?|the photos?)|awaiting|in need of|need to (?:know|have|see|get|receive|ask)|like(?= your)|want(?= (?:your|the|an?|some) )|(?:have|need|got|ought) to (?:know|have)|must (?:know|have)|asking (?:you )?for|short of|looking for your|curious)(?! (?:\\d+(?![).])|up to|at least|about|around|(?:some|more|a bit more|a little more) time|(?:a|another|two|three) (?:few|couple|moment|day|bit|little|minute|hour|week|day|days))(?![a-z]))(?! (?:to )?(?:check|look|verify|find|speak|talk|contact|wait|send|ship|order|inspect|investigate|process|confirm|cancel|forward|open|make|change|do|be|pass|hear|take|go)(?![a-z]))`,
    "all (?:that )?(?:we|i)(?:'ll)? need(?: now| from you| is)*",
    "(?:only|one|last|other|just) thing (?:we|i|that's|is) (?:still )?(?:need|missing|require|miss|want to know)",
    "it (?:would|'d|will) (?:really )?(?:help|be (?:great|helpful|useful|nice|good|handy|ideal|appreciated|perfect|a great help)) (?:us |me |a lot |greatly )?(?:if (?:you )?(?:could|can|would|we (?:had|could)|i (?:had|could))|to|if i|if we|for us to)(?: (?:also|just|please))?(?: (?:have|know|see|get|send|share|tell|attach|include|provide|give|add|upload|let us know|let me know))?",
    "(?:would|could) (?:really )?help (?:us|me) (?:to )?(?:know|see|have)",
    `${we} (?:still |unfortunately |also |just |simply ){0,2}(?:can't|cannot|can not|cant|couldn't|could not|don't|dont|do not|didn't|did not|haven't|have not|am not|'m not|are not|aren't|are unable to|am unable to|'m unable to)(?: seem to| actually| yet| even| currently| able to)? (?:see|seeing|find|finding|have|had|locate|get|got|spot|received|receive|know|seen|catch|note|hear|make out|match|keep|save|write down|record)(?! (?:out|when|whether|if|how|why|that|this|these|the (?:reason|parcel|package)))`,
    "(?:you|u) (?:just |simply |only |have |also )?(?:forgot(?:ten)?|didn't|did not|didnt|haven't|have not|hadn't|never|don't|do not)(?: actually| yet)? (?:to )?(?:mention(?:ed)?|include[d]?|give|gave|given|add(?:ed)?|attach(?:ed)?|state[d]?|tell|told|say|said|send|sent|specif(?:y|ied)|provide[d]?|leave|left|put|write|wrote|written|quote[d]?|indicate[d]?)",
    "there(?:'s| is| was| were| are) (?:no|not|still no|neither)(?! (?:need|reason|point|problem|issue|rush|hurry|charge|cost|doubt|obligation|other))|there (?:isn't|wasn't|aren't|weren't) (?:an?|any)",
    "without (?:your|an?|any|the)(?= (?:\\w{1,10} ){0,2}(?:order|tracking|number|reference|e-?mail|address|name|phone|photos?|pictures?|pics?|proof|images?|awb|vat|id|post ?code|description))",
    "(?:remind|tell|show|ask) (?:me|us)",
    "what was (?:again )?(?:your|the)",
    "(?:you'll|you will|you) (?:need|have) to (?:send|tell|give|provide|share|attach|upload|confirm) (?:us|me)",
    "(?:need|want|like|ask|asking|require|kindly ask|invite|encourage) you to(?: please| also| kindly)? (?:send|tell|give|provide|share|attach|upload|specify|indicate|describe|confirm|fill in|include|take|let us know)",
    "(?:i'm|i am|we're|we are) (?:still )?(?:missing|lacking|after|waiting (?:for|on) (?:your|you|an?|the photos?))",
    "(?:missing|needed|required|still (?:missing|needed|open)|still need|needing|to (?:proceed|continue|go (?:on|ahead)|move forward|get started|start|help you|help|check this|look into (?:it|this)|open a claim)),? (?:please|we need|i need|i'll need|we'll need|:|is|are)",
    "(?:would|might) (?:like|love) to (?:know|see)",
    "(?:mind|care to) (?:sending|sharing|telling|giving|share|tell)",
    "(?:waiting|wait|look(?:ing)? forward|looking) (?:for|to) (?:receiv(?:e|ing) |get(?:ting)? |see(?:ing)? |hear(?:ing)? )?your(?! (?:reply|answer|response|feedback|visit|next))",
    `if (?:you|u) (?:could|can|would|cld)(?: please| just| also| kindly| quickly| possibly| maybe| perhaps){0,2} ${verb}(?: me| us)?`,
    "(?:give|send|read|hand|pass|tell|spell|type|forward|repeat)(?:ing)? (?:it|them|that|those|one) (?:to|over to|again to)? ?(?:me|us)",
    "(?:i|we) (?:see|find|have|got|received) (?:no|neither)",
    "would it be (?:possible|ok|okay|alright|an option)(?: for you)? (?:to|if you)(?: (?:could|please|also))*",
    "(?:once|as soon as|when|after) (?:you|u)(?:'ve| have)? (?:send|sent|give|given|gave|tell|told|provide[d]?|share[d]?|let us know|attach(?:ed)?|reply with|replied with)(?: (?:it|them))?(?: to)? ?(?:me|us)?",
    "(?:once|as soon as) (?:we|i)(?:'ve| have)? (?:have|receive[d]?|get|got|know)(?= (?:your|from you|the (?:photos?|pictures?|order number|number)))",
    "(?:were|are) (?:you|u) able to (?:take|find|get|send|share)",
    "(?:did|have) (?:you|u) (?:already )?(?:manage[d]? to )?(?:take|taken|took|got|find|found)",
    "is there (?:an?|any)(?= (?:number|photo|picture|order number|address|e-?mail|phone))",
    "i wonder",
    "depends on",
    `(?:remember|don't forget|do not forget|make sure|be sure|take care)(?: to| you| that you) ${verb}`,
    "if (?:you|u) (?:just |simply |quickly |kindly )?(?:reply with|respond with|answer with|come back with|(?:send|give|tell|forward|drop|show|text) (?:me|us)|let (?:me|us) (?:have|know)|attach|provide|share)",
    "the following (?:is|are|be) (?:to be )?(?:sent|provided|submitted|supplied|given|needed|required|stated)",
    "(?:indispensable|necessary|essential|vital|crucial|imperative|important)(?: for us)? (?:to (?:know|have|see|get|receive)|that (?:we|i) (?:know|have|see|get|receive)|are|is)",
    "(?:need|like|want|require|missing|things?|details?|information|info|answers?)(?: \\w{1,12}){0,4} from you(?: is| are| first| though)*",
    "without(?: (?:seeing|having|knowing|getting|a few|some)|(?= (?:photos?|pictures?|images?|pics|proof)))",
    "(?:things?|items?|points?|details?|bits?|pieces?|documents?|two|three|one|this|that|these|following)(?: of information)? (?:is |are |still |currently |left |remains? |to |yet ){1,3}(?:outstanding|missing|open|needed|required|lacking|be clarified|clarify|lacking)",
    "did (?:you|u) (?:by any chance |happen to |manage to |also |already |maybe |perhaps ){0,2}(?:take|get|make|keep|snap)",
    "did (?:you|u) (?:by any chance |happen to |manage to |also |already |maybe |perhaps ){0,2}(?=photograph)",
    "(?:what|which) (?:number|name|address|e-?mail|code)(?: \\w{1,10})? (?:should|shall|can|may|do|could) (?:we|i)",
  ],
  questionAsks: ["(?:got|have)(?: (?:your|the|an?|any))?(?= (?:order|tracking|photo|picture|phone))"],
  looseAsks: [
    `(?<=^|[.,:;!-] |(?:and|then|or|so|also|ok|okay|just|but|first|again|hi|hello|thanks|now|additionally|to start|finally) )(?:send|tell|share|provide|forward|attach|upload|specify|state|indicate|describe|explain|clarify|remind|repeat|resend|take|snap|fill in|fill out|type|enter|include|add|reply with|respond with|reply (?:to (?:us|this (?:e-?mail|message)) )?with|advise|give|drop|need|needing|gonna need|going to need|will need|might need|require|list|choose|pick|select|supply|pop|shoot|text|message|copy|paste|submit|write (?:out|down|back with)|jot down|spell out|show (?:me|us)|quote|name|get back to (?:me|us) with|come back (?:to (?:me|us) )?with|(?:run|walk|talk) (?:me|us) through)(?! (?:you|it back|them back|him|her|your order (?:back|today)|care|note|back|up|by|in mind|value|of)(?![a-z]))`,
  ],
  nearAsks: [
    "(?:what|which|whats|wat)(?! (?:can|could|will) (?:you|u) (?:do|see|expect|find|get))(?! (?:does|do|will|can|has|did) (?:the|your|this|that|it|we|i|an?)(?![a-z]))(?:'s|s| is| was| are| were| would be|'re)?(?: again| exactly)?(?: (?:your|ur|the|this|his|her|their|an?|correct|exact|full|right))*",
    "(?:under|at|on|to|with|for|from|in|by) (?:which|what|whose)",
    "whose",
  ],
  closeAsks: [
    `(?:can|could|would|will|cld) (?:you|u|ya) (?:please |pls |kindly |also |just |maybe |perhaps |possibly |[a-z]{3,9}ly ){0,3}(?!${handling})[a-z]{4,12}(?: (?:me|us|out|down|up|for me|for us))?(?= )`,
    `(?:please|pls|plz|kindly) (?:also |just |now |[a-z]{3,9}ly ){0,2}(?!${handling})(?!leave (?:it|the|a review))[a-z]{4,12}(?: (?:me|us|out|down))?(?= )`,
    `(?:request|ask|invite|urge|require|like) you to (?:please |kindly )?(?!${handling})[a-z]{4,12}(?: (?:me|us))?`,
    "(?:please|pls|plz) be so (?:kind|good) (?:and|as to|to) [a-z]{3,10}(?: (?:me|us))?",
    "if (?:i|we) (?:only )?(?:had|knew|could have|could get)",
  ],
  openers: ["(?:and|how about|what about|also)(?: (?:your|ur|the|an?))?"],
  confirms: [
    `(?:please|pls|plz|kindly)(?: (?:also|just|quickly|again|then|first|now|simply|re))* ?(?:re-?confirm|confirm|verify|double-?check|validate)`,
    `(?:can|could|would|will) (?:you|u) ${soft}{0,3}(?:re-?confirm|confirm|verify|double-?check|validate)`,
    `(?:can|could|may) (?:i|we) ${soft}{0,2}(?:confirm|verify|double-?check)`,
    "(?<=^|[.,:;!-] |and |then |also )(?:confirm|re-?confirm|verify)(?! (?:your|the) (?:registration|subscription|account by))",
    "(?:need|want|like|ask|asking|require) you to(?: please| also| kindly)? confirm",
    `${we}${softWe}{0,4} (?:need|want|like) to (?:confirm|verify|double-?check)`,
    "(?:is|was|are)(?: (?:it|this|that))?(?: still)? (?:correct|right) that",
    "(?<=^|[.,:;!-] |and |so |or |ok |also )(?:is|was|are|were) (?:this |that |it )?(?:your|ur|the correct|the right|still)(?! (?:order|parcel|package) (?:still|here|late|delayed))(?=.{0,70}(?:\\d|@|correct|right|same|current|up to date|valid|as (?:on|in|above|before|given))|(?: full| last| first)? name [a-z])",
    "(?:am i|are we) right (?:that|in (?:thinking|assuming))",
    "would you mind (?:re-?)?(?:confirming|verifying)",
  ],
  afterNoun: [
    "(?:needed|required|missing|wanted)(?= ?(?:[.!,]|$))",
    "(?:is|are|was|were|seems to be|seem to be)(?: still| also| unfortunately| absolutely)? (?:a must|essential|indispensable|mandatory|vital|missing|needed|required|necessary|not (?:there|included|attached|in your|visible|mentioned)|incomplete|absent|unclear)",
    ",? ?(?:please|pls|plz)(?! (?:find|note|see|ignore|do not|don't|keep|be|allow|wait|check|visit|use))",
    "(?:again|pls|plz) ?\\??$",
    "(?:isn't|wasn't|aren't|weren't) (?:there|included|attached|in your|mentioned|visible)",
    "(?:would|will|'d) (?:really |also )?be (?:\\w{1,8} )?(?:needed|required|necessary|helpful|great|useful|good|enough|perfect|appreciated|brilliant|fantastic|lovely|super|handy|ideal|awesome|wonderful|nice|help|welcome)",
    "(?:would|will) (?:help|do)",
    "and (?:we|i)(?:'ll| will| can) (?:check|look|sort|get|have|start|take|go)",
    ",? (?:so|then) (?:that )?(?:we|i)(?:'ll| will| can)? (?:check|look|sort|find|help|trace|locate|continue|process)",
    "(?:was|is) (?:that|it|what) ?(?:again)? ?\\?",
  ],
  headers: [
    "(?:following|these|below|details|information|info|data|needed|required|missing|requirements?|still need|need from you|what we need|please (?:send|provide|confirm|fill|complete|reply|answer))",
  ],
  fillers: [
    "and",
    "also",
    "the",
    "your",
    "ur",
    "a",
    "an",
    "any",
    "again",
    "ok",
    "okay",
    "so",
    "hi",
    "hello",
    "hey",
    "there",
    "thanks",
    "thx",
    "ty",
    "now",
    "just",
    "or",
    "with",
    "is",
    "was",
    "it",
    "what",
    "which",
    "got",
    "still",
    "then",
    "one",
    "of",
    "for",
    "on",
    "to",
    "we",
    "i",
    "need",
    "needed",
    "required",
    "asap",
    "first",
    "btw",
    "sorry",
    "sure",
    "great",
    "exact",
    "correct",
    "mandatory",
    "optional",
    "if",
    "possible",
    "this",
    "that",
    "s",
    "dear",
    "customer",
    "for me",
    "used",
    "handy",
  ],
  politeFillers: ["please", "pls", "plz", "kindly"],
  pronouns: ["it", "them", "that", "this", "those", "one", "some"],
  carriedPronouns: [
    "(?:get back|come back|reply|write|write back|respond|answer)(?: to)?(?: me| us)? with (?:it|them|that|those)",
    "(?:have|get) (?:it|them|both|those|one)(?= ?(?:please|pls)? ?\\?)",
    "(?:send|resend|re-send|share|type|copy|paste|forward|give|tell|attach|upload|provide|supply|write|repeat|add|text|message|drop|pop|read|spell|leave|put|supply|submit|state)(?: (?:me|us|over|in|out|down|again|please|also)){0,2} (?:it|them|that|those|one|a few|some)(?! (?:to|back to) (?!me|us)|[ -]\\w{1,12} (?:order|number|item|one)| back)",
    "what(?: is|'s| was) (?:it|yours)(?: again)?(?= ?\\?)",
    "what (?:may|can|should|could|shall) i (?:give|tell) (?:them|him|her)",
  ],
};
