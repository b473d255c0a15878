## Facts of a draft
fact-section-form = What it is
fact-measure = What it counts
fact-person-there = Who
measure-participants = people who took part
measure-personnel = people who were sent
choose-none = –
name-hint = Begin to type a name and choose one of those offered. The address of a record’s page will do too.
text-of-all-languages = In all languages
refused-of-field = { $field }: { $what }
refused-needed = this is needed.
refused-neither = Give one of these: { $fields }.
refused-none-chosen = choose at least one.
refused-number = write a whole number from 1.
refused-value = write a number, with or without decimals.
refused-country = write two capital letters.
refused-address = write the whole address, beginning with https://.
refused-not-offered = no record here has the name “{ $name }”. Choose one of those offered.
refused-facts = The facts do not fit together. Look through them once more.

## A new record
draft-new-kind = Or begin a draft of a new
draft-new-kind-button = Go on
draft-new-lead = First what it cannot be without. Everything else comes after, and all of it can be changed until it is proposed.
draft-new-lead-bare = A draft is begun; what it says comes after. Nobody but your side sees it until it is proposed.

## Who goes on with it
draft-of-whom = Whose it is to go on with
draft-of-nobody = nobody in particular
draft-assign = Give it to them
draft-assigned = with { $name }
comment-tell = Tell somebody in particular
comment-to-all = nobody: for whoever reads it
comment-to = to { $name }
comment-tick = Done with it
refused-not-of-side = Choose somebody of your side.

## What waits for a person
waits = Waits for you
waits-link = { $count ->
    [0] Nothing waits for you
    [one] Waits for you ({ $shown })
   *[other] Waits for you ({ $shown })
}
waits-lead = What is yours to do, from all the sides that you act for.
waits-empty = Nothing waits for you now. What others propose, give you or tell you comes up here.
waits-told = What you were told
waits-proposals = Proposals of others to answer
waits-assigned = Drafts that you go on with
waits-ready = Drafts of your side that can be proposed
waits-stale = to look through again: { $languages }

## What is typed and not saved
draft-kept = This is what you typed on { $date } and did not save. It is kept for you alone.
draft-kept-theirs = { $name } has saved this draft since you typed something on { $date } that you did not save. Both are there; the form shows what was saved.
draft-kept-mine = The form shows what you typed on { $date } and did not save. { $name } has saved the draft since; below you see how yours differs. If you save now, yours is the next version, and the other stays among the earlier ones.
draft-kept-show-mine = Show what I typed
draft-kept-show-saved = Show what was saved
draft-kept-forget = Put away what I typed
draft-others-write = Has typed something here that is not saved yet: { $names }.
script-kept = What you typed is kept for you. Others see it when you save the draft.
script-meanwhile = Somebody of your side has saved this draft meanwhile. What you typed is kept: open the draft again to see both.
script-offline = Not saved yet: there is no connection. What you typed is kept in this browser and is sent when there is one.
script-signed-out = Not saved yet: your session has ended. What you typed is kept in this browser. Sign in in another window, then go on here.
script-refused = Not saved yet: it could not be kept by itself. Save the draft.
script-again = What you typed last in this browser is here again. It is not saved yet.

## Corrections
role-correction = What was wrong
correct = Correct what is agreed
correct-text = For an error in an agreed text, such as a wrong date or languages that differ. All parties agree to the correction as to any other version, and it says what was wrong. It then holds as if it had stood so from the beginning.
correct-button = Begin a correction
correction-draft = Draft of a correction
correction = Proposal of a correction
correction-meaning = This corrects what is agreed: once sealed it holds as if it had stood so from the beginning.
corrected-what = Corrected by all parties, sealed on { $date }; it holds as if it had stood so from the beginning. What was wrong: { $wrong }
history-correction = A correction: it holds as if it had stood so from the beginning. What the register said until then can be read as of that day.
refused-nothing-to-correct = Nothing is agreed yet that could be corrected. Propose other words instead.

## Several at once
lot-heading = { $what } ({ $count })
lot-choose-all = Choose all
lot-choose-none = Choose none
lot-everything = { $count ->
    [one] Look over { $shown }, on all pages
   *[other] Look over all { $shown }
}
review-more = { $count ->
    [one] { $shown } is looked over at once. The others stay where they are.
   *[other] { $shown } are looked over at once. The others stay where they are.
}
review-pages = What you tick and type here is kept when you look at another page. Nothing is sent before you press the button below, which is for all pages.
waits-proposals-all = { $count ->
    [one] { $shown } proposal waits
   *[other] All { $shown } that wait
}
lot-results = What became of each
lot-result-accepted = accepted
lot-result-objected = objected to
lot-result-proposed = proposed
review-accept = { $count ->
    [one] Look over { $shown } proposal before you accept it
   *[other] Look over { $shown } proposals before you accept them
}
review-accept-lead = Nothing is accepted yet. Take out what you leave for later; give a reason where you object. Each is an act of its own.
review-accept-button = Give these answers for { $voice }
review-propose = { $count ->
    [one] Look over { $shown } draft before you propose it
   *[other] Look over { $shown } drafts before you propose them
}
review-propose-lead = Nothing is proposed yet. Take out what you leave for later. Each is an act of its own.
review-propose-button = Propose these for { $voice }
review-take = With the others
review-except = Or object to this one, with this reason
review-words = Its words and facts
review-back = Back, without doing anything

