"""Jobs of identity: a person hears of a second factor taken away, another way in linked, a team joined or left.

Commands: `python -m workers.identity admin 09…`, the first administrator; `forget-factor 09…`; `reseal`.
"""

import argparse
import asyncio
import sys

from api.grants.actions import appoint_administrator, find_membership, inviting
from api.grants.contracts import MembershipChanged
from api.grants.contracts.inviting import TeamInvited
from api.identity.actions import enrol
from api.identity.actions.resetting import find_reset, forget_second_factor
from api.identity.actions.second_factor import seal_all_anew
from api.identity.contracts import ProvinceLinked, SecondFactorTaken
from api.kit.db import open_pool
from api.kit.errors import Problem
from api.kit.settings import read_settings
from api.messages.actions import tell
from api.messages.contracts import Kind, Notice
from api.messages.gateway.sms import sms_of
from api.open311.actions import forwarding
from workers.work import Call, Work, calls_out


async def tell_of_reset(work: Work, event: SecondFactorTaken) -> None:
    """Into their inbox: who did it, and what to do when it was not wanted."""
    reset = await find_reset(work.tx, event.reset_id)
    if reset is None:
        return
    by = reset.reset_by_name or "Quản trị viên"
    notice = Notice(
        person_id=reset.person_id,
        kind=Kind.SYSTEM,
        title="Xác thực lớp hai của bạn đã được đặt lại",
        body=(
            f"{by if reset.reset_by else 'Người vận hành máy chủ'} đã đặt lại xác thực lớp hai của bạn và đăng xuất bạn "
            f"khỏi mọi thiết bị. Lý do: {reset.reason}. Hãy cài lại ứng dụng tạo mã trong mục Tôi. Nếu bạn không nhờ "
            "việc này, hãy báo ngay cho quản trị viên của tỉnh."
        ),
        link="#/toi",
        dedupe_key=f"second-factor-reset:{reset.id}",
    )
    await tell(work.tx, notice)


async def tell_of_link(work: Work, event: ProvinceLinked) -> None:
    """Into their inbox: another way in, and how to take it away when it is not theirs."""
    notice = Notice(
        person_id=event.person_id,
        kind=Kind.SYSTEM,
        title="Tài khoản của tỉnh vừa được nối với tài khoản của bạn",
        body=(
            "Từ nay có thể đăng nhập vào tài khoản này bằng tài khoản của tỉnh. Nếu không phải bạn làm, hãy gỡ trong mục "
            "Tôi, phần Đăng nhập được bằng, rồi báo cho quản trị viên của tỉnh."
        ),
        link="#/toi/noi",
        dedupe_key=f"province-linked:{event.at.isoformat()}",
    )
    await tell(work.tx, notice)


async def tell_of_membership(work: Work, event: MembershipChanged) -> None:
    """Into their inbox: which team, who took them in or out, and what to do when it was not wanted."""
    membership = await find_membership(work.tx, event.grant_id)
    if membership is None:
        return
    leader = membership.by_name or "Tổ trưởng"
    if membership.reason is None:
        title = f"Bạn đã được nhận vào {membership.team_name}"
        body = (
            f"{leader} đã nhận bạn làm thành viên. Mở mục Tôi, chọn vai Tình nguyện viên để bắt đầu; nếu chưa thấy, hãy "
            "đăng xuất rồi đăng nhập lại. Nếu bạn không tham gia tổ này, hãy báo cho tổ trưởng hoặc quản trị viên của tỉnh."
        )
    else:
        title = f"Bạn không còn là thành viên của {membership.team_name}"
        body = (
            f"{leader} đã đưa bạn ra khỏi tổ. Lý do: {membership.reason}. Những gì bạn đã gửi vẫn được tính. "
            "Nếu có nhầm lẫn, hãy liên hệ tổ trưởng hoặc quản trị viên của tỉnh."
        )
    notice = Notice(
        person_id=membership.person_id,
        kind=Kind.SYSTEM,
        title=title,
        body=body,
        link="#/toi",
        dedupe_key=f"membership:{event.grant_id}:{'out' if membership.reason else 'in'}",
    )
    await tell(work.tx, notice)


@calls_out
async def text_invitation(work: Work, event: TeamInvited) -> Call | None:
    """The invited number gets its SMS, once; nothing of the number stays but a hash."""
    found = await inviting.take_sms(work.tx, event, settings=work.settings)
    if found is None:
        return None
    phone, text = found
    sms = sms_of(work.settings, work.http)
    return lambda: sms.send(phone, text, request_id=str(event.invitation_id))


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


async def reseal() -> int:
    """Seal second factors and the keys of forwarding under the first of SEAL_KEYS; 1 when some cannot be opened."""
    settings = read_settings()
    pool = await open_pool(settings.database_url, size=1)
    try:
        async with pool.acquire() as connection, connection.transaction():
            factors = await seal_all_anew(connection, settings)
            keys = await forwarding.seal_all_anew(connection, settings)
    finally:
        await pool.close()
    changed, lost = factors[0] + keys[0], factors[1] + keys[1]
    sys.stdout.write(f"Đã niêm phong lại {changed} khoá; {lost} khoá không mở được.\n")
    return 1 if lost else 0


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
    seals = commands.add_parser(
        "reseal",
        help="niêm phong lại khoá xác thực lớp hai và khoá chuyển tiếp bằng khoá đầu của SEAL_KEYS",
    )
    seals.set_defaults(does=reseal)
    asked = vars(parser.parse_args())
    return int(asyncio.run(asked.pop("does")(**asked)))


if __name__ == "__main__":
    raise SystemExit(main())
