"""Texts as strangers send them: controls, bidi, half surrogates, markup, shell words, long runs."""

from hypothesis import strategies as st

_TRICKS = st.sampled_from(
    [
        "\0",
        "\x1b[2J",
        "\r\n",
        "\u202e",
        "\u2066",
        "\u200b",
        "\u00ad",
        "\ud800",
        "\ue000",
        "e\u0301\u0301\u0301",
        "<b>",
        "<img src=x onerror=y>",
        "$(reboot)",
        "`id`",
        "; rm -rf ~",
        "--platformpluginpath",
        "/N:S",
        "%00",
        "%2B",
        "%ff",
        "+33",
        "&from=1",
        "../../etc/passwd",
        "\\\\host\\share",
        "{CALLERNUM}",
        "ﷺ",
        "𝟛𝟜",
        "a" * 300,
        "0" * 70,
    ]
)

hostile_text = st.lists(st.text(max_size=20) | _TRICKS, max_size=6).map("".join)
