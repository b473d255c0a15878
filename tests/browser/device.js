// A virtual authenticator of the browser, told what to do over its own protocol.

/** A device that keeps passkeys, verifies whoever asks, and can be told to do otherwise. */
export async function virtualDevice(page, options = {}) {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      ...options,
    },
  });
  const send = (what, params = {}) => session.send(`WebAuthn.${what}`, { authenticatorId, ...params });
  return {
    send,
    remove: () => send('removeVirtualAuthenticator'),
    async credentials() {
      return (await send('getCredentials')).credentials;
    },
  };
}
