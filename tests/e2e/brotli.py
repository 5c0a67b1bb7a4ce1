"""Brotli by the system's library: what browsers get, weighed and read."""

import ctypes
import ctypes.util

TEXT = 1  # BROTLI_MODE_TEXT
WINDOW = 22
PAGES, FILES = 5, 11  # how hard pages are compressed when asked for, and files when they are built


def _library(name):
    path = ctypes.util.find_library(name) or f"lib{name}.so.1"
    return ctypes.CDLL(path)


def compressed(data, quality=FILES):
    size = ctypes.c_size_t(len(data) + 1024)
    out = ctypes.create_string_buffer(size.value)
    done = _library("brotlienc").BrotliEncoderCompress(quality, WINDOW, TEXT, ctypes.c_size_t(len(data)), data, ctypes.byref(size), out)
    if not done:
        raise ValueError("brotli did not compress")
    return out.raw[:size.value]


def opened(data, most=8 * 1024 * 1024):
    size = ctypes.c_size_t(most)
    out = ctypes.create_string_buffer(most)
    if _library("brotlidec").BrotliDecoderDecompress(ctypes.c_size_t(len(data)), data, ctypes.byref(size), out) != 1:
        raise ValueError("that is no brotli")
    return out.raw[:size.value]
