"""Finds the places of a Swift source at which a change can be switched on, and writes the switches in."""

import random
import re
from dataclasses import dataclass

OPERATORS = {
    "==": ("!=", "Comparison", "Equatable"), "!=": ("==", "Comparison", "Equatable"),
    "<": ("<=", "Comparison", "Comparable"), "<=": ("<", "Comparison", "Comparable"),
    ">": (">=", "Comparison", "Comparable"), ">=": (">", "Comparison", "Comparable"),
    "+": ("-", "Addition", "AdditiveArithmetic"), "-": ("+", "Addition", "AdditiveArithmetic"),
    "&&": ("||", "LogicalConjunction", ""), "||": ("&&", "LogicalDisjunction", ""), "!": ("nothing", "", ""),
}
OPERATOR = re.compile(r"(?<=\s)(==|!=|<=|>=|<|>|&&|\|\||\+|-)(?=\s)|(?<=[\s(\[{])!(?=[\w($])")
CONSTANT = re.compile(r"(?<![\w.$#])(\d[\d_]*|0x[0-9A-Fa-f_]+|true|false)(?![\w.])")
CALL = re.compile(r"(self\.)?[a-z]\w*[\w.?!]*\(.*\)$")
ASSIGNMENT = re.compile(r"(self\.)?[a-z]\w*[\w.?!]*(\[[^\]]*\])? [-+*|&]?= .*[^\s{(\[,.+\-*/&|?:=]$")
# A line that begins like this declares something: nothing on it is changed.
DECLARATION = re.compile(r"\s*(@|#|import |case |operator |precedencegroup |(\w+ )*(func|init|subscript|typealias|associatedtype)\b)")


