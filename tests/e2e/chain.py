"""The chain of a series, checked by hand with the code of ops/reference/chain.md and nothing of ours."""

import datetime
import json
import re
import subprocess

from stored import Stored
from world import ROOT, check

LINK = ("version", "series", "position", "entry", "invoice_id", "year", "n", "number", "issued_at", "fiscal_year_end", "commitment")
ROW = ("id", "series", "year", "n", "number", "kind", "order_id", "occasion", "credits_id", "issuer_id", "buyer_id", "issued_at",
       "issue_day", "fiscal_year_end", "currency", "net_minor", "vat_minor", "gross_minor", "record_sha256", "xml_sha256")


def _code(language):
    """The one block of that language on the page."""
    blocks = re.findall(rf"^```{language}\n(.*?)^```", (ROOT / "ops/reference/chain.md").read_text(), re.M | re.S)
    assert len(blocks) == 1, blocks
    return blocks[0]


def follows(it, series):
    """Whether every link of a series follows from the one before, and its invoices are what it commits to."""
    page, stored = {}, Stored(it)
    exec(_code("python"), page)  # what the page tells its reader to run
    previous, links = "", stored.rows(f"SELECT {', '.join(LINK)}, hash FROM invoice_chain WHERE series = '{series}' ORDER BY position")
    for *link, hash_of_link in links:
        if page["link_hash"](previous, *link) != hash_of_link:
            return False
        previous, by_name = hash_of_link, dict(zip(LINK, link))
        (salt,), = stored.rows(f"SELECT salt FROM invoice_salts WHERE invoice_id = '{by_name['invoice_id']}'")
        if by_name["entry"] == "invoice":
            columns = ", ".join(ROW).replace("credits_id", "'' AS credits_id")
            row = stored.rows(f"SELECT {columns} FROM invoices WHERE id = '{by_name['invoice_id']}'")[0]
            committed = page["invoice_commitment"](salt, *(None if name == "credits_id" else cell for name, cell in zip(ROW, row)))
        else:
            file = stored.rows("SELECT sha256, size, stored_at FROM invoice_files WHERE "
                               f"invoice_id = '{by_name['invoice_id']}' AND position = {by_name['position']}")[0]
            committed = page["file_commitment"](salt, *file)
        if committed != by_name["commitment"]:
            return False
    return len(links) > 0


def heads(it):
    columns = ("version", "series", "position", "number", "hash", "signed_at", "head_before", "key_id", "signature")
    rows = Stored(it).rows(f"SELECT {', '.join(columns)} FROM series_heads ORDER BY series")
    return [dict(zip(columns, row)) for row in rows]


def verifies(folder, head, keys):
    """What openssl says of a head and the keys as the API publishes them."""
    (folder / "head.json").write_text(json.dumps(head))
    (folder / "keys.json").write_text(json.dumps(keys))
    done = subprocess.run(["bash", "-euo", "pipefail", "-c", _code("sh")], cwd=folder, capture_output=True, text=True)
    return done.returncode == 0 and "Signature Verified Successfully" in done.stdout


def checked(it, folder, keys):
    for head in heads(it):
        check(follows(it, head["series"]), f"the chain of {head['series']} follows from the formula on the page")
        head["signed_at"] = _as_shown(int(head["signed_at"]))
        check(verifies(folder, head, keys), "its head is verified by openssl and the published key")
        check(not verifies(folder, head | {"position": 99}, keys), "and is not for another position")


def _as_shown(micros):
    moment = datetime.datetime(1970, 1, 1) + datetime.timedelta(microseconds=micros)
    return moment.isoformat(timespec="microseconds") + "Z"
