## Signing in and out
workspace-link = Your workspace
sign-in = Sign in
sign-in-lead = For those who keep or agree what stands in this register. Everything published can be read without signing in.
sign-in-help = If you have lost your password, ask an administrator of this installation for a new invitation.
sign-out = Sign out
sign-out-everywhere = Sign out everywhere
to-mend = There is something to mend
demonstration = This is a demonstration
demonstration-text = These accounts stand for no real person. All of them have the same password. Nothing that is done here is an act of a government.
demonstration-password = Password of all

## Invitations
invitation = Choose a password
invitation-lead = Welcome, { $name }. With a password of your own you can sign in from now on.
invitation-first = Nobody has an account here yet. Whoever makes this one keeps the accounts of the installation: an administrator adds people and gives them roles, and cannot change or sign what is recorded.
invitation-over-title = This invitation no longer holds
invitation-over = It has been taken up, has ended, or was replaced by a newer one. Ask an administrator of this installation for another.
invitation-button = Choose this password

## The workspace
workspace = Your workspace
workspace-lead = What you can do here. The public pages look the same to you as to everyone.
your-account = Your account
change-password = Change the password
change-password-text = Every session ends with it, on every device; here you stay signed in.
account-roles = Roles
no-roles = None yet: an administrator gives them.
sessions = Sessions
session-count = { $count ->
    [0] none
    [one] one
   *[other] { $shown }
}
refused-sign-ins = Refused sign-ins
refused-before = { $count ->
    [one] Before you signed in, a wrong password was tried once with your address.
   *[other] Before you signed in, wrong passwords were tried { $shown } times with your address.
}

## Passkeys
passkeys = Passkeys
passkeys-text = A passkey is a key that your telephone, computer or security key keeps. It signs you in here after the device has verified you, and works on no other site. Your password stays.
no-passkeys = None yet.
passkeys-lacking = A passkey is added in a browser that knows passkeys and runs the script of this page.
passkeys-not-here = This site is reached at an address for which browsers make no passkeys.
add-passkey = Add a passkey
remove-passkey = Remove
remove-passkey-text = Sessions that began with a passkey end when it is removed. Delete it on the device too.
passkey-added-on = added on { $date }
passkey-used-on = last used on { $date }
passkey-never-used = not used yet
passkey-on-one = stays on one device
passkey-on-many = can be copied to your other devices
passkey-make = Make the passkey
passkey-make-lead = Your browser asks where to keep it, and the device verifies you.
passkey-sign-in = Sign in with a passkey
passkey-sign-in-lead = Your browser asks which one, and the device verifies you.
passkey-or-password = Or with your password:
passkey-ask-again = Ask again
passkey-back = Back to your workspace
passkey-password = Sign in with a password
passkey-lack = This page needs a browser that knows passkeys and runs its script.
passkey-failed = The browser has given no passkey. Ask again, or go on without.

## Accounts, for administrators
workspace-people = Accounts
workspace-people-lead = Who can sign in to this installation, and with which roles. Whoever gives roles here cannot change or sign what is recorded.
accounts = Those there are
add-account = Add an account
add-account-button = Add and invite
invited = Invitation
invited-lead = A link to hand over.
invited-hand-over = Give this link to { $name }, and to nobody else: whoever opens it chooses the password.
invited-until = It holds until { $date }, and once.
invited-once = It is not shown again. If it is lost, make a new invitation; the old one then no longer holds.
account-closed-on = closed on { $date }
account-last-sign-in = last signed in on { $date }
account-invited = invited, no password chosen yet
account-never = has a password, never signed in
account-not-taken-up = the invitation has ended without being taken up
account-id = Id in the journals
account-standing = Standing
no-roles-of-account = None.
give-role = Give a role
revoke = Take back
invite-again = Make a new invitation
invite-again-text = For a password that was lost, or an invitation that has ended. The present password holds until another one is chosen.
close-account = Close the account
close-account-text = Its sessions end and nobody can sign in with it again. What was done with it stays recorded. This cannot be taken back; another account can be made with the same mail address.