@dataclass
class Site:
    """One change, of the text from start to end."""

    path: str
    line: int
    start: int
    end: int
    kind: str
    old: str
    code: str
    number: int = 0

    @property
    def change(self):
        if self.kind == "line":
            return "left out"
        flipped = {"true": "false", "false": "true"}.get(self.old, f"{self.old} + 1")
        return f"`{self.old}` → `{OPERATORS[self.old][0] if self.kind == 'operator' else flipped}`"

    @property
    def name(self):
        """An operator of this site's own, of signs that nobody else uses."""
        return "⊛" + chr(0x2200 + self.number // 128) + chr(0x2200 + self.number % 128)

    def switched(self, text):
        """The text with a switch around it."""
        if self.kind == "line":
            return f"if !isMutant({self.number}) {{ {text} }}"
        return self.name if self.kind == "operator" else f"mutated({self.number}, {text})"

    @property
    def declaration(self):
        """The operator of this site, which does one thing or the other."""
        if self.kind != "operator":
            return ""
        new, group, rule = OPERATORS[self.old]
        name, switch = self.name, f"isMutant({self.number}) ?"
        if self.old == "!":
            return f"prefix operator {name}\nprefix func {name} (_ value: Bool) -> Bool {{ {switch} value : !value }}"
        head = f"infix operator {name}: {group}Precedence\n@inline(__always) func {name} "
        if not rule:
            lazily = "@autoclosure () throws -> Bool"
            return (f"{head}(_ left: {lazily}, _ right: {lazily}) rethrows -> Bool "
                    f"{{ {switch} try left() {new} right() : try left() {self.old} right() }}")
        result = "T" if group == "Addition" else "Bool"
        return (f"{head}<T: {rule}>(_ left: T, _ right: T) -> {result} "
                f"{{ {switch} left {new} right : left {self.old} right }}")


# What every module gets beside the declarations: the switch, and a note of what was reached.
PRELUDE = """import Glibc

private let activeMutant = getenv("MUTANT").flatMap { Int(String(cString: $0)) } ?? 0

nonisolated(unsafe) private let reached: UnsafeMutablePointer<UInt8>? = {
  guard let path = getenv("MUTANTS_REACHED") else { return nil }
  let file = open(path, O_RDWR)
  let pages = mmap(nil, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0)
  return pages == MAP_FAILED ? nil : pages?.assumingMemoryBound(to: UInt8.self)
}()

func isMutant(_ number: Int) -> Bool {
  if let reached { reached[number] = 1 }
  return number == activeMutant
}

func mutated<T: AdditiveArithmetic & ExpressibleByIntegerLiteral>(_ number: Int, _ value: T) -> T {
  isMutant(number) ? value + 1 : value
}

func mutated(_ number: Int, _ value: Bool) -> Bool { isMutant(number) ? !value : value }
"""


def masked(text):
    """The text with comments, strings and regular expressions blotted out, sign for sign."""
    out = list(text)

    def blot(start, end):
        for place in range(start, end):
            if out[place] != "\n":
                out[place] = "\0"
        return end

    def string(start):
        head = re.compile(r'(#*)("""|")').match(text, start)
        hashes, quote = head.groups()
        place = head.end()
        while place < len(text):
            if text.startswith(quote + hashes, place):
                return place + len(quote + hashes)
            if text.startswith("\\" + hashes + "(", place):
                place, depth = place + len(hashes) + 2, 1
                while depth and place < len(text):
                    if text[place] == '"':
                        place = string(place)
                        continue
                    depth += {"(": 1, ")": -1}.get(text[place], 0)
                    place += 1
            else:
                place += 2 if text[place] == "\\" and not hashes else 1
        return place

    place = 0
    while place < len(text):
        rest = text[place:place + 4]
        if rest.startswith("//"):
            place = blot(place, (text + "\n").index("\n", place))
        elif rest.startswith("/*"):
            place = blot(place, text.index("*/", place) + 2)
        elif re.match(r'#*"', rest):
            place = blot(place, string(place))
        elif match := re.compile(r"(?<=[\s(])#?/[^\s/](\\.|[^/\n])*/#?").match(text, place):
            place = blot(place, match.end())
        else:
            place += 1
    return "".join(out)


def is_statement(body, above, below):
    """Whether a line is a whole statement that can be left out."""
    if any(body.count(a) != body.count(b) for a, b in ("()", "[]", "{}")) or re.match(r"[.?:=+\-&|]", below):
        return False
    if not re.search(r"[{})\w\0\]\"?]$", above) or (above.endswith("{") and re.search(r"->|\bvar\b", above)):
        return False
    if ASSIGNMENT.match(body):
        return True
    depths = [body.count("(", 0, end) - body.count(")", 0, end) for end in range(body.find("(") + 1, len(body))]
    return bool(CALL.match(body)) and 0 not in depths


def sites(path, text):
    """Every place of a source where a change can be tried."""
    found, start, above = [], 0, "{"
    plain = masked(text).split("\n")
    for number, (line, code) in enumerate(zip(text.split("\n"), plain), 1):
        body = code.strip()
        spans = []
        if body and not DECLARATION.match(code):
            spans += [("operator", *match.span()) for match in OPERATOR.finditer(code)]
            spans += [("constant", *match.span()) for match in CONSTANT.finditer(code)]
            if is_statement(body, above, next((other.strip() for other in plain[number:] if other.strip()), "}")):
                spans.append(("line", len(code) - len(code.lstrip()), len(code.rstrip())))
        found += [Site(path, number, start + a, start + b, kind, line[a:b], line.strip()) for kind, a, b in spans]
        above = body if body.strip("\0") else above
        start += len(line) + 1
    return found


def chosen(all_sites, seed, count):
    """As many sites as wanted, by a seed, and numbered from 1."""
    picked = random.Random(seed).sample(all_sites, min(count, len(all_sites)))
    for number, site in enumerate(picked, 1):
        site.number = number
    return picked


def switched(text, its_sites):
    """A source with the switches of some sites in it."""
    edits = []
    for site in its_sites:
        if site.kind == "line":
            before, after = site.switched("\0").split("\0")
            edits += [(site.start, 0, before), (site.end, 0, after)]
        else:
            edits.append((site.start, site.end - site.start, site.switched(text[site.start:site.end])))
    # From the end, so that places stay; of two at one place the longer first, inside a statement.
    for start, length, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[start + length:]
    return text
