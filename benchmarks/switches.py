"""What can be switched off for the ablation: each kind of evidence by its name, with what stands in for it.

A switch names the places in the package that hold the evidence, where they are used, as `module.name`; a change takes
what is there and gives what answers instead, as if the evidence said nothing. So the package needs no flags for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from speechparse.candidates import GLUED
from speechparse.families import BY_NAME, SPACE

Change = Callable[[Any], Any]
"""Takes what is there, gives what stands in for it."""
Switch = dict[str, Change]
"""By place: what to do with it."""


# --- changes ---------------------------------------------------------------------------------------------------------


def always(value: object) -> Change:
    """Return a change to a function that gives one answer."""
    return lambda _: lambda *_, **__: value


def argument(index: int) -> Change:
    """Return a change to a function that gives one of its arguments back."""
    return lambda _: lambda *arguments, **__: arguments[index]


def table(value: object) -> Change:
    """Return a change to another table of words, or another pattern."""
    return lambda _: value


def emptied(words: Any) -> Any:  # noqa: ANN401 a table of words of any kind
    """Change a table of words to one of its kind without any."""
    return type(words)()


def less(*indices: int) -> Change:
    """Return a change to a table without some of its rows."""
    return lambda rows: tuple(row for index, row in enumerate(rows) if index not in indices)


def without_doubts(*reasons: str) -> Change:
    """Return a change to the table of doubts: some of them raise none."""

    def silenced(doubt: Callable[..., str]) -> Callable[..., str]:
        return lambda *arguments: "" if (reason := doubt(*arguments)) in reasons else reason

    return lambda doubts: {name: silenced(doubt) for name, doubt in doubts.items()}


def without_style(name: str) -> Change:
    """Return a change to what gives the styles of numbered speeches: one of them is missing."""
    return lambda forms: lambda: tuple(form for form in forms() if form[0] != name)


def _without_bracket_doubt(doubts: dict[str, Any]) -> dict[str, Any]:
    return {name: doubt for name, doubt in doubts.items() if name != "arabic-half"}


def _anywhere(scan: Callable[..., Any]) -> Callable[..., Any]:
    """Change a scan to one for which every position of a marker proves as much."""

    def change(text: str, families: tuple[Any, ...]) -> Any:  # noqa: ANN401 what mypy knows is patched
        return scan(text, tuple(row._replace(firm=row.firm + row.weak, weak="") for row in families))

    return change


def _unranked(has_ended: Callable[..., bool]) -> Callable[..., bool]:
    """Change a question about a new list to one that knows no rank of its family."""

    def change(scope: object, stack: object, run: object, mark: Any) -> bool:  # noqa: ANN401 as above
        return has_ended(scope, stack, run, _Unranked(mark))

    return change


class _Unranked:
    """A candidate whose family ranks below all others."""

    def __init__(self, mark: Any) -> None:  # noqa: ANN401 as above
        self._mark = mark
        self.family = mark.family._replace(rank=99)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 as above
        return getattr(self._mark, name)


def _never_resumed(judge: Callable[..., None]) -> Callable[..., None]:
    def change(run: Any) -> None:  # noqa: ANN401 as above
        run.resumed = False
        judge(run)

    return change


def _counts_on_anywhere(_: object) -> Callable[..., bool]:
    return lambda _text, before, run: before.ordinals[-1] + 1 == run.ordinals[0]


def _one_speech(_: object) -> Callable[..., Any]:
    from speechparse import speeches  # noqa: PLC0415 the private function of the module that is patched

    single = vars(speeches)["_single"]
    return lambda text, marked: [] if text.isspace() else [single(text, marked, len(text) - 1)]


class _NoOrder(dict[str, set[str]]):
    """An order of families that the text does not show."""

    def __missing__(self, key: str) -> set[str]:
        """Nothing stands below any family."""
        return set()


NO: Final = always(value=False)
YES: Final = always(value=True)
NOTHING: Final = always(())
NONE: Final = always(None)
NOWHERE: Final = table("(?!)")
"""A pattern that nothing fits."""

# --- what can be switched off ----------------------------------------------------------------------------------------

READING: Final[dict[str, Switch]] = {
    "look-alikes and invisible characters": {"fold._ODD": table(re.compile("(?!)"))},
    "bold marks": {"fold._BOLD": NOWHERE},
    "blanks for lost line breaks": {"fold._seams": argument(0)},
    "hard line breaks": {"fold.line_joins": lambda _: lambda *_: []},
    "hard lines: width": {"wraps.full_lines": NONE},
    "hard lines: marks that open no line": {"wraps._TORN": NOWHERE},
    "hard lines: page numbers between": {"wraps._behind_page_number": always(0)},
    "hard lines: titles that fill a line": {"wraps._ends_title": NO},
}
"""How the text is read."""

SCANNING: Final[dict[str, Switch]] = {
    "position before a marker": {"outline.scan": _anywhere},
    "bullets and blanks before a marker": {"scan.position_through": always(GLUED)},
    "brackets and marks before a marker": {"surroundings._PASSED": table(frozenset(SPACE))},
    "quotation marks": {"scan.is_quoted": NO, "scan.quotation_end": always(0)},
    "quotation marks in mid-line": {"scan.is_quoted": NO},
    "quotations of several lines": {"scan.quotation_end": always(0)},
    "forms at line starts": {"scan._with_line_forms": argument(1)},
    "form 01 标题": {"scan.LINE_FORMS": less(0)},
    "form 希望一：": {"scan.LINE_FORMS": less(1)},
    "form 1， 1：": {"scan.LINE_FORMS": less(2)},
    "form 一。": {"scan.LINE_FORMS": less(7)},
    "form 其一 alone": {"scan.LINE_FORMS": less(3)},
    "form 【一】": {"scan.LINE_FORMS": less(4)},
    "form 【1】": {"scan.LINE_FORMS": less(5)},
    "form 1 标题": {"scan.LINE_FORMS": less(6)},
    "form 一 标题": {"scan.LINE_FORMS": less(8)},
    "议题一： is a heading": {"scan.NOUN_FIRST": table(BY_NAME["di-unit"])},
    "星期一： is no point": {"markers._NO_POINTS": emptied},
    "all doubts": {"scan.DOUBTS": lambda doubts: {name: lambda *_: "" for name in doubts}},
    "doubt: coordination (一、二等奖)": {"scan.DOUBTS": without_doubts("coordination")},
    "doubt: reference (按照第二条)": {"scan.DOUBTS": without_doubts("reference")},
    "doubt: bracket opened before (注1)": {
        "scan.DOUBTS": _without_bracket_doubt,
        "doubts._doubt_half": always(""),
    },
    "doubt: footnote": {"scan.DOUBTS": without_doubts("footnote")},
    "doubt: number (3：1、)": {"scan.DOUBTS": without_doubts("number")},
    "doubt: word (统一是)": {"scan.DOUBTS": without_doubts("word")},
    "doubt: farewell (最后，祝大家)": {"scan.DOUBTS": without_doubts("farewell")},
    "doubt: courtesy (首先感谢)": {"scan.DOUBTS": without_doubts("courtesy")},
    "contents: dots and page numbers": {"scan.is_leader_line": NO},
    "contents and notes": {"outline.side_lists": NOTHING},
    "contents: unnumbered lines": {"asides._UNNUMBERED": emptied},
    "lists of terms and attachments": {"asides._GLOSSARY": NOWHERE},
    "footnotes and their calls": {"asides._footnotes": lambda _: lambda *_: []},
    "footnotes: what a lone note begins with": {"asides._NOTED": table(("",))},
}
"""Which places may be markers."""

LINKING: Final[dict[str, Switch]] = {
    "glued first heading before 2 and 3": {"runs.promote_firsts": NONE},
    "filling of holes": {"runs.fill": NONE},
    "filling: the first": {"filling._fill_first": NONE},
    "filling: in between": {"filling._fill_between": NONE},
    "filling: the last": {"filling._fill_last": NONE},
    "filling: by doubtful ones": {"filling._FILLING": table(("",))},
    "weak runs": {"runs.link_weak": lambda _: lambda *_: []},
    "weak runs: brackets": {"filling._is_bracket": NO},
    "weak runs: of at least so many": {"filling._is_close_list": YES},
    "weak runs: words in one sentence": {"filling._is_one_sentence": YES},
    "weak runs: words that echo": {"filling._is_echoed": YES},
    "twins (一是…一是…)": {"runs._pair_twins": NONE},
    "parallel (一个是…一个是)": {"linking._goes_on_parallel": NO},
    "mixing of families": {"linking._mix": NO},
    "mixing: 此外, 还有一点": {"linking._takes_more": NO},
    "mixing: 此外 wherever it stands": {"linking._takes_more": YES},
    "mixing: 首先…第二 in one paragraph": {"linking._answers_first": NO},
    "end of a list in 最后": {"linking._is_over": NO},
    "previews": {"runs.drop_previews": NONE},
    "resumed numbering": {"runs.judge": _never_resumed},
    "resumed numbering: lone members": {"runs._counts_on": _counts_on_anywhere},
    "lone headings": {"judging._LONE_FAMILIES": emptied},
    "neighbours without a first": {"judging._neighbours": NO},
    "place and distance of members": {"linking._place": always(2.0)},
    "firm block against inline": {"opened._stands": NO},
    "heading that outranks a block": {"opened._outranks": NO},
    "heading 附则": {"runs.has_tail_heading": NO, "scope.has_tail_heading": NO},
    "announcements in runs": {"run.announced": NONE},
    "speaker turns": {"turns.Turns.speaker": always("")},
    "speaker turns cut lists": {"runs.cut_at_turns": lambda _: lambda *_: []},
    "speaker turns end items": {"scope._is_other_turn": NO},
    "speaker turns: parts of an interview": {"turns.Turns.number_parts": NO},
    "speaker turns: names and offices": {"turns._is_person": NO},
    "speaker turns: 记者, 主持人": {"turns._ASKING": emptied},
    "speaker turns: fields (责任单位：)": {"turns._FIELDS": emptied},
    "speaker turns: what is said": {"turns._is_said": YES},
    "speaker turns: audience is no speaker": {"turns._is_audience": NO},
}
"""Which markers make a list."""

NESTING: Final[dict[str, Switch]] = {
    "shown order": {"nest._shown_order": lambda _: lambda *_: _NoOrder()},
    "rank": {"scope._has_ended_in_line": _unranked, "scope._has_ended_later": _unranked, "opened._outranks": NO},
    "rank in a line": {"scope._has_ended_in_line": _unranked},
    "rank after a line": {"scope._has_ended_later": _unranked},
    "list right below its item": {"scope._introduces": NO},
    "inline list in its paragraph": {"scope.opens_own_line": YES, "extents.opens_own_line": YES},
    "paragraph scope": {"scope._is_past_scope": NO},
    "usual size of items": {"scope.usual_size": always(0), "extents.usual_size": always(0)},
    "usual size: bare headings": {"extents._is_bare": NO},
    "salutations in mid-speech": {
        "scope.is_vocative": NO,
        "landmarks.is_vocative": NO,
        "finds.is_vocative": NO,
        "finds.Addresses.stand_between": NO,
    },
    "salutations in mid-line": {"finds.Addresses.stand_between": NO},
    "paragraphs that look back": {"finds.looks_back": NO, "landmarks.looks_back": NO},
    "unnumbered headings": {"scope._is_headed_off": NO},
    "unnumbered headings in earlier items": {"scope._has_subheadings": NO},
    "last appeal near the end": {"scope._takes_leave": NO},
    "fresh announcements (我再讲三句话)": {"scope.announces_afresh": NO},
    "还有 after 最后": {"scope.goes_further": NO},
    "sentence that closed an inline list": {"scope._sentence_closed": NO},
    "short-item sentences": {"scope.short_items": NO, "extents.short_items": NO},
    "closing phrases of lists": {"extents.list_close": argument(2)},
    "announcements in nesting": {"scope.announced": NONE},
    "announcements": {"run.announced": NONE, "scope.announced": NONE, "build.announced": NONE},
    "announcements: number that came": {
        "build.announced": lambda announced: lambda text, begin, end, *_: announced(text, begin, end),
    },
    "announcements: what is counted": {"cues._says_what": NO},
    "announcements: nearness": {"cues._is_near": YES},
}
"""Which list belongs to which item, and where each ends."""

TITLING: Final[dict[str, Switch]] = {
    "headings of one sentence": {"build.is_single_sentence": NO},
    "heading on the next line": {"build.next_line_span": lambda _: lambda _text, begin, _limit: (begin, begin)},
    "clauses that lead up to the point": {"titles.leads_up": NO},
    "clauses: 为了, 只有": {"clauses._ALWAYS": emptied},
    "clauses: 对, 从 and a thing": {"clauses._NOUN_FOLLOWS": emptied},
    "clauses: 以来, 过程中": {"clauses._TIME_ENDS": emptied},
    "clauses: 在 and a place": {"clauses._only_says_where": NO},
    "openers behind a lost line break": {"titles._OPENERS": emptied},
    "a law's purpose": {"titles._FOUNDING": table("\0")},
}
"""Where titles end."""

PARTING: Final[dict[str, Switch]] = {
    "speeches numbered in mid-line": {"borders.midline_borders": lambda _: lambda *_: []},
    "several speeches": {"outline.split": _one_speech},
    "numbered speeches": {"borders.numbered_borders": lambda _: lambda *_: []},
    "numbered: 第一篇": {"numbered._forms": without_style("ordered")},
    "numbered: 篇1": {"numbered._forms": without_style("numbered")},
    "numbered: 范文1": {"numbered._forms": without_style("sample")},
    "numbered: 讲话稿一": {"numbered._forms": without_style("genre")},
    "numbered: 标题(二)": {"numbered._forms": without_style("suffix")},
    "numbered: 标题之二": {"numbered._forms": without_style("suffix-zhi")},
    "numbered: contents of a page": {"numbered._is_entry": NO},
    "numbered: two in a line": {"numbered._SEVERAL": NOWHERE},
    "titled speeches": {"borders._titled_borders": lambda _: lambda *_: []},
    "titled: in a numbered list": {"borders._listed_title_above": NONE},
    "titled: plain titles": {"borders._plain_title_above": NONE},
    "speech before the first numbered": {"speeches._before": lambda _: lambda *_: []},
    "numbered: 标题（第1篇）": {"numbered._forms": without_style("ordered-suffix")},
    "numbered: styles that follow each other": {"numbered._other_forms": lambda _: lambda *_: []},
    "frame of a page": {
        **dict.fromkeys(("foot.is_footer", "foot.is_page_number"), NO),
        **dict.fromkeys(("heads.is_header", "heads.is_footer", "heads.is_page_number", "heads.is_menu_word"), NO),
    },
    "frame: footers": {"foot.is_footer": NO, "heads.is_footer": NO},
    "frame: headers": {"heads.is_header": NO, "borders.is_header": NO},
    "frame: page numbers": {"foot.is_page_number": NO, "heads.is_page_number": NO},
    "frame: links below numbered lines": {"foot.is_link_list": NO},
    "frame: prose ends it": {"foot._is_prose": NO},
    "frame: words of leave end it": {"foot._takes_leave": NO},
    "frame: notes in brackets": {"foot.is_note": NO},
    "frame: drawn lines": {"foot.is_rule": NO, "heads.is_rule": NO},
    "frame: the foot of a mail": {"foot.is_mail_foot": NO},
    "frame: notes of an editor": {"foot.is_afterword": NO},
    "frame: what was done after the thanks": {"foot.is_narrated": NO},
    "frame: the head of a forwarded mail": {"heads.forwarded_from": always(0)},
    "frame: captions": {"foot.is_caption": NO},
    "frame: marks of an end": {"foot.is_end_mark": NO},
    "frame: running heads": {"foot._Foot._is_running_head": NO},
    "frame: enclosures": {"foot.is_enclosure": NO},
    "frame: terms explained at the end": {"foot.is_glossary": NO},
    "frame: fields of minutes": {"foot.is_minutes_field": NO},
    "frame: credits": {"foot.is_loose": NO},
    "frame: menus": {"heads._menu": lambda _: lambda *_: set()},
    "frame: words of menus": {"heads.is_menu_word": NO},
    "frame: menus in a bar": {"heads._is_bar": NO},
    "frame: headlines above the title": {"asides.headlines": NONE, "heads.headlines": NONE},
    "frame: numbered links above the title": {"heads.numbered_links": NOTHING},
    "frame: a note above the title": {"heads.below_note": NONE},
    "look of a title": {"heads.looks_like_title": NO, "borders.looks_like_title": NO},
    "title above its subtitle": {"heads._subtitled": NONE},
    "title below a page number": {"heads._below_numbers": NOTHING},
    "title of several lines": {"heads._widened": argument(1)},
    "lines below a title": {"heads._is_subtitle": NO, "heads._is_name": NO, "heads.is_date_line": NO},
    "salutation in a first paragraph": {
        "heads.address_length": lambda _: lambda line: len(line) if _is_whole_salutation(line) else 0,
    },
    "offices that a letter goes to": {"heads.is_addressee": NO, "borders.is_addressee": NO},
    "closing of a speech": {"outline.closing_start": argument(2)},
    "closing: 同志们，": {"closing.is_vocative": NO},
    "closing: phrases": {"closing.is_closing": NO},
    "closing: signature": {"closing._signature_start": argument(2)},
    "closing: further matter behind it": {"closing.opens_matter": NO},
    "closing: last paragraph": {"closing._last_start": argument(2)},
    "closing: leave in mid-line": {"closing.parting_start": argument(2)},
    "closing: turns of phrase in it": {"outline.drop_phrases": NONE},
    "closing: address in mid-line": {"closing._inline_start": argument(2)},
    "duplicates": {"outline._mark_duplicates": NONE},
}
"""Where the speeches of a page begin and end, and what of it is none."""


def _is_whole_salutation(line: str) -> bool:
    from speechparse.cues import is_salutation  # noqa: PLC0415 never patched there

    return is_salutation(line)


SWITCHES: Final[dict[str, Switch]] = READING | SCANNING | LINKING | NESTING | TITLING | PARTING
"""All of them, by name."""