## Fields
field-name = Name
field-mail = Mail address
field-password = Password
field-old-password = Present password
field-new-password = New password
field-new-password-hint = { $count ->
    [one] At least one character.
   *[other] At least { $shown } characters. Several words that do not belong together are easy to keep in mind and hard to guess.
}
field-label = Name of the passkey
field-label-hint = What you call the device that keeps it, such as “telephone” or “grey key”.
field-passkey-password = Present password
field-language = Language
choose = Choose one
field-role = Role
field-role-hint = An administrator has no partnership and no voice; for one, the two fields below are passed over.
field-partnership = Partnership
field-voice = Voice
field-voice-hint = For whom the role is: { $voices }, or the short name of an observer.

## Roles
account-role-administrator = Administrator of this installation
account-role-registrar = Registrar
account-role-co-chair = Co-chair
account-role-secretariat = Secretariat
account-role-officer = Officer
account-role-delegate = Delegate
account-role-observer = Observer
grant-of = { $role } for { $voice } – { $partnership }

## What was done
done-password = The password is chosen.
done-passkey = The passkey is added.
done-passkey-removed = The passkey is removed.
done-granted = The role is given.
done-revoked = The role is taken back.
done-closed = The account is closed.
done-signed-out = You are signed out.
done-everywhere = Every session of yours has ended.

## What was refused
refused-not-allowed = Only an administrator can do this.
refused-no-name = Enter a name.
refused-name-too-long = Enter a shorter name.
refused-name-unclean = The name holds characters that are not shown, or mixes two alphabets. Type it again.
refused-no-mail = Enter a mail address, such as name@example.org.
refused-mail-taken = Another account has this mail address. Close that one first, or give another address.
refused-too-many-accounts = This installation has as many accounts as it can have.
refused-no-such-account = There is no such account.
refused-closed = The account is closed.
refused-too-many-roles = The account has as many roles as it can have. Take one back first.
refused-not-granted = The account does not have this role.
refused-last-administrator = Nobody would be left to keep the accounts. Make another administrator first.
refused-invitation-over = The invitation no longer holds. Ask an administrator for another one.
refused-too-short = Choose a longer password.
refused-too-long = Choose a shorter password.
refused-guessable = This password is easily guessed. Take several words that do not belong together.
refused-wrong-password = This is not the present password.
refused-not-recognised = Mail address and password do not belong together. Check both and try again.
refused-no-label = Enter a name for the passkey.
refused-label-too-long = Enter a shorter name for the passkey.
refused-too-many-passkeys = Your account has as many passkeys as it can have. Remove one first.
refused-no-such-passkey = There is no such passkey.
refused-passkey-known = This passkey is known already.
refused-passkey-not-taken = What the device sent cannot be taken here. It has to verify who uses it, and make a key of the kind ES256 or EdDSA. Try again, or with another device.
refused-passkey-over = This took too long. Begin again.
refused-passkey-not-recognised = This passkey is not recognised here. Try another one, or sign in with your password.
refused-already-founded = There is an administrator already. Ask them for an invitation.
refused-too-often = { $count ->
    [one] This was tried too often. Try again in a minute.
   *[other] This was tried too often. Try again in { $shown } minutes.
}
refused-no-role = Choose a role.
refused-no-partnership = Choose a partnership.
refused-no-voice = Enter the short name of a voice: letters, digits and hyphens.

## Errors
signed-out-title = Your session has ended
signed-out-what = The form was not taken, as nobody is signed in here any more. What you typed is still in your browser.
signed-out-next = Sign in under “Your workspace” in another window, then go back to the form and send it again.
forbidden-title = This page is not for your roles
forbidden-what = You are signed in, and none of your roles opens this page.
forbidden-next = If you need it, ask an administrator of this installation for the role.
other-site-title = This form did not come from this site
other-site-what = Something was sent here from a page of another site. It was not taken, and nothing was changed.
other-site-next = If you meant to send it, open the page on this site and fill in its form.
too-large-title = This is more than can be sent at once
too-large-what = The form was not taken, and nothing was changed.
too-large-next = Go back, shorten what you entered, and send it again.

