"""A canvas for flat shapes with soft edges, and the PNG of it: the standard library, nothing else."""

import math
import struct
import zlib

FINE = 3  # samples of a pixel, each way


def png(width, height, rows):
    """The picture whose rows are RGB bytes."""
    def chunk(kind, data):
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(b"".join(b"\0" + row for row in rows))) + chunk(b"IEND", b""))


def curve(*points, steps=24):
    """The points of a Bézier curve through its first and last ones."""
    def at(share, several):
        while len(several) > 1:
            several = [(a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
                       for a, b in zip(several, several[1:])]
        return several[0]
    return [at(step / steps, list(points)) for step in range(steps + 1)]


class Mixed(dict):
    """The colour of a pixel by its samples, mixed once for each combination."""

    def __init__(self, colours):
        super().__init__()
        self.colours = colours

    def __missing__(self, samples):
        several = [self.colours[sample] for sample in samples]
        self[samples] = bytes(sum(parts) // len(several) for parts in zip(*several))
        return self[samples]


class Canvas:
    """Shapes are painted over what is there; lengths are pixels, colours "#rrggbb"."""

    def __init__(self, width, height, ground):
        self.width, self.height = width, height
        self.colours = []
        self.rows = [bytearray([self._index(ground)]) * (width * FINE) for _ in range(height * FINE)]

    def _index(self, colour):
        value = tuple(bytes.fromhex(colour[1:]))
        if value not in self.colours:
            self.colours.append(value)
        return self.colours.index(value)

    def _span(self, row, start, end, index):
        start, end = max(0, round(start)), min(self.width * FINE, round(end))
        if end > start:
            self.rows[row][start:end] = bytes([index]) * (end - start)

    def _rows_between(self, top, bottom):
        return range(max(0, round(top * FINE)), min(self.height * FINE, round(bottom * FINE)))

    def polygon(self, points, colour):
        """The inside of a closed line; what it goes around twice is outside."""
        index = self._index(colour)
        edges = [(a, b) for a, b in zip(points, [*points[1:], points[0]]) if a[1] != b[1]]
        for row in self._rows_between(min(y for _, y in points), max(y for _, y in points)):
            y = (row + 0.5) / FINE
            crossings = sorted(a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1])
                               for a, b in edges if (a[1] <= y) != (b[1] <= y))
            for start, end in zip(crossings[::2], crossings[1::2]):
                self._span(row, start * FINE, end * FINE, index)

    def ellipse(self, x, y, across, down, colour):
        index = self._index(colour)
        for row in self._rows_between(y - down, y + down):
            inside = 1 - (((row + 0.5) / FINE - y) / down) ** 2
            half = across * math.sqrt(max(0, inside))
            self._span(row, (x - half) * FINE, (x + half) * FINE, index)

    def circle(self, x, y, radius, colour):
        self.ellipse(x, y, radius, radius, colour)

    def rectangle(self, x, y, width, height, colour, corner=0):
        if corner:
            for cx in (x + corner, x + width - corner):
                for cy in (y + corner, y + height - corner):
                    self.circle(cx, cy, corner, colour)
            self.rectangle(x + corner, y, width - 2 * corner, height, colour)
            self.rectangle(x, y + corner, width, height - 2 * corner, colour)
            return
        index = self._index(colour)
        for row in self._rows_between(y, y + height):
            self._span(row, x * FINE, (x + width) * FINE, index)

    def line(self, points, thickness, colour):
        """A line with round ends and corners."""
        for (ax, ay), (bx, by) in zip(points, points[1:]):
            length = math.hypot(bx - ax, by - ay) or 1
            across, down = (by - ay) / length * thickness / 2, (ax - bx) / length * thickness / 2
            self.polygon([(ax + across, ay + down), (bx + across, by + down), (bx - across, by - down),
                          (ax - across, ay - down)], colour)
        for x, y in points:
            self.circle(x, y, thickness / 2, colour)

    def png(self):
        mixed = Mixed(self.colours)
        rows = []
        for top in range(0, len(self.rows), FINE):
            samples = [row[column::FINE] for row in self.rows[top:top + FINE] for column in range(FINE)]
            rows.append(b"".join(map(mixed.__getitem__, zip(*samples))))
        return png(self.width, self.height, rows)
