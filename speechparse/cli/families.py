"""What to look for: the options `--marker` and `--without`, and the settings of the project that an input is in.

The command line adds to the settings. Where both give patterns under one name, the command line's count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple
from unicodedata import east_asian_width

import click

from speechparse.cli import inputs, streams
from speechparse.config import folder_of, settings_in
from speechparse.errors import ConfigError, PatternError, ReadError
from speechparse.families import FAMILIES, families_with
from speechparse.render.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any, TypeVar

    from speechparse.families import Family

    Command = TypeVar("Command", bound=Callable[..., Any])


class Choice(NamedTuple):
    """Which families to look for, in words: what can be kept and handed to other processes."""

    markers: tuple[str, ...] = ()
    """Patterns of one's own, as `第%步` or `steps=第%步`."""
    without: tuple[str, ...] = ()
    """Names of families to leave out."""

    def families(self) -> tuple[Family, ...]:
        """Return the families; raises PatternError. The same choice gives the same tuple."""
        return families_with(*self)

    def over(self, settings: Choice) -> Choice:
        """Return this choice with what the settings add to it."""
        named = {name for marker in self.markers if (name := _name(marker))}
        added = [marker for marker in settings.markers if marker not in self.markers and _name(marker) not in named]
        without = dict.fromkeys((*self.without, *settings.without))
        return Choice((*self.markers, *added), tuple(without))


class SettingsRefusal(click.ClickException):
    """A configuration file that cannot be used: nothing is done, as for a wrong option."""

    exit_code = 2

    def show(self, file: object = None) -> None:  # noqa: ARG002 -- click's signature
        """Write it on standard error as every other error, and nothing of options, which are not to blame."""
        line, *drawing = self.message.split("\n")
        streams.complain(line)
        streams.write_error("".join(f"{more}\n" for more in drawing))


def choices(names: Iterable[str], markers: Iterable[str], without: Iterable[str]) -> dict[str, Choice]:
    """Return what to look for in each input, by its name as given: a file, a folder, or `-`.

    Raises click.UsageError where the options are wrong, and SettingsRefusal where a configuration file is: all that can
    be wrong is found before anything is read.
    """
    given = Choice(tuple(markers), tuple(without))
    folders: dict[str, Choice] = {}
    found: dict[str, Choice] = {}
    for name in names:
        folder = folder_of(None if name == inputs.DASH else name)
        if folder not in folders:
            folders[folder] = _checked(given.over(_settings(folder)))
        found[name] = folders[folder]
    return found


def _settings(folder: str) -> Choice:
    if not folder:
        return Choice()
    path = ""
    try:
        table = settings_in(folder)
        path = table.path
        choice = Choice(table.strings("markers"), table.strings("without"))
        choice.families()
    except PatternError as error:
        raise SettingsRefusal(f"{path}: {error}{_drawing(error)}") from error
    except (ConfigError, ReadError) as error:
        raise SettingsRefusal(str(error)) from error
    return choice


def _checked(choice: Choice) -> Choice:
    """Return a choice whose patterns are known to be sound, if its names are too; else refuse the option."""
    try:
        choice.families()
    except PatternError as error:
        context = click.get_current_context(silent=True)
        raise click.BadParameter(_said(error), context, param_hint="'--without'") from error
    return choice


def _name(marker: str) -> str:
    from speechparse.custom import given_name  # noqa: PLC0415 -- most runs have no markers of their own

    return given_name(marker)


# --- what is said of a wrong pattern ---------------------------------------------------------------------------------


def _said(error: PatternError) -> str:
    return visible(str(error)) + _drawing(error)


def _drawing(error: PatternError) -> str:
    """Return two more lines that point at the place in the pattern, where there is one."""
    if error.at is None:
        return ""
    shown = visible(error.pattern)
    return f"\n  {shown}\n  {' ' * sum(map(_columns, shown[: error.at]))}^"


def _columns(char: str) -> int:
    return 2 if east_asian_width(char) in "WF" else 1


# --- options ---------------------------------------------------------------------------------------------------------


def _known_patterns(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Refuse, before anything is read, a pattern that cannot be used."""
    try:
        Choice(values).families()
    except PatternError as error:
        raise click.BadParameter(_said(error), ctx, param) from error
    return values


def _names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001 -- click's signature
    return [family.name for family in FAMILIES if family.name.startswith(incomplete)]


_MARKER: Final = click.option(
    "--marker",
    "markers",
    multiple=True,
    callback=_known_patterns,
    metavar="[NAME=]PATTERN",
    help="Look for markers of your own too: text with % for the number, as 'Step %'. May be repeated.",
)
_WITHOUT: Final = click.option(
    "--without",
    multiple=True,
    shell_complete=_names,
    metavar="FAMILY",
    help="Do not look for a family of markers, by its name in the output. May be repeated.",
)


def family_options(command: Command) -> Command:
    """Add `--marker` and `--without` to a command, which gets them as `markers` and `without`; see `choices`."""
    return _MARKER(_WITHOUT(command))
