"""What a letter should not say, by the kind of thing said.

An error lies, leaks or binds; a warning weakens the letter. A rule is a few patterns of
how the thing is said, never a list of sentences.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from offerlab.core.problem import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator


class Rule(NamedTuple):
    """A rule: its name, how bad it is, why, and how the thing is said."""

    name: str
    severity: Severity
    why: str
    patterns: tuple[re.Pattern[str], ...]


def _rule(name: str, severity: Severity, why: str, *patterns: str) -> Rule:
    compiled = tuple(re.compile(each, re.IGNORECASE) for each in patterns)
    return Rule(name, severity, why, compiled)


_SUM = r"(?=[^.]{0,200}(?:[$€£₹]\s?\d|\d\s?k\b|\d{2,3},\d{3}|\d{5,}|thousand|grand|hundred|ninety|eighty))"
"""Only where the sentence goes on to an amount."""
_LIES, _WEAK = Severity.ERROR, Severity.WARNING

RULES = (
    _rule(
        "pay-history",
        _LIES,
        "your present and past pay is nobody's business, and it pulls the offer down",
        r"\b(?:my|our) (?:current|present|last|previous|prior|former|old|existing)"
        r" (?:job |annual |base |total )?(?:base|salary|pay|comp\w*|wage|package|income|"
        r"tc|stipend|earnings)\b",
        r"\bI(?:'m| am|'ve been| was)? (?:currently|presently|now|already)"
        r" (?:mak(?:e|ing)|earn(?:ing)?|paid|get(?:ting)?|on|receiv\w+)\b",
        r"\bI(?:'m| am) (?:making|earning|being paid|paid|on)\b"
        r"(?=[^.]{0,200}\b(?:\d|thousand|grand|k\b))",
        r"\bI(?:'m| am|'ve been| have been)? (?:made|make|making|earn(?:ed|ing)?|paid|was paid|"
        r"got paid|used to (?:make|earn)|t(?:ake|ook) home|(?:bring|brought|pull(?:ed)?|t(?:ake|ook))"
        r" in|bring home|brought home|clear(?:ed)?|gross(?:ed)?|net(?:ted)?|(?:was|am) (?:on|at))\b"
        + _SUM,
        r"\bmy (?:\w+ )?(?:base|salary|pay|wage|income|comp|compensation|package)\b[^.]{0,20}"
        r"\b(?:today|now|currently|these days|at present|is|was)\b[^.]{0,20}\d",
        r"\b(?:at|from|by) my (?:current|present|last|previous|old) (?:employer|job|"
        r"company)\b[^.]{0,200}\b(?:paid|pay|pays|earn\w*|mak\w+|salary)\b",
        r"\bmy (?:stipend|salary|pay|wage|income)s?\b[^.]{0,200}\b(?:was|is|were|used to be)\b",
        r"\bI (?:had|have|was given|got) an? (?:\w+ )?(?:package|base|salary|income|total|comp|"
        r"compensation|wage|tc)\b",
        r"\bmy (?:W-?2|pay ?stub|pay ?slip|tax return|1099)\b",
    ),
    _rule(
        "walk-away",
        _LIES,
        "it tells them that they need not move",
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
        r"\b(?:in any event|come what may|whatever happens|no matter what|worst case)\b",
        r"\bI(?:'ll| will| would|'d) still (?:come|join|sign|accept|take)",
        r"\baccept(?:ing)? (?:what|whatever|anything|the offer as)\b",
        r"\bas long as\b[^.]{0,30}\b(?:above|over|at least|more than|north of)\b[^.]{0,200}\d",
        r"\beven if (?:the answer is|you say|it is|it's) no\b|\bsettle for\b",
        r"\b(?:sign|accept|take) (?:whatever|anything)\b",
        r"\bI(?:'d| would| could| can)(?: also| happily| gladly)? (?:be (?:ok(?:ay)?|fine|happy|good|"
        r"content|satisfied) with|take|accept|go (?:with|down to|as low as)|do|live on)\b[^.]{0,20}\d",
        r"\b(?:can(?:not|'t)|could not|couldn't) go (?:any )?(?:lower|below|under|down)\b",
        r"\b(?:join|come|sign)(?:ing)? (?:for|at|with|on) (?:the )?(?:current|present|original|"
        r"initial|existing|same|first)\b",
        r"\bwhatever (?:you|the (?:answer|outcome|result|number))\b|\btruth be told\b|\bto be honest,? "
        r"I(?:'d| would)\b",
        r"\banything (?:above|over|north of|from) \S+ (?:works|is fine|would do|will do)",
        r"\bI(?:'ll| will| would|'d) (?:still )?(?:join|be joining|be happy to join)"
        r"[^.]{0,20}\b(?:for less|without (?:it|a raise)|regardless)\b",
    ),
    _rule(
        "rival",
        _LIES,
        "an offer that is not on file cannot be cited; name its file, or leave it out",
        r"\b(?:other|another|competing|rival|second|several|multiple|many|two|three|four|"
        r"better|higher|counter-?)\b[^.]{0,25}\boffers\b",
        r"\b(?:a|another|one|my|the|an)\s(?:other |competing |rival |second |better |"
        r"higher |outside |different )+offer\b",
        r"\b(?:other|another|different|competing|two|several) (?:other )?(?:firms?|"
        r"compan(?:y|ies)|employers?|teams?|places?|startups?)\b[^.]{0,30}\b(?:offer\w*|"
        r"came in|pays?|gave|bid|matched|would pay|want(?:s|ed)? me)\b",
        r"\boffers? (?:\w+ )?(?:from|by|at|with|in hand)\b(?! (?:you|your|us|this|the team|"
        r"the offer|what|each|all|its|their|confidence|pleasure))(?= (?:a |an |another |[A-Z]))",
        r"\b(?:your|a) (?:rival|competitor)s?\b[^.]{0,15}\b(?:pays?|offer\w*|gives?|bid)",
        r"\b(?:others|somebody else|someone else|elsewhere)\b[^.]{0,20}\boffer",
        r"\boffer\w*\b[^.]{0,20}\belsewhere\b",
        r"\b(?:another|an?other|a different|a second|a rival|one) (?:company|firm|employer|place|"
        r"team|startup|lab)\b[^.]{0,15}\b(?:has|have|had|wants|put|would have) me\b",
        r"\b(?:competitor|rival)s?\b[^.]{0,25}\b(?:came in|package|number|base|wants? me)\b",
        r"\b(?:of )?your competitors?\b|\b(?:a|another|one) (?:second|other|different|bigger|larger)? ?"
        r"(?:company|firm|employer|startup|lab)\b[^.]{0,40}\b(?:pays|moves|wants|faster|better|more money)\b",
        r"\b(?:opportunit(?:y|ies)|alternatives|processes|interviews)\b[^.]{0,30}\b(?:generous|pay|"
        r"higher|better|lucrative)\b|\bentertaining\b[^.]{0,20}\b(?:offers?|opportunit)",
        r"\b(?:told|promised|assured|wrote) me (?:that )?they(?:'d| would|'ll| will| can) (?:beat|match|pay|top|"
        r"outbid|offer|double)\b",
        r"\b(?:somebody|someone) else (?:put|has|offered|would)\b",
        r"\b(?:fight(?:ing)?|bid(?:ding)?|compet(?:e|ing)|battl(?:e|ing)) (?:over|for) me\b|"
        r"\bbidding war\b|\b(?:chasing|courting|pursuing|poaching|after) me\b",
        r"\bhas me (?:at|on|down for)\b|\bin (?:final|late) (?:rounds?|stages?) (?:with|at)\b",
    ),
    _rule(
        "confidential",
        _LIES,
        "what somebody should not have told you cannot carry a letter",
        r"\b(?:friend|employee|insider|someone|somebody|contact|colleague|engineer|"
        r"teammate|source)\b[^.]{0,40}\b(?:show(?:ed|n)|told|shared|leaked|gave|sent)\b"
        r"[^.]{0,30}\b(?:band|range|pay|salary|salaries|slip|got|makes?|earns?|paid|"
        r"offer|number|spreadsheet)\b",
        r"\b(?:insider|let slip|off the record|between you and me|grapevine|rumou?r\w*)\b|\bhear(?:d)? "
        r"(?:it )?from (?:someone|a friend|people|somebody) (?:on|at|in|inside)\b",
        r"\b(?:internal|leaked|confidential|private) (?:\w+ )?(?:spreadsheet|sheet|document|"
        r"doc|deck|memo|band|bands|ranges?|e-?mail|wiki|tool|data|numbers)\b",
        r"\b(?:saw|seen|found|looked at)\b[^.]{0,30}\b(?:pay|comp|salary|compensation) "
        r"(?:spreadsheet|sheet|bands?|data|file|wiki)\b",
    ),
    _rule(
        "acceptance",
        _LIES,
        "it can bind you before the terms are agreed",
        r"\bI(?: hereby| gladly| happily|'m happy to| am happy to|'d be happy to| would be"
        r" happy to| am glad to|'ll|'d| will| would)? accept(?:ed)?\b(?=[\s,]*(?:the\b|"
        r"your\b|this\b|these\b|it\b|and\b|on\b|with\b|$|[.!]))",
        r"\b(?:my|formal|as an?) acceptance\b|\baccepting (?:the|your|this) (?:offer|position|"
        r"job|role|terms)\b",
        r"\bgot yourself an?\b|\b(?:treat|take|read|see) this as (?:a yes|my yes|an? acceptance|accepted)\b|"
        r"\bit'?s a yes\b|\bthat'?s a yes\b|\byes from me\b|\bI(?:'m| am) (?:joining|signing|coming aboard|"
        r"on board)\b(?! the (?:call|meeting))|\bsee you on (?:my )?(?:first day|day one|monday)\b",
        r"\bcount me in\b|\b(?:we|you) have a deal\b|\bit'?s a deal\b|\bI'?m in\b(?=[.!])",
        r"\b(?:say|saying|said) yes to (?:the|your|this) offer\b",
        r"\bconsider (?:it|this|me)\b[^.]{0,15}\b(?:accepted|done|signed|settled|yours|"
        r"acceptance)\b",
    ),
    _rule(
        "placeholder",
        _LIES,
        "it looks like a slot that was left unfilled",
        r"\{\{|\}\}|\{%|%\}|\{[a-z_ ]{2,30}\}",
        r"\[(?:your|my|insert|add|fill|enter|put|the)\b[^\]\n]*\]",
        r"\[(?:[\w ]+ )?(?:name|company|role|title|date|number|amount|field|reason|link|project|"
        r"product|position|team|city|achievement|skill)(?: [\w ]+)?\]",
        r"<(?:your |my |insert |the )?(?:name|company|role|title|date|number|amount|field|"
        r"reason|position|recruiter)>|<(?:insert|your|add|fill)[^<>\n]*>",
        r"\b(?:TODO|FIXME)\b(?=\s*[:\]]|\s*$)|\bTB[DC]\b|\bX{3,}\b|\bX{2,}%|_{3,}|\blorem ipsum\b",
    ),
    _rule(
        "source",
        _WEAK,
        "a recruiter does not accept such a source: cite the posting, or an offer in hand",
        r"\b(?:levels\.?fyi|glassdoor|payscale|blind|salary\.com|indeed|h1b\w*|bls|oews|"
        r"bureau of labor|reddit|linkedin salary|comparably|repvue)\b",
        r"\b(?:chatgpt|claude|gemini|copilot|an ai|a chatbot)\b|\b(?:on|from) levels\b|\bsalary "
        r"(?:sites?|surveys?|calculators?|websites?)\b|\b(?:looked|checked) (?:it |this |that )?(?:up|online)\b",
        r"\baccording to\b|\bdata (?:from|shows?)\b|\b(?:people|folks|everyone) reports?\b|"
        r"\bmarket (?:rate|data|median|average|pays?)\b",
    ),
    _rule(
        "threat",
        _WEAK,
        "a threat ends a negotiation; say what you hope for",
        r"\b(?:or else|otherwise),? I\b",
        r"\bI(?:'ll| will) (?:walk|leave|post|tell everyone|complain|report|be forced)"
        r"\b(?! (?:you|through))",
        r"\bpost(?:ing)? about (?:it|this|you)\b|\bnot to apply\b|\byou(?:'ll| will)"
        r" (?:lose me|regret)\b",
        r"\bif not,? I\b|\bgo with (?:your|a) competitor\b|\bhave to go with\b",
        r"\bI'?d hate for\b|\bit would be a (?:shame|pity) if\b|\bword (?:gets|travels|spreads)\b",
        r"\b(?:the press|journalists?|reporters?|go(?:ing)? public|social media|glassdoor review|"
        r"bad review)\b",
        r"\bmake sure (?:\w+ ){0,2}(?:people|everyone|everybody|others|they) (?:know|hear|hears|knows)\b|"
        r"\bhow you treat\b|\bthink twice\b|\bthink (?:hard|carefully) before you\b",
    ),
    _rule(
        "ultimatum",
        _WEAK,
        "an ultimatum leaves them one way out, and it is not yours",
        r"\btake it or leave it\b|\bnon-?negotiable\b|\b(?:final|last) "
        r"(?:demand|warning|offer|number|word|chance|ask|counter|answer)\b(?! (?:of|from|to) (?:the|your)"
        r" (?:letter|review|interview|committee))",
        r"\b(?:not|never) (?:consider|accept|take|go) (?:anything )?(?:less|below|under)\b",
        r"\b(?:won't|will not|not going to|not) (?:budge|budging|negotiate)\b|\bnothing (?:more |left )?to "
        r"(?:discuss|talk about|say)\b|\bdeal-?breaker\b|\bred line\b|\bfirm on (?:this|that|my|the)\b|"
        r"\bhas to be [^.]{0,25}\bor\b",
        r"\beither you\b[^.]{0,200}\bor\b|\bor (?:we(?:'re| are)|I(?:'m| am)) (?:done|out|gone|off)\b|\bI need a yes\b|\bno less than\b|\bmust (?:match|"
        r"meet|beat)\b|\bI (?:demand|insist)\b",
    ),
    _rule(
        "exploding",
        _WEAK,
        "a deadline set on them invites a no",
        r"\b(?:counter|offer|ask|this)\b[^.]{0,15}\bexpires?\b",
        r"\b(?:valid|open|good|stands) (?:only )?(?:until|till) (?:tomorrow|tonight|today|noon|"
        r"midnight|\w+day)\b",
        r"\b(?:only )?good (?:only )?(?:through|until|till)\b|\bneed (?:your|an|a) (?:answer|reply|decision|"
        r"response|yes) (?:in|within|by|today|tonight)\b|\b(?:in|within) (?:the next )?\d+ (?:hours|hrs)\b",
        r"\byou have (?:until|till|only)\b|\bhave until (?:midnight|tonight|noon|tomorrow)",
        r"\b(?:with)?in (?:the next )?\d+ (?:hours|days)\b[^.]{0,20}\bor\b|\brespond by\b",
    ),
    _rule(
        "need",
        _WEAK,
        "need is no reason for a company to pay; the value of your work is",
        r"\b(?:rent|mortgage|student (?:loans?|debt)|loans?|debts?|tuition|bills|child"
        r"care)\b|\bkids to feed\b|\b(?:cost of living|can(?:not|'t)? (?:barely )?afford|"
        r"barely (?:cover|afford|live)|make ends meet)\b|\bis (?:so |very )?expensive\b",
    ),
    _rule(
        "apology",
        _WEAK,
        "asking is usual: no apology is due",
        r"\bsorry\b|\bapologi[sz]e\b|\bforgive me\b|\bhate (?:to|doing|asking)\b|"
        r"\bgreedy\b|\bfeel (?:awful|bad|awkward|terrible)\b|\bto be a bother\b|"
        r"\bI know (?:this|it) is a lot\b|\bpardon (?:me|my)\b|\bexcuse (?:me|my)\b|\buncomfortable\b|"
        r"\bembarrass\w+\b|\bdon't (?:mean|want) to (?:be (?:difficult|pushy|a pain|rude)|bother|push)\b|"
        r"\bhope (?:this|it|that) (?:isn't|is not|doesn't|does not)\b|\bpushy\b",
    ),
    _rule(
        "disparagement",
        _WEAK,
        "belittling the offer belittles the reader",
        r"\b(?:lowball|insult\w*|disappoint\w*|worthless|laughable|ridiculous|pathetic|"
        r"a joke|unfair|stingy|underpa\w+|joke of an)\b|\bpays? (?:poorly|badly|peanuts)|\b(?:clearly|obviously|"
        r"honestly|frankly|really) (?:do not|don't|does not|doesn't) (?:know|understand|get|value)\b|"
        r"\bout of touch\b|\b(?:clueless|incompetent|amateur\w*|unprofessional)\b|\bno idea (?:what|how)\b|\b(?:any|a) (?:serious|decent|real|proper) (?:company|employer|firm|"
        r"offer)\b|\bexpected (?:more|better) (?:from|of)\b|\b(?:well|far|way) (?:below|under|short of) (?:what|"
        r"the market|market)\b|\b(?:less than|not what) I (?:deserve|am worth)\b|\bcheap\w*\b",
    ),
    _rule(
        "legal",
        _WEAK,
        "the law belongs on a lawyer's desk, not in this letter",
        r"\b(?:attorney|lawyer|lawsuit|legal action|labor code|statute|illegal|unlawful|"
        r"sue)\b|\b(?:required|obliged|obligated|entitled) by law\b|\byou are obliged\b|"
        r"\bviolat\w+\b|\b(?:legal )?counsel\b(?! (?:for|of|to) the)|\blaw (?:requires|says|obliges|demands)\b|"
        r"\blegally\b|\bby law\b|\b(?:eeoc|labor board|department of labor)\b|\b(?:transparency|equal pay|labor) (?:act|law)\b|\blaw says\b",
    ),
    _rule(
        "protected",
        _WEAK,
        "family, health, faith, age and papers are none of their business here",
        r"\b(?:pregnan\w+|maternity|my (?:wife|husband|spouse|fianc\w+|partner|kids|"
        r"children|baby)|married|engaged to|divorced|disabilit(?:y|ies)|disabled person|"
        r"my (?:health|illness|condition|age|religion|faith|race|visa|green card|"
        r"citizenship|immigration))\b",
        r"\b(?:visa|opt|h-?1b|green card)\b[^.]{0,30}\b(?:status|end\w*|expir\w*|pending|"
        r"sponsor\w*|runs? out)\b|\bas an? (?:muslim|christian|jew|hindu|buddhist|catholic|"
        r"woman|man|mother|father|immigrant|veteran)\b|\bI(?: am|'m) (?:\d\d|\d\d years old)\b"
        r"(?! ?(?:%|percent|minutes|hours|days|miles|pages|commits))",
        r"\b(?:chronic|serious|mental|terminal) (?:illness|condition|disease|health|pain)\b|"
        r"\b(?:my|a) (?:surgery|therapy|diagnosis|pregnancy|medication|treatment|disability)\b|"
        r"\bsingle (?:mother|father|mom|dad|parent)\b|\b(?:caregiver|church|mosque|temple|ramadan|sabbath)\b|"
        r"\b(?:paternity|parental) leave (?:in|from|next|this)\b",
    ),
    _rule(
        "link",
        _WEAK,
        "a link in a counter looks like spam; attach it, or leave it out",
        r"\bhttps?://\S+|\bwww\.\S+|\b[\w-]+\.(?:com|io|org|net|ly|me|dev|ai|co)/\S*",
    ),
)
"""All rules, errors first."""


def broken_rules(text: str) -> Iterator[tuple[Rule, str]]:
    """Rules that a text breaks, each with the words that break it."""
    for rule in RULES:
        for pattern in rule.patterns:
            found = pattern.search(text)
            if found:
                yield rule, found.group().strip()
                break


def rule_named(name: str) -> Rule:
    """One of the rules by its name."""
    return next(rule for rule in RULES if rule.name == name)
