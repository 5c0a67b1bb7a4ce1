"""What the demo's people have made: flat shapes, one function for each thing."""

import functools

from .canvas import Canvas, curve

WIDTH, HEIGHT = 640, 360
INK, PAPER = "#14192b", "#ffffff"
# Ground, the thing, its second colour, its small parts.
SHADES = {
    "blue": ("#e7ecfa", "#1f3c9a", "#172c73", "#f4c553"),
    "brass": ("#fdf3d8", "#f4c553", "#d9a52c", "#1f3c9a"),
    "green": ("#e2f3e9", "#17603a", "#0f4429", "#f4c553"),
    "red": ("#fce9e6", "#a8261b", "#7d1b13", "#fdf3d8"),
    "night": ("#172c73", "#e7ecfa", "#a9bcff", "#f4c553"),
    "linen": ("#f8eedb", "#b98d58", "#8a6437", "#172c73"),
}


def dress(canvas, one, two, small):
    canvas.line([(320, 300), (320, 336)], 8, INK)
    canvas.line([(276, 338), (364, 338)], 8, INK)
    canvas.polygon([(288, 60), *curve((288, 60), (300, 84), (340, 84), (352, 60)), (384, 74),
                    *curve((384, 74), (366, 130), (352, 150), (352, 172)),
                    *curve((352, 172), (380, 220), (420, 260), (428, 306)), (212, 306), *curve((212, 306), (220, 260),
                                    (260, 220), (288, 172)),
                    *curve((288, 172), (288, 150), (274, 130), (256, 74))], one)
    canvas.polygon([(287, 164), (353, 164), (358, 184), (282, 184)], two)
    for x in (262, 300, 340, 378):
        canvas.line([(x, 306), (320 + (x - 320) * 0.45, 204)], 4, two)
    canvas.circle(320, 174, 8, small)


def hoop(canvas, one, two, small):
    canvas.circle(320, 184, 140, "#b98d58")
    canvas.circle(320, 184, 128, PAPER)
    canvas.rectangle(308, 26, 24, 28, "#8a6437", 4)
    canvas.line(curve((320, 278), (310, 230), (330, 220), (320, 178)), 7, "#17603a")
    canvas.polygon([*curve((320, 248), (350, 210), (390, 214), (396, 206)), *curve((396, 206), (390, 250), (350, 256),
                    (320, 248))], "#17603a")
    for x, y in ((320, 122), (362, 140), (362, 184), (320, 204), (278, 184), (278, 140)):
        canvas.circle(x, y, 30, one)
    canvas.circle(320, 162, 28, small)
    canvas.line([(246, 250), (276, 232)], 5, two)
    canvas.line([(236, 232), (262, 220)], 5, two)


def bag(canvas, one, two, small):
    canvas.line(curve((250, 150), (250, 30), (390, 30), (390, 150)), 16, two)
    canvas.rectangle(176, 130, 288, 186, one, 26)
    canvas.polygon([(176, 156), *curve((176, 156), (180, 130), (190, 130), (202, 130)), (438, 130), *curve((438, 130),
                    (450, 130), (460, 130), (464, 156)),
                    (464, 206), *curve((464, 206), (400, 250), (240, 250), (176, 206))], two)
    canvas.rectangle(300, 214, 40, 44, small, 8)
    for x in range(204, 440, 20):
        canvas.line([(x, 298), (x + 9, 298)], 3, small)


def shoe(canvas, one, two, small):
    canvas.polygon([(196, 120), (292, 120), *curve((292, 120), (300, 190), (380, 200), (440, 216)),
                    *curve((440, 216), (486, 230), (486, 262), (482, 276)), (196, 276)], one)
    canvas.polygon([(188, 276), (490, 276), (486, 300), (290, 300), (276, 292), (276, 318), (188, 318)], two)
    canvas.rectangle(190, 108, 108, 26, two, 8)
    for step in range(5):
        canvas.line([(292 + step * 22, 166 + step * 11), (322 + step * 22, 150 + step * 12)], 7, small)
    canvas.line([(196, 200), (262, 200), (262, 276)], 3, two)


def armchair(canvas, one, two, small):
    for x in (222, 418):
        canvas.line([(x, 290), (x - (x < 320) * 8 + (x > 320) * 8, 334)], 12, "#8a6437")
    canvas.rectangle(220, 56, 200, 190, one, 44)
    for x, y in ((280, 112), (360, 112), (320, 152)):
        canvas.circle(x, y, 7, small)
    canvas.rectangle(214, 196, 212, 64, two, 20)
    canvas.rectangle(176, 156, 62, 142, one, 28)
    canvas.rectangle(402, 156, 62, 142, one, 28)
    canvas.rectangle(206, 252, 228, 46, one, 12)


def wool(canvas, one, two, small):
    canvas.line([(196, 70), (380, 286)], 10, "#b98d58")
    canvas.line([(452, 64), (262, 290)], 10, "#b98d58")
    canvas.circle(196, 70, 12, small)
    canvas.circle(452, 64, 12, small)
    canvas.circle(320, 206, 104, one)
    for lift in (-60, -24, 12, 48):
        canvas.line(curve((236, 214 + lift), (290, 160 + lift), (350, 160 + lift), (404, 214 + lift)), 5, two)
    canvas.line(curve((300, 116), (250, 180), (260, 250), (310, 306)), 5, two)
    canvas.line(curve((380, 286), (440, 330), (500, 280), (560, 320)), 6, one)


