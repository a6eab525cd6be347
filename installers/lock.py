"""Write the pinned, hashed requirements files; run by `make lock`, needs uv.

The files name packages, versions and hashes, and no host: where packages come from is the
matter of the machine that installs them. Plain pip reads them with --require-hashes.
"""

import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
REQUIREMENTS = HERE / "requirements"
EXTRAS = {
    "run": ["desktop", "server"],  # the demo brings its own server
    "dev": ["desktop", "server", "dev"],
    "server": ["server"],
}


def lock(name: str, extras: list[str], uv: str) -> Path:
    """Resolve for every platform and for Python 3.11 and newer."""
    target = REQUIREMENTS / f"{name}.txt"
    asked = [word for extra in extras for word in ("--extra", extra)]
    command = [uv, "pip", "compile", "pyproject.toml", *asked, "--universal"]
    command += ["--python-version", "3.11", "--generate-hashes", "--no-emit-index-url"]
    command += ["--no-header", "--no-annotate", "--quiet", "--output-file", str(target)]
    subprocess.run([*command, *sys.argv[1:]], cwd=HERE.parent, check=True)
    return target


def main() -> int:
    uv = shutil.which("uv") or shutil.which("uv", path=str(Path(sys.executable).parent))
    if uv is None:
        print("uv is needed to lock: pip install uv", file=sys.stderr)
        return 2
    REQUIREMENTS.mkdir(exist_ok=True)
    written = [lock(name, extras, uv) for name, extras in EXTRAS.items()]
    named = [path.name for path in written if "://" in path.read_text("utf-8")]
    if named:
        print(f"These files name a host, which they must not: {', '.join(named)}", file=sys.stderr)
        return 1
    print("\n".join(f"{path.name}: {path.read_text('utf-8').count('==')} pins" for path in written))
    return 0


if __name__ == "__main__":
    sys.exit(main())
