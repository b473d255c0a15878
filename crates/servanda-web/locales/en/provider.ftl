## Signing in through an identity provider
provider-sign-in = Sign in with { $provider }
provider-down = { $provider } does not answer. Try again in a moment, or sign in another way.
provider-not-verified = What { $provider } sent could not be verified, and nobody is signed in. Begin again. If it happens again, tell an administrator of this installation.
provider-refused = { $provider } has not said who you are (its reason: { $code }). Begin again, or sign in another way.
provider-over = This took too long, or began in another browser. Begin again.
provider-not-linked = { $provider } knows you, and no account here is linked to that. Sign in another way and link your account in your workspace. If you have no account, ask an administrator of this installation.

## Links
links-text = Link your account to { $provider } to sign in through it. Your password stays. A link is yours alone: nobody is matched by a mail address.
no-links = Your account is not linked.
link-add = Link to { $provider }
link-lead = You leave this site. { $provider } asks who you are and sends you back here.
link-on = Go on to { $provider }
link-remove = Remove the link
link-added-on = added on { $date }
link-used-on = last used on { $date }
link-never-used = not used yet
session-by-link = through the identity provider
field-link-password = Present password
field-link-code = Code
done-linked = Your account is linked.
done-link-removed = The link is removed.
refused-too-many-links = Your account has as many links as it can have. Remove one first.
refused-link-taken = An account is linked to this already.
refused-no-such-link = There is no such link.
refused-not-linked = No account here is linked to this.
