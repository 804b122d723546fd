"""Inputs that somebody hostile, or a broken program, would give: seeded, without end."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

TOKENS = (
    "160.000", "1,5", "1,,8", "-1", "0", "1e308", "1e99", "NaN", "inf", "²", "١٥٠", "１５",
    "9" * 40, "9" * 5000, "1" + "0" * 30, "0x30", "060", "1:00", "2027-13-01",
    "2027-02-30", "9999-12-31", "null", "~", "yes", "{", "}", "[", "]", "{{", "}}", "{%",
    "%}", "&a x", "*a", "!!int x", "!!python/object:os.system x", "<<: *a", "---", "...",
    "\x1b[31m", "\x00", "\ufeff", "\u2028", "\u202e", "\ud800", "\uffff", "\r", "\n", "\t",
    '"', "'", "\\", "#", ": ", ", ", ";", "|", "`", "$(x)", "<script>", "![a](b)",
    "=?utf-8?q?=0ABcc:_e@x.yz?=", "\r\nBcc: e@x.yz", "../../etc/passwd", "/dev/zero",
    "/dev/stdin", "x" * 300, "N" * 3000, "[my " * 500, "(" * 300, "[" * 100, "a: " * 50,
    "=1+1", "@x", "日本語", "e\u0301", "🙂" * 20, "-0", "+5", "5%", "500%", "$", "£5", "USD",
)  # fmt: skip


def mutated(rng: Random, text: str | bytes, *, most: int = 6) -> bytes:
    """A text with a few accidents in it; one in ten is broken in its bytes too."""
    if isinstance(text, bytes):  # of a format that is no text
        for _ in range(rng.randint(0, most)):
            text = _torn(rng, text)
        return text
    for _ in range(rng.randint(0, most)):
        text = _accident(rng, text)
        text = text[:400_000]
    data = text.encode("utf-8", "surrogatepass")
    if rng.random() < 0.1:
        data = _torn(rng, data)
    return data


def _accident(rng: Random, text: str) -> str:
    at = rng.randint(0, len(text))
    end = min(len(text), at + rng.choice((1, 2, 5, 20, 100)))
    kind = rng.randrange(8)
    if kind == 0:
        return text[:at] + text[end:]
    if kind == 1:
        return text[:at] + text[at:end] * rng.choice((2, 3, 50)) + text[end:]
    if kind == 2:
        return text[:at] + rng.choice(TOKENS) + text[end:]
    if kind == 3:
        return _value_replaced(rng, text)
    if kind == 4:
        lines = text.split("\n")
        rng.shuffle(lines)
        return "\n".join(lines)
    if kind == 5:
        lines = text.split("\n")
        lines.insert(rng.randint(0, len(lines)), rng.choice(lines))
        return "\n".join(lines)
    if kind == 6:
        return text[:at]
    return text[:at] + rng.choice(TOKENS) * rng.choice((1, 1, 1, 30)) + text[at:]


def _value_replaced(rng: Random, text: str) -> str:
    """A value of a line, after its colon or a comma, becomes a hostile one."""
    lines = text.split("\n")
    at = rng.randrange(len(lines))
    mark = rng.choice((": ", ",", "=", " "))
    head, found, _ = lines[at].partition(mark)
    if found:
        lines[at] = f"{head}{mark}{rng.choice(TOKENS)}"
    return "\n".join(lines)


def _torn(rng: Random, data: bytes) -> bytes:
    if not data:
        return rng.randbytes(20)
    at = rng.randrange(len(data))
    kind = rng.randrange(4)
    if kind == 0:
        return data[:at] + rng.randbytes(rng.randint(1, 8)) + data[at:]
    if kind == 1:
        return data[:at] + bytes([data[at] ^ (1 << rng.randrange(8))]) + data[at + 1 :]
    if kind == 2:
        return b"\xff\xfe" + data.decode("utf-8", "replace").encode("utf-16-le")
    return data[: at + 1]
