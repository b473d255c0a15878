"""Verifies a passkey and what it signed with a library that is not ours, and tells what it thinks.

    passkey.py < sent.json

The input has the domain (`site`), the `origin`, and what was sent when the passkey was made (`made`)
and when it signed (`signed`), each field in base64url as the forms of the register send it.
"""

import json
import sys

from cryptography.exceptions import InvalidSignature
from fido2.server import Fido2Server
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import (
    AttestationObject,
    AuthenticationResponse,
    AuthenticatorAssertionResponse,
    AuthenticatorAttestationResponse,
    AuthenticatorData,
    CollectedClientData,
    PublicKeyCredentialRpEntity,
    RegistrationResponse,
)


def made(server, sent):
    """The credential that was made."""
    client_data = CollectedClientData(websafe_decode(sent["client-data"]))
    attestation = AttestationObject(websafe_decode(sent["attestation"]))
    state = {
        "challenge": websafe_encode(client_data.challenge),
        "user_verification": "required",
    }
    response = RegistrationResponse(
        raw_id=attestation.auth_data.credential_data.credential_id,
        response=AuthenticatorAttestationResponse(
            client_data=client_data, attestation_object=attestation
        ),
    )
    return server.register_complete(state, response).credential_data


def signed(server, credential, sent, signature):
    """Whether the credential made this signature over this."""
    state = {"challenge": sent["challenge"], "user_verification": "required"}
    response = AuthenticationResponse(
        raw_id=websafe_decode(sent["credential"]),
        response=AuthenticatorAssertionResponse(
            client_data=CollectedClientData(websafe_decode(sent["client-data"])),
            authenticator_data=AuthenticatorData(websafe_decode(sent["authenticator-data"])),
            signature=signature,
            user_handle=websafe_decode(sent["user"]),
        ),
    )
    try:
        server.authenticate_complete(state, [credential], response)
    except (ValueError, InvalidSignature):
        return "refused"
    return "taken"


def main():
    sent = json.load(sys.stdin)
    server = Fido2Server(
        PublicKeyCredentialRpEntity(name="Servanda", id=sent["site"]),
        verify_origin=lambda origin: origin == sent["origin"],
    )
    credential = made(server, sent["made"])
    signature = websafe_decode(sent["signed"]["signature"])
    turned = signature[:-1] + bytes([signature[-1] ^ 1])
    said = {
        "made": "taken",
        "signed": signed(server, credential, sent["signed"], signature),
        "turned": signed(server, credential, sent["signed"], turned),
    }
    json.dump(said, sys.stdout)


main()
