"""The answer of a SELECT → its rows as dictionaries of text, and as a pandas DataFrame where pandas is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ontology import terms as T
from ontology.errors import UserError

if TYPE_CHECKING:
    from pandas import DataFrame
    from pyoxigraph import QuerySolutions

_TYPES = {
    T.XSD + "integer": "Int64",
    T.XSD + "decimal": "Float64",
    T.XSD + "double": "Float64",
    T.XSD + "boolean": "boolean",
}
"""The pandas type of a column by the datatype of all its literals; any other column is of `string`."""


class Rows(list[dict[str, str | None]]):
    """The rows of an answer, by column; what is not there is None."""

    def __init__(self, results: QuerySolutions) -> None:
        names = [variable.value for variable in results.variables]
        types: dict[str, set[str]] = {name: set() for name in names}
        super().__init__()
        for solution in results:
            row: dict[str, str | None] = {}
            for name in names:
                term = solution[name]
                row[name] = term and getattr(term, "value", str(term))
                if term is not None:
                    types[name].add(getattr(getattr(term, "datatype", None), "value", ""))
            self.append(row)
        self._types = {name: _TYPES.get(found.pop(), "") if len(found) == 1 else "" for name, found in types.items()}

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, which an answer without rows has too."""
        return tuple(self._types)

    def dataframe(self) -> DataFrame:
        """The rows as a pandas DataFrame: columns of whole numbers, numbers, truth values, and text for all else.

        Days stay text, since what an article says of a day may be a month or a year. `UserError` without pandas.
        """
        try:
            import pandas
        except ImportError:
            raise UserError("a DataFrame needs pandas; install it with: pip install 'thidua[pandas]'") from None

        frame = pandas.DataFrame(self, columns=self.columns, dtype="string")
        for name, type_ in self._types.items():
            if type_ == "boolean":
                frame[name] = frame[name].map({"true": True, "false": False, "1": True, "0": False})
            elif type_:
                frame[name] = pandas.to_numeric(frame[name])
            if type_:
                frame[name] = frame[name].astype(type_)
        return frame
