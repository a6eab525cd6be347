"""`python -m tests.support.pouchdb_folder`: fetch PouchDB and its server, for a Node that is there.

A peer of the bench alone; `python -m tests.bench sync` looks for it under build/ and leaves its
rows out where it is not.
"""

import shutil
import subprocess
import sys

from tests.support.shared_data import CHECKOUT

FOLDER = CHECKOUT / "build" / "pouchdb"
WANTED = ("pouchdb@9.0.0", "express-pouchdb@4.2.0", "express@4.21.2")
INSTALLED = FOLDER / "node_modules" / "express-pouchdb" / "package.json"


def make() -> None:
    npm = shutil.which("npm")
    if npm is None:
        sys.exit("PouchDB needs Node and npm: install them, then try again.")
    FOLDER.mkdir(parents=True, exist_ok=True)
    quiet = ("--no-audit", "--no-fund", "--silent", "--prefix", str(FOLDER))
    subprocess.run([npm, "install", *quiet, *WANTED], cwd=FOLDER, check=True)


if __name__ == "__main__":
    make()