## The sides
workspace-side = { $voice } in the { $partnership }
workspace-waiting = { $count ->
    [one] { $shown } proposal waits for you
   *[other] { $shown } proposals wait for you
}
side-title = Workspace of { $voice }
side-lead = What your side prepares stays here until it is proposed. What lies between the parties is for the parties alone until all have agreed.
side-waits-for-you = Waits for you
side-waits-for-you-empty = Nothing waits for an answer of your side.
side-waits-for-them = Waits for the others
side-waits-for-them-empty = Your side has proposed nothing that is still open.
side-accepted = Accepted by your side; others have not yet
side-over = Lately agreed or over
side-over-empty = Nothing has been proposed before.
side-drafts = Drafts of your side
side-drafts-empty = There is no draft. Begin one, or open a record and choose “For the parties: propose other words”.
propose-other-words = For the parties: propose other words
proposed-by = proposed by { $voice }
objected-by = { $voice } objects
account-of-program = the program
lot-accept = Accept those chosen for { $voice }
lot-propose = Propose those chosen for { $voice }
lot-accepted = { $count ->
    [one] { $shown } proposal accepted.
   *[other] { $shown } proposals accepted.
}
lot-proposed = { $count ->
    [one] { $shown } draft proposed.
   *[other] { $shown } drafts proposed.
}
lot-refused = “{ $title }”: { $what }
progress-open = open
progress-accepted = accepted by all, being sealed
progress-sealed = agreed
progress-withdrawn = withdrawn
progress-overtaken = overtaken by another version

## Drafts
draft = Draft
draft-untitled = Draft without a title
draft-new-commitment = Begin a new commitment
draft-from-record = To change what is recorded, open its page and choose “For the parties: propose other words”.
draft-begin = Draft other words
draft-begin-lead = A draft begins with the words that stand: “{ $title }”. Nobody but your side sees it until it is proposed.
draft-begin-button = Begin a draft
draft-others = Drafts of this record that are open
draft-written = written by { $name } on { $date }
draft-saved = The draft is saved. Below you see what would change.
draft-save = Save the draft
draft-propose = Propose it
draft-propose-text = The other parties read the words that were saved last, in all three languages. Nobody else sees them until all have agreed. You can withdraw the proposal until it is sealed.
draft-propose-button = Propose these words
draft-propose-others = A co-chair or the secretariat of your side proposes it.
draft-meant = We have read the differences between the languages; they are meant.
draft-discard = Discard the draft
date-hint = For example June 30, 2027, fall 2027, by 2030; from day to day 2027-07-17/2027-09-04.
date-understood = Understood as:
draft-versions = Earlier versions of this draft
draft-version = Version { $number }, { $by }
compared-with-version = Compared with version { $number } of this draft.
compared-with-nothing-more = The proposal is over; these are its words.
text-stale = Changed since in { $languages }: look whether it still says the same.
text-missing = Missing

## Comparing
compared = As the others will read it
compared-with = Compared with what stands: { $standing }.
compared-with-nothing = Nothing stands yet that it would change.
compared-with-last = Compared with the proposal before.
compare-standing = Compare with what stands
compare-last = Compare with the proposal before
differing = The languages differ
differing-text = Numbers, dates, parties and the force of verbs are compared. Mend the texts, or say that the difference is meant.
differing-what = { $text }: { $aspect }
differing-in = { $language }: { $words }
differing-nothing = none
aspect-numbers = numbers
aspect-dates = dates
aspect-parties = parties named
aspect-obligation = obligation
aspect-latitude = possibility or intention
aspect-negation = negation

