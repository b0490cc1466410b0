#!/usr/bin/env python3
"""Draws the screens of the program as pictures, from what it writes on a terminal.

    draw.py PROGRAM FOLDER

The program runs in a window of tmux, is given the keys that stand in STORIES, and what tmux then shows, with
its colours, becomes SVG: light and dark, and where a story moves, an animation and an asciicast. What differs
from run to run (the code of a call, its clock) is written the same each time.
"""

import html
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

COLUMNS, ROWS = 80, 24
MESSAGE = "Du har ikke tilstrekkelige fullmakter til å godkjenne denne systemtilgang-forespørselen"

# A story: arguments of the program, and its keys, each with how many seconds what it leads to is looked at. A
# text is pasted. A story of one moment is a picture of where it ends.
STORIES = {
    "diagnosis": ([], [(None, 2.5), ("1", 1.5), (MESSAGE, 2.5), ("Enter", 4.5), ("Enter", 3), ("1", 8)]),
    "conclusion": ([], [("1", 0), (MESSAGE, 0), ("Enter", 0), ("Enter", 0), ("1", 0)]),
    "desk": (["desk"], [("F2", 0), ("1", 0)]),
    "training": (["train", "play", "altinn3/S2/ULV"], [("1", 0), ("1", 0)]),
}

# Paper, ink, and the first eight colours of a palette that is read on that paper.
THEMES = {
    "light": ("#ffffff", "#1f2328", ["#24292f", "#cf222e", "#116329", "#7d4e00", "#0550ae", "#8250df", "#1b7c83", "#ffffff"]),
    "dark": ("#0d1117", "#e6edf3", ["#484f58", "#ff7b72", "#3fb950", "#d29922", "#1f6feb", "#d2a8ff", "#39c5cf", "#ffffff"]),
}
WIDTH, HEIGHT, SIZE, MARGIN = 8.4, 18, 14, 14


class Window:
    """The program in a window of its own, with a store that is thrown away."""

    def __init__(self, program, language, arguments):
        self.folder = tempfile.TemporaryDirectory()
        self.socket = os.path.join(self.folder.name, "tmux")
        command = ["env", "TERM=xterm-256color", "LC_ALL=C.UTF-8", "XDG_STATE_HOME=" + self.folder.name, program, *arguments]
        command += ["--language", language, "--portal", "altinn3"]
        size = ["-x", str(COLUMNS), "-y", str(ROWS)]
        self.tmux("-f", "/dev/null", "new-session", "-d", *size, *command)
        self.shown = ""
        self.settle()

    def tmux(self, *words):
        return subprocess.run(["tmux", "-S", self.socket, *words], check=True, capture_output=True, text=True).stdout

    def settle(self):
        """Waits until another screen stands, and stands still."""
        before, since = self.shown, time.monotonic()
        while time.monotonic() - since < 10:
            now = self.tmux("capture-pane", "-e", "-N", "-p")
            # Every screen ends with its keys in the last row.
            if now == self.shown and now != before and re.sub(r"\x1b\[[\d;]*m", "", now).split("\n")[ROWS - 1].strip():
                return
            self.shown = now
            time.sleep(0.15)
        sys.exit("The program shows nothing new:\n" + self.shown)

    def press(self, key):
        if key is None:
            return
        if len(key) > 9:
            self.tmux("set-buffer", key)
            self.tmux("paste-buffer", "-p")
        else:
            self.tmux("send-keys", key)
        self.settle()

    def frame(self):
        """What stands on the screen, a row of cells each with its look, and the same as a terminal takes it."""
        lines = self.shown.split("\n")[:ROWS]
        lines[0] = re.sub(r"(\d{4})-[A-Z]{3}\b", r"\1-KFT", re.sub(r"(?<!\d)\d\d:\d\d\b", "00:00", lines[0]))
        rows, look = [], {}
        for line in lines:
            row = []
            for code, character in re.findall(r"\x1b\[([\d;]*)m|([^\x1b])", line):
                if character:
                    row.append((character, tuple(sorted(look.items()))))
                else:
                    change(look, [int(number or 0) for number in code.split(";")])
            rows.append(row)
        return rows, lines

    def end(self):
        self.tmux("kill-server")
        self.folder.cleanup()


def change(look, codes):
    """Changes a look as a terminal does by these codes."""
    codes = list(codes)
    while codes:
        code = codes.pop(0)
        if code == 0:
            look.clear()
        elif code in (1, 4, 7):
            look[{1: "bold", 4: "underline", 7: "reverse"}[code]] = True
        elif code in (38, 48):
            look["ink" if code == 38 else "paper"] = codes[1]
            del codes[:2]
        elif 30 <= code <= 37 or 40 <= code <= 47:
            look["ink" if code < 40 else "paper"] = code % 10
        elif code in (39, 49):
            look.pop("ink" if code == 39 else "paper", None)


def colour(number, palette):
    """A colour of the 256 that terminals have; of the greys and the cube all agree."""
    if number < 8:
        return palette[number]
    if number >= 232:
        return "#" + f"{8 + 10 * (number - 232):02x}" * 3
    steps = [0, 95, 135, 175, 215, 255]
    number -= 16
    return "#" + "".join(f"{steps[number // place % 6]:02x}" for place in (36, 6, 1))


