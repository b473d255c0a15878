### Words for notices and mail. Numbers and dates are formatted before they come in.

## The page of notices
notices = Notices
notices-unseen = { $count ->
    [one] { $shown } new
   *[other] { $shown } new
}
notices-lead = What happened in the last { $days } days that concerns your roles.
notices-new = New
notices-earlier = Seen before
notices-empty = Nothing has happened yet. When the other side proposes or answers something, or somebody comments on a draft of your side, it stands here.
notices-nothing-new = Nothing new has happened since.
notices-see = Mark all as seen
notices-more = { $count ->
    [one] Only the newest notice is shown.
   *[other] Only the newest { $shown } notices are shown.
}
notices-choice = Choose how soon you want mail about notices

## What happened
notice-proposed = { $voice } has made a proposal to your side.
notice-proposed-own = Your side ({ $voice }) has made a proposal.
notice-accepted = { $voice } has accepted a proposal.
notice-objected = { $voice } has objected to a proposal.
notice-withdrawn = { $voice } has withdrawn its proposal.
notice-agreed = The parties have agreed.
notice-commented = { $name } has commented, among your side.
notice-commented-somebody = Somebody of your side has commented.
notice-told = { $name } tells you something in a comment, among your side.
notice-told-somebody = Somebody of your side tells you something in a comment.
notice-assigned = { $name } has given you a draft to go on with.
notice-assigned-somebody = Somebody of your side has given you a draft to go on with.
notice-disputed = { $voice } disputes what is recorded.
notice-diverged = { $voice } says that the languages of a record do not agree.
notice-in-doubt = may have been in a mail to you on { $date }: the mail server did not say whether it took it

## Language and mail
choice = Language and mail
choice-lead = Mail about notices goes to { $mail }.
choice-no-mail = This installation sends no mail. What concerns you stands under “Notices”; your choice holds from when mail is sent.
choice-bounce = Mail to your address could not be delivered on { $date }: the mail server refused it with code { $reply }. No more is sent until you save your choice again. If the address is wrong, ask an administrator.
choice-button = Save the choice
done-chosen = Your choice is saved.
field-mail-choice = Mail about notices
field-mail-choice-hint = Mail says what happened, and by whom; the words themselves are read here.
mail-choice-at-once = at once
mail-choice-daily = once a day
mail-choice-weekly = once a week, on Monday
mail-choice-never = never
account-mail = Mail
account-bounce = mail could not be delivered on { $date } (code { $reply })
account-doubt = a mail of { $date } is in doubt: the mail server did not say whether it took it; it is not sent again

## Invitations by mail
invited-by-mail = The invitation was sent by mail to { $name }, at { $mail }.
invited-by-mail-lost = If it does not arrive, make a new invitation; the old one then no longer holds.
invited-not-by-mail = The invitation could not be sent by mail. You can hand over the link yourself.

## Letters
letter-greeting = Good day { $name },
letter-notices-subject = { $count ->
    [one] { $shown } notice from the register
   *[other] { $shown } notices from the register
}
letter-notices-lead = { $count ->
    [one] This has happened:
   *[other] This has happened, the newest first:
}
letter-again = This may have been in a mail to you before; the mail server did not say whether it took that one:
letter-reticent = What is between the parties or on your side only is not in this mail. It is read after signing in.
letter-all = All notices
letter-why = You are told because of your roles in this register. Choose here how soon you want mail, or none:
letter-choice = Language and mail
letter-invitation-subject = Your invitation to the register
letter-invitation-lead = An account has been made for you. With this link you choose a password:
letter-invitation-open = Choose a password
letter-invitation-alone = The link is for you alone: do not pass this mail on. If you expected no invitation, you need do nothing.