## Proposals
proposal = Proposal
proposal-is-open = Proposed by { $voice }; it waits for an answer.
proposal-is-accepted = All parties have accepted; { $voice } seals it.
proposal-is-sealed = Agreed: proposed and sealed by { $voice }.
proposal-is-withdrawn = Withdrawn by { $voice }.
proposal-is-overtaken = Another version has been agreed meanwhile.
proposal-words = The words
proposal-made = Proposed
proposal-made-by = by { $voice } ({ $right }) on { $date }
proposal-code = Code of these words
proposal-code-hint = Both sides see the same code beside the same words: read it to each other before you accept.
proposal-record = Record
proposal-record-page = Its public page
answers = Answers
answered = { $act } by { $voice } ({ $right }) on { $date }
do-accept = Accept
do-accept-text = With this act { $voice } agrees to these words in all three languages. It cannot be taken back once it is sealed.
do-accept-button = Accept for { $voice }
do-object = Object
do-object-text = The other side reads your reason. The proposal stays open until it is withdrawn.
do-object-button = Object for { $voice }
do-counter = Propose something else
do-counter-text = A draft begins with these words. Before your own proposal can be accepted, the other one is withdrawn.
do-counter-button = Begin a draft for { $voice }
do-withdraw = Withdraw
do-withdraw-text = { $voice } takes the proposal back. Nothing of it becomes public.
do-withdraw-button = Withdraw for { $voice }
do-dispute = Dispute
do-dispute-text = What { $voice } says is shown beside this record for everyone, and stays. It changes nothing about how the record stands.
do-dispute-button = Dispute for { $voice }
do-diverge = The languages do not agree
do-diverge-text = What { $voice } says is shown beside this record for everyone, until the parties correct the text and after.
do-diverge-button = Say so for { $voice }
do-remark = What is to be said
do-reason = Reason

## Comments
comments = Comments of your side
comments-hint = Only your side reads them.
comment-label = Comment
comment-button = Comment
comment-by = { $name } on { $date }

## What is to be mended
refused-date = This date was not understood: write it as in the example.
refused-draft-gone = This draft is not here any more.
refused-draft-closed = This draft was put away. Begin another one.
refused-draft-meanwhile = Somebody of your side has changed the draft meanwhile. What you typed is still here: open the draft in another window, take over what they wrote, and save again there.
refused-draft-too-many = There are too many drafts or versions. Propose or discard some first.
refused-comment-empty = The comment is empty.
refused-comment-too-long = The comment is too long.
refused-text-unclean = The text has characters that are hidden or mixes alphabets in one word. Type it again.
refused-missing = { $text } is missing in { $language }. All languages are agreed together.
refused-unclean-text = { $text } has characters that are hidden or mixes alphabets in one word. Type it again.
refused-differing = The languages differ. Mend the texts, or say that it is meant.
refused-nothing-changes = These words are agreed already: nothing would change.
refused-open = Your side has another act open on this version. Withdraw it first, or wait for the answer.
refused-not-by-role = Your roles do not allow this. Ask somebody of your side who may.
refused-not-party = This voice is no party to the partnership.
refused-not-proposable = This cannot be proposed as it is.
refused-not-open = This proposal is not open any more.
refused-wrong-side = This answer is not for your side to give.
refused-already-accepted = Your side has accepted it already.
refused-unreadable = A text of the proposal cannot be read here, so it cannot be accepted.
refused-no-reason = Give a reason: the other side reads it.

signing-title = Sign with your passkey
signing-lead = You bind your side by this. Each code stands on the page of its proposal, there to be compared, on another screen if you can. Press the button when you have read it: your device verifies you and signs just these acts.
signing-failed = Your browser has given no signature, and nothing was written. Sign again, or go back.
signing-propose = Propose: { $title }
signing-accept = Accept: { $title }
signing-withdraw = Withdraw: { $title }
signing-code = code { $code }
signing-button = Sign
signing-back = Back without signing
refused-not-signed = Your account has a passkey that stays on one device, and binds its side with it. Sign with it, at the address at which passkeys are kept here.
refused-signing-over = It took too long, or you have begun to sign something else. Nothing was written; do it once more.
refused-other-signature = The signature is not of what would be written: it may have changed while you signed. Nothing was written; look at it again, and sign.
refused-too-many-to-sign = At most 250 can be signed at once. Nothing was written; choose fewer.
