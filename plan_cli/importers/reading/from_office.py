"""Old Word, WPS, RTF and OpenDocument texts: made Word files by LibreOffice, where there is one."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from plan_cli.errors import InputError
from plan_cli.importers.doubts import Cause, Doubt
from plan_cli.importers.reading import from_docx
from plan_cli.importers.reading.lines import Printed, Progress, no_progress

SECONDS = 120
"""How long a conversion may take; the first one on a slow machine takes a quarter of that."""
MAX_CONVERTED = 128 * 1024 * 1024
SAVE_AS = "请用 Word 或 WPS 打开，选“文件—另存为”，类型选“Word 文档（*.docx）”，再用那个 .docx。"

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
"""  # noqa: E501
"""No macros, nothing fetched: a document may come from anywhere."""


def read(content: bytes, progress: Progress = no_progress) -> Printed:
    """Return what is printed in a document, with a doubt that it was converted.

    Raises InputError where there is no LibreOffice, or it cannot convert the document.
    """
    program = _program()
    if not program:
        raise InputError(
            "不能直接读这种文件（doc、wps、rtf、odt）",
            f"{SAVE_AS}装有 LibreOffice 的电脑可以直接读。",
        )
    with TemporaryDirectory(prefix="plan-", ignore_cleanup_errors=True) as folder:
        converted = _converted(program, content, Path(folder))
    printed = from_docx.read(converted, progress)
    return printed._replace(doubts=(Doubt(Cause.CONVERTED), *printed.doubts))


def _program() -> str:
    """Return where LibreOffice is installed, or nothing."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((str(place) for place in _usual_places() if place.is_file()), "")


def _usual_places() -> Iterator[Path]:
    for name in ("ProgramFiles", "ProgramFiles(x86)"):
        if name in os.environ:
            yield Path(os.environ[name], "LibreOffice", "program", "soffice.exe")
    yield Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")


def _converted(program: str, content: bytes, folder: Path) -> bytes:
    """Return ``content`` as a Word file; the person's own profile is left alone."""
    profile, source, target = folder / "profile", folder / "in.doc", folder / "out" / "in.docx"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    source.write_bytes(content)
    command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", "docx", "--outdir", str(target.parent), str(source)]
    _run(command, folder)
    if not target.is_file():
        raise InputError("LibreOffice 转换不了这个文件，可能损坏或设有密码", SAVE_AS)
    if target.stat().st_size > MAX_CONVERTED:
        raise InputError("转换出的文件过大，不像正常的文件", SAVE_AS)
    return target.read_bytes()


def _run(command: list[str], folder: Path) -> None:
    """Run a command to its end; it is ended with all that it started when it takes too long."""
    try:
        process = subprocess.Popen(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        raise InputError("LibreOffice 打不开", SAVE_AS) from None
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        raise InputError(f"LibreOffice 转换了 {SECONDS} 秒还没有完成", SAVE_AS) from None
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        subprocess.run(
            ["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False
        )
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
