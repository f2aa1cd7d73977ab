"""How a command is made of a function.

What the function needs stands in its annotations, what it shows in the decorator::

    @command("plan due", shows=("table", "calendar"))
    def run(selection: NamedSelection, today: Annotated[str | None, TODAY_OPTION] = None) -> Shown:
        return Shown(due_report(selection, parse_day(today)))

A parameter whose annotation holds a `Need` is filled in from the options that commands share, and
brings those options along; all others are options and arguments of the command's own. The forms
offered are those that show what the command shows. What it gives back delivers itself (`Answer`).
A command can be called as the function that it is made of: ``run(selection)``.
"""

import inspect
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, Generic, ParamSpec, TypeVar

import typer

from plan_cli.cli import filling, options
from plan_cli.cli.chinese import ChineseCommand
from plan_cli.cli.destination import TABLE, Choose, choose_destination
from plan_cli.cli.filling import Asked
from plan_cli.cli.loading import are_several, with_names
from plan_cli.cli.output import Answer
from plan_cli.exporters.forms import Content, forms_for
from plan_cli.model.plan import Plan
from plan_cli.query.asked import Selection
from plan_cli.query.filters import FILTERS, OF_PLANS, Words

if TYPE_CHECKING:
    from plan_cli.ledger.desk import Place
    from plan_cli.model.known import Known


class Need:
    """What fills in a parameter from the options that commands share.

    ``filters``: the command takes filters for it. ``names``: it takes names as well, without an
    option before them (``plan list 科普部``), each for the filter that it is a name for.
    ``ledger``: it takes a ledger, and the day to look at it; filters take them as well.
    ``several``: it takes all that ``--plan`` names, and the command sees to several plans itself.
    ``meant``: it takes the filters that say which plans are meant.
    """

    def __init__(
        self,
        fill: Callable[[Asked], Any],
        filters: bool = False,
        names: bool = False,
        ledger: bool = False,
        several: bool = False,
        meant: bool = False,
    ) -> None:
        self.fill, self.filters, self.names, self.ledger = fill, filters, names, ledger
        self.several, self.meant = several, meant


class Into:
    """Marks an option that sends the answer elsewhere than to one file: ``choose`` says where."""

    def __init__(self, choose: Choose) -> None:
        self.choose = choose


PlanFile = Annotated[str | None, Need(filling.plan_file)]
"""The name given with ``--plan``, if any."""
PlanFiles = Annotated[tuple[str, ...], Need(filling.plan_files, several=True)]
"""All names given with ``--plan``."""
OneOrSeveral = Annotated[Asked, Need(filling.itself, ledger=True, several=True, meant=True)]
"""The whole question, of one plan, perhaps with its ledger, or of several."""
WholePlan = Annotated[Plan, Need(filling.whole_plan)]
Ledger = Annotated["Place", Need(filling.ledger, ledger=True)]
"""Where the ledger lies, with its plan and the day to look at it."""
MaybeKnown = Annotated["Known | None", Need(filling.known, ledger=True)]
"""What the ledger knows, if one is given."""
FilterWords = Annotated[Words, Need(filling.filter_words, filters=True)]
"""The words of the filters, as they were given."""
FilteredSelection = Annotated[Selection, Need(filling.selection, filters=True)]
NamedSelection = Annotated[Selection, Need(filling.selection, filters=True, names=True)]
"""One that is narrowed by names as well."""
LedgerSelection = Annotated[Selection, Need(filling.selection_of_ledger, filters=True, names=True)]
"""One for a command that takes a `Ledger`: the usual one is meant where none is given."""
SelectionByRole = Annotated[Selection, Need(filling.selection_by_role, filters=True, names=True)]
"""One about all units, where ``--role`` is of use without ``--dept``."""

P = ParamSpec("P")
Marker = TypeVar("Marker")


