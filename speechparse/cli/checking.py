"""Inputs to findings to one report: what `check` does once it knows what is wanted."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from speechparse.check.checked import Checked, Failed, Summary
from speechparse.check.checker import check_outline
from speechparse.check.exact import InexactError, is_exact
from speechparse.check.finding import Severity
from speechparse.check.report import Target, report_for
from speechparse.check.report.wording import changes
from speechparse.check.selection import Selection
from speechparse.check.settings import selection_of
from speechparse.cli import inputs, streams
from speechparse.cli.families import SettingsRefusal, choices
from speechparse.config import folder_of, settings_in
from speechparse.errors import ConfigError, ReadError, SpeechparseError
from speechparse.outline import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from speechparse.check.fixing import Fixed
    from speechparse.check.report import Report
    from speechparse.cli.inputs import Source
    from speechparse.families import Family
    from speechparse.model import Outline


class Options(NamedTuple):
    """What the command line says."""

    files: tuple[str, ...]
    lang: str
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    level: str | None
    fix: bool
    unsafe_fixes: bool
    diff: bool
    format: str
    input_format: str | None
    encoding: str | None
    color: str
    markers: tuple[str, ...]
    without: tuple[str, ...]


class Input(NamedTuple):
    """One input before it is read."""

    name: str
    families: tuple[Family, ...]
    selection: Selection

    def outline(self, text: str) -> Outline:
        """Return the outline of the input's text, or of what it becomes."""
        return parse(text, families=self.families)


def run(options: Options) -> int:
    """Check every input, in the order given, and return the exit code.

    An input that fails is a line on standard error, and the others go on. Raises click.ClickException where what to
    look for is not told right.
    """
    checking = _Checking(options)
    for name in _named(options.files, checking):
        checking.one(name)
    return checking.end()


def _named(files: tuple[str, ...], checking: _Checking) -> Iterator[str]:
    """Yield the inputs, folders as the files in them."""
    for name in files:
        if name == inputs.DASH or not os.path.isdir(name):  # noqa: PTH112 -- pathlib would cost every start 2 ms
            yield name
        else:
            yield from _files_in(name, checking)


def _files_in(folder: str, checking: _Checking) -> Iterator[str]:
    """Yield the files in a folder that have the ending of a format, in order; say where there is none."""
    from speechparse.batch.sources.roots import Root  # noqa: PLC0415 -- only folders need it
    from speechparse.batch.sources.walk import Rules, Walk  # noqa: PLC0415 -- the same
    from speechparse.readers.sniff import ENDINGS  # noqa: PLC0415 -- the same

    empty = True
    for found in Walk([Root("", folder, folder=True)], Rules(endings=frozenset(ENDINGS))):
        empty = False
        if found.error:
            checking.fail(found.path, SpeechparseError(found.error, path=found.path))
        else:
            yield found.path
    if empty:
        streams.complain(f"{folder}: no file in it ends in {' '.join(sorted(ENDINGS))}")


