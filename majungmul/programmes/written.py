"""적힌 것 — the shape of whatever a TOML file writes, and the kinds of word that stand in one."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Switch = Annotated[bool, Field(strict=True)]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]


class Written(BaseModel):
    """적힌 것 — whatever a TOML file writes: nothing unknown, nothing changed afterwards."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)  # built when first read
