"""What lies, leaks or binds: an error in a letter."""

from __future__ import annotations

from offerlab.letters.saying import Saying

_EMPLOYER = (
    r"(?:firms?|compan(?:y|ies)|employers?|teams?|places?|startups?|labs?|banks?|shops?|"
    r"(?:hedge )?funds?|giants?|unicorns?|outfits?|studios?|groups?)"
)
_PAY = r"(?:pay|salary|salaries|comp|compensation|base|package|bonus|wage)"
_PAPER = r"(?:offer|terms?|position|job|role|package|salary|conditions?|contract|deal|numbers?|base|figure|post|letter)"

HARMS = (
    Saying(
        "pay-history",
        "your present and past pay is nobody's business, and it pulls the offer down",
        (
            r"\b(?:my|our) (?:current|present|last|previous|prior|former|old|existing)"
            r" (?:job |annual |base |total )?(?:base|salary|pay|comp\w*|wage|package|income|"
            r"tc|stipend|earnings|pay ?check|wages|rate|remuneration|day rate|check|deal)\b(?! (?:model|limit|of))",
            r"\bI(?:'m| am|'ve been| was)? (?:currently|presently|now|already)"
            r" (?:earn(?:ing)?|paid|well paid|(?:on|mak(?:e|ing)|get(?:ting)?|receiv\w+) (?:more|less|about|above|well|over|close|roughly))\b(?! (?:trust|use|progress|a degree|my degree))",
            r"\bmy (?:\w+ )?(?:base|salary|pay|wage|income|comp|compensation|package)\b[^.]{0,20}"
            r"\b(?:today|now|currently|these days|at present|is|was)\b[^.]{0,20}\d",
            r"\b(?:at|from|by|with) my (?:current|present|last|previous|old) (?:employer|job|"
            r"company)\b[^.]{0,200}\b(?:paid|pay|pays|earn|earned|salary)\b",
            r"\bmy (?:stipend|salary|pay|wage|income)s?\b[^.]{0,200}\b(?:was|is|were|used to be)\b",
            r"\bI (?:had|have|was given|got) an? (?:\w+ )?(?:package|base|salary|income|comp|"
            r"compensation|wage|tc)\b(?! (?:model|class|case|line|image|station))",
            r"\bmy (?:W-?2|pay ?stub|pay ?slip|tax return|1099)\b",
            rf"\b{_PAY} (?:cut|rise|bump|raise|increase|jump|drop|step)\b[^.]{{0,25}}\b(?:what I|my|to me|for me|now|today)\b",
            rf"\b(?:cut|step down|drop|loss|raise|rise) in {_PAY}\b",
            r"\b(?:than|from|over|of|on|match(?:es)?|beat(?:s)?|below|above) what I(?:'m| am|'ve| have)?(?: currently| already| now)? (?:mak(?:e|ing)|earn(?:ing|ed)?|paid|get(?: paid)?|on|made|bring in|take home)\b",
            r"\b(?:less|more|lower|higher) than I(?:'m| am)?(?: currently| already| now)? (?:make|earn|earning|paid|making|get|got|made|earned) (?:now|today|at|currently|there|in|last)\b",
            r"\b(?:job|role|position|internship|employer|company|place|gig) that (?:paid|pays)\b(?! (?:attention|off))",
            r"\b(?:right now|today|at present|at the moment|these days),? (?:my|I(?:'m| am)? (?:mak|earn|paid|on \d))\w*[^.]{0,20}\b(?:total|base|pay|salary|comp|ing|\d)",
            r"\b(?:lower|less|smaller|higher|more|bigger|larger|better|worse) (?:salary|pay|money|income|wages?|base|package|compensation|stipend)?\s?than (?:I (?:have|get|had|got|earn|make)\b|my (?:own|job|lab|fellowship|postdoc|phd|stipend)|(?:now|today|at present)\b)",
            r"\b(?:compensat(?:es?|ing|ed)|remunerat(?:es?|ing|ed)) me\b|\b(?:company|firm|place|job|lab|employer|team) I(?:'m| am| was)? (?:leaving|left|at now|with now)\b[^.]{0,40}\b(?:pay|pays|paid|compensat\w+|base|bonus|salary|\d)",
            r"\b(?:what|than|below|above|under|over|match|matches) (?:what )?my (?:present|current|last|previous|old|former) (?:employer|job|company|boss|firm|lab|team)\b[^.]{0,20}\b(?:gives?|pays?|offers?|paid|gave)\b",
            r"\b(?:where|while|since) I (?:currently |now )?(?:work|am employed)\b[^.]{0,25}\b(?:pay|give|offer|get|make|earn)\w*\b[^.]{0,15}\d|\bmy (?:fellowship|scholarship|assistantship|postdoc|contract|consulting|gig)\b[^.]{0,20}\b(?:pays?|paid|brings?|brought|came with|was)\b[^.]{0,12}\d|\bused to (?:earn|mak|gett|tak)ing\b",
            r"\bmy (?:current|present|last|previous|prior|former|old|existing) (?:gig|role|position|post|place|employer|startup|lab|team|firm|bank|fellowship)\b[^.]{0,20}\b(?:pays?|paid|comes? with|came with|gives?|gave|is at|was at)\b[^.]{0,15}\d",
        ),
        (
            r"\bI(?:'m| am|'ve been| was)? (?:currently|presently|now|already) (?:mak(?:e|ing)|get(?:ting)?|on|receiv\w+)\b",
            r"\bI(?:'m| am) (?:making|earning|being paid|paid|on)\b",
            r"\bI(?:'m| am|'ve been| have been)? (?:made|make|making|earn(?:ed|ing)?|paid|was paid|"
            r"got paid|used to (?:make|earn)|t(?:ake|ook) home|(?:bring|brought|pull(?:ed)?|t(?:ake|ook))"
            r" in|bring home|brought home|clear(?:ed)?|gross(?:ed)?|net(?:ted)?|(?:was|am) (?:on|at))\b",
            r"\bI (?:had|have|was given|got) an? total\b",
            r"\b(?:paid|pays|paying|gave|gives) me\b",
            r"\bI(?:'m| am) coming (?:from|off)\b|\bI left\b",
        ),
    ),
    Saying(
        "walk-away",
        "it tells them that they need not move",
        (
            r"\bwalk-?\s?away (?:number|point|price|figure|salary|base|is|at)\b",
            r"\bmy walk-?\s?away\b(?! (?:model|detection|analysis|rate))",
            r"\b(?:lowest|minimum|least|floor)\b[^.]{0,25}\bI(?:'d| would| can| could| will)?"
            r" (?:go|accept|take|consider|need|want)\b",
            r"\b(?:my|the) (?:bottom line|reservation price|minimum|floor) (?:is|would)\b",
            r"\bI (?:can|could|would|will|'d|am able to)? ?live with\b",
            r"\b(?:join|sign|accept|settle|come|take (?:it|the (?:job|offer)))\b[^.]{0,30}"
            r"\b(?:anyway|regardless|either way|no matter|in any case|as is|as it is|"
            r"as it stands|even so)\b",
            r"\b(?:regardless|either way|no matter what|in any case)\b[^.]{0,30}"
            r"\b(?:join|sign|accept)",
            r"\b(?:accept|take|join|sign|settle)[^.]{0,15}\b(?:the )?(?:original|first|current)"
            r" offer\b",
            r"\b(?:in any event|come what may|whatever happens|no matter what|worst case)\b"
            r"(?=[^.]{0,40}\b(?:I|we)\b)|\b(?:I|we)\b[^.]{0,40}\b(?:in any event|come what may|whatever happens|no matter what)\b",
            r"\bI(?:'ll| will| would|'d) still (?:come|join|sign|accept|take)\b",
            r"\baccept(?:ing)? (?:what|whatever|anything|the offer as)\b",
            r"\bas long as\b[^.]{0,30}\b(?:above|over|at least|more than|north of)\b[^.]{0,200}\d",
            r"\beven if (?:the answer is|you say|it is|it's) no\b|\bsettle for\b",
            r"\b(?:sign|accept|take) (?:whatever|anything)\b",
            r"\b(?:can(?:not|'t)|could not|couldn't) go (?:any )?(?:lower|below|under|down)\b",
            r"\b(?:join|come|sign)(?:ing)? (?:for|at|with|on) (?:the )?(?:current|present|original|"
            r"initial|existing|same|first)\b",
            r"\bwhatever (?:you (?:offer|decide|say|come|give|can|pay|propose|send|choose|end|have|think|put|want to (?:pay|offer|give))|"
            r"the (?:answer|outcome|result|number))|\btruth be told\b|\bto be honest,? I(?:'d| would)\b",
            r"\banything (?:above|over|north of|from|past|around) \S+(?: or so)? (?:works|is fine|would do|will do|and I|gets me|wins|is good|is enough)",
            r"\bI(?:'ll| will| would|'d) (?:still )?(?:join|be joining|be happy to join)"
            r"[^.]{0,20}\b(?:for less|without (?:it|a raise)|regardless)\b",
            r"\b(?:you(?:'re| are)|this is|yours is) (?:my|the) (?:only|last|sole|one) (?:real )?(?:option|offer|choice|hope|chance|one left)\b",
            r"\b(?:no|not have any|don't have any|haven't any|without any|nothing|nowhere|without) (?:other |else |better )+"
            r"(?:offers?|options?|choices?|jobs?|prospects?|alternatives?|lined up|to go|on the table)\b|\bno (?:alternatives?|backup|fall-?back|plan b)\b",
            r"\b(?:rely|relying|counting|count|pin\w*) (?:all )?(?:my hopes )?on you\b(?! (?:to|for|being))|\ball my eggs\b|\bnobody else (?:wants|will have|would hire)\b",
            r"\bI(?:'d| would|'ll| will| could) (?:even |gladly |happily )?(?:work|do it|join|come|take it|do this) for (?:free|nothing|less|anything|half|peanuts)\b",
            r"\bmoney (?:is not|isn't|does not|doesn't) (?:\w+ )?(?:the|important|matter|an issue|why)\b|\bdo(?:n't| not) (?:really )?care (?:about|how much)[^.]{0,15}\b(?:money|pay|salary|number)\b",
            r"\b(?:fine|happy|okay|ok|content|good) (?:with (?:it|the offer|what you offered) )?(?:either way|as it is|as is)\b",
            r"\b(?:bluff\w*|just trying my luck|worth a (?:try|shot)|no harm in asking)\b",
            r"\b(?:thrilled|happy|delighted|glad|grateful|fine|content) (?:with|about|at|for|to get) (?:even |any|a (?:small|little|tiny|modest) )(?:\w+ )?(?:bump|more|raise|increase|improvement|movement|change|thing)?\b(?! (?:team|project|role|questions?|feedback))",
            r"\beven (?:a (?:small|little|tiny|few|modest|couple)|half|five|two|three|ten|one|\$?\d)[^.]{0,25}\b(?:would|will|is enough|helps?|do it|does it)\b",
            r"\b(?:going to|will|'ll|would|'d|likely|probably) (?:probably |likely |still |surely |end up )?(?:say(?:ing)? yes|com(?:e|ing) around|cave|give in|back down|fold)\b",
            r"\b(?:this|that|yours|it) is all I(?:'ve| have)? (?:got|have|found)\b|\ball I(?:'ve| have)? (?:got|have|found)\b(?= ?[.,!]|$)|\b(?:searching|looking|on the market|interviewing|applying|hunting) for (?:\w+ )?(?:months|a year|years|weeks)\b(?! of)",
            r"\bmeet (?:you )?(?:in the middle|halfway|half way)\b|\bsplit the difference\b|\b(?:room to|could|can|would|willing to) come down\b|\b(?:aiming|asking|starting) high\b|\bopening (?:number|bid|ask)\b",
            r"\bif push comes to shove\b|\b(?:told|given notice to|gave notice to) my (?:landlord|boss|manager|employer|roommates?)\b|\b(?:it|this) is (?:this|you|that) or\b|\bcan(?:'t|not) (?:imagine|picture|see myself) (?:saying no|turning|declin)\b|\b(?:already|just) (?:signed a lease|booked (?:my|the) (?:flight|movers))\b|(?<![\w.,-])\$?(?:9\d|[1-4]\d\d)(?:k|,000)? (?:will|would|is|'d) (?:do|(?:be )?(?:just |perfectly |also |still )?(?:enough|plenty|fine|ok|okay|acceptable|sufficient|alright|all right))\b(?! (?:to (?:train|cover|run|fit)|for (?:the|a|our|training)))",
            r"\b(?:sign|accept|join|come|take (?:it|the (?:job|offer))|say yes|do it)\b[^.]{0,12}\beven (?:at|for|with|on) (?:\W?\d{2,}|the|your|less|that|this|half|much)(?! ?(?:am|pm|weekends?|nights?))",
            r"\b(?:already|as good as|pretty much|basically) (?:decided|determined|set on|made up my mind|resolved) (?:to|on|that)\b|\bmade up my mind to (?:join|come|sign|accept|take)\b"
            r"|\bdecided to (?:join|come|sign|accept)\b(?! (?:the (?:lab|program|club|group)|a ))|\b(?:just |merely |only |as )a formality\b",
            r"\b(?:you(?:'re| are)|this is|yours is|it is|it's) (?:my|the) (?:last|only|final|sole) (?:\w+ )?(?:process|interview|lead|application|conversation)\b|\bdepend(?:ing)? on (?:this (?:one|offer|job)|you(?! (?:to|for)))",
            r"\bI(?:'ll| will| would|'d) (?:still |also |even )+(?:be (?:there|joining|coming|in|signing|on board|keen|happy)|show up|start|say yes|want (?:the job|to join))\b",
            r"\b(?:don't|do not|didn't|did not) (?:really )?expect (?:you to (?:agree|say|move|go|accept|change|meet|match|do)|a yes|(?:this|it) to (?:work|happen))\b|\b(?:thought|figured) I(?:'d| would| should| might)? ?(?:try|ask|give it a (?:try|go|shot))(?= ?(?:[.,!]|anyway|$))",
            r"\b(?:no|not any|isn't any|never any) (?:other |better )?(?:place|company|job|team|employer|firm|lab|one)s?(?: else)? (?:I (?:could|can|would)|that (?:would|will|wants?)|to (?:go|turn|join))\b",
            r"\beven (?:at|for|on|with|under) (?:the|your|these|those) (?:present|current|same|original|existing|initial|old|offered)\b|\b(?:get|have|has|got) my (?:signature|yes|word)\b",
            r"\bdraw the line at \W?\d|\d\S* is where I(?:'d| would)? draw the line|\b(?:my|the) (?:limit|cut-?off|threshold|lowest) (?:is|would be|lies|sits)\b(?! (?:of the (?:model|sensor|system)))|\bmy (?:floor|minimum|bottom line|limit)\b[^.]{0,12}\d|\ball the way (?:down|back) to (?:the |your |\W?\d)?(?:\d|original|first|current|present|offered|initial|number|figure|base|paper)|\bflexible (?:down )?to (?:the|your|\$?\d)",
            r"\bno matter (?:how|what|who|which|whether)\b(?=[^.]{0,60}\b(?:turns out|goes|ends|answer|decide|number|offer|pay)\b)|\b(?:set|bent|sold|fixed) on (?:joining|coming|working (?:for|with) you|this (?:job|role|team|company))\b",
            r"\b(?:small|tiny|token|modest|little|symbolic|slight|minor) (?:gesture|change|improvement|something|concession|move|step|sign)\b[^.]{0,40}\b(?:enough|sign|do|join|accept|happy|yes)\b",
            r"\b(?:can(?:not|'t)|could not|couldn't) (?:really )?afford to (?:lose|miss|let)\b|\bI(?:'m| am|'ll be| will be|'d be) still (?:in|interested|coming|yours|on board|joining)\b|\b(?:anything|something|whatever) (?:extra|more|on top|else)\b[^.]{0,15}\b(?:bonus|gift|welcome|nice|great|enough|plus)\b",
            r"\b(?:nobody|no one|none) (?:else )?(?:has |have )?(?:replied|answered|called back|written back|got back|offered|made an offer|wants me)\b",
            r"\b(?:come|join|sign|work) for the (?:number|figure|amount|base|salary) (?:on|in|of) (?:the|your) (?:paper|letter|offer)\b|\byou hold (?:all )?the cards\b|\b(?:you have|with you is) (?:all )?the (?:leverage|upper hand)\b",
            r"\b(?:stopped|quit|given up|ended|paused|finished|done) (?:looking|searching|interviewing|applying|my (?:job )?search)\b(?= ?(?:[.,!]|$|anywhere|elsewhere|around|for (?:a |other |new )?(?:jobs?|work|roles?|offers?|positions?)))|\b(?:which|what)ever way\b[^.]{0,30}\b(?:sign|join|accept|come|there)\b",
            r"\bI\b(?=[^.]{0,80}\b(?:terms|number|figure|base|salary|package|amount|money|paper|offer(?! letter))\b)[^.]{0,60}\b(?:(?:okay|ok|fine|content|at peace|comfortable) with|live with|whatever the|regardless|anyway|all there is|either way)\b(?! (?:vesting|cliff|start))",
            r"\b\d\d+k?\b[^.]{0,12}\bso be it\b|\b(?:money|pay|salary|terms|numbers?) (?:aside|or not|or no)\b|\bwhatever the (?:terms|number|pay|salary|money|figure|outcome|base|offer)\b|\bheart is set\b",
            r"\b(?:nothing|anything|not much|little) else (?:is )?(?:going on|lined up|in sight|on the table|to fall back on|in the works|pending)\b",
            r"\b(?:take|accept|do|go with) (?:it|this|the (?:job|offer|role)) (?:at|for) \W?\d{2,}",
        ),
        (
            r"\bI(?:'d| would| could| can)(?: also| happily| gladly)? (?:be (?:ok(?:ay)?|fine|happy|good|"
            r"content|satisfied) with|take|accept|go (?:with|down to|as low as)|do|live on)\b",
        ),
    ),
    Saying(
        "rival",
        "an offer that is not on file cannot be cited; name its file, or leave it out",
        (
            r"\b(?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)? (?:pays|would pay|starts (?:people |me )?at) \W?\d{2,3}(?:k|,000)?\b(?! ?(?:%|percent|days|people))",
            r"(?<!no )(?<!any )\b(?:other|another|competing|rival|second|several|multiple|many|two|three|four|"
            r"better|higher|counter-?)\b[^.]{0,25}\boffers\b",
            r"\b(?:a|another|one|my|the|an)\s(?:other |competing |rival |second |better |"
            r"higher |outside |different )+offer\b(?! to (?:speak|present|teach|help|review|talk|mentor|publish|study))",
            rf"\b(?:other|another|different|competing|two|three|four|five|several|few|couple of) (?:other )?(?:big |large )?{_EMPLOYER}\b[^.]{{0,40}}\b(?:offer\w*|"
            r"came in|pays?(?! attention)|gave me|bid|matched|would pay|(?:sent|made|extended|signed|courted|courting|approached|called) me|want(?:s|ed)? me|"
            r"(?:sent|made|extended) (?:me )?(?:a |an |their |written |signed )*(?:offer|contract|letter|number|package)s?)\b",
            r"\boffers? (?:(?!came|comes|come|is|was|are|were|ends)\w+ )?(?:from|by|at|with|in hand)\b(?! (?:you|your|us|this|the team|"
            r"the offer|what|each|all|its|their|confidence|pleasure))(?= (?:a |an |another |two |three |several |other |both |(?-i:[A-Z])))",
            r"\b(?:your|a) (?:rival|competitor)s?\b[^.]{0,15}\b(?:pays?|offer\w*|gives?|bid)",
            r"\b(?:others|somebody else|someone else|elsewhere)\b[^.]{0,20}\boffer",
            r"\boffer\w*\b[^.]{0,20}\belsewhere\b",
            r"\b(?:another|an?other|a different|a second|a rival|one) (?:company|firm|employer|place|"
            r"team|startup|lab)\b[^.]{0,15}\b(?:has|have|had|wants|put|would have) me\b",
            r"\b(?:competitor|rival)s?\b[^.]{0,25}\b(?:came in|package|number|base|wants? me|called|wrote|deal|reached out)\b|\b(?:sweeter|better|richer|bigger|fatter) (?:deal|offer)\b(?! (?:for|to) (?:you|your))",
            r"\b(?:of )?your competitors?\b|\b(?:a|another|one) (?:second|other|different|bigger|larger)? ?"
            r"(?:company|firm|employer|startup|lab)\b[^.]{0,40}\b(?:pays|moves|wants|faster|better|more money)\b",
            r"\b(?:opportunit(?:y|ies)|alternatives|processes|interviews)\b[^.]{0,30}\b(?:generous|pay|"
            r"higher|better|lucrative)\b|\bentertaining\b[^.]{0,20}\b(?:offers?|opportunit)",
            r"\b(?:told|promised|assured|wrote) me (?:that )?they(?:'d| would|'ll| will| can) (?:beat|match|pay|top|"
            r"outbid|offer|double)\b",
            r"\b(?:somebody|someone) else (?:put|has|offered|would)\b",
            r"\b(?:fight(?:ing)?|bid(?:ding)?|compet(?:e|ing)|battl(?:e|ing)|scrambling|racing) (?:over|for|to (?:get|hire|sign|win|have)) me\b|"
            r"\bbidding war\b|\b(?:chasing|courting|pursuing|poaching|after) me\b",
            r"\bhas me (?:at|on|down for)\b|\bin (?:final|late) (?:rounds?|stages?) (?:with|at)\b",
            r"(?<!\byou )\b(?:would|will|'d|'ll|could|can|(?:is|are|was) (?:prepared|willing|ready|happy|going) to) (?:\w+ )?(?:pay|offer|give|guarantee) me (?:\w+ ){0,2}"
            r"(?:double|twice|triple|half again|more (?:money|pay|cash|than you)|higher|better (?:pay|money|base|salary|terms)|that much|the same)\b",
            r"(?<!\byou )(?<!\byou are )(?<!\byou're )\b(?:prepared|willing|ready|happy|set|eager|offering|offered|promised) to (?:beat|match|top|outbid|double|exceed)\b(?= (?:whatever|any|your|you|this|that|it|the (?:offer|number|base)))",
            r"\b(?:stronger|better|bigger|richer|larger|sweeter|higher|fatter|rival|competing|similar|comparable|second) (?:\w+ )?(?:package|deal|contract|number|terms|bid|base|salary|figure)s?"
            r" (?:from|at|elsewhere|waiting|in hand|in my (?:inbox|pocket)|on (?:the|my) (?:table|desk))\b",
            r"\b(?:signed|written|formal|firm|official) (?:contracts?|term sheets?|packages?) (?:from|at|in hand|waiting)\b",
            r"\b(?:plenty|lots|dozens|a number|no shortage|a lot) of (?:other )?(?:interest from|(?:companies|firms|labs|recruiters|offers|employers) (?:want|are|keep|who want|call))",
            r"\b(?:already |just )?(?:turned|turning) down (?:a |an |another |two |several |higher |better )+(?:offers?|packages?|jobs?)\b",
            r"(?<!\byou )(?<!\bteam )\b(?:wants|want|has asked|have asked|asked|needs) me to (?:start|join|come|sign|move)\b",
            r"\b(?:weigh(?:ing)?|compar(?:e|ing)|hold(?:ing)?|set(?:ting)?) (?:this|yours?|it|you|the offer|your offer) (?:up )?against\b(?! (?:the (?:posting|range|post)|what))",
            r"\b(?:two|three|four|several|these|other|more|my) (?:signed|written|open|pending|firm|formal) (?:letters?|contracts?|packages?)\b",
            r"\bmy (?:other|second|next[- ]best|back-?up|best) (?:option|choice|alternative|company|employer)s?\b|\bother (?:suitors?|bidders?|takers?)\b",
            r"\b(?:competition|competitors?|others|rest of the (?:field|market)) (?:has|have|is|are|will|would)? ?(?:already )?(?:blown|beat\w*|topped?|outbid|exceeded?|gone (?:past|higher)|mov(?:ed|ing)|far (?:ahead|above))\b",
            r"\b(?:founders?|recruiters?|ceo|director|manager|people|vp)\b[^.]{0,25}\b(?:bigger|higher|better|larger|stronger|richer) (?:number|offer|package|base|salary|deal|figure)\b",
            r"\b(?:rang|phoned|called|emailed|wrote|came back)\b(?: to)?(?: me)?[^.]{0,30}\b(?:bigger|higher|better|larger|stronger|richer) (?:number|offer|package|base|salary|deal|figure)\b",
            r"\b(?:throwing|threw|thrown) in (?:a|an|my|the|\$)",
            r"\b(?:drawing|drawn|draw|writing|putting) up (?:papers|a contract|an offer|terms|paperwork)\b|\binbox is (?:full|flooded)\b|\brecruiters who\b|\b(?:package|offer|base|number)s? (?:makes?|made) (?:this|yours)\b|\b(?:asked|told|begged|urged) me not to sign\b|\btold the (?:other|others)\b[^.]{0,20}\bno\b",
            r"\b(?-i:[A-Z][\w&.-]+)(?:'s) (?:\w+ )?(?:package|number|terms|base|contract|bid|figure|compensation|pay|salary|deal|band)s?\b(?= (?:is|are|was|were|beats?|comes?|came|looks?|tops?|starts?|sits?|stands?|has|runs?)\b)(?<!Your package)",
            r"\b(?:one|some|two|both|they|several|others) (?:of them )?(?:has|have) (?:already )?(?:put (?:it|that|this|a number) in writing|made it official|sent (?:me )?(?:the )?(?:papers|paperwork|terms|numbers))\b",
            r"\b(?:sent|send|sending|e-?mailed|mailed) (?:me )?(?:over )?(?:their|its|a signed|a written) (?:contract|offer|package|terms|letter|paperwork|numbers)\b",
            r"\b(?:turned|turning) down (?-i:[A-Z])|\b(?:declined|rejected|refused|said no to) (?-i:[A-Z])[\w&.-]+(?: (?:and|or) (?-i:[A-Z])[\w&.-]+)?(?= (?:for|to|because|so|in|already|last)\b|[.,])",
            rf"\b(?:other|similar|competing|comparable|some) {_EMPLOYER} (?:value|rate|reward|pay|price|compensate|treat|start)\w*\b[^.]{{0,40}}\b(?:more|higher|better|far|well|above|over)\b",
            r"\b(?:second|another|other|different) (?:signed |written )?(?:letter|contract)\b[^.]{0,30}\b(?:desk|table|inbox|bigger|higher|better|larger|richer|sign-?on|base)\b",
            rf"\b(?:other|some|most|rival) {_EMPLOYER}\b[^.]{{0,25}}\b(?:generous|generosity|better treatment|a better|shown more|been more|go higher|value me)\b",
            r"\b(?-i:[A-Z][\w&.-]+) (?:wants|wanted|would (?:hire|take|have)|is after|is chasing) me\b[^.]{0,30}\b(?:for|with|at|more|money|base|\d)",
            r"\b(?:approached|courted|contacted|recruited|poached|headhunted) by (?-i:[A-Z])[^.]{0,40}\b(?:offer|package|pay|salary|base|money|generous|deal|\d+k)\b",
            rf"\b(?:one more|another|a second|a third|some other|yet another) {_EMPLOYER}\b[^.]{{0,25}}\b(?:forward|money|cash|\d|interested|after me|table)\b",
            rf"\b(?:a|an|one|some) (?:[\w-]+ ){{0,2}}{_EMPLOYER} (?:\w+ )?(?:offered|is offering|are offering|pays|would pay|promised) me\b|\bboth (?:want|wanted|made|gave|sent|offered|pay|would pay) (?:to hire )?(?:me|offers)\b",
        ),
    ),
    Saying(
        "confidential",
        "what somebody should not have told you cannot carry a letter",
        (
            r"\b(?:he|she|they|person|manager|engineer|scientist|colleague|friend|who\w*|(?-i:[A-Z])\w+) (?:[^.,]{0,25} )?(?:makes|earns|is paid|is making|is on)(?: about| around| over)? \W?\d{2,3}(?:k|,000)?\b(?! ?(?:%|percent|calls|requests|users|points|rows|images|ms|tokens|models|teams?))",
            # What colleagues are paid, whoever told it.
            r"\b(?:everyone|everybody|others?|people|engineers|scientists|colleagues|someone|somebody|hires|peers)(?: \w+)? (?:at|on|in|from) (?:your|the) (?:company|team|firm|office|lab|group|floor)\b[^.]{0,20}\b(?:(?:makes?|earns?|gets?|got|started)\b(?: (?:at|on|on average|about|around))? (?:\W?\d|(?:much |far |a lot )?(?:more|less|higher) than (?:this|that|me|the|what|your|my))|(?:are|is|were|get|gets|got|being) paid\b)",
            r"\b(?:friend|employee|insider|someone|somebody|acquaintance|relative|uncle|aunt|connection|contact|colleague|engineer|roommate|housemate|"
            r"classmate|buddy|cousin|brother|sister|neighbou?r|alum\w*|teammate|source|recruiter|interviewer|intern)s?\b[^.]{0,45}"
            r"\b(?:show(?:ed|n)|told|shared|leaked|gave|sent|confided|let me see)\b"
            r"[^.]{0,40}\b(?:bands?|range|pay|pays|salary|salaries|slip|pay ?slips?|pay ?stubs?|makes?|earns?|paid|"
            r"offer letter|compensation|spreadsheet|grid|scale|budget|table of pay|start new|starts? (?:new |at|people))\b(?! (?:attention|per|gap|equity model))",
            r"\b(?:friend|employee|insider|contact|colleague|engineer|teammate|roommate|classmate)\b[^.]{0,40}\b(?:got|offer|number)\b[^.]{0,25}\d",
            r"\b(?:insider (?:info\w*|knowledge|tip|source)|insider\b(?! (?:threat|trading))|let slip|off the record|between you and me|grapevine|rumou?r (?:has|says)|rumou?rs? (?:that|about))\b|\bhear(?:d)? "
            r"(?:it )?from (?:someone|a friend|people|somebody) (?:on|at|in|inside)\b",
            r"\b(?:internal|leaked|confidential|private) (?:\w+ ){0,2}(?:spreadsheet|sheet|deck|memo|bands?|ranges?|salar(?:y|ies)|numbers)\b"
            r"|\b(?:leaked|confidential) (?:\w+ )?(?:document|doc|e-?mail|wiki|data)\b|\binternal (?:pay|comp|salary|compensation) (?:\w+ )?(?:document|doc|e-?mail|wiki|tool|data)\b",
            r"\b(?:saw|seen|found|looked at|read|peeked at|glanced at|opened|downloaded|had access to)\b[^.]{0,30}\b(?:pay|comp|salary|compensation) "
            r"(?:spreadsheet|sheet|bands?|file|wiki|letter)\b",
            r"\bin (?:strict )?confidence,?\b(?=[^.]{0,60}\b(?:pay|pays|paid|start|salary|offer|band|range|\$|\d))|\b(?:her|his|their|another candidate's) (?:compensation|offer|pay|salary) (?:letter|slip|stub|package|details)\b",
            r"\b(?:not|never|n't) (?:have )?(?:supposed|meant|allowed) to (?:know|see|share|tell|say|have)\b|\bshould(?:n't| not) (?:know|be telling|have (?:seen|told|shared|known))\b",
            r"\bI (?:also )?know (?:exactly |very well |for a fact )?(?:what|how much|that)\b[^.]{0,50}\b(?:earns?|makes|(?:you|they|others|people|\w+s) make|(?:are|is|was|were|gets?|got) paid|(?:pay|paid) (?:others|other|your|them|him|her|people|men|women))\b",
            r"\b(?:came across|got hold of|stumbled (?:up)?on|happened to see|was shown|got a look at|let me (?:look|see|read))\b[^.]{0,40}\b(?:pay|salary|salaries|grades?|bands?|level\w* (?:doc\w*|guide|grid)|compensation|offer letters?|what (?:she|he|they|others?) (?:signed|got|get|make|earn|was|were))\b",
            r"\b(?:your|the) (?:pay|salary|compensation) (?:grades?|grid|tables?|scales?)\b",
            r"\b(?:manager|friend|colleague|mentor|classmate|contact|advisor|insider)\b[^.]{0,40}\b(?:now|works?|is|are|who) (?:\w+ )?(?:with|for|at|inside) (?:you|your)\b[^.]{0,30}\b(?:says?|said|tells?|told|thinks?|mentioned|knows)\b",
            r"\b(?:as|like) (?:one|some|several|two) of (?:them|your \w+) (?:told|said|mentioned|showed)\b|\bone of (?:your|the) (?:new |recent |current |other )*(?:hires|interns|engineers|employees|people)\b[^.]{0,25}\b(?:told|showed|let|sent|shared|said)\b(?= me)?",
            r"\blittle bird\b|\bsources? (?:on the inside|inside|close to|within)\b|\b(?:seen|saw|know|knows|learned|found out) (?:the |what (?:the )?)?(?:pay|salary|offer|package) of (?:the|my|a|an|your)\b|\byou have (?:the )?budget\b|\b(?:fellow|other) (?:graduate|candidate|student|finalist|hire)(?:'s|s)?\b[^.]{0,25}\b(?:says|offer|pay|got|letter)\b|\boffer letter of\b",
            r"\b(?:saw|seen|read|found|have|got|looked at|shown)\b[^.]{0,15}\b(?:an?|your|the|some|one of your) (?:internal|confidential|private|leaked|non-?public) (?:\w+ )?(?:documents?|docs?|files?|slides?|notes?|e-?mails?|pages?|tools?|system|dashboard|wiki|chat|thread)\b(?=[^.]{0,60}\b(?:bands?|pay|paid|salar\w+|ranges?|budget|comp\w*|grades?|raises?|offers?)\b)",
            r"(?<!\bmy )\b(?:former|ex-?|past|current|old|present) ?(?:interns?|employees?|engineers?|hires?|members?|colleagues?|workers?|staff|recruiters?)\b[^.]{0,25}\b(?:told|showed|said|says|shared|confided|let me|mentioned|revealed)\b(?! me (?:how|about|why|that) (?:the|your|you|I|it|they|much I)\b(?! (?:pay|are paid|earn|get)))",
            r"\b(?:know|knows|hear|heard|learned|told|tip) (?:it )?(?:from|by) (?:the )?(?:inside|within)\b",
            r"\b(?:slipped|leaked|passed|forwarded|handed) me\b[^.]{0,20}\b(?:bands?|ranges?|pay|salar\w+|numbers|grid|sheet|offers?)\b|\bI (?:happen to |also |do )*know what (?:(?-i:[A-Z])\w+|he|she|they|others|everyone|people|your \w+) (?:earns?|makes?|gets?|is paid|are paid|get paid)\b",
        ),
    ),
    Saying(
        "acceptance",
        "it can bind you before the terms are agreed",
        (
            r"\bI(?: hereby| gladly| happily|'m happy to| am happy to|'d be happy to| would be"
            rf" happy to| am glad to|'ll|'d| will| would)? accept(?:ed)?\b(?=[\s,]*(?:(?:the|your|this|these) (?:\w+ ){{0,3}}{_PAPER}\b|"
            r"it\b|and\b|on\b|with\b|$|[.!]))",
            r"\b(?:my|formal|as an?) acceptance\b(?! (?:test|criteri|rate))|\baccepting (?:the|your|this) (?:offer|position|"
            r"job|role|terms)\b",
            r"\bgot yourself an?\b|\b(?:treat|take|read|see) this as (?:a yes|my yes|an? acceptance|accepted)\b|"
            r"\bit'?s a yes\b|\bthat'?s a yes\b|\byes from me\b|\bsee you on (?:my )?(?:first day|day one|monday)\b",
            r"\bI(?:'m| am) (?:joining|signing|coming aboard|on board)\b(?= ?(?:$|[.,!;]| (?:you\b|your\b|the (?:team|company|firm)\b|on (?!call)|in\b|as\b|at\b|next\b|with\b|for\b|this\b|(?-i:[A-Z]))))",
            r"\bcount me in\b|\bsign me up\b|\b(?:we|you) have a deal\b|\bit'?s a deal\b|\bI'?m in\b(?=[.!])",
            r"\b(?:say|saying|said) yes to (?:the|your|this) offer\b",
            r"\bconsider (?:it|this|me)\b[^.]{0,15}\b(?:accepted|done|signed|settled|yours|hired|on board|aboard|"
            r"acceptance|part of)\b|\bconsider me in\b",
            r"\bwhere do I sign\b|\bsend (?:\w+ ){0,3}(?:contract|paperwork|documents|papers)\b[^.]{0,30}\bsign\b|\bI(?:'m| am) (?:all yours|yours|sold|signed up|going to (?:sign|join|accept))\b",
            r"\bmake (?:it|this) official\b|\b(?:as|is) my (?:signature|signed|word|yes|commitment)\b|\bI (?:will )?(?:start|begin) (?:on|the) (?:the )?(?:\d|monday|first of)\b|\byou(?:'ve| have) (?:got )?(?:a new|yourself|your new) (?:\w+ )?(?:engineer|hire|colleague|teammate)\b|\b(?:handing|handed|giving|gave|given) (?:in )?my notice\b|\bwhen do I start\b|\bconsider the (?:position|role|job|seat|search) (?:filled|taken|closed|mine)\b",
            r"\byou have your (?:new )?(?:\w+ )?(?:engineer|scientist|hire|researcher|person)\b|\bI will be there (?:in|on) (?:january|february|march|april|may|june|july|august|september|october|november|december|day one|monday)\b",
            r"\bI(?:'ll| will|'m| am) (?:be |definitely |certainly |surely )*(?:joining|coming to work|coming aboard|starting) (?:you\b|your|the (?:team|company)|with you|at (?-i:[A-Z])|on (?:the )?(?:\d|monday)|in (?:january|february|march|april|may|june|july|august|september|october|november|december))",
            r"\bconfirm(?:ing|ed)? (?:that )?(?:I(?:'ll| will|'m| am) (?:\w+ )?(?:join|sign|start|tak|com|accept)\w*|my (?:acceptance|start|decision to join))",
            r"\b(?:tell|let) (?:the team|everyone|everybody|them|your team|hr|wei|the others|people)(?: know)? (?:that )?(?:I(?:'m| am|'ll be| will be)|to expect me)\b[^.]{0,15}\b(?:coming|joining|in|starting|on board|yours|me)\b",
            r"\bI (?:hereby|gladly|happily|herewith|formally) (?:take|accept|confirm|agree|sign)\b|\bconfirm (?:that )?I (?:take|accept|join|sign|start)\b|\bI (?:take|am taking|will take|'ll take) the (?:job|position|role|offer)\b(?! (?:of|as seriously|seriously))",
            r"\b(?:thrilled|excited|delighted|happy|pleased|glad|proud|honou?red|ready) to accept\b(?! (?:pull|feedback|input|that|any))|\b(?:sounds (?:good|great|perfect)|deal|perfect|great|okay|ok|yes|done)[,.!]? I(?:'ll| will) (?:sign|take|join)\b",
        ),
    ),
    Saying(
        "waiver",
        "it gives up rights before anybody asked; have each term read to you first",
        (
            r"\b(?:waiv(?:e|ing)|relinquish(?:ing)?|renounc(?:e|ing)|sign(?:ing)? away|release you from)\b[^.]{0,60}"
            r"\b(?:claims?|rights?|overtime|severance|benefits?|vacation|pto|leave|bonus|equity|insurance|notice|pay|clause|protections?|liability)\b",
            r"\b(?:give|giving) up (?:my|any|all|the)\b[^.]{0,25}\b(?:claims?|rights?|overtime|severance|protections?|vacation|pto)\b",
            r"\b(?:forgo|forego|skip|do without|not need|don't need|do not need)(?:ing)? (?:my |any |the |all )?(?:\w+ )?(?:overtime|severance|vacation|pto|health insurance|benefits|sick (?:days|leave)|notice period|time off)\b",
            r"\b(?:unpaid overtime|work (?:\w+ )?(?:unpaid|without pay|weekends for free|off the clock))\b",
            r"\b(?:never|not|won't) (?:to )?(?:sue|claim against|bring (?:a |any )?claims?)\b",
            r"\b(?:happy|glad|willing|ready|fine) (?:to (?:sign|agree to|accept)|with) (?:a|an|any|the|your) (?:\w+ )?(?:non-?compete|non-?solicit|arbitration|clawback)\b",
            r"\b(?:no need|(?:don't|do not|needn't|need not) (?:have to |need to )?) ?(?:to )?pay (?:me )?(?:for|overtime|extra|anything|the)\b|\bsign (?:whatever|any(?:thing)?|every(?:thing)?|all)\b|\bwithout (?:reading|looking at) (?:it|the|a)\b",
            r"\b(?:anything|everything|all|whatever) I (?:make|build|invent|write|own|have built|have made) (?:\w+ )?(?:belongs|is yours|are yours|can be yours)\b",
            r"\b(?:take|leave|drop|cut) (?:out )?(?:the|my) (?:health )?(?:insurance|severance|notice period|vacation|pto)\b(?= out| off| altogether| if|[.,!])",
        ),
    ),
    Saying(
        "placeholder",
        "it looks like a slot that was left unfilled",
        (
            r"\{\{|\}\}|\{%|%\}|\{[a-z_ ]{2,30}\}",
            r"\[(?:your|my|insert|add|fill|enter|put|the)\b[^\]\n]*\]",
            r"\[(?:previous|current|former|last|target|other|next|this) [\w ]+\]|\[(?:[\w ]+ )?(?:name|company|role|title|date|number|amount|field|reason|link|project|"
            r"product|position|team|city|achievement|skill|manager|recruiter|person|school|salary|base|percent|equity|employer|interviewer|day|deadline)(?: [\w ]+)?\]|\[[xyn]\]|\[\.{2,}\]",
            r"<(?:your |my |insert |the )?(?:name|company|role|title|date|number|amount|field|"
            r"reason|position|recruiter|manager|team|salary)>|<(?:insert|your|add|fill)[^<>\n]*>|<[a-z][\w ]*(?:name|company|role|title|date|number|amount|project|team|salary|position)[\w ]*>",
            r"\b(?:TODO|FIXME)\b(?=\s*[:\]]|\s*$)|\bTB[DC]\b|\bX{3,}\b|\bX{2,}(?=\s?(?:%|percent|k\b|thousand|dollars|,000|,XXX))|[$€£]\s?X+k?\b|\bX{1,3}k\b|_{3,}|\blorem ipsum\b",
        ),
    ),
)
