"""Make kbdesk:// links open the desk for this account, or take that back; run by the installers.

`python installers/links.py [--remove] [PROGRAM]`: PROGRAM is the installed kbdesk-open. Installers
that write these things by themselves (a .deb, an .msi) take the text from `--print`.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from kbdesk.services.contact import link_handler


def main(arguments: list[str]) -> int:
    words = [word for word in arguments if not word.startswith("--")]
    command = words[:1] or link_handler.open_command()
    if "--print" in arguments:
        print(link_handler.desktop_file(command))
        print("\n".join(f"HKCU\\{key} [{name}] {value}" for key, name, value in
                        link_handler.windows_keys(command)))  # fmt: skip
        return 0
    if "--remove" in arguments:
        link_handler.unregister()
        return 0
    link_handler.register(command)
    if not link_handler.registered(command):
        print("The system did not take the links over: are xdg-utils installed?", file=sys.stderr)
        return 1
    print(f"kbdesk:// links open {command[0]}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
