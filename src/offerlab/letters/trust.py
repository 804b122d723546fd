"""What breaks trust, of one employer or the other: an error in a letter."""

from __future__ import annotations

from offerlab.letters.saying import Saying

TRUST = (
    Saying(
        "property",
        "what belongs to another employer cannot be offered: it can cost you the job",
        (
            r"\b(?:bring|brought|kept|keep|have|copied|copy|share|take|took|saved|hand|export\w*|download\w*)\b[^.]{0,40}\b(?:client|customer|contact|lead|prospect|supplier|candidate)s?(?:'s?)? (?:lists?|database|book|contacts|data)\b",
            r"\b(?:have|kept|keep|saved|copied|bring|share|use|reuse|access to)\b[^.]{0,30}\b(?:code\w*|source|scripts?|datasets?|data|weights|checkpoints?|models?|documents?|roadmaps?|designs?|notebooks?|repo\w*|slides|playbooks?)\b[^.]{0,25}\b(?:from|of|at) (?:my|our|the) (?:last|old|current|former|previous|present|other) (?:job|employer|company|team|firm|lab|startup|place)\b",
            r"\bI (?:have )?(?:downloaded|copied|exported|kept|took|saved|cloned|emailed myself)\b[^.]{0,15}\b(?:my|our|the) (?:\w+ )?(?:lab|company|employer|team|firm|startup|client)(?:'s)?\b",
            r"\b(?:teammates|colleagues|engineers|people)\b[^.]{0,20}\b(?:would|will|could|can|want to) (?:come|leave|move|follow|join)(?: over| along)? (?:with )?me\b",
            r"\b(?:poach|bring (?:over|along|with me)|take along)\b[^.]{0,30}\b(?:colleagues|team|teammates|engineers|clients|customers)\b|\b(?:my|our) (?:current|old|former|last|present) (?:team|colleagues|clients|customers)\b[^.]{0,25}\b(?:come|follow|move|join)\b",
        ),
    ),
    Saying(
        "deceit",
        "it asks somebody to hide something, or tells that you hid it; leave it out",
        (
            r"\b(?:keep|stay|remain|leave)\b[^.]{0,20}\bbetween (?:us(?! and (?:the|your|my)\b)|you and (?:me|i)|the two of us)\b|\b(?:our|a) (?:little )?secret\b(?! (?:sauce|key|manag))",
            r"\b(?:don't|do not|please don't|without|rather not|no need to|avoid) (?:tell\w*|mention\w*(?: (?:it|this))? to|involv\w+|cc\w*|copy\w*|inform\w*|loop\w* in|let\b) (?:\w+ )?(?:hr|legal|finance|anyone|anybody|others?|the (?:team|others|manager|recruiter|committee)|my (?:manager|boss|employer)|your (?:manager|boss|team|colleagues))\b",
            r"\b(?:leave|keep|cut) (?:hr|legal|finance|the recruiter|your (?:manager|boss)|my (?:manager|boss))\b[^.]{0,5}\b(?:out|off)\b",
            r"\bI(?:'ve| have)? (?:been )?telling\b[^.]{0,30}\b(?:that )?I(?:'m| am) (?:not|only|still)\b",
            r"\bI(?:'ve| have)? (?:also )?(?:told|lied to|misled|strung|let)\b[^.]{0,20}\b(?:the|my|an)?\s?others?\b[^.]{0,40}\b(?:reject\w*|declin\w*|turn(?:ed)? (?:you|it|this) down|accept\w*|believe|along|waiting|think)\b",
        ),
    ),
    Saying(
        "overpromise",
        "a promise that nobody can keep is held against you",
        (
            r"\bI(?:'ll| will|'d| would)? (?:promise|swear|guarantee|vow|pledge)\b[^.]{0,40}\b(?:never|always|forever|not leave|stay|whatever|any)\b",
            r"\bI(?:'ll| will) never (?:leave|quit|resign|ask|complain|look elsewhere)\b|\b(?:stay|be with you|work for you) (?:forever|for (?:ever|life|good)|until I retire)\b|\b(?:work|available|on call|there) (?:day and night|around the clock|24/7|(?:every|all|any) (?:night|weekend|evening)s?|nights and weekends)\b",
            r"\byou(?:'ll| will) (?:never|not) (?:find|get|meet|hire) (?:anyone|anybody|someone|another)\b",
        ),
    ),
)
