"""Commands of identity: `python -m workers.identity admin 0912345678`, the first administrator; `forget-factor 09…`."""

import argparse
import asyncio
import sys

from api.grants.actions import appoint_administrator
from api.identity.actions import enrol
from api.identity.actions.second_factor import forget_second_factor
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


async def forget(phone: str) -> int:
    """Take away the second factor of who lost phone and paper and was recognised in person."""
    pool = await open_pool(read_settings().database_url, size=1)
    try:
        async with pool.acquire() as connection, connection.transaction():
            found = await forget_second_factor(connection, phone)
    except Problem as problem:
        sys.stdout.write(f"{problem.title}. {' '.join(error.message for error in problem.errors)}\n")
        return 1
    finally:
        await pool.close()
    sys.stdout.write("Đã xoá xác thực lớp hai.\n" if found else "Số này không có xác thực lớp hai.\n")
    return 0 if found else 1


def main() -> int:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(prog="python -m workers.identity")
    commands = parser.add_subparsers(required=True)
    admin = commands.add_parser("admin", help="trao quyền quản trị cho người giữ số điện thoại này")
    admin.add_argument("phone", help="số di động; người đó đăng nhập bằng mã gửi đến số này")
    admin.set_defaults(does=appoint)
    factor = commands.add_parser("forget-factor", help="xoá xác thực lớp hai của người giữ số điện thoại này")
    factor.add_argument("phone", help="số di động; gặp mặt và kiểm tra giấy tờ trước khi làm")
    factor.set_defaults(does=forget)
    asked = parser.parse_args()
    return int(asyncio.run(asked.does(asked.phone)))


if __name__ == "__main__":
    raise SystemExit(main())
