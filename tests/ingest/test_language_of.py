"""An article in another language is marked; short or odd English is not."""

from __future__ import annotations

import pytest

from pipeline.ingest import article_from_text
from pipeline.ingest.language_of import article_language, language_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Am Montag hat die Regierung in Berlin beschlossen, das Gesetz zu ändern.", "de"),
        ("La ministre de la Santé a démissionné lundi après un vote au parlement.", "fr"),
        ("El presidente anunció el lunes que el gobierno cerrará la embajada.", "es"),
        ("The minister resigned on Monday.", "en"),
        ("Colts Beat Chiefs 20 - 13, Clinch 5th Seed In Playoffs", "en"),
        ("", "en"),
        ("12 345 678", "en"),
    ],
)
def test_language_of(text, code):
    assert language_of(text) == code


OTHERS = [
    ("de", "Der Bundeskanzler reiste am Dienstag nach Paris, um mit dem Präsidenten über den Haushalt der Union zu sprechen."),
    ("fr", "Le gouvernement a annoncé mardi la fermeture de deux centrales, une décision que les syndicats jugent inacceptable."),
    ("es", "La policía detuvo ayer a tres personas en el puerto y se incautó de varias toneladas de tabaco."),
    ("it", "Il ministro degli Esteri ha incontrato ieri a Roma il collega tedesco per parlare della crisi del gas."),
    ("pt", "O presidente da câmara disse ontem que as obras da ponte só vão terminar no próximo ano."),
    ("nl", "De minister zei dinsdag dat de fabriek in Groningen voor het einde van het jaar dicht moet, of later als het nodig is."),
    ("sv", "Regeringen meddelade på tisdagen att den nya bron ska öppna för trafik i mars nästa år."),
    ("da", "Ministeren sagde tirsdag, at broen først åbner for trafik til foråret, og at prisen er steget."),
    ("pl", "Minister spraw zagranicznych spotkał się we wtorek w Warszawie z ambasadorem Francji."),
    ("tr", "Bakan salı günü Ankara'da yaptığı açıklamada köprünün mart ayında açılacağını söyledi."),
    ("ru", "Министр иностранных дел встретился во вторник в Москве с послом Франции."),
    ("el", "Ο υπουργός συναντήθηκε την Τρίτη στην Αθήνα με τον πρέσβη της Γαλλίας."),
    ("zh", "外交部长星期二在北京会见了法国大使，双方讨论了贸易问题。"),
    ("ar", "التقى وزير الخارجية يوم الثلاثاء في القاهرة السفير الفرنسي وبحثا العلاقات بين البلدين."),
    (
        "de",
        "Der Minister sagte dem Sender: “We will not be moved by threats of this kind, and they know it very well.” Danach reiste er ab.",
    ),
]

ENGLISH = [
    "Macron said: « Nous ne céderons pas, la France restera debout et nous ferons tout ce qui est en notre pouvoir pour que cela cesse. »"
    " He spoke on Monday.",
    "Sergei Lavrov told Der Spiegel: 'Wir werden nicht zurückweichen. Das ist unsere feste Absicht, und daran wird sich nichts ändern.'"
    " The ministry declined to comment.",
    "President João Lourenço of Angola met Paulo Portas and José Eduardo dos Santos in Luanda on Friday",
    "RUSSIA EXPELS TWELVE DIPLOMATS. MOSCOW SAID ON MONDAY THAT THEY MUST LEAVE BY MARCH 7.",
    "PRESIDENT RESIGNS AFTER VOTE",
    "MINISTER QUITS",
    "FIRE DESTROYS HISTORIC THEATRE IN PORTO",
    "Real Madrid 2-1 Barcelona",
    "Lula da Silva toma posse",
    "El Niño",
    "Die Hard",
    "Angela Merkel, Emmanuel Macron, Mario Draghi, Pedro Sánchez",
    "Gjensidige Forsikring ASA: Q4 results",
    "SÃO PAULO (Newswire) - Petrobras named Jean Paul Prates chief executive on Thursday.",
    "The film “La vie est un long fleuve tranquille” was shown in Lyon; “Les enfants du paradis” follows on Sunday.",
    "Le Monde, Le Figaro and Libération carried the letter; Le Canard enchaîné did not.",
    "Q1 rev EUR 12.3m vs 11.9m est; EBIT 1.2m; guidance unch",
]


@pytest.mark.parametrize(("code", "text"), OTHERS, ids=lambda value: value if len(value) == 2 else "")
def test_other_languages(code, text):
    assert language_of(text) == code
    assert language_of(text.upper()) in (code, "en")  # capitals may leave a doubt, but never make it a third language


@pytest.mark.parametrize("text", ENGLISH, ids=range(len(ENGLISH)))
def test_english_with_foreign_names_and_quotes_short_or_in_capitals(text):
    assert language_of(text) == "en"
    assert article_language("", text) == "en"


def test_a_source_that_names_the_wrong_language_does_not_hide_an_english_article():
    text = "The council met on Monday to talk about the dam, which engineers say may fail if heavy rain goes on. " * 3
    assert article_language("fr", text) == "en"


def test_article_is_marked():
    text = "Am Montag hat die Regierung in Berlin beschlossen, das Gesetz zu ändern. Der Bundestag stimmt am Freitag ab."
    assert article_from_text(text).language == "de"
    assert article_from_text("The council met on Monday and voted on the dam.").language == "en"


@pytest.mark.parametrize(("given", "expected"), [("en-GB", "en"), ("", "en"), ("EN_us", "en"), ("cy", "cy")])
def test_the_source_may_name_it(given, expected):
    assert article_language(given, "Dam vote") == expected
