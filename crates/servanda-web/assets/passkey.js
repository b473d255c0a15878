// The script of the pages where somebody signs in or adds a passkey. It shows
// what needs a passkey where the browser has them, asks the browser on the page made for it, and
// sends the answer with the form that is there. Everything else works without it.

(() => {
  'use strict';

  const all = (name) => document.querySelectorAll(`[${name}]`);
  if (!globalThis.PublicKeyCredential || !navigator.credentials) return;
  // A passkey is bound to the origin that the server expects; at another address of it there is none.
  const here = [...all('data-passkey-offer')].filter((it) => it.dataset.passkeyOffer === location.origin);
  if (here.length === 0) return;
  for (const offer of here) offer.hidden = false;
  for (const lack of all('data-passkey-lack')) lack.hidden = true;

  /** Bytes as the forms write them, in base64url without padding (RFC 4648 §5), and back. */
  const encoded = (buffer) =>
    btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join(''))
      .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const decoded = (text) =>
    Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));

  /** What is asked of the browser (W3C WebAuthn §5.4 and §5.5), and what of its answer is sent. */
  const ceremonies = {
    async create(options) {
      const { response } = await navigator.credentials.create({
        publicKey: {
          challenge: decoded(options.challenge),
          rp: { id: options.relyingParty, name: options.site },
          user: { id: decoded(options.user), name: options.name, displayName: options.name },
          pubKeyCredParams: [-7, -8].map((alg) => ({ type: 'public-key', alg })),
          authenticatorSelection: {
            residentKey: 'required',
            requireResidentKey: true,
            userVerification: 'required',
          },
          attestation: 'none',
          excludeCredentials: options.known.map((id) => ({ type: 'public-key', id: decoded(id) })),
          timeout: options.seconds * 1000,
        },
      });
      return { 'client-data': response.clientDataJSON, attestation: response.attestationObject };
    },
    async get(options) {
      const { rawId, response } = await navigator.credentials.get({
        publicKey: {
          challenge: decoded(options.challenge),
          rpId: options.relyingParty,
          userVerification: 'required',
          timeout: options.seconds * 1000,
        },
      });
      return {
        credential: rawId,
        user: response.userHandle ?? new ArrayBuffer(0),
        'client-data': response.clientDataJSON,
        'authenticator-data': response.authenticatorData,
        signature: response.signature,
      };
    },
  };

  for (const form of all('data-passkey')) {
    const ask = async () => {
      for (const failed of all('data-passkey-failed')) failed.hidden = true;
      try {
        const sent = await ceremonies[form.dataset.passkey](JSON.parse(form.dataset.options));
        for (const [name, value] of Object.entries(sent)) form.elements[name].value = encoded(value);
        form.submit();
      } catch {
        // Refused, cancelled, too late or nothing to ask: the browser tells a page no more.
        for (const failed of all('data-passkey-failed')) failed.hidden = false;
      }
    };
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      ask();
    });
    ask();
  }
})();
