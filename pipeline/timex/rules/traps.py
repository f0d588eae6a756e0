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
        r"<START>(?:an?~)?(?:<COUNT>|few|several|some|many)(?:~|-|<DASH>)(?:<UNIT>)(?:~|-|<DASH>)(?:olds?|of~age)\b(?:~(?:boy|girl|man|woman)s?)?",
        _trap,
        "A 12-year-old boy was hurt.",
        "A 12-year term was given.",
    ),
    rule("en.trap.aged", "digit numberword", r"<START>(?:aged?(?:~of)?|ages)~(?:<COUNT>)(?:~(?:to|and|-)~<COUNT>)?(?:~years)?\b", _trap, "A man aged 45 years died.", "An aged man spent 45 years there."),
    rule(
        "en.trap.title_day",
        "weekday",
        r"<START>(?:the~)?(?:Irish~|Scottish~|New~York~)?(?:<WEEKDAY>)~(?-i:(?:Times|Telegraph|Mirror|Express|Post|Herald|Mail|Star|People|Independent|Tribune|Business|Age|School|Bloody|Club|League|Mass|World|Punch|Nation|Guardian))\b",
        _trap,
        "The Sunday Times reported it.",
        "On Sunday the Times reported it.",
    ),
    rule(
        "en.trap.statute_year",
        "year",
        r"<START>(?:(?-i:the~)(?P<y1><YEAR4>)~(?-i:(?:[A-Z][\w’'-]+~){0,4}(?:Act|Law|Bill|Convention|Treaty|Accords?|Constitution|Agreement|Code))\b|(?-i:(?:Act|Law|Bill|Convention|Regulations?|Order))(?:,~|~)(?P<y2><YEAR4>)\b)",
        _trap,
        "Under the 2020 Data Act firms must report.",
        "In 2020 the Act was passed.",
    ),
    rule(
        "en.trap.quantity",
        "year",
        r"<START>(?:about~|some~|nearly~|almost~|over~|roughly~|only~|all~)?(?<![-'’])(?:1\d{3}|20\d{2})~(?-i:(?!AD|BC))(?:units?|people|soldiers|men|women|children|troops|workers|employees|jobs|homes|houses|households|cars|vehicles|votes|seats|tons?|tonnes|kilometers|kilometres|km|miles|meters|metres|feet|ft|acres|hectares|dollars|euros|pounds|yen|yuan|roubles|rubles|mw|megawatts|calories|passengers|patients|deaths|cases|students|pupils|refugees|migrants|prisoners|guests|fans|spectators|members|delegates|protesters|demonstrators|shares|copies|barrels|points|runs|rpm|hours|days|years|times|words|pages|species|volunteers|residents|civilians|casualties|civilian|dead|injured|wounded|buildings|islands|schools|villages|shops|stores|branches|aircraft|planes|tanks|ships|guns|rounds|percent|per~cent)\b",
        _trap,
        "The plant sold 1,984 cars and 1984 units.",
        "In 1984 the plant closed.",
    ),
    rule(
        "en.trap.product_number",
        "year digit",
        r"<START>(?-i:(?:Airbus|Boeing|Flight|flight|Model|model|Windows|Office|Room|room|Route|route|Highway|highway|Resolution|resolution|Section|section|Article|article|Chapter|chapter|No\.|number|Number|Unit|Class|Gate|Platform|bus|Bus|line|Line|channel|Channel|version|Version|iOS|Android|page|Page|pages|suite|Suite|Apollo|PO~Box|Box|Psalm|Psalms|Formula|World~War|paragraph|Lot|lot|Catch|Agenda|agenda|Vision|vision|Area|Studio))~(?:[A-Z]{0,3}-?)?\d{1,4}\b",
        _trap,
        "Flight 1984 was delayed; Resolution 1701 holds.",
        "The flight in 1984 was delayed.",
    ),
    rule(
        "en.trap.address",
        "year",
        r"<START>(?:1\d{3}|20\d{2})~(?-i:(?:[NSEW]\.?~)?(?:[A-Z][a-z]+~){1,3}(?:Street|St\b|Avenue|Ave\b|Road|Rd\b|Boulevard|Blvd|Drive|Lane|Square|Place))",
        _trap,
        "He lives at 1600 Pennsylvania Avenue.",
        "In 1600 Venice Street was paved.",
    ),
    rule(
        "en.trap.second_thought",
        "unit ordinal",
        r"<START>(?:split|a|one)~second~(?:time|chance|term|thought|half|world|person|round|place|home|look|opinion|reading|language|man|woman|child|son|daughter|wife|husband|vote|attempt|wave|phase|goal|division|city|count|charge|year|day|week|month|quarter|night)\b|<START>(?:the|his|her|its|their|every|in~a|for~a)~second~(?!of~)(?:time|chance|term|thought|half|world|person|round|place|home|look|opinion|reading|language|man|woman|child|son|daughter|wife|husband|vote|attempt|wave|phase|goal|division)\b",
        _trap,
        "He won a second term.",
        "It took a second.",
    ),
    rule(
        "en.trap.fraction",
        "unit",
        r"<START>(?:an?~quarter|three~quarters(?=~of)|one~quarter|three-quarters|(?:some|all|many|close|from|living)~quarters|an?~second(?=~[a-z-]+~))\b(?!~(?:ago|later|earlier|before|of~an~hour|of~a~century))",
        _trap,
        "A quarter of voters stayed at home.",
        "The fourth quarter was weak.",
    ),
    rule(
        "en.trap.time_of_life",
        "unit",
        r"<START>(?:light[- ]years?|leap~years?|school~years?(?=~old)|man-hours?|new~years?(?=~resolution)|days?~off|day~care|day~job|Match~of~the~Day|Man~of~the~Year|Person~of~the~Year|of~the~(?:Year|Month|Week|Day)~(?=award|prize|title)|day-to-day|year-to-date|day~by~day|month-on-month|year-on-year|year-over-year|quarter-on-quarter|once~in~a~lifetime|happy~hours?|rush~hour|zero~hour|eleventh~hour|final~hour|rainy~day)\b",
        _trap,
        "The star is 40 light years away.",
        "The light of years gone by.",
    ),
    rule(
        "en.trap.march_on",
        "month",
        r"<START>(?-i:(?:(?!(?:In|On|By|Since|Until|Last|This|Next|Late|Early|Mid|During|From|And|But|Between|Before|After|To|Through|Of|For|When|Then|While|Each|Every|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February)~)[A-Z][\w'’-]{2,20}~|the~)March)(?=~(?:to|on|for|through|of)~(?-i:[A-Z]|the\b))|<START>(?-i:March)~(?:on|to|of~the)~(?-i:[A-Z])|<START>(?-i:(?:Long|Ice|Salt|Death|Women['’]s|Freedom|Protest|Pride)~March\b)",
        _trap,
        "The Long March began; the March on Rome followed.",
        "The long talks began in March.",
    ),
    rule("en.trap.as_recently", "reference", r"<START>as~(?:recently|soon)~as(?!~possible)", _trap, "It was seen as recently as late 2009.", "It was seen recently."),
    rule("en.trap.tonight_show", "today", r"<START>(?-i:(?:The~)?(?:Tonight~Show|USA~Today|Today~(?:Show|programme|program)))\b", _trap, "The Tonight Show was cancelled.", "The show is tonight."),
)