class Command(Generic[P]):
    """A function, with what it takes to register it with Typer."""

    def __init__(
        self,
        function: Callable[P, Answer],
        shows: Sequence[Content],
        only: str,
        folder: Choose | None,
        many: str,
        examples: Sequence[str],
    ) -> None:
        self._function: Callable[..., Answer] = function
        self._shows, self._only, self._examples = shows, only, examples
        self._folder = folder
        self.many = many
        """How the answers of several plans become one: a file of ``reports/many/``, if any."""

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> Answer:
        """Call the function, without Typer."""
        return self._function(*args, **kwargs)

    def answer(self, asked: Asked) -> Answer:
        """Return the answer of one plan."""
        needs = self._needs
        filled = {name: need.fill(asked) for name, need in needs.items()}
        own = {name: asked.given[name] for name in self._parameters if name not in needs}
        return self._function(**own, **filled)

    @cached_property
    def _parameters(self) -> Mapping[str, inspect.Parameter]:
        return inspect.signature(self._function).parameters

    @cached_property
    def _needs(self) -> dict[str, Need]:
        return _marked(self._parameters, Need)

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms that are offered: the first is drawn at a terminal. None: it shows nothing."""
        if not self._shows and not self._only:
            return ()
        return (self._only,) if self._only else (TABLE, *forms_for(self._shows))

    def build(self, name: str, summary: str) -> Any:
        """Return the Typer command called ``name``."""
        app = typer.Typer(add_completion=False, rich_markup_mode=None)
        app.command(
            name,
            cls=ChineseCommand,
            help=summary,
            add_help_option=False,
            context_settings={"allow_extra_args": True},
        )(self._callback(name))
        built: Any = typer.main.get_command(app)
        built.examples, built.forms = self._examples, self.forms
        return built

    def _callback(self, name: str) -> Callable[..., int]:
        """Return what Typer calls; it reads the options off the signature that this is given."""
        forms = self.forms
        parameters, needs = self._parameters, self._needs
        elsewhere = _marked(parameters, Into)
        in_one = any(need.several for need in needs.values())

        def callback(ctx: typer.Context, **given: Any) -> int:
            chosen = [into.choose for name, into in elsewhere.items() if given[name]]
            destination = (*chosen, self._folder or choose_destination)[0](
                forms,
                given.get("json", False),
                given.get("format"),
                given.get("output"),
                given.get("force", False),
            )
            files = plan_files(ctx, given)
            if needs and not in_one and are_several(files):
                from plan_cli.cli.sources.answering import answer_over

                over_many = answer_over(self, name, files, given, destination.form)
                return over_many.deliver(destination)
            file = files[0] if files else None
            load = with_names(ctx.obj, given.get("spellings"))
            asked = Asked(given, load, file, tuple(files))
            return self.answer(asked).deliver(destination)

        context = inspect.Parameter("ctx", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context)
        own = [
            parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)
            for name, parameter in parameters.items()
            if name not in needs
        ]
        output = options.FOLDER if self._folder else options.OUTPUT
        shared = _shared(list(needs.values()), [each.name for each in own], len(forms), output)
        if self.many:
            shared.insert(-1, options.SPELLINGS)
        callback.__signature__ = inspect.Signature([context, *own, *shared])  # type: ignore[attr-defined]
        callback.__annotations__ = {}
        return callback


def command(
    *examples: str,
    shows: Sequence[Content] = ("table",),
    only: str = "",
    folder: Choose | None = None,
    many: str = "",
) -> Callable[[Callable[P, Answer]], Command[P]]:
    """Make a command of a function; the first of ``examples`` is shown first in its help.

    ``only`` is the one form of a command that shows no such content. ``folder`` chooses the folder
    of a command that writes many files. ``many``: it answers plan by plan where there are several,
    and this file of ``reports/many/`` makes one answer of theirs.
    """
    return lambda function: Command(function, shows, only, folder, many, examples)


def plan_files(ctx: typer.Context, given: Mapping[str, Any]) -> list[str]:
    """Return the names given with ``--plan``, behind the command or before it."""
    return given.get("plan") or ctx.find_root().params.get("plan") or []


def _marked(parameters: Mapping[str, inspect.Parameter], kind: type[Marker]) -> dict[str, Marker]:
    """Return the markers of a ``kind`` in the annotations, by the names of the parameters."""
    return {
        name: each
        for name, parameter in parameters.items()
        for each in getattr(parameter.annotation, "__metadata__", ())
        if isinstance(each, kind)
    }


def _shared(
    needs: Sequence[Need], own: Sequence[str], forms: int, output: inspect.Parameter
) -> list[inspect.Parameter]:
    """Return the options that the command shares, in the order of the help.

    What it has as its ``own`` it does not share.
    """
    filters = FILTERS if any(need.filters for need in needs) else ()
    meant = OF_PLANS if any(need.meant for need in needs) else ()
    takes_ledger = any(need.ledger or need.filters for need in needs)
    ledger = [options.LEDGER, options.TODAY] if takes_ledger else []
    return [
        *options.filter_options(filters or meant),
        *([options.NAMES] if any(need.names for need in needs) else ()),
        *(each for each in ledger if each.name not in own),
        *([options.PLAN] if needs else ()),
        *([options.JSON, options.FORMAT] if forms > 1 else ()),
        *(each for each in [output, options.FORCE] if forms and each.name not in own),
        options.HELP,
    ]
