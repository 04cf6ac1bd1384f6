"""Command of places: `python -m workers.places boundaries FILE.geojson --province 46 --source "…"`."""

import argparse
import asyncio
import sys
from pathlib import Path
from typing import Any

import msgspec

from api.kit.db import open_pool
from api.kit.errors import Problem
from api.kit.settings import read_settings
from api.places import actions


async def import_boundaries(layer: dict[str, Any], province_code: str, source: str) -> int:
    """Take over a boundary layer; returns the exit code and says on stdout what happened."""
    pool = await open_pool(read_settings().database_url, size=1)
    try:
        async with pool.acquire() as connection, connection.transaction():
            count = await actions.import_boundaries(connection, province_code, layer, source=source)
    except Problem as problem:
        sys.stdout.write(f"{problem.title}. {problem.detail or ''}\n")
        sys.stdout.writelines(f"  {error.field}: {error.message}\n" for error in problem.errors)
        return 1
    finally:
        await pool.close()
    sys.stdout.write(f"Đã nhận ranh giới của {count} xã, phường.\n")
    return 0


def main() -> int:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(prog="python -m workers.places")
    commands = parser.add_subparsers(required=True)
    take = commands.add_parser("boundaries", help="lớp ranh giới GeoJSON (WGS 84) của một tỉnh")
    take.add_argument("file", type=Path)
    take.add_argument("--province", required=True, help="mã tỉnh hai chữ số")
    take.add_argument("--source", required=True, help="nguồn của lớp ranh giới")
    given = parser.parse_args()
    try:
        layer = msgspec.json.decode(given.file.read_bytes(), type=dict[str, Any])
    except (OSError, msgspec.DecodeError) as error:
        sys.stdout.write(f"Không đọc được tệp: {error}\n")
        return 1
    return asyncio.run(import_boundaries(layer, given.province, given.source))


if __name__ == "__main__":
    raise SystemExit(main())