class _Checking:
    """A run: the report as it grows, and what the exit code will be."""

    __slots__ = ("changed", "known", "options", "refused", "report", "summary")

    def __init__(self, options: Options) -> None:
        self.options = options
        self.summary = Summary()
        self.known: dict[str, Input] = {}
        """What is known of the inputs of a folder before they are read."""
        self.changed = 0
        """How many inputs would differ from their originals."""
        self.refused = False
        """Whether an input that is no plain text was to be mended."""
        stream = sys.stderr if options.fix and inputs.DASH in options.files else sys.stdout
        self.report: Report = report_for(options.format, Target(stream, options.color, options.lang))

    def one(self, name: str) -> None:
        """Check one input, mend it where that is wanted, and report it."""
        try:
            checked = self._checked(self._input(name))
        except SpeechparseError as error:
            self.fail(name, error)
            return
        self._report(checked)

    def fail(self, name: str, error: SpeechparseError) -> None:
        """Report an input that failed."""
        streams.complain(str(error))
        path = None if name == inputs.DASH else name
        self._report(Failed(path or streams.STDIN, path, f"{error.what}; {error.hint}" if error.hint else error.what))

    def end(self) -> int:
        """Finish the report and return the exit code."""
        if self.options.diff:
            streams.write_error(f"{changes(self.changed, self.summary.fixed, self.options.lang)}\n")
            found = self.changed > 0
        else:
            self._write(self.report.end(self.summary))
            found = self.summary.findings > 0
        return int(found or self.refused or self.summary.failed > 0)

    def _input(self, name: str) -> Input:
        """Return an input with what its project's settings say of it."""
        folder = folder_of(None if name == inputs.DASH else name)
        if folder not in self.known:
            families = choices((name,), self.options.markers, self.options.without)[name].families()
            self.known[folder] = Input(name, families, self._selection(folder))
        return self.known[folder]._replace(name=name)

    def _selection(self, folder: str) -> Selection:
        options = self.options
        level = Severity(options.level) if options.level else None
        given = Selection(options.select, options.ignore, level)
        try:
            selection = given.over(selection_of(settings_in(folder))) if folder else given
        except (ConfigError, ReadError) as error:
            raise SettingsRefusal(str(error)) from error
        if not (options.fix or options.diff):
            _tell_idle(selection)
        return selection

    def _checked(self, wanted: Input) -> Checked:
        source, data = inputs.read_original(wanted.name, self.options.encoding, self.options.input_format)
        if self.options.fix or self.options.diff:
            return self._mended(wanted, source, data)
        return self._plain(wanted, source, data)

    def _plain(self, wanted: Input, source: Source, data: bytes) -> Checked:
        findings = check_outline(source.text, wanted.outline(source.text), wanted.selection.rules())
        if any(finding.fix for finding in findings) and not is_exact(data, source.text, source.encoding):
            findings = [replace(finding, fix=None) for finding in findings]
        return Checked(source.name, source.path, source.encoding, source.text, findings)

    def _mended(self, wanted: Input, source: Source, data: bytes) -> Checked:
        from speechparse.check.fixing import fix_text  # noqa: PLC0415 -- most runs change nothing
        from speechparse.cli.mending import Original  # noqa: PLC0415 -- the same

        # What only style asks for is mended too, unless a level is named: brackets and marks are what fixes are for.
        rules = wanted.selection.rules(wanted.selection.level or Severity.STYLE)
        fixed = fix_text(source.text, rules, unsafe=self.options.unsafe_fixes, reader=wanted.outline)
        try:
            original = Original(source, data)
        except InexactError as error:
            if source.path is None and self.options.fix:
                raise
            self._refuse(error, fixed)
            return self._plain(wanted, source, data)
        if self.options.diff:
            self.changed += original.show(fixed)
        else:
            original.write(fixed)
        self._tell_stale(source.name, fixed)
        self.summary.fixed += len(fixed.made)
        shown = set(wanted.selection.rules())
        findings = [finding for finding in fixed.remaining if finding.rule in shown]
        return Checked(source.name, source.path, source.encoding, fixed.text, findings)

    def _refuse(self, error: InexactError, fixed: Fixed) -> None:
        """Say that an input cannot be mended, where there is anything to mend."""
        if fixed.made:
            streams.complain(str(error))
            self.refused = True

    def _tell_stale(self, name: str, fixed: Fixed) -> None:
        for line, words in fixed.stale:
            streams.complain(f"{name}:{line}: {words} may refer to an old number")

    def _report(self, checked: Checked | Failed) -> None:
        self.summary.add(checked)
        data = self.report.one(checked)
        if not self.options.diff:
            self._write(data)

    def _write(self, data: bytes) -> None:
        if self.options.fix and inputs.DASH in self.options.files:
            # Standard output is the mended text's.
            streams.write_error(data.decode("utf-8", "replace"))
        elif data:
            streams.write_output(data)


def _tell_idle(selection: Selection) -> None:
    """Say where nothing can be found, because no rule is looked for."""
    if not selection.rules():
        hint = "; try --level style" if selection.rules(Severity.STYLE) else ""
        streams.complain(f"no selected rule reaches level {selection.least}{hint}")
