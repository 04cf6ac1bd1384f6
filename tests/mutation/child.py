"""mutmut's own run over a seeded sample of the mutants it makes: a script that imports nothing of ours.

mutmut must be the first to import the code it has broken. Arguments: the sample's size (0: all) and
the file that names what was chosen.
"""

import os
import random
import sys
from pathlib import Path
from typing import Any

import mutmut.__main__ as mutmut_main

SEED = 46


def main(size: int, chosen_file: Path) -> None:
    """Make the mutants, choose, and try."""
    collect = mutmut_main.collect_source_file_mutation_data

    def sampled(*, mutant_names: list[str]) -> Any:
        mutants, data = collect(mutant_names=mutant_names)
        chosen = random.Random(SEED).sample(mutants, min(size, len(mutants))) if size else mutants
        chosen_file.write_text("\n".join(name for _, name, _ in chosen), encoding="utf-8")
        return chosen, data

    mutmut_main.collect_source_file_mutation_data = sampled  # type: ignore[assignment]  # names: always all
    mutmut_main._run([], os.cpu_count() or 2)


if __name__ == "__main__":
    sys.path.pop(0)
    main(int(sys.argv[1]), Path(sys.argv[2]).absolute())
