"""Command of identity: `python -m workers.identity admin 0912345678`, the first administrator of an installation."""

import argparse
import asyncio
import sys

from api.grants.actions import appoint_administrator
from api.identity.actions import enrol
from api.kit.db import open_pool
from api.kit.errors import Problem
from api.kit.settings import read_settings


async def appoint(phone: str) -> int:
    """Make the holder of a number an administrator; returns the exit code and says what happened."""
    pool = await open_pool(read_settings().database_url, size=1)
    try:
        async with pool.acquire() as connection, connection.transaction():
            person_id = await enrol(connection, phone)
            new = await appoint_administrator(connection, person_id)
    except Problem as problem:
        sys.stdout.write(f"{problem.title}. {' '.join(error.message for error in problem.errors)}\n")
        return 1
    finally:
        await pool.close()
    sys.stdout.write("Đã trao quyền quản trị.\n" if new else "Người này đã là quản trị viên.\n")
    return 0


def main() -> int:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(prog="python -m workers.identity")
    commands = parser.add_subparsers(required=True)
    admin = commands.add_parser("admin", help="trao quyền quản trị cho người giữ số điện thoại này")
    admin.add_argument("phone", help="số di động; người đó đăng nhập bằng mã gửi đến số này")
    return asyncio.run(appoint(parser.parse_args().phone))


if __name__ == "__main__":
    raise SystemExit(main())