def draw_row(cells, row, theme):
    """The shapes of one row: what lies behind the letters, the letters, the rules."""
    paper, ink, palette = THEMES[theme]
    shapes, start = [], 0
    while start < len(cells):
        look = dict(cells[start][1])
        end = start
        while end < len(cells) and cells[end][1] == cells[start][1]:
            end += 1
        front = colour(look["ink"], palette) if "ink" in look else ink
        back = colour(look["paper"], palette) if "paper" in look else paper
        if look.get("reverse"):
            front, back = back, front
        x, y = MARGIN + start * WIDTH, MARGIN + row * HEIGHT
        if back != paper:
            shapes.append(f'<rect x="{x:g}" y="{y}" width="{(end - start) * WIDTH:g}" height="{HEIGHT}" fill="{back}"/>')
        text = "".join(character for character, _ in cells[start:end])
        for word in re.finditer(r"─+|│|[^─│\s](?:[^─│]*[^─│\s])?", text):
            left, length = x + word.start() * WIDTH, len(word[0]) * WIDTH
            middle = y + HEIGHT / 2
            if word[0][0] == "─":
                shapes.append(f'<path d="M{left:g} {middle:g}h{length:g}" stroke="{front}"/>')
            elif word[0] == "│":
                shapes.append(f'<path d="M{left + WIDTH / 2:g} {y}v{HEIGHT}" stroke="{front}"/>')
            else:
                more = ' font-weight="700"' if look.get("bold") else ""
                shapes.append(
                    f'<text x="{left:g}" y="{y + 13.5:g}" textLength="{length:g}" fill="{front}"{more}>'
                    f"{html.escape(word[0])}</text>"
                )
        if look.get("underline"):
            shapes.append(f'<path d="M{x:g} {y + HEIGHT - 1.5:g}h{(end - start) * WIDTH:g}" stroke="{front}"/>')
        start = end
    return "".join(shapes)


def picture(frames, theme):
    """Frames, each with its seconds, as one SVG; several of them move."""
    paper, ink, _ = THEMES[theme]
    width, height = COLUMNS * WIDTH + 2 * MARGIN, ROWS * HEIGHT + 2 * MARGIN
    whole = sum(seconds for _, seconds in frames)
    # A row that stays the same over several frames is drawn once, for as long as it stays.
    shapes, spans = [], {}
    for row in range(ROWS):
        first = 0
        while first < len(frames):
            last = first
            while last + 1 < len(frames) and frames[last + 1][0][row] == frames[first][0][row]:
                last += 1
            drawn = draw_row(frames[first][0][row], row, theme)
            always = last - first + 1 == len(frames)
            if drawn and not always:
                name = spans.setdefault((first, last), f"f{len(spans)}")
                drawn = f'<g class="{name}">{drawn}</g>'
            shapes.append(drawn)
            first = last + 1
    style = ["text{white-space:pre}"]
    for (first, last), name in spans.items():
        begin = 100 * sum(seconds for _, seconds in frames[:first]) / whole
        end = 100 * sum(seconds for _, seconds in frames[: last + 1]) / whole
        shown = "visible" if last == len(frames) - 1 else "hidden"
        style.append(f".{name}{{visibility:{shown};animation:{name} {whole:g}s step-end infinite}}")
        before = "0%{visibility:hidden}" if begin else ""
        after = f"{end:.4g}%,100%{{visibility:hidden}}" if end < 99.99 else ""
        style.append(f"@keyframes {name}{{{before}{begin:.4g}%{{visibility:visible}}{after}}}")
    if spans:
        # Whoever wants nothing to move sees the end.
        style.append("@media(prefers-reduced-motion){g{animation:none!important}}")
    title = html.escape("".join(character for character, _ in frames[-1][0][0]).strip())
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xml:space="preserve" viewBox="0 0 {width:g} {height}" width="{width:g}" height="{height}" '
        f'role="img" font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,\'DejaVu Sans Mono\',monospace" '
        f'font-size="{SIZE}"><title>{title}</title><style>{"".join(style)}</style>'
        f'<rect x=".5" y=".5" width="{width - 1:g}" height="{height - 1}" rx="8" fill="{paper}" stroke="{ink}" '
        f'stroke-opacity=".25"/>{"".join(shapes)}</svg>\n'
    )


def cast(moments, title):
    """The same as an asciicast, version 2."""
    head = {"version": 2, "width": COLUMNS, "height": ROWS, "title": title, "env": {"TERM": "xterm-256color"}}
    lines, at = [head], 0.0
    for rows, seconds in moments:
        lines.append([at, "o", "\x1b[?25l\x1b[0m\x1b[H" + "\x1b[0m\r\n".join(rows)])
        at += seconds
    lines.append([at, "o", ""])
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def main(program, folder):
    folder = pathlib.Path(folder)
    for language in ("nb", "en"):
        for name, (arguments, keys) in STORIES.items():
            window = Window(program, language, arguments)
            moments = []
            for key, seconds in keys:
                window.press(key)
                moments.append((window.frame(), seconds))
            window.end()
            moves = any(seconds for _, seconds in moments)
            frames = [(frame, seconds) for (frame, _), seconds in (moments if moves else moments[-1:])]
            for theme in THEMES:
                (folder / f"{name}.{language}.{theme}.svg").write_text(picture(frames, theme), encoding="utf-8")
            if moves:
                text = cast([(rows, seconds) for (_, rows), seconds in moments], f"veiviser: {name}")
                (folder / f"{name}.{language}.cast").write_text(text, encoding="utf-8")


main(*sys.argv[1:])