def hat(canvas, one, two, small):
    canvas.ellipse(320, 262, 210, 42, two)
    canvas.polygon([(214, 258), *curve((214, 258), (222, 100), (250, 74), (296, 90)), *curve((296, 90), (312, 98),
                    (328, 98), (344, 90)),
                    *curve((344, 90), (390, 74), (418, 100), (426, 258)), *curve((426, 258), (380, 282), (260, 282),
                                    (214, 258))], one)
    canvas.polygon([(216, 222), *curve((216, 222), (270, 244), (370, 244), (424, 222)), (426, 258), *curve((426, 258),
                    (380, 282), (260, 282), (214, 258))], small)
    canvas.polygon([(400, 236), *curve((400, 236), (440, 180), (450, 120), (440, 96)), *curve((440, 96), (410, 130),
                    (392, 190), (400, 236))], two)


def curtains(canvas, one, two, small):
    canvas.rectangle(196, 60, 248, 240, PAPER)
    canvas.rectangle(204, 68, 232, 224, "#cfe0f5")
    canvas.circle(378, 120, 26, "#f4c553")
    canvas.rectangle(316, 68, 8, 224, PAPER)
    canvas.rectangle(204, 176, 232, 8, PAPER)
    canvas.line([(120, 44), (520, 44)], 10, INK)
    for side in (-1, 1):
        edge = 320 + side * 190
        canvas.polygon([(edge, 48), (320 + side * 40, 48), *curve((320 + side * 40, 48), (320 + side * 60, 150),
                        (320 + side * 110, 190), (320 + side * 150, 206)),
                        (320 + side * 120, 326), (edge, 326)], one)
        for step in (70, 106, 142, 170):
            canvas.line(curve((320 + side * step, 52), (320 + side * (step + 14), 150), (320 + side * 158, 190),
                            (320 + side * 160, 206)), 4, two)
        canvas.line([(320 + side * 136, 206), (edge - side * 2, 206)], 12, small)


def buttons(canvas, one, two, small):
    for number, (x, y) in enumerate(((180, 120), (320, 120), (460, 120), (250, 244), (390, 244))):
        colour = (one, small, two)[number % 3]
        canvas.circle(x, y, 54, colour)
        canvas.circle(x, y, 40, PAPER)
        canvas.circle(x, y, 37, colour)
        for across in (-11, 11):
            for down in (-11, 11):
                canvas.circle(x + across, y + down, 6, PAPER)


def bobbins(canvas, one, two, small):
    for number, x in enumerate((150, 263, 377, 490)):
        colour = (one, small, two, "#a8261b")[number]
        canvas.rectangle(x - 40, 84, 80, 20, "#b98d58", 6)
        canvas.rectangle(x - 40, 260, 80, 20, "#b98d58", 6)
        canvas.rectangle(x - 32, 104, 64, 156, colour)
        for y in range(116, 258, 16):
            canvas.line([(x - 32, y + 6), (x + 32, y)], 2, INK)
    canvas.line(curve((522, 250), (580, 260), (560, 320), (620, 330)), 4, "#a8261b")


def herringbone(canvas, one, two, small):
    for column in range(-1, 9):
        for row in range(-2, 10):
            x, y, lean = column * 80, row * 48, 40 if column % 2 else -40
            canvas.polygon([(x, y), (x + 80, y + lean), (x + 80, y + lean + 24), (x, y + 24)], (one, two)[row % 2])
    canvas.rectangle(376, 216, 150, 92, small, 6)
    canvas.line([(388, 228), (514, 228), (514, 296), (388, 296), (388, 228)], 2, INK)


def hem(canvas, one, two, small):
    canvas.polygon([(0, 90), *curve((0, 90), (200, 40), (420, 150), (640, 80)), (640, 250), *curve((640, 250),
                    (420, 310), (200, 200), (0, 260))], one)
    canvas.polygon([(0, 222), *curve((0, 222), (200, 164), (420, 272), (640, 212)), (640, 250), *curve((640, 250),
                    (420, 310), (200, 200), (0, 260))], two)
    seam = curve((0, 216), (200, 158), (420, 266), (640, 206), steps=36)
    for start, end in list(zip(seam, seam[1:]))[:26:2]:
        canvas.line([start, end], 4, small)
    canvas.line(curve(seam[26], (500, 130), (560, 180), (566, 120)), 4, small)
    canvas.line([(566, 120), (520, 30)], 8, "#9aa3bd")
    canvas.line([(522, 34), (526, 42)], 3, PAPER)


WORKS = {thing.__name__: thing for thing in (dress, hoop, bag, shoe, armchair, wool, hat, curtains, buttons, bobbins,
                                             herringbone, hem)}


@functools.lru_cache
def work(name, shade):
    """The PNG of one thing in some colours."""
    ground, one, two, small = SHADES[shade]
    canvas = Canvas(WIDTH, HEIGHT, ground)
    WORKS[name](canvas, one, two, small)
    return canvas.png()
