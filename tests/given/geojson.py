"""GeoJSON as a stranger's validator sees it."""

from typing import Any

import geojson_validator

RULES = (
    "outside_lat_lon_boundaries", "crosses_antimeridian", "3d_coordinates", "duplicate_nodes", "self_intersection",
    "inner_and_exterior_ring_intersect", "excessive_coordinate_precision",
)  # fmt: skip
"""What geojson-validator calls problematic and we never publish; holes and many points are fine."""


def geojson_faults(document: dict[str, Any]) -> dict[str, Any]:
    """Everything geojson-validator has against the structure and the geometries; empty when nothing."""
    geometries = geojson_validator.validate_geometries(document, criteria_problematic=RULES)
    found = {
        "structure": geojson_validator.validate_structure(document),
        "invalid": geometries["invalid"],
        "problematic": geometries["problematic"],
    }
    return {name: faults for name, faults in found.items() if faults}
