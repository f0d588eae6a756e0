"""Each repair of a slip, on hand-made trees: what it mends, and a sentence that looks alike and stays."""

from __future__ import annotations

import pytest

from pipeline.language.decode import Words
from pipeline.language.repairs import repaired

POS = {
    "V": "VERB",
    "N": "NOUN",
    "J": "ADJ",
    "I": "ADP",
    "R": "ADV",
    "D": "DET",
    "M": "AUX",
    ".": "PUNCT",
    ",": "PUNCT",
    "C": "NUM",
    "T": "PART",
}


def tree(text: str) -> tuple[list[str], Words]:
    """Read "word/TAG/label>head" parts; a head is a word or -, an event class follows after "*", a name label after "@"."""
    parts = [part.rsplit("/", 2) for part in text.split()]
    words = [word for word, _, _ in parts]
    tags = [tag for _, tag, _ in parts]
    arcs = [arc.partition(">") for _, _, arc in parts]
    heads, events, names = [], [], []
    for i, (_, _, rest) in enumerate(arcs):
        rest, _, name = rest.partition("@")
        head, _, event = rest.partition("*")
        heads.append(i if head == "-" else words.index(head))
        events.append(event)
        names.append(name or "O")
    pos = ["PROPN" if tag.startswith("NNP") else POS.get(tag[0], "X") for tag in tags]
    starts = [i == 0 for i in range(len(words))]
    return words, Words(tags, pos, [""] * len(words), events, names, starts, heads, [label for label, _, _ in arcs])


def arcs_of(words: list[str], found: Words) -> dict[str, str]:
    return {word: f"{found.tag[i]}/{found.dep[i]}>{'-' if found.head[i] == i else words[found.head[i]]}" for i, word in enumerate(words)}


