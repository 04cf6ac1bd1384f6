"""Child processes that never outlive us: started, watched and stopped by one parent.

On Linux the kernel itself stops a child when its parent dies, however it dies (PR_SET_PDEATHSIG):
kill -9 of the parent leaves no orphans. Start children from the main thread: the kernel takes the
thread that forked for the parent.
"""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from pathlib import Path

NOBODY = 65534
"""The user that a server which refuses root sees itself as: every system has a passwd entry for it."""
PR_SET_PDEATHSIG, PR_SET_KEEPCAPS, PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE = 1, 8, 47, 2
CAPABILITY_VERSION, CAP_DAC_OVERRIDE = 0x20080522, 1
CLONE_NEWUSER = 0x10000000
LINUX = sys.platform == "linux"
libc = ctypes.CDLL(None, use_errno=True)
POLL_SECONDS = 0.01


class ChildError(RuntimeError):
    """A child process did not start, or did not become ready."""


class Identity(Enum):
    """Who a child runs as."""

    SAME = "same"
    """As we are."""
    MAPPED = "mapped"
    """`nobody` inside a user namespace: no user made, nothing chowned, files stay ours."""
    SWITCHED = "switched"
    """`nobody` by setuid, where user namespaces are forbidden (Docker); its folders are chowned."""


def unprivileged() -> Identity:
    """How a server that refuses to run as root can run here."""
    if os.geteuid() != 0:
        return Identity.SAME
    if not LINUX:
        return Identity.SWITCHED
    try:
        subprocess.run(
            [sys.executable, "-S", "-c", ""],
            check=True,
            preexec_fn=lambda: become(Identity.MAPPED, 0, 0),
        )
    except (OSError, subprocess.SubprocessError):
        return Identity.SWITCHED
    return Identity.MAPPED


def become(identity: Identity, uid: int, gid: int) -> None:
    """Take on the identity, between fork and exec."""
    if identity is Identity.MAPPED:
        if libc.unshare(CLONE_NEWUSER) != 0:
            raise OSError(ctypes.get_errno(), "user namespaces are not allowed here")
        for name, line in (
            ("setgroups", "deny"),
            ("uid_map", f"{NOBODY} {uid} 1"),
            ("gid_map", f"{NOBODY} {gid} 1"),
        ):
            Path(f"/proc/self/{name}").write_text(line, encoding="ascii")
    elif identity is Identity.SWITCHED:
        libc.prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0)
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
        keep_reach()


def keep_reach() -> None:
    """Keep the one capability that lets `nobody` pass closed folders such as root's home.

    Where it cannot be kept, the folders must be open to all: the server then says so itself.
    """
    header = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION, 0)
    bit = 1 << CAP_DAC_OVERRIDE
    effective_permitted_inheritable = (ctypes.c_uint32 * 6)(bit, bit, bit, 0, 0, 0)
    if LINUX and libc.capset(header, effective_permitted_inheritable) == 0:
        libc.prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, CAP_DAC_OVERRIDE, 0, 0)


class Child:
    """One process of ours: `start`, `wait_ready`, `stop`; `is_alive` says how it is."""

    def __init__(
        self,
        name: str,
        command: Sequence[str | Path],
        *,
        environ: Mapping[str, str] | None = None,
        identity: Identity = Identity.SAME,
        stop_signal: signal.Signals = signal.SIGTERM,
        log: Path | None = None,
        cwd: Path | None = None,
    ) -> None:
        self.name, self.command, self.environ = name, [str(part) for part in command], environ
        self.identity, self.stop_signal, self.log, self.cwd = identity, stop_signal, log, cwd
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Fork and exec; the child gets its stop signal when we die."""
        parent, uid, gid = os.getpid(), os.geteuid(), os.getegid()

        def prepare() -> None:
            os.setsid()  # Ctrl-C in a terminal goes to us alone; we stop children in order
            become(self.identity, uid, gid)
            if LINUX:
                libc.prctl(PR_SET_PDEATHSIG, int(self.stop_signal), 0, 0, 0)
                if os.getppid() != parent:
                    os._exit(1)

        output = self.log.open("ab") if self.log else None
        try:
            self.process = subprocess.Popen(  # noqa: S603  our own command, no shell
                self.command,
                env=None if self.environ is None else dict(self.environ),
                cwd=self.cwd,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT if output else None,
                preexec_fn=prepare,  # noqa: PLW1509  started from the main thread, before any other
            )
        except (OSError, subprocess.SubprocessError) as error:
            message = f"{self.name} could not be started: {error}"
            raise ChildError(message) from error
        finally:
            if output:
                output.close()

    @property
    def pid(self) -> int:
        """Its process id; 0 before it was started."""
        return self.process.pid if self.process else 0

    def is_alive(self) -> bool:
        """Whether it runs."""
        return self.process is not None and self.process.poll() is None

    def wait_ready(self, ready: Callable[[], bool], *, seconds: float) -> None:
        """Return when `ready()` holds; ChildError when it ends first or takes too long."""
        until = time.monotonic() + seconds
        while not ready():
            if not self.is_alive():
                message = f"{self.name} ended at start with code {self.returncode}{self.last_words()}"
                raise ChildError(message)
            if time.monotonic() > until:
                message = f"{self.name} was not ready after {seconds:.0f} s{self.last_words()}"
                raise ChildError(message)
            time.sleep(POLL_SECONDS)

    @property
    def returncode(self) -> int | None:
        """How it ended; None while it runs."""
        return self.process.poll() if self.process else None

    def wait(self) -> int:
        """Its exit code, when it has ended by itself."""
        return self.process.wait() if self.process else 0

    def last_words(self) -> str:
        """The end of its log, for the message of an error."""
        if self.log is None or not self.log.exists():
            return ""
        lines = self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-8:]
        return "".join(f"\n    {line}" for line in lines)

    def stop(self, *, seconds: float = 10) -> None:
        """Ask it to end, and end it when it does not."""
        if self.process is None or not self.is_alive():
            return
        self.process.send_signal(self.stop_signal)
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
