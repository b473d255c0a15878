"""Verifies that a passkey signed an act, from what the journal says alone, with a library that is not ours.

    act.py < journal.json

The input has the `journal`, and as they stand in it the entries of a `key` act and of an act that was
signed (`docs/format.md` §2.11). Tells what it thinks of the act, and of the same act with another word.
"""

import hashlib
import json
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import websafe_decode
from fido2.webauthn import AuthenticatorData, CollectedClientData


def challenge(journal, act):
    """What had to be signed: one act alone."""
    assert "together" not in act["assertion"]
    plain = {name: value for name, value in act.items() if name != "assertion"}
    # All of it is ASCII and whole numbers: this is its canonical form.
    leaf = json.dumps(plain, sort_keys=True, separators=(",", ":")).encode()
    root = hashlib.sha256(b"\0" + leaf).digest()
    return hashlib.sha256(f"servanda/acts/v1\n{journal}\n1\n".encode() + root).digest()


def signed(journal, key, act):
    """Whether the key signed the act."""
    assertion = act["assertion"]
    if hashlib.sha256(key["key"].encode()).hexdigest() != assertion["key"]:
        return "refused"
    client = CollectedClientData(websafe_decode(assertion["client"]))
    data = AuthenticatorData(websafe_decode(assertion["authenticator"]))
    flags = AuthenticatorData.FLAG
    as_expected = (
        client.type == CollectedClientData.TYPE.GET
        and client.challenge == challenge(journal, act)
        and client.origin == key["site"]
        and not client.cross_origin
        and data.rp_id_hash == hashlib.sha256(key["domain"].encode()).digest()
        and data.flags & (flags.UP | flags.UV) == flags.UP | flags.UV
        and not data.flags & flags.BE
    )
    point = websafe_decode(key["key"].removeprefix("es256:"))
    public = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
    try:
        message = data + client.hash
        ES256.from_cryptography_key(public).verify(message, websafe_decode(assertion["signature"]))
    except InvalidSignature:
        return "refused"
    return "taken" if as_expected else "refused"


def main():
    said = json.load(sys.stdin)
    key, act = json.loads(said["key"]), json.loads(said["act"])
    other = {**act, "mandate": "observer"}
    found = [signed(said["journal"], key, it) for it in (act, other)]
    json.dump(dict(zip(("act", "other"), found)), sys.stdout)


main()
