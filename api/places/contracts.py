"""Shapes of places: provinces, communes, what became of former ones, and where a point lies."""

from datetime import date
from enum import StrEnum
from typing import Any

import msgspec


class Method(StrEnum):
    """How a point was placed."""

    CENTROID = "centroid"
    BOUNDARY = "boundary"


class Province(msgspec.Struct, frozen=True, kw_only=True):
    """One of the 34 provinces and cities."""

    code: str
    name: str
    full_name: str
    type: str
    lat: float | None
    lon: float | None
    communes: int
    valid_from: date


class CommuneLine(msgspec.Struct, frozen=True, kw_only=True):
    """A commune in a list."""

    code: str
    name: str
    full_name: str
    type: str
    province_code: str
    part_of: str
    lat: float | None
    lon: float | None


class Commune(msgspec.Struct, frozen=True, kw_only=True):
    """A commune, ward, township or special zone as it was on a day."""

    code: str
    name: str
    full_name: str
    type: str
    province_code: str
    part_of: str
    lat: float | None
    lon: float | None
    area_km2: float | None
    valid_from: date
    valid_to: date | None
    basis: str


class Unit(msgspec.Struct, frozen=True, kw_only=True):
    """One side of a change."""

    code: str
    full_name: str
    type: str
    part_of: str


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a unit: `share` part means only a piece of it went there."""

    old: Unit
    new: Unit
    kind: str
    share: str
    default_target: bool
    effective_on: date
    basis: str


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A commune a point may lie in."""

    code: str
    name: str
    full_name: str
    part_of: str
    province_code: str
    distance_m: int


class Located(msgspec.Struct, frozen=True, kw_only=True):
    """Where a point lies; `confirm` means: ask the person."""

    candidates: list[Candidate]
    method: Method
    confirm: bool


class Site(msgspec.Struct, frozen=True, kw_only=True):
    """The centre of a commune, and its own boundary when the province has loaded one."""

    code: str
    name: str
    full_name: str
    part_of: str
    province_code: str
    lat: float
    lon: float
    area_km2: float | None
    shape: bytes | None


class MapTransform(msgspec.Struct, frozen=True, kw_only=True):
    """From grid steps to degrees: step × scale + translate."""

    scale: list[float]
    translate: list[float]


class MapLabel(msgspec.Struct, frozen=True, kw_only=True):
    """What a cell is called, and where its name stands (longitude, latitude)."""

    name: str
    full_name: str
    centre: list[float]


class MapCell(msgspec.Struct, frozen=True, kw_only=True):
    """A commune: Polygon or MultiPolygon of arc numbers; ~n is arc n backwards."""

    type: str
    id: str
    properties: MapLabel
    arcs: list[Any]


class MapCells(msgspec.Struct, frozen=True, kw_only=True):
    """All communes of the map."""

    type: str
    geometries: list[MapCell]


class MapObjects(msgspec.Struct, frozen=True, kw_only=True):
    """The objects of the topology: one."""

    communes: MapCells


class CommuneMap(msgspec.Struct, frozen=True, kw_only=True):
    """Commune map of a province as TopoJSON; `sketch`: cells around centres, not borders."""

    type: str
    province_code: str
    sketch: bool
    bbox: list[float]
    transform: MapTransform
    objects: MapObjects
    arcs: list[list[list[int]]]


class ProvinceMap(msgspec.Struct, frozen=True, kw_only=True):
    """A finished commune map: TopoJSON bytes, and whether its cells are only a sketch."""

    body: bytes
    sketch: bool
