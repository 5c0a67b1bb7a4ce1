"""Faces of the demo's people: flat shapes, nobody's likeness."""

import functools
import math

from .canvas import Canvas, curve

SIDE = 240
INK, CLOTH = "#14192b", "#f4c553"
SKINS = {"light": "#f0c9a8", "fair": "#e3b08c", "olive": "#c98f67", "brown": "#8d5a3b", "dark": "#6b4431"}
HAIRS = {"black": "#2b2320", "brown": "#7a4420", "red": "#a8501f", "blond": "#d9b25f", "grey": "#9b9b9b"}
# Ground and garment, of the site's palette.
CLOTHES = (("#e7ecfa", "#1f3c9a"), ("#fdf3d8", "#17603a"), ("#e2f3e9", "#a8261b"), ("#fce9e6", "#172c73"),
           ("#d8dbe5", "#7a5600"), ("#f8eedb", "#474e66"))


def _shoulders(canvas, skin, garment):
    canvas.polygon([*curve((24, 240), (26, 168), (88, 176), (120, 172)),
                    *curve((120, 172), (152, 176), (214, 168), (216, 240))], garment)
    canvas.rectangle(102, 130, 36, 46, skin)
    canvas.ellipse(120, 176, 24, 14, skin)


def _head(canvas, skin):
    canvas.ellipse(78, 106, 7, 11, skin)
    canvas.ellipse(162, 106, 7, 11, skin)
    canvas.ellipse(120, 100, 41, 50, skin)


def _fringe(canvas, hair):
    canvas.polygon([*curve((76, 100), (68, 22), (172, 22), (164, 100)),
                    *curve((164, 100), (160, 74), (130, 78), (112, 66)), *curve((112, 66), (92, 84), (82, 82),
                                    (76, 100))], hair)


def _long(canvas, hair):
    canvas.polygon([*curve((66, 178), (60, 20), (180, 20), (174, 178)), (174, 178), (66, 178)], hair)


def _bun(canvas, hair):
    canvas.circle(120, 40, 22, hair)


def _curls(canvas, hair):
    for x, y in ((80, 82), (88, 62), (104, 50), (122, 46), (140, 52), (154, 64), (161, 84), (74, 102), (166, 104)):
        canvas.circle(x, y, 18, hair)


def _crop(canvas, hair):
    canvas.polygon([*curve((78, 92), (70, 24), (170, 24), (162, 92)), *curve((162, 92), (150, 66), (90, 66), (78, 92))], hair)


def _beard(canvas, hair):
    canvas.polygon([*curve((79, 104), (80, 172), (160, 172), (161, 104)), *curve((161, 104), (150, 132), (90, 132),
                    (79, 104))], hair)


def _face(canvas, skin):
    for x in (105, 135):
        canvas.circle(x, 103, 3.5, INK)
    shade = "#" + "".join(f"{int(skin[at:at + 2], 16) * 7 // 10:02x}" for at in (1, 3, 5))
    canvas.line(curve((106, 124), (113, 132), (127, 132), (134, 124), steps=10), 3, shade)


def _scarf(canvas, skin):
    canvas.ellipse(120, 104, 56, 66, CLOTH)
    canvas.polygon([*curve((72, 130), (84, 196), (156, 196), (168, 130)), (168, 130), (72, 130)], CLOTH)
    canvas.ellipse(120, 104, 36, 44, skin)


def _glasses(canvas):
    for x in (105, 135):
        canvas.line([(x + 13 * math.cos(turn * math.pi / 8), 103 + 13 * math.sin(turn * math.pi / 8)) for turn in range(17)],
                    2.6, INK)
    canvas.line([(117, 101), (123, 101)], 2.6, INK)


# What lies behind the head, and what before it.
STYLES = {
    "long": (_long, _fringe), "bun": (_bun, _crop), "curls": (_curls, _crop), "crop": (None, _crop),
    "beard": (None, _crop), "bald": (None, None), "scarf": (None, None), "fringe": (None, _fringe),
}


@functools.lru_cache
def portrait(look, number):
    """The PNG of somebody who looks so: "curls brown black", with "glasses" at the end or not."""
    style, *shades = look.split()
    ground, garment = CLOTHES[number % len(CLOTHES)]
    skin, hair = SKINS[shades[0]], HAIRS[shades[1]]
    behind, before = STYLES[style]
    canvas = Canvas(SIDE, SIDE, ground)
    if behind:
        behind(canvas, hair)
    _shoulders(canvas, skin, garment)
    _head(canvas, skin)
    if style == "scarf":
        _scarf(canvas, skin)
    if style in ("beard", "bald"):
        _beard(canvas, hair)
    if before:
        before(canvas, hair)
    _face(canvas, skin)
    if "glasses" in shades:
        _glasses(canvas)
    return canvas.png()
