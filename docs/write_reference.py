"""Write the reference: `reference.md`, and `plan.1` for ``man``.

    python docs/write_reference.py [--write]

Prints what is not described, and which of the two is not as the program is; ``--write`` writes
them. What the program does not say of itself stands in `making/words.yaml`.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from docs.making import groff, markdown
from docs.making.reference import Reference

PAGES = {"reference.md": markdown.page, "plan.1": groff.page}


def main(write: bool) -> int:
    """Compare or write both pages; return 1 if something is missing or not current."""
    reference = Reference()
    told = reference.faults
    for name, page in PAGES.items():
        file, text = Path(__file__).with_name(name), page(reference)
        if write:
            file.write_text(text, encoding="utf-8", newline="\n")
        elif not file.exists() or file.read_text(encoding="utf-8") != text:
            told.append(f"{name} is not current: python docs/write_reference.py --write")
    sys.stdout.buffer.write("".join(f"{line}\n" for line in told).encode())
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main("--write" in sys.argv[1:]))
