"""What looks like a time and is none: each trap holds its place so that no other rule takes it, and is dropped in the end."""

from __future__ import annotations

import re

from pipeline.timex.candidate import Found, rule, whole


def _trap(match: re.Match[str]) -> list[Found]:
    return whole(match, None)


RULES = (
    rule(
        "en.trap.age",
        "unit",
        r"<START>(?:an?~)?(?:<COUNT>|few|several|some|many)(?:~|-|<DASH>)(?:<UNIT>)(?:~|-|<DASH>)(?:olds?|of~age)\b(?:~(?:boy|girl"
        r"|man|woman)s?)?",
        _trap,
        "A 12-year-old boy was hurt.",
        "A 12-year term was given.",
    ),
    rule(
        "en.trap.aged",
        "digit numberword",
        r"<START>(?:aged?(?:~of)?|ages)~(?:<COUNT>)(?:~(?:to|and|-)~<COUNT>)?(?:~years)?\b",
        _trap,
        "A man aged 45 years died.",
        "An aged man spent 45 years there.",
    ),
    rule(
        "en.trap.title_day",
        "weekday",
        r"<START>(?:the~)?(?:(?-i:[A-Z][a-z]+)~)?<WEEKDAY>~(?-i:<PAPERS>)\b",
        _trap,
        "The Sunday Times reported it.",
        "On Sunday the Times reported it.",
    ),
    rule(
        "en.trap.weekday_name",
        "weekday",
        r"<START>(?-i:<WEEKDAYNAMES>)\b|<START><WEEKDAY>~(?-i:(?:Morning|Afternoon|Evening|Night)~(?=[A-Z]))<NIGHTNAMES>\b",
        _trap,
        "Sheffield Wednesday won; Saturday Night Live mocked them.",
        "They met on Saturday night in Sheffield.",
    ),
    rule(
        "en.trap.weekday_of_name",
        "weekday",
        r"<START>(?-i:[Tt]he)~<WEEKDAY>~(?-i:(?!<MONTH>)(?:Market|Club|Group|School|Society|Fair|League|Concerts?|Prayers|Circle|Lunch|Run))\b",
        _trap,
        "The Sunday Market is not affected.",
        "The Sunday market is not affected.",
    ),
    rule(
        "en.trap.software_version",
        "digit",
        r"<START>(?:releases?|versions?|builds?|firmware|patch|update|kernel)~v?\d{1,3}(?:\.\d{1,4}){1,3}\b",
        _trap,
        "The patch for release 3.11.2019 was withdrawn.",
        "It was released on 3.11.2019.",
    ),
    rule(
        "en.trap.model_year_name",
        "year",
        r"\ban?~(?-i:(?!<MONTH>|<WEEKDAY>|<SEASON>)[A-Z][a-z]{2,20})~(?P<x><YEAR4>)(?!~[a-z]|['’]s|[-\w])",
        _trap,
        "It was parked beside a Peugeot 2008.",
        "It was parked beside a Peugeot in 2008, in a March 2008 raid.",
    ),
    rule(
        "en.trap.degrees",
        "digit",
        r"\b(?:temperatures?|highs?|lows?|mercury|thermometers?|readings?|heat)\b[^.!?\n]{0,50}\b(?P<x>the~(?:low~|mid-?~?|upper~|high~)?[2-9]0s)\b",
        _trap,
        "Temperatures were in the 80s along the coast.",
        "Tempers were lost in the 80s.",
    ),
    rule(
        "en.trap.title_year",
        "year",
        r"(?<![\w])[“\"‘'](?P<x><YEAR4>),?[”\"’'](?!\w)",
        _trap,
        "She won a prize for her “1984”.",
        "She won “a prize in 1984”.",
    ),
    rule(
        "en.trap.statute_year",
        "year",
        r"<START>(?-i:[Tt]he)~<YEAR4>~(?-i:(?:[A-Z][\w’'-]+~){0,4}<STATUTES>)\b|<START>(?-i:<STATUTES>),?~<YEAR4>\b",
        _trap,
        "Under the 2020 Data Act firms must report.",
        "In 2020 the Act was passed.",
    ),
    rule(
        "en.trap.quantity",
        "year",
        r"<START>(?<![-'’])(?:<APPROXAMOUNT>~|only~|all~)?"
        r"(?<!\bin[ ])(?<!\bsince[ ])(?<!\buntil[ ])(?<!\b(?:late|arly)[ ]as[ ])(?:1\d{3}|20\d{2})~"
        r"(?:[a-z]{3,12}~)?(?-i:<COUNTEDTHINGS>)\b",
        _trap,
        "The plant sold 1984 units.",
        "In 1984 the plant closed.",
    ),
    rule(
        "en.trap.product_number",
        "year digit",
        r"<START>(?-i:<NUMBEREDTHINGS>)~(?:[A-Z]{0,3}-?)?\d{1,4}\b(?:(?:,~|~and~|~to~|-)\d{1,4}\b){0,3}(?!~<MONTH>)",
        _trap,
        "Flight 1984 was delayed; Resolution 1701 holds.",
        "The flight in 1984 was delayed.",
    ),
    rule(
        "en.trap.address",
        "year",
        r"<START>(?:1\d{3}|20\d{2})~(?-i:(?:[NSEW]\.?~)?(?:[A-Z][a-z]+~){1,3}<STREETS>)\b",
        _trap,
        "He lives at 1600 Pennsylvania Avenue.",
        "In 1600 the avenue was paved.",
    ),
    rule(
        "en.trap.second_of_many",
        "unit ordinal",
        r"<START>(?:split|an?|one|the|his|her|its|their|every|(?:in|for)~a)~second~(?!quarter|half~of)<SECONDTHINGS>\b",
        _trap,
        "He won a second term.",
        "It took a second.",
    ),
    rule(
        "en.trap.second_thing",
        "unit",
        r"<START>an?~second(?=,~[a-z]|~(?!(?:ago|later|earlier|before|after|and|or|of|in|on|for|to|when|as|at|than|from|because|but|if"
        r"|is|was|had|has|they|he|she|it|we|with|while|until|by|per|each)\b)[a-z])",
        _trap,
        "It plans to open a second plant.",
        "It lasted a second.",
    ),
    rule(
        "en.trap.fraction",
        "unit",
        r"<START>(?:(?:(?:<APPROXAMOUNT>|over|only|just)~)?an?~quarter|three~quarters(?=~of)|one~quarter|three-quarters|(?:some|all|many|close|from|living)~quarters"
        r")\b(?!~(?:ago|later|earlier|before|of~an~hour|of~a~century))",
        _trap,
        "A quarter of voters stayed at home.",
        "The fourth quarter was weak.",
    ),
    rule(
        "en.trap.idiom", "unit weekday", r"<START><TIMEIDIOMS>\b", _trap, "The star is 40 light years away.", "The light of years gone by."
    ),
    rule(
        "en.trap.march_on",
        "month",
        r"(?<=[a-z,;][ ])(?-i:(?!<MONTH>|<WEEKDAY>)[A-Z][\w'’-]{2,20}~March)(?=~(?:to|on|for|through|of)~(?-i:[A-Z]|the\b))|<START>"
        r"(?:the~|(?-i:[A-Z]\w+['’]s~))(?-i:March)~(?:to|on|for|through|of)\b|<START>(?-i:March)~(?:on|to|of~the)~(?-i:[A-Z])"
        r"|<START>(?-i:(?:Long|Ice|Salt|Death|Women['’]s|Freedom|Protest|Pride)~March\b)",
        _trap,
        "The Long March began; the March on Rome followed.",
        "The long talks began in March.",
    ),
    rule(
        "en.trap.as_recently",
        "reference",
        r"<START>as~(?:recently|soon)~as(?!~possible)",
        _trap,
        "It was seen as recently as late 2009.",
        "It was seen recently.",
    ),
    rule(
        "en.trap.shows",
        "today",
        r"<START>(?-i:(?:The~)?(?:Tonight~Show|USA~Today|Today~(?:Show|programme|program)))\b",
        _trap,
        "The Tonight Show was cancelled.",
        "The show is tonight.",
    ),
)