## Several withdrawn, countered, or spoken about at once
lot-withdraw = Withdraw those chosen for { $voice }
lot-counter = Answer those chosen with words of your own
lot-withdrawn = { $count ->
    [one] { $shown } proposal withdrawn.
   *[other] { $shown } proposals withdrawn.
}
lot-countered = { $count ->
    [one] { $shown } draft begun with the words proposed. It is among the drafts of your side.
   *[other] { $shown } drafts begun with the words proposed. They are among the drafts of your side.
}
lot-disputed = { $count ->
    [one] { $shown } record disputed.
   *[other] { $shown } records disputed.
}
lot-diverged = { $count ->
    [one] Said of { $shown } record that its languages do not agree.
   *[other] Said of { $shown } records that their languages do not agree.
}
lot-result-withdrawn = withdrawn
lot-result-countered = a draft begun
lot-result-disputed = disputed
lot-result-diverged = said that its languages do not agree
review-withdraw = { $count ->
    [one] Look over { $shown } proposal before you withdraw it
   *[other] Look over { $shown } proposals before you withdraw them
}
review-withdraw-lead = Nothing is withdrawn yet. Take out what you leave open. Each is an act of its own.
review-withdraw-button = Withdraw these for { $voice }
review-withdraw-reason = Reason, the same for all (you may leave it empty)
withdraw-follows-parties = The other parties read that they are withdrawn, and why. Nothing of them becomes public.
withdraw-follows-over = Nobody can accept them any more, and the drafts that they came from are put away.
withdraw-follows-again = You can propose the same words again: on the page of each, a draft can begin with them.
review-counter = { $count ->
    [one] Look over { $shown } proposal before you answer it with words of your own
   *[other] Look over { $shown } proposals before you answer them with words of your own
}
review-counter-lead = No draft has begun yet. Take out what you answer otherwise. A draft of your side begins with the words of each.
review-counter-button = Begin these drafts for { $voice }
review-counter-draft = Go on with that draft
review-to-counter = Answer those ticked with words of your own
counter-follows-open = Only your side sees the drafts. Change them, then propose them together.
counter-follows-first = The proposals stay open. Before yours can be accepted, the others withdraw theirs.
refused-drafted = Your side has a draft of this record already. It stays as it is.
refused-too-long-together = It has too many texts for one entry when it is signed with others. The others go without it; shorten it, or do it alone on its own page.
do-again = Propose it again
do-again-text = It is over, and its words are still here. A draft of your side begins with them.
do-again-button = Begin a draft for { $voice }

remarks = Remark on records
remarks-link = Remark on several records that are agreed or documented
remarks-around = { $count ->
    [one] Remark on the { $shown } record that refers to this one
   *[other] Remark on the { $shown } records that refer to this one
}
remarks-lead = Dispute records, or say that their languages do not agree. It is shown beside each, for everyone and for good, and changes nothing about how the record stands.
remarks-of = Records that refer to “{ $title }”
remarks-of-any = Show any record
remarks-search = Words in the title
remarks-search-button = Show
remarks-any = Any
remarks-records = Records
remarks-none = No record that is agreed or documented fits.
remarks-recorded = recorded on { $date }
remarks-look-dispute = Dispute those chosen
remarks-look-diverge = Say of those chosen that their languages do not agree
remarks-all-dispute = { $count ->
    [one] Dispute { $shown }
   *[other] Dispute all { $shown }
}
remarks-all-diverge = { $count ->
    [one] Say of { $shown } that its languages do not agree
   *[other] Say of all { $shown } that their languages do not agree
}
field-kind = Kind
field-standing = Standing
review-dispute = { $count ->
    [one] Look over { $shown } record before you dispute it
   *[other] Look over { $shown } records before you dispute them
}
review-dispute-lead = Nothing is said yet. Take out what you do not dispute. Each is an act of its own.
review-dispute-button = Dispute these for { $voice }
review-dispute-reason = How your side sees it, the same for all
review-diverge = { $count ->
    [one] Look over { $shown } record before you say that its languages do not agree
   *[other] Look over { $shown } records before you say that their languages do not agree
}
review-diverge-lead = Nothing is said yet. Take out those whose languages agree. Each is an act of its own.
review-diverge-button = Say so for { $voice }
review-diverge-reason = Where the languages do not agree, the same for all
review-remark-except = For this one, say something else
remark-follows-everyone = Everyone reads what you say, beside each of these records.
remark-follows-forever = It stays, in your journal and beside the record. It cannot be taken back.
remark-follows-standing = It changes nothing about how the records stand.
remark-words = These words stand: { $standing }.
refused-no-remark = Say what it is about, for all or for each: everyone reads it.
refused-record-gone = This record is not here any more.
refused-record-meanwhile = Other words stand for this record since you looked at it. They are the ones below: read them, then choose it again.

## Preview
preview-notice = A preview of what was saved last, for your side alone: so the page will look to everyone once all have agreed.
draft-preview = Show it as it will be public
preview-of = Preview: { $kind }
