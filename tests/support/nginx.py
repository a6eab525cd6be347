"""A real nginx on a free port, with installers/server/nginx.conf and a test's own paths."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests

from tests.support.ports import lasting_port
from tests.support.shared_data import CHECKOUT
from tests.support.sync_server import wait_for

AGAIN = "max_fails=1 fail_timeout=1s"  # ours: five seconds are long to wait for in a test
CONFIG = CHECKOUT / "installers" / "server" / "nginx.conf"
MAIN = """
{user}
daemon off;
master_process on;
worker_processes 1;
worker_rlimit_nofile 4096;
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
events {{ worker_connections 2048; }}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {ours}
}}
"""


@contextmanager
def fronting(folder: Path, servers: Sequence[str], key: str) -> Iterator[str]:
    """Run nginx before these servers for the length of a block; give its address, or skip."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if program is None:
        pytest.skip("no nginx here: apt install nginx-light")
    folder.mkdir()
    port = lasting_port()
    (folder / "nginx.conf").write_text(_config(folder, servers, port), "utf-8")
    (folder / "nginx-key.conf").write_text(f'set $kbdesk_key "{key}";\n', "utf-8")
    command = [program, "-p", str(folder), "-c", str(folder / "nginx.conf")]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        address = f"http://127.0.0.1:{port}"
        try:
            wait_for(lambda: process.poll() is not None or _answers(address), "nginx")
            assert process.poll() is None, process.stderr and process.stderr.read()
            yield address
        finally:
            process.terminate()
            process.wait(60)


def _config(folder: Path, servers: Sequence[str], port: int) -> str:
    upstream = "\n".join(f"server {url.removeprefix('http://')} {AGAIN};" for url in servers)
    changes = {
        "server 127.0.0.1:8801 max_fails=1 fail_timeout=5s;": upstream,
        "server 127.0.0.1:8802 max_fails=1 fail_timeout=5s;": "",
        "listen 443 ssl;": f"listen 127.0.0.1:{port};",
        "ssl_certificate     /etc/kbdesk/tls.crt;": "",
        "ssl_certificate_key /etc/kbdesk/tls.key;": "",
        "ssl_protocols TLSv1.2 TLSv1.3;": "",
        "/var/cache/nginx/kbdesk": f"{folder}/cache",
        "/etc/kbdesk/nginx-key.conf": f"{folder}/nginx-key.conf",
        "/var/log/nginx/kbdesk.log": f"{folder}/access.log",
    }
    ours = CONFIG.read_text("utf-8")
    for theirs, mine in changes.items():
        assert ours.count(theirs) == 1, theirs
        ours = ours.replace(theirs, mine)
    user = "user root;" if hasattr(os, "geteuid") and os.geteuid() == 0 else ""
    return MAIN.format(user=user, folder=folder, ours=ours)


def _answers(address: str) -> bool:
    try:
        return requests.get(f"{address}/nothing", timeout=5).status_code == 404
    except (requests.ConnectionError, requests.Timeout):
        return False
