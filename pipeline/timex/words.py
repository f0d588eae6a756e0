"""The time words of data/en/timex as lookups: lower-case word -> what it stands for."""

from __future__ import annotations

from pipeline.language.data_files import read_table, read_words

_FOLDER = "en/timex/"


def _numbers_by(file: str, key: str, value: str) -> dict[str, int]:
    return {row[key].lower(): int(row[value]) for row in read_table(_FOLDER + file, key, value)}


MONTHS = _numbers_by("months.csv", "word", "month")
WEEKDAYS = _numbers_by("weekdays.csv", "word", "weekday")
ORDINALS = _numbers_by("ordinals.csv", "word", "value")
DECADES = _numbers_by("decades.csv", "word", "decade")
SHORT_MONTHS = frozenset(row["word"].lower() for row in read_table(_FOLDER + "months.csv", "word", "short") if row["short"] == "yes")
SHORT_WEEKDAYS = frozenset(row["word"].lower() for row in read_table(_FOLDER + "weekdays.csv", "word", "short") if row["short"] == "yes")
NUMBERS = {row["word"]: (int(row["value"]), row["kind"]) for row in read_table(_FOLDER + "numbers.csv", "word", "value", "kind")}
UNITS = {row["word"]: row["unit"] for row in read_table(_FOLDER + "units.csv", "word", "unit")}
UNIT_NUMBER = {row["word"]: row["number"] for row in read_table(_FOLDER + "units.csv", "word", "number")}
UNIT_CODES = {row["unit"]: row for row in read_table(_FOLDER + "unit_codes.csv", "unit", "code", "clock", "times", "vague")}
VAGUE_COUNTS = tuple(row["phrase"] for row in read_table(_FOLDER + "vague_counts.csv", "phrase"))
APPROXIMATIONS = {row["phrase"]: (row["mod"], row["kind"]) for row in read_table(_FOLDER + "approximations.csv", "phrase", "mod", "kind")}
PARTS_OF_PERIOD = {row["phrase"]: (row["mod"], row["form"]) for row in read_table(_FOLDER + "parts_of_period.csv", "phrase", "mod", "form")}
PARTS_OF_DAY = {row["word"]: row for row in read_table(_FOLDER + "parts_of_day.csv", "word", "code", "first", "last", "exact")}
SEASONS = {row["word"]: (row["code"], int(row["month"])) for row in read_table(_FOLDER + "seasons.csv", "word", "code", "month")}
WHICH = {row["phrase"]: (int(row["shift"]), row["from"]) for row in read_table(_FOLDER + "which.csv", "phrase", "shift", "from")}
STRETCHES = {row["phrase"]: (row["side"], row["from"]) for row in read_table(_FOLDER + "stretches.csv", "phrase", "side", "from")}
REFERENCES = {row["phrase"]: (row["value"], row["when"]) for row in read_table(_FOLDER + "references.csv", "phrase", "value", "when")}
SETS = {row["word"]: row["value"] for row in read_table(_FOLDER + "sets.csv", "word", "value")}
HOLIDAYS = {row["name"].lower(): row for row in read_table(_FOLDER + "holidays.csv", "name", "rule", "argument")}
COUNTRY_HOLIDAYS = {row["name"].lower(): row for row in read_table(_FOLDER + "country_holidays.csv", "name", "official", "assumed")}
_CUE_ROWS = [(row["lemma"], row["kind"]) for row in read_table(_FOLDER + "future_cues.csv", "lemma", "kind")]
FUTURE_CUES = {lemma: frozenset(kind for other, kind in _CUE_ROWS if other == lemma) for lemma, _ in _CUE_ROWS}
FUTURE_MODALS = frozenset(row["lemma"] for row in read_table(_FOLDER + "future_modals.csv", "lemma"))
HELD_OVER = {row["lemma"]: row["kind"] for row in read_table(_FOLDER + "held_over.csv", "lemma", "kind")}
SUDDEN_EVENTS = read_words(_FOLDER + "sudden_events.txt")
COMPARISON_WORDS = read_words(_FOLDER + "comparison_words.txt")
CONDITION_MARKS = read_words(_FOLDER + "condition_marks.txt")
FORMER_PLAN_ADJECTIVES = read_words(_FOLDER + "former_plan_adjectives.txt")
HEADING_VERBS = read_words(_FOLDER + "heading_verbs.txt")
GAME_WORDS = read_words(_FOLDER + "game_words.txt")
RESULT_NOUNS = read_words(_FOLDER + "result_nouns.txt")
RESULT_VERBS = read_words(_FOLDER + "result_verbs.txt")
LOOKING_BACK_VERBS = read_words(_FOLDER + "looking_back_verbs.txt")
SPEECH_VERBS = frozenset(row["verb"] for row in read_table("en/events/attribution_verbs.csv", "verb"))
CALLED_OFF_VERBS = read_words(_FOLDER + "called_off_verbs.txt")
PLANNED_EVENTS = read_words(_FOLDER + "planned_events.txt")
AFTERMATH_VERBS = read_words(_FOLDER + "aftermath_verbs.txt")
MONTH_VERBS = read_words(_FOLDER + "month_verbs.txt")
RECORD_NOUNS = read_words(_FOLDER + "record_nouns.txt")
ABBREVIATIONS = frozenset(row["word"] for row in read_table(_FOLDER + "abbreviations.csv", "word"))
ZONES = {row["name"].upper(): int(row["offset"]) for row in read_table("world/time_zones.csv", "name", "offset")}
SOUTHERN_PLACES = frozenset(row["place"] for row in read_table("world/hemispheres.csv", "place"))
