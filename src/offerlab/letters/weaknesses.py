"""What weakens a letter: a warning."""

from __future__ import annotations

from offerlab.letters.saying import Saying

_GROUPS = (
    r"(?:muslim|christian|jew|jewish|hindu|buddhist|catholic|sikh|woman|women|man|men|mother|father|mom|dad|parent|"
    r"immigrant|foreigner|refugee|veteran|black|asian|latin[ao]|hispanic|gay|lesbian|queer|trans|transgender|minority)"
)
_AGES = r"(?:twenty|thirty|forty|fifty|sixty|seventy)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?"

WEAKNESSES = (
    Saying(
        "source",
        "a recruiter does not accept such a source: cite the posting, or an offer in hand",
        (
            r"\b(?:levels\.?fyi|glassdoor|payscale|blind|salary\.com|indeed|h1b\w*|bls|oews|"
            r"bureau of labor|reddit|linkedin salary|comparably|repvue)\b",
            r"\b(?:chatgpt|claude|gemini|copilot|an ai|a chatbot)\b|\b(?:on|from) levels\b|\bsalary "
            r"(?:sites?|surveys?|calculators?|websites?)\b|\b(?:looked|checked) (?:it |this |that )?(?:up|online)\b",
            r"\baccording to\b|\bdata (?:from|shows?)\b|\b(?:people|folks|everyone) reports?\b|"
            r"\bmarket (?:rate|median|average|pays?|value)\b|\bmarket data (?:shows?|says?|suggests?|puts?|for|on)\b|"
            r"\bgoing rate\b|\b(?:everyone|everybody|anyone) knows\b",
        ),
    ),
    Saying(
        "threat",
        "a threat ends a negotiation; say what you hope for",
        (
            r"\b(?:or else|otherwise),? I\b",
            r"\b(?:if|unless) you (?:can(?:'t|not)?|could(?:n't)?|won't|will not|don't|do not|are not able|aren't able)?\b[^.]{0,40}\bI(?:'m| am|'ll| will|'d| would) (?:be )?(?:out|gone|done|walking|leaving|signing (?:with|elsewhere|there)|going (?:elsewhere|with|to)|taking (?:it|theirs|the other))\b",
            r"\bI(?:'ll| will) (?:walk(?! (?:you|through|into|in|over|to the))|tell everyone|complain|be forced)\b",
            r"\bI(?:'ll| will) (?:leave|post|report|share)\b(?=[^.]{0,25}\b(?:if|unless|this|you|over (?:this|it)|blind|glassdoor|reddit|linkedin|online|everyone)\b|[.,!])"
            r"(?! (?:the|a|notes) \w+ (?:better|to (?:wei|you)))",
            r"\bpost(?:ing)? about (?:it|this|you)\b|\bnot to apply\b|\byou(?:'ll| will)"
            r" (?:lose me|regret|be sorry)\b",
            r"\bif not,? I\b|\bgo with (?:your|a) competitor\b|\bhave to go with\b",
            r"\b(?:I'd|I would|we'd|we would) hate (?:for|to see|it if)\b|\bit would be a (?:shame|pity) if\b|\bword (?:gets|travels|spreads)\b",
            r"\b(?:story|post|thread|read|see|talk) (?:about (?:this|it|you) )?(?:on|in|over at) (?:hacker news|techcrunch|twitter|x|reddit|blind|the news|tiktok)\b",
            r"\b(?:the press|journalists?|reporters?|go(?:ing)? public|social media|glassdoor review|"
            r"bad review)\b",
            r"\bmake sure (?:\w+ ){0,2}(?:people|everyone|everybody|others|they) (?:know|hear|hears|knows)\b|"
            r"\bhow you treat\b|\bthink twice\b|\bthink (?:hard|carefully) before you\b",
            r"\b(?:will|might|may|would|should|could|going to) (?:\w+ )?(?:hear|learn|find out|be interested)\b[^.]{0,20}\b(?:how (?:you|little|this|badly|i was)|about (?:this|how|it))\b",
            r"\b(?:none|neither|both|all|each) of us\b[^.]{0,30}\b(?:sign|accept|take|join|settle|walk)\b|\bwe(?:'ve| have)? (?:all |both )?agreed (?:not to|that none|to hold)\b",
            r"\b(?:you(?:'ll| will| would| might) have (?:trouble|a hard time|a problem)|(?:remember|not forget) (?:this|how you))\b|\b(?:hurt|damage|ruin) your (?:reputation|brand|name|hiring|pipeline)\b",
            r"\b(?:don't|do not|won't|will not) want (?:to see|me to|that to|this to)\b|\bI (?:can|could|will|would|might) (?:easily )?make (?:this|it|things|life) (?:\w+ )?(?:awkward|hard|difficult|ugly|public|unpleasant|known)\b|\b(?:review|post|story|thread|article) I (?:could|can|might|would|will) (?:write|post|tell|publish)\b|\bI(?:'ll| will) warn\b|\bblacklist\w*\b|\bscreenshots?\b",
            r"\b(?:this|it|that|rejecting|refusing|losing me|saying no)\b[^.]{0,20}\bwill cost you\b|\bknown as the\b[^.]{0,15}\b(?:company|lab|team|firm|place) that\b|\b(?:followers|network|linkedin|twitter) (?:judge|know|hear|decide)\b|\bcheat(?:s|ed|ing)? (?:graduates?|people|me|candidates?|engineers?)\b",
            r"\b(?:will|would|'ll|'d|may|might|have to|going to|must) (?:\w+ )?(?:pull out|drop out|back out|bow out|withdraw)\b",
            r"\byou(?:'d| would| will|'ll)? (?:not|n't|hardly|never) want (?:your|the|any|other|future)? ?\w+ to (?:hear|know|learn|see|read|find out)\b|\bwouldn't want (?:your|the|any|other|future)? ?\w+ to (?:hear|know|learn|see|read|find out)\b",
            r"\b(?:tell|warn|advise|urge) (?:the|my|other|every|all|our|fellow)(?: \w+){1,2} (?:to avoid|to stay away|not to|against|about you)\b|\bmake (?:it|this) public\b",
            r"\b(?:nobody|no one|none of (?:my|us|them))\b[^.]{0,25}\bwill (?:apply|join|work|accept|come|trust)\b",
            r"\blet (?:every|all|each|any|my|the|other)\w*(?: \w+){0,4} (?:hear|know|learn|find out) (?:about|of) (?:it|this|you|that|how)\b|\bword (?:would|will|might|could|may) (?:get|travel|spread|go)\b",
            r"\breconsider (?:how|what) I (?:speak|talk|say|write|post|think) (?:of|about)\b",
            r"\b(?:pull|withdraw|take back|retract) my (?:application|candidacy|name|hat)\b",
        ),
    ),
    Saying(
        "ultimatum",
        "an ultimatum leaves them one way out, and it is not yours",
        (
            r"\b(?:move|do it|agree|pay|raise it|yes|now|base)\b[^.]{0,20}\bor (?:lose me|nothing|I(?:'m| am) out|I walk|else)\b|\beither\b[^.]{0,30}\bor (?:nothing|I (?:go|leave|walk|sign)|lose|no deal)\b",
            r"\btake it or leave it\b|\bnon-?negotiable\b|\b(?:final|last) "
            r"(?:demand|warning|offer|number|word|chance|ask|counter|answer)\b(?! (?:of|from|by|layer|to (?:the|your)))",
            r"\b(?:not|never) (?:consider|accept|take|go) (?:anything )?(?:less|below|under)\b",
            r"\b(?:won't|will not|not going to|not) (?:budge|budging|negotiate|discuss (?:it|this))\b|\bnothing (?:more |left )?to "
            r"(?:discuss|talk about|say)\b|\bdeal-?breaker\b|\bred line\b|\b(?:I'm|I am|I'll be|I will be|I have to be|stay|staying) (?:\w+ )?firm\b|"
            r"\bhas to be [^.]{0,25}\bor\b",
            r"\beither you\b[^.]{0,200}\bor\b|\bor (?:we(?:'re| are)|I(?:'m| am)) (?:done|out|gone|off)\b|\bI need a yes\b|\bno less than\b|\bmust (?:match|"
            r"meet|beat)\b|\bI (?:demand|insist)\b",
            r"\b(?:there is|there's) no (?:deal|point|conversation|way)\b[^.]{0,20}\b(?:without|unless|if|under|below)\b|\b(?:do not|don't) bother\b|\bmatch (?:it|this|that) or\b|\bor (?:I walk|forget it|no deal|it's over)\b|\bor you (?:can )?(?:find|lose|look)\b",
            r"\bunless you\b[^.]{0,60}\b(?:closed|over|done|out|walk|end|ends|forget|declin\w+|leave|reject\w*|withdraw\w*|no)\b|\b(?:anything|everything|any number|any offer) (?:short of|less|below|under|lower)\b|\bis (?:a|my) (?:hard |firm )?no\b|\bconsider (?:the|this|our) (?:conversation|process|discussion|matter|application|talks) (?:closed|over|ended|done)\b|\bno (?:discussion|exceptions|ifs|excuses)\b|\bor nothing\b",
            r"\bor I(?:'ll| will)? (?:stop|quit|leave|end|drop|withdraw|go|pass|decline|take)\b|\b(?:no interest in|no use|not worth|no sense) (?:talking|continuing|a call|my time)\b|\b(?:un(?:less|til)) (?:the )?(?:base|equity|number|offer|sign-on|salary|bonus|pay) (?:goes|moves|changes|is|gets|comes|improves)\b",
            r"\bnot (?:open|up) (?:for|to) (?:debate|discussion|negotiation|question)\b|\bor forget (?:about )?(?:me|it|this)\b|\bonly one (?:acceptable|right|possible|good) (?:answer|number|outcome|reply)\b|\bno (?:room for|use in) (?:debate|discussion|talks?|negotiation)\b",
            r"\bnot (?:willing|prepared|ready|able|going) to (?:discuss|consider|take|accept|talk about|look at) (?:anything )?(?:less|lower|below|under)\b",
            r"\b(?:only|one) way (?:that )?you(?:'ll| will| would)? (?:get|have|win|hire) me\b|\bI refuse (?:to (?:go|take|accept|sign|discuss|move|settle|work for)|any|it|this)\b|\b(?:won't|will not|would not|wouldn't|never) go (?:under|below|lower|beneath)\b",
            r"\bno \w+, no (?:signature|deal|me|contract|start|hire|sign-?off)\b|\b(?:is|are) (?:out of the question|off the table|not an option)\b",
        ),
    ),
    Saying(
        "exploding",
        "a deadline set on them invites a no",
        (
            r"\b(?:counter|offer|ask|this)\b[^.]{0,15}\bexpires?\b",
            r"\b(?:valid|open|good|stands) (?:only )?(?:until|till) (?:tomorrow|tonight|today|noon|"
            r"midnight|\w+day)\b",
            r"\b(?:only )?good (?:only )?(?:through|until|till)\b|\bneed (?:to have )?(?:your|an|a|the) (?:\w+ )?(?:answer|reply|decision|"
            r"response|yes|word|number)\b(?=[^.]{0,12}\b(?:in|within|by|before|today|tonight|tomorrow|no later|this week|now|asap|immediately|right away)\b)|\b(?:in|within) (?:the next )?\d+ (?:hours|hrs)\b(?=[.,!]| or\b| please)",
            r"\byou have (?:until|till|only)\b|\bhave until (?:midnight|tonight|noon|tomorrow)",
            r"\b(?:with)?in (?:the next )?\d+ (?:hours|days)\b[^.]{0,20}\bor\b|\brespond by\b|\b(?:you|they) (?:must|have to|had better|need to) (?:\w+ )?(?:answer|decide|respond|reply|confirm|get back)\b",
            r"\b(?:clock is ticking|time is running out|my patience)\b",
            r"\b(?:get back|reply|answer|respond|let me know|call me|tell me|decide|confirm|hear from you|hear back)\b[^.]{0,20}\bby (?:tonight|tomorrow|noon|today|midnight|cob|eod|close of|the end of (?:the )?(?:day|business)|end of (?:the )?(?:day|business))\b|\bon the table (?:for|until|till)\b|\bfor (?:the next )?\d+ (?:hours|hrs)(?= ?(?:[.,!]|only|$))",
            r"\b(?:latest|longest|last day) (?:I|we) can (?:wait|give|hold)\b|\b(?:window|chance|door)\b[^.]{0,20}\b(?:closes|closing|shuts|ends)\b|\b(?:cannot|can't|won't|will not) wait (?:beyond|past|after|longer than|until after)\b",
            r"\byou have \w+(?:[- ]\w+)? (?:more )?(?:hours?|days?|hrs)\b(?! (?:of|off))|\b(?:after|past|beyond|from) (?:\w+ ){1,3}(?:I(?:'m| am|'ll be| will be)) (?:off the market|gone|not available|unavailable|taken|no longer|out of)\b|\boff the market\b",
            r"\b(?:ask|offer|proposal|counter|number|figure|this) (?:lapses|ends|runs out|is off|is void|is gone|dies|falls)\b|\bdecide (?:today|tonight|now|at once|immediately|right away)\b|\b(?:tomorrow|monday|next week) is too late\b|\b(?:now|today) or never\b",
            r"\b(?:get back|reply|answer|respond|decide|come back|write back|call)\b[^.]{0,15}\bbefore (?:noon|midnight|tonight|tomorrow|\d+ ?(?:am|pm)|(?:mon|tues|wednes|thurs|fri)day)\b[^.]{0,12}\bor\b|\bor (?:it|this|the ask|everything) is (?:void|off|gone|over)\b",
            r"\bclock (?:runs|is running|stops|ticks)\b|\bI(?:'ll| will| can| would) (?:only |just )?(?:wait|hold out|hold on) (?:only |just )?(?:until|till|for (?:a|one|two|\d+) (?:days?|hours?))\b",
        ),
    ),
    Saying(
        "need",
        "need is no reason for a company to pay; the value of your work is",
        (
            r"\b(?:my|our|the|a|pay|make|cover|afford|monthly) (?:\w+ )?(?:rent|mortgage|loans?|debts?|bills|tuition|child ?care)\b(?! (?:model|default|data|predict|product|app|market))|"
            r"\b(?:student|car|bank) (?:loans?|debt)\b|\b(?:bills|debts?|loans?) to (?:pay|cover)\b|\brents? (?:in|is|are|here|alone)\b",
            r"\bkids to feed\b|\b(?:cost of living|can(?:not|'t)? (?:barely )?afford|"
            r"barely (?:cover|afford|live)|make ends meet|paycheck to paycheck)\b|\bis (?:so |very )?expensive\b",
            r"\bbeg(?:ging)?\b|\bdesperate\w*\b|\bplead\w*\b|\bplease,? please\b|\b(?:do|give|take|try) (?:anything|whatever it takes)\b(?! (?:about|wrong|else|by))",
            r"\bI (?:really |badly |truly |just |so )*need (?:this|the|your|that) (?:job|offer|role|position|money|salary|raise|number|to (?:work|happen))\b|\bneed this to work\b|\b(?:last|only) (?:hope|chance)\b",
            r"\b(?:broke|unemployed|jobless|out of work|out of money|laid off|evicted|savings (?:are|have)|running out of (?:money|savings|time))\b(?! (?:the|a|into|down|out))",
            r"\b(?:have mercy|have a heart|take pity|heart-?broken|devastat\w+|cry(?:ing)?|lose sleep|can(?:'t|not) sleep)\b",
            r"\bsupport (?:my|a) (?:parents?|family|mother|father|mom|dad|brother|sister|siblings|kids|wife|husband)\b|\bfeed (?:a|my) family\b|\b(?:medical|hospital|utility|credit card) (?:bills?|debt)\b|\bfamily (?:depends|relies|needs)\b|\b(?:nothing|nobody|none)\b[^.]{0,15}\b(?:worked out|will take me|wants me|hired me|replied)\b|\b(?:rejected|turned down|ghosted) (?:by|everywhere)\b",
            r"\bsav(?:e|ing) my life\b|\b(?:have not|haven't|did not|didn't|could not|couldn't|not) (?:slept|sleep|eaten|eat)\b|\bI owe \S+ (?:to|on|in)\b",
            r"\b(?:only|sole) (?:earner|breadwinner|provider|income)\b|\b(?:family|children|kids|parents|siblings|people|wife|husband)\b[^.]{0,15}\b(?:to (?:support|feed|provide for|look after)|depends? on me|counts? on me|relies on me|rely on me)\b|\b(?:childcare|child care|day ?care|health ?care|tuition|housing|groceries) (?:is|are|costs?)\b",
            r"(?<!technical )(?<!tech )(?<!code )\b(?:drowning|deep|buried|still) in debts?\b|\bin debt (?:after|since|from|because)\b|\bI (?:have|carry|owe) (?:a lot of |much |large |big )?debts?\b",
            r"\b(?:barely|hardly|scarcely|struggle to|struggling to|can(?:'t|not)) (?:even )?(?:pay for|pay my|afford|cover|buy|feed)\b",
        ),
    ),
    Saying(
        "pressure",
        "guilt moves nobody, and it is remembered; give the reason for the number",
        (
            r"\b(?:you|they) owe (?:me|us|it to)\b|\b(?:after|given) (?:everything|all)\b(?: that)? (?:I|we)(?:'ve| have|'d)? (?:\w+ )?(?:put|done|gave|given|invested|sacrificed|been|went|gone)\b",
            r"\bif you (?:really |truly |actually |genuinely )*(?:valued?|cared?|wanted|respected|believed?|trusted|meant|appreciated?)\b",
            r"\b(?:let(?:ting)?|leave|leaving) (?:me|us|her|him|them|down|every\w*|the)\b[^.]{0,20}\bdown\b|\bletting down\b|\bthe (?:very )?least you (?:can|could) do\b",
            r"\b(?:break|broke|breaks) my heart\b|\bI (?:gave up|sacrificed|turned down)[^.]{0,30}\bfor (?:you|this)\b|\bhow (?:can|could) you\b",
            r"\b(?:on your (?:head|conscience|hands)|your fault|you(?:'d| would|'ll| will) be (?:to blame|responsible|guilty))\b|\b(?:I thought|I believed) (?:you|we) were\b|\bprove (?:it|that you|to me)\b",
            r"\bany(?:one| company| employer) (?:with|who) (?:a )?(?:conscience|heart|decency|integrity)\b|\b(?:decent|good|fair|honest) (?:person|people) would\b",
            r"\b(?:don't|do not|please don't) (?:make|let) me\b|\b(?:told|promised) my (?:whole |entire )?(?:family|parents|friends|wife|husband|mother|kids)\b|\b(?:says|claims|said|claimed|claim|say) (?:that )?(?:it|you|they) (?:cares?|values?)\b|\byou of all\b|\bI (?:trusted|believed in|had faith in) (?:you|this)\b|\bcan(?:'t|not) believe\b|\bshame on\b|\bin good conscience\b",
            r"\b(?:crush|kill|destroy|shatter) me\b|\b(?:was|were|am|are|like) (?:a )?family\b|\bif you (?:said|say) no\b|\bafter all I\b",
        ),
    ),
    Saying(
        "apology",
        "asking is usual: no apology is due",
        (
            r"\bsorry\b(?! to (?:have missed|miss|hear))|\bapologi[sz]e\b|\bforgive me\b|\bhate (?:to|doing|asking)\b|"
            r"\bgreedy\b|\bfeel (?:awful|bad|awkward|terrible)\b|\bto be a bother\b|"
            r"\bI know (?:this|it) is a lot\b|\bpardon (?:me|my)\b|\bexcuse (?:me|my)\b|\buncomfortable\b|"
            r"\bembarrass\w+\b|\bdon't (?:mean|want) to (?:be (?:difficult|pushy|a pain|rude)|bother|push)\b|"
            r"\bhope (?:this|it|that) (?:isn't|is not|doesn't|does not)\b|\bpushy\b",
        ),
    ),
    Saying(
        "disparagement",
        "belittling the offer belittles the reader",
        (
            r"\b(?:lowball|insult\w*|disappoint\w*|worthless|laughable|ridiculous|pathetic|"
            r"a joke|unfair|stingy|underpa\w+|joke of an)\b|\bpays? (?:poorly|badly|peanuts)|\b(?:clearly|obviously|"
            r"honestly|frankly|really) (?:do not|don't|does not|doesn't) (?:know|understand|get|value)\b|"
            r"\bout of touch\b|\b(?:clueless|incompetent|amateur\w*|unprofessional)\b|\bno idea (?:what|how)\b|\b(?:any|a) (?:serious|decent|real|proper) (?:company|employer|firm|"
            r"offer)\b|\bexpected (?:more|better) (?:from|of)\b|\b(?:well|far|way) (?:below|under|short of) (?:what|"
            r"the market|market)\b|\b(?:less than|not what) I (?:deserve|am worth)\b",
            r"\b(?:you|being|so|too|is|are|a|such|how) (?:\w+ )?cheap\b(?! (?:to|enough|sensors?|hardware))|\bcheapskates?\b|\bcheap (?:offer|number|company|employer)\b",
            r"\bwhoever (?:came|made|wrote|put|thought|set|decided)\b|\bhas (?:clearly |obviously )?never (?:hired|managed|built|met|worked)\b|\b(?:do|did|done) better than (?:this|that)\b|\bnot (?:a )?serious\b|\bslap in the face\b|\bjoke\b(?= ?[.,!]|$)",
            r"\bhow (?:\w+ )?(?:low|little|small|far (?:below|under|off)|modest|weak|poor)\b[^.]{0,25}\b(?:figure|number|offer|base|salary|pay|grant|package|bonus|it|this|that|you)\b(?! (?:the|latency|loss|rate))|\b(?:so|too|very|rather|surprisingly|pretty|quite) low\b(?= ?(?:[.,!]|$| for (?:this|the|a)))",
        ),
    ),
    Saying(
        "legal",
        "the law belongs on a lawyer's desk, not in this letter",
        (
            r"\b(?:attorney|lawyer|lawsuit|legal action|labor code|statute|illegal|unlawful|"
            r"sue)\b|\b(?:required|obliged|obligated|entitled) by law\b|\byou are obliged\b|"
            r"\b(?:you(?:'re| are)|this|that|it|which|in) violat\w+\b|\bviolat\w+\b[^.]{0,30}\b(?:law|act|statute|rights?|regulations?|contract|ordinance)\b|"
            r"\b(?:legal )?counsel\b(?! (?:for|of|to) the)|\blaw (?:requires|says|obliges|demands)\b|"
            r"\blegally\b|\bby law\b|\b(?:eeoc|labor board|department of labor)\b|\b(?:transparency|equal pay|labor) (?:act|law)\b|\blaw says\b",
            r"\bagainst the law\b|\bbreak(?:s|ing)? (?:the|state|federal) law\b|\bbelow the posted (?:band|range)\b",
        ),
    ),
    Saying(
        "protected",
        "family, health, faith, age and papers are none of their business here",
        (
            r"\b(?:pregnan\w+|maternity|my (?:wife|husband|spouse|fianc\w+|partner|kids|"
            r"children|baby)|married|engaged to|divorced|(?:have|with|my|a) disabilit(?:y|ies)|disabled person|"
            r"my (?:health|illness|condition|age|religion|faith|race|gender|ethnicity|nationality|visa|green card|"
            r"citizenship|immigration))\b",
            r"\b(?:visa|opt|h-?1b|green card)\b[^.]{0,30}\b(?:status|end\w*|expir\w*|pending|"
            rf"sponsor\w*|runs? out)\b|\b(?:as|being|because I(?:'m| am)) (?:an? )?(?:\w+ )?{_GROUPS}\b|\bI(?: am|'m) (?:\d\d|\d\d years old)\b"
            r"(?! ?(?:%|percent|minutes|hours|days|miles|pages|commits))",
            r"\b(?:chronic|serious|mental|terminal) (?:illness|condition|disease|health|pain)\b|"
            r"\b(?:my|a) (?:surgery|therapy|diagnosis|pregnancy|medication|treatment|disability)\b|"
            r"\bsingle (?:mother|father|mom|dad|parent)\b|\b(?:caregiver|church|mosque|temple|ramadan|sabbath)\b|"
            r"\b(?:paternity|parental) leave (?:in|from|next|this)\b",
            rf"\bI(?: am|'m) (?:only |already |just )?{_AGES}\b(?! (?:percent|minutes|hours|days|miles|pages|commits|steps|lines))",
            r"\b(?:on|need|needs?|hold|have|get) (?:an? |my |your )?(?:h-?1b|f-?1|j-?1|o-?1|opt|green card|visa)\b(?! (?:fraud|data|model|card|question))|\bexpecting (?:a (?:baby|child)|our|twins)\b|\bnew ?born\b|\bnew baby\b",
            rf"\b(?:pay|paid|pays|paying|hire|hires|prefer|promote|favor|treat)\b[^.]{{0,20}}\b(?:{_GROUPS}s?|males?|females?|minorities|whites?|americans|locals|older|younger|kids)\b(?! (?:people|users|models?|data))?",
            r"\b(?:older|younger) (?:than (?:your|the|most)|workers?|candidates?|employees?|hires?)\b|\bat my (?:age|stage of life)\b|\b(?:the|your) kids\b|\bdiscriminat(?:e|ed|ion|ing) (?:against|here|on)\b",
            r"\b(?:women|men|minorities|foreigners|immigrants|mothers|parents|people of color|asians|indians)\b[^.]{0,20}\b(?:paid|treated|hired|promoted|get less|earn)\b|\bmy (?:accent|passport|skin|origin|nationality|sex|sexuality|orientation|gender)\b|\bat (?:\d\d|(?:twenty|thirty|forty|fifty|sixty|seventy)(?:[ -]\w+)?),? I(?:'m| am)? (?:cannot|can't|should|deserve|need|expect|have no|too)\b",
            r"\b(?:turned|turning|turn) [2-7]\d\b(?= ?(?:[.,!]|and|this|last|next|in|soon|$))|\b(?:my|our) (?:\w+ )?(?:child|baby)\b(?! process)",
        ),
    ),
    Saying(
        "hearsay",
        "what somebody there said counts once it is written: log it with 'negotiate"
        " promise', and let them confirm it in a recap",
        (
            r"\b(?:you|he|she|they|(?-i:[A-Z])\w+|(?:the|your|our|a|my) (?:\w+ )?(?:founders?|recruiters?|managers?|ceo|cto|hr|partner|director|lead|team|interviewers?))"
            r" (?:has |have |had |also |already |even |just )*(?:said|told|promised|mentioned|confirmed|assured|agreed|hinted|indicated|suggested|implied|guaranteed|swore)\b"
            r"[^.]{0,60}\b(?:salary|raise|equity|sign-?on|bonus|budget|more|higher|no problem|grant|options|shares|percent|promotion|refreshers?|relocation)\b",
        ),
    ),
    Saying(
        "bargaining",
        "your own words are for the work and what you bring; the ask speaks of pay, once",
        (
            r"\b(?:bigger|better|higher|lower|larger|your|that|this) (?:number|figure)\b(?! (?:of|in|theory|\d|line|format|crunch))",
            r"\b(?:higher|better|low|lower|fair|fairer|decent|good|real|graduate's|more) (?:salary|wages?|pay|money|compensation)\b",
            r"\b(?:a|the|small|big|any) (?:pay )?bump\b(?! (?:in|on the|map))|\bI deserve\b|\b(?:I'm|I am|am I|worth) worth\b|\bmy (?:market )?(?:value|worth)\b(?! (?:function|estimat|model))|\bpay me\b|\bmoney\b(?! (?:launder|transfer|market|order|movement))",
            r"\b(?:we (?:had |have |both )?(?:agreed|settled) (?:on|that|to)|as (?:we )?agreed|you (?:promised|assured|guaranteed|agreed|said you|swore)|was promised|promised me)\b",
            r"\b(?:negotiat(?:e|ing|ion)|haggl\w+|bargain\w*|play(?:ing)? games|walk(?:ing)? away|say(?:ing)? (?:yes|no)|good faith)\b(?! (?:protocol|agents?|model|game))",
        ),
    ),
    Saying(
        "link",
        "a link in a counter looks like spam; attach it, or leave it out",
        (
            r"\bhttps?://\S+|\bwww\.\S+|\b[\w-]+\.(?:com|io|org|net|ly|me|dev|ai|co)/\S*",
        ),
    ),
)
