"""How long a checklist takes in Word and in Excel, as whole processes against bare imports.

    python benchmarks/checklist.py [RUNS]

Measured and judged like `startup.py`. The last line compares writing everybody's checklist, per
file, with writing one.
"""

import sys
import tempfile
from pathlib import Path

from processes import PLAN, compare, in_pipe, judge, leave, seconds, warm

DOCX = [sys.executable, "-c", "import docx"]
OPENPYXL = [sys.executable, "-c", "import openpyxl"]


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as folder:
        one = [*PLAN, "checklist", "科普部", "--force", "-o"]
        word = [*one, str(Path(folder, "x.docx"))]
        excel = [*one, str(Path(folder, "x.xlsx"))]
        kept = [
            compare("plan checklist, docx", in_pipe, word, DOCX, 3, runs),
            compare("plan checklist, xlsx", in_pipe, excel, OPENPYXL, 2, runs),
        ]
        everybody = Path(folder, "all")
        command = [*PLAN, "checklist", "--all", "--force", "-f", "docx", "-o", str(everybody)]
        pairs = [(seconds(in_pipe, command), seconds(in_pipe, word)) for _ in range(runs + 1)]
        files = len(list(everybody.iterdir()))
        pairs = [(every / files, alone) for every, alone in pairs]
        kept.append(judge(f"--all, one of {files} files, and one", warm(pairs), 2.5))
    leave(kept)


if __name__ == "__main__":
    main()