MENDED = [
    (
        "he/PRP/nsubj>told told/VBD/ROOT>- courts/NNS/obj>told that/WDT/obj>carry she/PRP/nsubj>carry might/MD/aux>carry "
        "carry/VB/acl:relcl>courts on/RP/compound:prt>carry",
        {"carry": "VB/ccomp>told", "that": "IN/mark>carry", "courts": "NNS/iobj>told"},
    ),
    (
        "Castell/NNP/nsubj>told ,/,/punct>leader leader/NN/appos>Castell since/IN/case>May May/NNP/obl>told ,/,/punct>leader "
        "told/VBD/ROOT>- them/PRP/obj>told",
        {"May": "NNP/nmod>leader"},
    ),
    (
        "firm/NN/nsubj>cuts cuts/VBZ/ROOT>- outlook/NN/obj>cuts as/IN/case>orders truck/NN/compound>orders orders/NNS/obl>cuts "
        "slide/NN/compound>outlook",
        {"slide": "VBP/advcl>cuts", "orders": "NNS/nsubj>slide", "as": "IN/mark>slide"},
    ),
    (
        "two/CD/nsubj>agree agree/VBP/ROOT>- after/IN/mark>talks Oslo/NNP/nsubj>talks talks/VBZ/advcl>agree",
        {"talks": "NNS/obl>agree", "Oslo": "NNP/compound>talks", "after": "IN/case>talks"},
    ),
    (
        "dam/NN/compound>failure failure/NN/appos>kills there/RB/advmod>failure kills/VBZ/ROOT>- two/CD/obj>kills",
        {"failure": "NN/nsubj>kills"},
    ),
    (
        "union/NN/nsubj>threatened threatened/VBD/ROOT>- to/TO/mark>strike strike/VB/xcomp>threatened in/IN/case>May "
        "May/NNP/obl>threatened",
        {"May": "NNP/obl>strike"},
    ),
    (
        "they/PRP/nsubj>had had/VBD/ROOT>- goals/NNS/obj>had ruled/VBN/ccomp>had out/RP/compound:prt>ruled "
        "and/CC/cc>hit hit/VBD/conj>ruled bars/NNS/obj>hit",
        {"hit": "VBD/conj>had"},
    ),
    (
        "Reyes/NNP/nsubj>came ,/,/punct>dropped dropped/VBD/parataxis>came in/IN/case>May May/NNP/obl>dropped came/VBD/ROOT>- "
        "on/RP/compound:prt>came",
        {"dropped": "VBN/acl>Reyes"},
    ),
    (
        "They/PRP/nsubj>met met/VBD/ROOT>- family/NN/obj>met of/IN/case>Lind Lind/NNP/nmod>family who/WP/nsubj>died "
        "died/VBD/acl:relcl>family",
        {"died": "VBD/acl:relcl>Lind"},
    ),
    (
        "Vik/NNP/nsubj>postponed postponed/VBD/ROOT>- it/PRP/obj>postponed after/IN/mark>accused Lind/NNP/nsubj>postponed "
        "was/VBD/aux:pass>accused accused/VBN/advcl>postponed",
        {"Lind": "NNP/nsubj:pass>accused"},
    ),
    (
        "Vik/NNP/nsubj>recalled recalled/VBD/ROOT>- cars/NNS/obj>recalled after/IN/case>crash crash/NN/obl>killed "
        "killed/VBD/advcl>recalled Lind/NNP/obj>killed",
        {"crash": "NN/nsubj>killed", "after": "IN/mark>killed"},
    ),
    (
        "Lind/NNP/nsubj>gets gets/VBZ/parataxis>said half/NN/obj>gets ,/,/punct>said academy/NN/nsubj>gets said/VBD/ROOT>-*REPORTING",
        {"academy": "NN/nsubj>said", "gets": "VBZ/ccomp>said"},
    ),
    (
        "son/NN/nsubj>left of/IN/case>docker docker/NN/nmod>son ,/,/punct>son he/PRP/nsubj>left left/VBD/ROOT>- school/NN/obj>left",
        {"son": "NN/dislocated>left"},
    ),
    (
        "Labour/NNP/compound>leader leader/NN/nmod:desc>promised Lind/NNP/flat>leader promised/VBD/ROOT>- support/NN/obj>promised",
        {"leader": "NN/nsubj>promised"},
    ),
    (
        "EU/NNP/compound>deal and/CC/cc>Vik Vik/NNP/conj>EU strike/NN/compound>deal deal/NN/ROOT>- on/IN/case>trade trade/NN/nmod>deal",
        {"strike": "VBP/ROOT>-", "EU": "NNP/nsubj>strike", "deal": "NN/obj>strike"},
    ),
    (
        "VIK/NNP/ROOT>- -/,/punct>court court/NN/appos>VIK acquitted/VBD/parataxis>VIK minister/NN/nsubj>acquitted ././punct>acquitted",
        {"acquitted": "VBD/ROOT>-", "court": "NN/nsubj>acquitted", "minister": "NN/obj>acquitted"},
    ),
    (
        "two/CD/nsubj>died died/VBD/ROOT>- after/IN/case>bus bus/NN/obl>died carrying/VBG/acl>bus pilgrims/NNS/obj>carrying "
        "plunged/VBN/acl>pilgrims there/RB/advmod>plunged",
        {"plunged": "VBD/advcl>died", "bus": "NN/nsubj>plunged", "after": "IN/mark>plunged"},
    ),
    (
        "kick/NN/nsubj:pass>delayed -/HYPH/punct>kick off/RP/compound:prt>delayed was/VBD/aux:pass>delayed delayed/VBN/ROOT>-",
        {"off": "RP/compound:prt>kick"},
    ),
    (
        "Vik/NNP/nsubj>claimed claimed/VBD/ROOT>- attack/NN/obj>claimed*OCCURRENCE on/IN/case>camp camp/NN/nmod>attack "
        "that/WDT/nsubj>injured injured/VBD/acl:relcl>camp two/CD/obj>injured",
        {"injured": "VBD/acl:relcl>attack"},
    ),
    (
        "Berg/NNP/nsubj>fell fell/VBD/ROOT>- with/IN/case>Acme Acme/NNP/obl>fell which/WDT/nsubj>wanted wanted/VBD/acl:relcl>Acme "
        "to/TO/mark>pay pay/VB/xcomp>wanted and/CC/cc>army with2/IN/case>army army/NN/conj>pay".replace("with2", "with"),
        {"army": "NN/conj>Acme"},
    ),
    (
        "Norr/NNP/compound>maker Steel/NNP/appos>Norr ,/,/punct>maker a/DT/det>maker maker/NN/appos>filed that/WDT/nsubj>sank "
        "sank/VBD/acl:relcl>maker ,/,/punct>sank filed/VBN/ROOT>- for/IN/case>help help/NN/obl>filed ././punct>filed",
        {"Norr": "NNP/nsubj>filed", "maker": "NN/appos>Norr", "filed": "VBD/ROOT>-"},
    ),
    (
        "Steel/NNP/compound>filed ,/,/punct>maker a/DT/det>maker maker/NN/appos>filed that/WDT/nsubj>sank sank/VBD/acl:relcl>maker "
        ",/,/punct>sank filed/VBN/ROOT>- for/IN/case>help help/NN/obl>filed ././punct>filed",
        {"Steel": "NNP/nsubj>filed", "maker": "NN/appos>Steel", "filed": "VBD/ROOT>-"},
    ),
    (
        "Cole/NNP/nsubj:pass>fired was/VBD/aux:pass>fired fired/VBN/ROOT>- ,/,/punct>arrested arrested/VBN/advcl>fired and/CC/cc>freed "
        "freed/VBD/conj>arrested",
        {"freed": "VBN/conj>arrested"},
    ),
    (
        "Born/VBN/advcl>left in/IN/case>Oslo Oslo/NNP/obl>Born ,/,/punct>son a/DT/det>son son/NN/nsubj:pass>Born Berg/NNP/nsubj>left "
        "left/VBD/ROOT>-",
        {"son": "NN/appos>Berg"},
    ),
    (
        "Havel/NNP/ROOT>- who/WP/nsubj>climbed climbed/VBD/acl:relcl>Havel it/PRP/obj>climbed ,/,/punct>died has/VBZ/aux>died "
        "died/VBN/parataxis>climbed ././punct>Havel",
        {"Havel": "NNP/nsubj>died", "died": "VBN/ROOT>-", ".": "./punct>died"},
    ),
    (
        "jurors/NNS/nsubj>found found/VBD/ROOT>- him/PRP/obj>found guilty/JJ/xcomp>found of/IN/case>fraud fraud/NN/obl>guilty "
        "and/CC/cc>breaking breaking/VBG/conj>found oaths/NNS/obj>breaking",
        {"breaking": "VBG/conj>fraud"},
    ),
    (
        "firm/NN/nsubj>filed filed/VBN/ROOT>- for/IN/case>help help/NN/obl>filed ././punct>filed",
        {"filed": "VBD/ROOT>-"},
    ),
    (
        "she/PRP/nsubj>won won/VBD/ROOT>- after/IN/case>partner her/PRP$/nmod:poss>partner partner/NN/obl>turned ,/,/punct>Kriz "
        "Kriz/NNP/appos>partner ,/,/punct>partner turned/VBD/conj>won back/RB/advmod>turned",
        {"partner": "NN/nsubj>turned", "after": "IN/mark>turned", "turned": "VBD/advcl>won"},
    ),
    (
        "cod/NN/nsubj>caught caught/VBN/acl>carry there/RB/advmod>caught carry/VBP/ROOT>- mercury/NN/obj>carry ././punct>carry",
        {"cod": "NN/nsubj>carry", "caught": "VBN/acl>cod"},
    ),
    (
        "pact/NN/nsubj>signed ,/,/punct>signed signed/VBD/parataxis>bars in/IN/case>1951 1951/CD/obl>signed bars/VBZ/ROOT>- "
        "building/NN/obj>bars ././punct>bars",
        {"pact": "NN/nsubj>bars", "signed": "VBN/acl>pact"},
    ),
    (
        "workers/NNS/nsubj>laid laid/VBD/ROOT>- off/RP/compound:prt>laid in/IN/case>May May/NNP/obl>laid say/VBP/parataxis>laid "
        "no/UH/obj>say ././punct>laid",
        {"workers": "NNS/nsubj>say", "laid": "VBN/acl>workers", "say": "VBP/ROOT>-", ".": "./punct>say"},
    ),
    (
        "dog/NN/nsubj:pass>led trained/VBN/acl>dog to/TO/mark>sniff sniff/VB/xcomp>trained truffles/NNS/obj>led led/VBD/ROOT>- "
        "police/NNS/obj>led there/RB/advmod>led",
        {"dog": "NN/nsubj>led", "truffles": "NNS/obj>sniff"},
    ),
    (
        "pilot/NN/nsubj:pass>warned was/VBD/aux:pass>warned warned/VBN/ROOT>- about/IN/mark>flying flying/VBG/advcl>warned "
        "low/RB/advmod>flying but/CC/cc>climb did/VBD/aux>climb not/RB/advmod>climb climb/VB/conj>flying",
        {"climb": "VB/conj>warned"},
    ),
    (
        "hall/NN/nsubj>reopens closed/VBN/acl>hall since/IN/case>fire a/DT/det>fire fire/NN/obl>closed destroyed/VBD/parataxis>reopens "
        "it/PRP/obj>destroyed reopens/VBZ/ROOT>-",
        {"fire": "NN/nsubj>destroyed", "since": "IN/mark>destroyed", "destroyed": "VBD/advcl>closed"},
    ),
    (
        "a/DT/det>off run/NN/compound>off off/NN/compound:prt>held will/MD/aux>held be/VB/aux:pass>held held/VBN/ROOT>-",
        {"off": "NN/nsubj:pass>held"},
    ),
    (
        "bridge/NN/nsubj>fell ,/,/punct>built built/VBD/parataxis>bridge in/IN/case>1903 1903/CD/obl>built fell/VBD/ROOT>-",
        {"built": "VBN/acl>bridge"},
    ),
    (
        "bank/NN/compound>shares shares/NNS/nsubj>rally rally/NN/ROOT>-*OCCURRENCE on/IN/case>hopes hopes/NNS/nmod>rally ././punct>rally",
        {"rally": "VBP/ROOT>-", "hopes": "NNS/obl>rally"},
    ),
    (
        "court/NN/compound>jails jails/NNS/ROOT>-*OCCURRENCE old/JJ/amod>mayor mayor/NN/compound>jails for/IN/case>fraud "
        "fraud/NN/nmod>jails ././punct>jails",
        {"court": "NN/nsubj>jails", "jails": "VBZ/ROOT>-", "mayor": "NN/obj>jails", "fraud": "NN/obl>jails"},
    ),
    (
        "UN/NNP/nsubj>talks backs/NNS/compound>talks Oslo/NNP/nsubj>talks talks/NNS/ROOT>-*OCCURRENCE ././punct>talks",
        {"UN": "NNP/nsubj>backs", "backs": "VBZ/ROOT>-", "talks": "NNS/obj>backs"},
    ),
    (
        "school/NN/compound>resumes resumes/NNS/ROOT>-*ASPECTUAL Monday/NNP/nmod:unmarked>resumes ././punct>resumes",
        {"school": "NN/nsubj>resumes", "resumes": "VBZ/ROOT>-", "Monday": "NNP/obl:unmarked>resumes"},
    ),
    (
        "firm/NN/nsubj>agreed agreed/VBD/ROOT>- in/IN/case>May May/NNP/obl>agreed to/TO/mark>pay pay/VB/advcl>agreed it/PRP/obj>pay",
        {"pay": "VB/xcomp>agreed"},
    ),
    (
        "Berg/NNP/nsubj>fled founder/NN/appos>Berg of/IN/case>Acme Acme/NNP/nmod>founder who/WP/nsubj>cheated cheated/VBD/acl:relcl>Acme "
        "fled/VBD/ROOT>-",
        {"cheated": "VBD/acl:relcl>founder"},
    ),
    (
        "Oslo/NNP/nsubj>expelled expelled/VBD/ROOT>- envoys/NNS/obj>expelled and/CC/cc>Berg Berg/NNP/conj>envoys the/DT/det>envoy "
        "envoy/NN/nsubj>confirmed has/VBZ/aux>confirmed confirmed/VBN/parataxis>expelled it/PRP/obj>confirmed",
        {"Berg": "NNP/nsubj>confirmed", "envoy": "NN/appos>Berg", "and": "CC/cc>confirmed", "confirmed": "VBN/conj>expelled"},
    ),
    ("union/NN/nsubj>struck struck/VBD/ROOT>- UPS/NNS/compound:prt>struck", {"UPS": "NNP/obj>struck"}),
    (
        "he/NN/nsubj>cancelled cancelled/VBD/parataxis>planned trip/NN/obj>cancelled planned/VBN/ROOT>- May/NNP/obl>planned",
        {"cancelled": "VBD/ROOT>-", "planned": "VBN/acl>trip"},
    ),
    (
        "strike/NN/nsubj:outer>begin is/VBZ/cop>begin due/JJ/case>begin to/TO/fixed>due begin/VB/ROOT>- soon/RB/advmod>begin",
        {"due": "JJ/ROOT>-", "begin": "VB/xcomp>due", "strike": "NN/nsubj>due", "to": "TO/mark>begin"},
    ),
    (
        "firm/NN/nsubj>has has/VBZ/ROOT>- until/IN/case>Friday Friday/NNP/obl>has to/TO/mark>reply reply/VB/acl>Friday",
        {"reply": "VB/advcl>has"},
    ),
    (
        "bridge/NN/nsubj>said ,/,/punct>Berg Berg/NNP/appos>bridge said/VBD/ROOT>-*REPORTING ,/,/punct>said2 said2/NN/dep>said "
        "collapsed/VBD/ccomp>said*OCCURRENCE",
        {"Berg": "NNP/nsubj>said", "bridge": "NN/nsubj>collapsed"},
    ),
    (
        "agency/NN/nsubj>said said/VBD/ROOT>- court/NN/nsubj>rejected on/IN/case>Monday Monday/NNP/obl>said rejected/VBD/ccomp>said",
        {"Monday": "NNP/obl>rejected"},
    ),
    (
        "reacted/VBD/ROOT>- decision/NN/obl>reacted with/IN/case>Berg Berg/NNP/obl>reacted rejecting/VBG/acl>decision it/PRP/obj>rejecting",
        {"rejecting": "VBG/acl>Berg"},
    ),
    (
        "Turkey/NNP/nsubj>asked asked/VBD/ROOT>- Sweden/NNP/obj>extradite to/TO/mark>extradite extradite/VB/xcomp>asked",
        {"Sweden": "NNP/obj>asked"},
    ),
    ("planes/NNS/nsubj>fell fell/VBD/ROOT>- leaving/VBG/advcl>fell five/CD/obj>leaving dead/JJ/amod>five", {"dead": "JJ/xcomp>leaving"}),
    ("suit/NN/nsubj>names filed/VBD/acl>suit in/IN/case>May May/NNP/obl>filed names/VBZ/ROOT>-", {"filed": "VBN/acl>suit"}),
    ("It/PRP/nsubj>wait did/VBD/aux>wait not/RB/advmod>wait wait/VB/ROOT>- and/CC/cc>left left/VBN/conj>wait", {"left": "VBD/conj>wait"}),
    ("urged/VBD/ROOT>- that/IN/mark>raise Ghana/NNP/nsubj>raise raise/VBP/ccomp>urged taxes/NNS/obj>raise", {"raise": "VB/ccomp>urged"}),
    ("Guards/NNS/nsubj>beat beat/VBP/ROOT>-*OCCURRENCE two/CD/nummod>men men/NNS/obj>beat", {"beat": "VBD/ROOT>-"}),
    (
        "plane/NN/nsubj:pass>warned that/WDT/nsubj>fell fell/VBD/acl:relcl>plane winter/NN/obl:unmarked>warned had/VBD/aux>warned "
        "warned/VBN/ROOT>-",
        {"winter": "NN/obl:unmarked>fell"},
    ),
    (
        "dug/VBD/ROOT>- Sunday/NNP/obl>dug day/NN/obl:unmarked>killed after/IN/case>quake quake/NN/nmod>day killed/VBD/parataxis>dug",
        {"quake": "NN/nsubj>killed", "after": "IN/mark>killed", "killed": "VBD/advcl>dug"},
    ),
    ("Ford/NNP/ROOT>- to/TO/mark>build build/VB/acl>Ford*OCCURRENCE plant/NN/obj>build", {"build": "VB/ROOT>-", "Ford": "NNP/nsubj>build"}),
    (
        "begin/VB/ROOT>- cutting/NN/compound>rates*OCCURRENCE rates/NNS/obj>begin",
        {"cutting": "VBG/xcomp>begin", "rates": "NNS/obj>cutting"},
    ),
    ("Vandals/NNP/nsubj>broke@B-PERSON broke/VBD/ROOT>- in/RB/advmod>broke", {"Vandals": "NNS/nsubj>broke"}),
    (
        "Oslo/NNP/nsubj>sent sent/VBD/ROOT>- one/CD/obj>sent ;/:/punct>Bern Bern/NNP/nsubj>sent intends/VBZ/parataxis>sent",
        {"Bern": "NNP/nsubj>intends"},
    ),
    ("dam/NN/nsubj>broke broke/VBD/acl:relcl>said officials/NNS/nsubj>said said/VBD/ROOT>-", {"broke": "VBD/ccomp>said"}),
    (
        "levee/NN/nsubj:pass>built promised/VBD/ROOT>- in/IN/case>May May/NNP/obl>promised was/VBD/aux:pass>built built/VBN/ccomp>promised",
        {"promised": "VBN/acl>levee", "built": "VBN/ROOT>-", "levee": "NN/nsubj:pass>built"},
    ),
    (
        "forecast/VBD/ROOT>- figure/NN/nsubj>counted ,/,/punct>counted counted/VBD/parataxis>forecast ,/,/punct>counted was/VBD/cop>nine "
        "nine/CD/parataxis>forecast",
        {"counted": "VBN/acl>figure", "figure": "NN/nsubj>nine"},
    ),
    (
        "arrested/VBN/ROOT>- was/VBD/aux:pass>arrested and/CC/cc>extradited extradited/VBD/conj>arrested",
        {"extradited": "VBN/conj>arrested"},
    ),
    (
        "magnitude/NN/compound>quake quake/NN/nsubj>killed killed/VBD/ROOT>- nearly/RB/advmod>killed ninety/CD/nummod>magnitude",
        {"ninety": "CD/obj>killed", "nearly": "RB/advmod>ninety"},
    ),
    (
        "In/IN/case>game game/NN/obl>faced of/IN/case>Group Group/NNP/nmod>game ,/,/punct>game Belgium/NNP/appos>Group "
        "faced/VBD/ROOT>- Panama/NNP/obj>faced",
        {"Belgium": "NNP/nsubj>faced"},
    ),
    (
        "Lind/NNP/nsubj>shipped ,/,/punct>Lind report/NN/nsubj>shipped said/VBD/ROOT>-*REPORTING ,/,/punct>said "
        "shipped/VBD/ccomp>said papers/NNS/obj>shipped",
        {"report": "NN/nsubj>said", "Lind": "NNP/nsubj>shipped"},
    ),
    (
        "Sources/NNS/nsubj>expect expect/VBP/ROOT>- Japan/NNP/nsubj>expect to/TO/mark>update update/VB/xcomp>expect",
        {"Japan": "NNP/obj>expect"},
    ),
    ("miners/NNS/nsubj>trapped trapped/VBD/ROOT>- in/IN/case>mine mine/NN/obl>trapped", {"miners": "NNS/nsubj:pass>trapped"}),
    ("Officials/NNS/nsubj>held Friday/NNP/nsubj>held held/VBD/ROOT>- talks/NNS/obj>held", {"Friday": "NNP/obl:unmarked>held"}),
    (
        "Lund/NNP/nsubj>shipped ,/,/punct>Lund report/NN/nsubj>shipped said/VBD/ROOT>-*REPORTING ,/,/punct>said shipped/VBD/ccomp>said",
        {"report": "NN/nsubj>said", "Lund": "NNP/nsubj>shipped"},
    ),
    (
        "Troops/NNS/nsubj>shelled shelled/VBD/ROOT>- port/NN/obj>shelled ,/,/punct>shelled residents/NNS/nsubj>shelled "
        "said/VBD/conj>shelled*REPORTING ./,/punct>shelled",
        {"said": "VBD/ROOT>-", "shelled": "VBD/ccomp>said", "residents": "NNS/nsubj>said"},
    ),
    (
        "rivals/NNS/ROOT>- there/RB/advmod>rivals ,/,/punct>Russia Russia/NNP/conj>there backing/VBG/acl>Russia junta/NN/obj>backing",
        {"Russia": "NNP/nsubj>backing", "backing": "VBG/advcl>rivals"},
    ),
    (
        "Foods/NNPS/ROOT>- named/VBN/acl>Foods Ana/NNP/obj>named head/NN/xcomp>named ././punct>Foods",
        {"named": "VBD/ROOT>-", "Foods": "NNPS/nsubj>named"},
    ),
    (
        "Harrow/NNP/nsubj>met and/CC/cc>Foods Foods/NNPS/nsubj>met met/VBD/ROOT>-",
        {"Foods": "NNPS/conj>Harrow", "Harrow": "NNP/nsubj>met"},
    ),
    ("Ostrava/NNP/nsubj>sold Tyre/NNP/nsubj>sold sold/VBD/ROOT>- plants/NNS/obj>sold", {"Tyre": "NNP/flat>Ostrava"}),
    (
        "court/NN/nsubj>blocked blocked/VBD/ROOT>- rule/NN/obj>blocked that/WDT/nsubj>cut cut/VBD/acl:relcl>rule aid/NN/obj>cut "
        ",/,/punct>siding siding/VBG/advcl>cut with/IN/case>Texas Texas/NNP/obl>siding",
        {"siding": "VBG/advcl>blocked"},
    ),
    (
        "ship/NN/nsubj>carried carried/VBD/ROOT>- oil/NN/obj>carried and/CC/cc>submarine submarine/NN/conj>oil fired/VBD/conj>carried",
        {"submarine": "NN/nsubj>fired"},
    ),
    (
        "Experts/NNS/nsubj>found led/VBN/advcl>found by/IN/case>Lind Lind/NNP/obl>led found/VBD/ROOT>- it/PRP/obj>found",
        {"led": "VBN/acl>Experts"},
    ),
    (
        "sold/VBN/ROOT>- by/IN/case>owner owner/NN/obl>sold Petros/NNP/obl:agent>sold Kallas/NNP/flat>Petros",
        {"Petros": "NNP/flat>owner", "owner": "NN/obl:agent>sold"},
    ),
    (
        "boat/NN/nsubj:pass>built was/VBD/aux:pass>built built/VBN/ROOT>- and/CC/cc>sold sold/VBD/conj>built by/IN/case>Lind "
        "Lind/NNP/obl>sold",
        {"sold": "VBN/conj>built"},
    ),
    (
        "Lind/NNP/nsubj:pass>re was/VBD/aux:pass>elected re/VBN/ROOT>- -/HYPH/punct>re elected/VBN/amod>re",
        {"elected": "VBN/ROOT>-", "Lind": "NNP/nsubj:pass>elected", "re": "AFX/compound>elected"},
    ),
    (
        "Iran/NNP/nsubj>resume ,/,/punct>US US/NNP/appos>Iran to/TO/mark>resume resume/VB/ROOT>- talks/NNS/obj>resume",
        {"US": "NNP/conj>Iran"},
    ),
    ("Lind/NNP/flat>meet to/TO/mark>meet meet/VB/ROOT>- leaders/NNS/obj>meet", {"Lind": "NNP/nsubj>meet"}),
]
LEFT_ALONE = [
    "he/PRP/nsubj>told told/VBD/ROOT>- women/NNS/obj>told that/WDT/nsubj>called called/VBD/acl:relcl>women",
    "Castell/NNP/nsubj>told ,/,/punct>leader leader/NN/appos>Castell in/IN/case>May May/NNP/obl>told told/VBD/ROOT>- them/PRP/obj>told",
    "firm/NN/nsubj>hires hires/VBZ/ROOT>- Lind/NNP/obj>hires as/IN/case>lead project/NN/compound>lead lead/NN/obl>hires",
    "two/CD/nsubj>agree agree/VBP/ROOT>- after/IN/mark>talks Berg/NNP/nsubj>talks talks/VBZ/advcl>agree of/IN/case>it it/PRP/obl>talks",
    "union/NN/nsubj>threatened threatened/VBD/ROOT>- in/IN/case>May May/NNP/obl>threatened to/TO/mark>strike strike/VB/xcomp>threatened",
    "they/PRP/nsubj>had had/VBD/ROOT>- goals/NNS/obj>had ruled/VBN/ccomp>had and/CC/cc>barred barred/VBN/conj>ruled",
    "They/PRP/nsubj>met met/VBD/ROOT>- daughter/NN/obj>met of/IN/case>Lind Lind/NNP/nmod>daughter who/WP/nsubj>died "
    "died/VBD/acl:relcl>daughter",
    "Vik/NNP/nsubj>fell fell/VBD/ROOT>- because/IN/mark>rained it/PRP/nsubj>rained rained/VBD/advcl>fell",
    "Oxford/NNP/compound>race and/CC/cc>Cambridge Cambridge/NNP/conj>Oxford boat/NN/compound>race race/NN/ROOT>-",
    "two/CD/nsubj>died died/VBD/ROOT>- after/IN/case>boat boat/NN/obl>died carrying/VBG/acl>boat men/NNS/obj>carrying rescued/VBN/acl>men",
    "Vik/NNP/nsubj>claimed claimed/VBD/ROOT>- attack/NN/obj>claimed*OCCURRENCE on/IN/case>man man/NN/nmod>attack "
    "that/WDT/nsubj>injured injured/VBD/acl:relcl>man two/CD/obj>injured",
    "Berg/NNP/nsubj>wanted wanted/VBD/ROOT>- to/TO/mark>pay pay/VB/xcomp>wanted and/CC/cc>leave leave/VB/conj>pay",
    "pact/NN/nsubj>signed ,/,/punct>signed signed/VBN/parataxis>left she/PRP/nsubj>left left/VBD/ROOT>-",
    "mayor/NN/nsubj>quit quit/VBD/ROOT>- ,/,/punct>say say/VBP/parataxis>quit aides/NNS/nsubj>say",
    "prices/NNS/nsubj>fell fell/VBD/ROOT>- hard/RB/advmod>fell say/VBP/parataxis>fell growers/NNS/obj>say",
    "whatever/WDT/det>truffles truffles/NNS/obj>found they/PRP/nsubj>found found/VBD/ROOT>-",
    "he/PRP/nsubj>fell fell/VBD/ROOT>- while/IN/mark>flying flying/VBG/advcl>fell and/CC/cc>gaining gaining/VBG/conj>flying",
    "it/PRP/nsubj>fell fell/VBD/ROOT>- since/IN/case>fire fire/NN/obl>fell rain/NN/nsubj>hit hit/VBD/parataxis>fell",
    "plan/NN/nsubj:pass>called was/VBD/aux:pass>called called/VBN/ROOT>- off/RP/compound:prt>called",
    "drone/NN/compound>attacks attacks/NNS/ROOT>-*OCCURRENCE in/IN/case>Kyiv Kyiv/NNP/nmod>attacks ././punct>attacks",
    "peace/NN/compound>talks talks/NNS/ROOT>-*OCCURRENCE Monday/NNP/nmod:unmarked>talks ././punct>talks",
    "bank/NN/compound>share share/NN/compound>rally rally/NN/ROOT>-*OCCURRENCE on/IN/case>hopes hopes/NNS/nmod>rally ././punct>rally",
    "they/PRP/nsubj>met met/VBD/ROOT>- in/IN/case>May May/NNP/obl>met to/TO/mark>talk talk/VB/advcl>met",
    "trial/NN/nsubj>began of/IN/case>Berg Berg/NNP/nmod>trial who/WP/nsubj>cheated cheated/VBD/acl:relcl>Berg began/VBD/ROOT>-",
    "Oslo/NNP/nsubj>expelled expelled/VBD/ROOT>- envoys/NNS/obj>expelled and/CC/cc>Berg Berg/NNP/conj>envoys ,/,/punct>confirmed "
    "the/DT/det>envoy envoy/NN/nsubj>confirmed has/VBZ/aux>confirmed confirmed/VBN/parataxis>expelled",
    "co/NN/compound>owner -/HYPH/punct>co owner/NN/nsubj>left left/VBD/ROOT>-",
    "Lind/NNP/nsubj>left ,/,/punct>Berg Berg/NNP/appos>Lind ,/,/punct>Lind left/VBD/ROOT>-",
    "Black/NNP/amod>Friday Friday/NNP/nsubj>drew drew/VBD/ROOT>- crowds/NNS/obj>drew",
    "Troops/NNS/nsubj>shelled shelled/VBD/ROOT>- port/NN/obj>shelled residents/NNS/nsubj>said said/VBD/acl:relcl>port*REPORTING "
    "./,/punct>shelled",
    "Lind/NNP/nsubj>met met/VBD/ROOT>- Berg/NNP/obj>met and/CC/cc>Rae Rae/NNP/conj>Berg carrying/VBG/acl>Rae flags/NNS/obj>carrying",
    "Firm/NN/ROOT>- named/VBN/acl>Firm in/IN/case>inquiry inquiry/NN/obl>named ././punct>Firm",
    "U.S./NNP/nsubj>flew and/CC/cc>envoys Russian/JJ/amod>envoys envoys/NNS/nsubj>flew flew/VBD/ROOT>-",
    "He/PRP/nsubj>sold sold/VBD/ROOT>- cars/NNS/obj>sold and/CC/cc>trucks trucks/NNS/conj>cars and2/CC/cc>made made/VBD/conj>sold "
    "money/NN/obj>made",
    "Asked/VBN/advcl>found by/IN/case>Lind Lind/NNP/obl>Asked experts/NNS/nsubj>found found/VBD/ROOT>- it/PRP/obj>found",
    "boat/NN/nsubj:pass>built was/VBD/aux:pass>built built/VBN/ROOT>- and/CC/cc>sank sank/VBD/conj>built there/RB/advmod>sank",
    "DEAL/NN/nsubj>FELL FELL/VBD/ROOT>- UP/RP/compound:prt>FELL",
    "trip/NN/nsubj:pass>planned he/PRP/nsubj>said said/VBD/parataxis>planned was/VBD/aux:pass>planned planned/VBN/ROOT>-",
    "pier/NN/nsubj>closed closed/VBD/ROOT>- due/IN/case>snow to/IN/fixed>due snow/NN/obl>closed",
    "waited/VBD/ROOT>- for/IN/case>chance chance/NN/obl>waited to/TO/mark>reply reply/VB/acl>chance",
    "mayor/NN/nsubj>said ,/,/punct>mayor Berg/NNP/appos>mayor comma/NN/dep>said said/VBD/ROOT>-*REPORTING fell/VBD/ccomp>said",
    "court/NN/nsubj>rejected that/WDT/nsubj>sat sat/VBD/acl:relcl>court Monday/NNP/obl>sat rejected/VBD/ROOT>- it/PRP/obj>rejected",
    "reacted/VBD/ROOT>- to/IN/case>decision decision/NN/obl>reacted rejecting/VBG/acl>decision it/PRP/obj>rejecting",
    "asked/VBD/ROOT>- to/TO/mark>extradite extradite/VB/xcomp>asked Sweden/NNP/obj>extradite",
    "leaving/VBG/ROOT>- five/CD/nummod>bodies dead/JJ/amod>bodies bodies/NNS/obj>leaving",
    "man/NN/nsubj>left who/WP/nsubj>filed filed/VBD/acl:relcl>man suit/NN/obj>filed left/VBD/ROOT>-",
    "did/VBD/aux>see not/RB/advmod>see see/VB/ROOT>- or/CC/cc>hear hear/VB/conj>see",
    "said/VBD/ROOT>- that/IN/mark>raise taxes/NNS/nsubj>raise raise/VBP/ccomp>said prices/NNS/obj>raise",
    "Guards/NNS/nsubj>beat often/RB/advmod>beat beat/VBP/ROOT>-*OCCURRENCE men/NNS/obj>beat",
    "plane/NN/nsubj:pass>warned that/WDT/nsubj>fell fell/VBD/acl:relcl>plane ,/,/punct>warned winter/NN/obl:unmarked>warned "
    "had/VBD/aux>warned warned/VBN/ROOT>-",
    "dug/VBD/ROOT>- day/NN/obl:unmarked>dug after/IN/case>quake quake/NN/nmod>day it/PRP/nsubj>killed killed/VBD/parataxis>dug",
    "Plan/NN/ROOT>- to/TO/mark>build build/VB/acl>Plan*OCCURRENCE plant/NN/obj>build",
    "begin/VB/ROOT>- training/NN/compound>courses courses/NNS/obj>begin",
    "mattered/VBD/csubj>was minister/NN/nsubj>said said/VBD/parataxis>was price/NN/ROOT>- was/VBD/cop>price",
    "officials/NNS/nsubj>said said/VBD/ROOT>- dam/NN/nsubj>old that/WDT/nsubj>broke broke/VBD/acl:relcl>dam old/JJ/ccomp>said",
    "Engineers/NNS/nsubj>promised promised/VBD/ROOT>- levee/NN/nsubj:pass>built was/VBD/aux:pass>built built/VBN/ccomp>promised",
    "arrested/VBN/ROOT>- was/VBD/aux:pass>arrested and/CC/cc>escaped escaped/VBD/conj>arrested",
    "quake/NN/nsubj>killed of/IN/case>May May/CD/nummod>quake killed/VBD/ROOT>- many/JJ/obj>killed",
    "In/IN/case>Leeds Leeds/NNP/obl>rained ,/,/punct>Leeds England/NNP/appos>Leeds it/PRP/nsubj>rained rained/VBD/ROOT>-",
    "Lind/NNP/nsubj>said said/VBD/ROOT>-*REPORTING report/NN/nsubj>shipped shipped/VBD/ccomp>said papers/NNS/obj>shipped",
    "So/RB/advmod>said said/VBD/ROOT>- minister/NN/nsubj>said",
    "Police/NNS/nsubj>arrested arrested/VBD/ROOT>- men/NNS/obj>arrested",
    "Jobs/NNP/nsubj>said@B-PERSON said/VBD/ROOT>- that/IN/dep>said Steve/NNP/obj>said Jobs/NNP/flat>Steve",
]


@pytest.mark.parametrize(("text", "wanted"), MENDED, ids=[text.split("/")[0] for text, _ in MENDED])
def test_a_slip_is_mended(text, wanted):
    words, found = tree(text)
    arcs = arcs_of(words, repaired(words, found))
    assert {word: arcs[word] for word in wanted} == wanted


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_right_stays(text):
    words, found = tree(text)
    assert arcs_of(words, repaired(words, found)) == arcs_of(words, found)


@pytest.mark.parametrize("text", [text for text, _ in MENDED])
def test_repairs_are_idempotent_and_leave_their_input(text):
    words, found = tree(text)
    before = arcs_of(words, found)
    once = repaired(words, found)
    assert arcs_of(words, found) == before
    assert arcs_of(words, repaired(words, once)) == arcs_of(words, once)
