"""What an authenticator shows."""

import base64
import hashlib
import hmac
import struct
import sys
import time


def one_time_code(secret, at):
    """RFC 6238, as any authenticator does it."""
    padded = secret + "=" * (-len(secret) % 8)
    digest = hmac.new(base64.b32decode(padded), struct.pack(">Q", int(at) // 30), hashlib.sha1).digest()
    start = digest[-1] & 15
    return "%06d" % ((struct.unpack(">I", digest[start:start + 4])[0] & 0x7FFFFFFF) % 1_000_000)


if __name__ == "__main__":
    print(one_time_code(sys.argv[1], time.time()))
