## Documents that a side has received
documents-received = Documents your side has received
documents-lead = Minutes, plans and statements, as files. The program reads each once and proposes what may be recorded from it. Your side decides; nobody else sees any of it until you propose it.
documents-choose = Choose a document, or drop it here
documents-hint = Read are { $formats }; { $size } MB at most; in English, French or Spanish.
documents-send = Send and read
documents-sending = The document is being sent.
documents-reading = It has arrived and is being read. This may take a minute.
documents-failed = The document did not arrive. Check the connection and send it again.
documents-those = Those received
documents-none = None yet. Choose the minutes of your last meeting to begin.
documents-decided = { $count ->
    [one] { $shown } finding decided
   *[other] { $shown } findings decided
}
documents-received-by = received by { $name } on { $date }
documents-away = The document is put away. Its bytes, its text and what was found in it are erased.
documents-put-away = Put this document away
documents-put-away-text = For a file received by mistake, or of no use any more. Its bytes, its text and what was found in it are erased. What was proposed stays.
documents-put-away-button = Put away and erase
side-documents = { $count ->
    [one] { $shown } document received
   *[other] { $shown } documents received
}
side-documents-begin = Take commitments from a document

## Why a document is not read
not-read-here = This installation does not read documents. Ask whoever runs it.
field-dated = Day that the document is of, if it does not say so itself
field-dated-hint = “Next year” and the like are counted from it. It can be changed in the draft of the document until that is published.
refused-day = This day was not understood: write it like March 2, 2026.
not-read-missing = Choose a file first. If you had chosen one, it did not arrive whole: send it again.
not-read-empty = There is no text in this file. Check that it is the right one.
not-read-too-large = The file is too large: { $size } MB at most are taken. Send it without pictures, or in parts.
not-read-other-format = Files of this sort are not read. These are: { $formats }. Save it as one of them, and send that.
not-read-scanned = The pages are pictures and have no text. Ask for the file it was printed from, or have its text recognised (OCR), and send that.
not-read-protected = The file is protected by a password. Save it without one, and send that.
not-read-damaged = The file is damaged, or not what its name says. Open it, save it again, and send that.
not-read-too-long = Reading the file took too long and was given up. Send it in parts.

## What is refused of documents and findings
refused-document-not-found = This document is not here any more.
refused-document-too-many = Your side has as many documents here as it can have. Put some away first.
refused-document-no-finding = This finding is not in the document. Open the document again.
refused-document-no-passage = The words of this passage stand in the document more than once and nothing around them tells them apart. Begin a draft by hand.
refused-document-no-target = What it should be a source of, or say the same as, is not there. Choose something else.
refused-document-proposed = What came of it is proposed already. Withdraw the proposal first.
refused-document-too-often = This is too much at once. Choose fewer findings.
refused-document-in-use = { $count ->
    [one] { $shown } draft rests on this document. Propose or discard it first.
   *[other] { $shown } drafts rest on this document. Propose or discard them first.
}

## Findings
findings-of = Document received
findings-progress = { $decided } of { $all } findings decided
findings-first-open = to the first that is open
findings-nothing = The program found nothing in it that could be recorded. What it missed you can take up by its words, at the end of this page.
findings-show = Show
findings-show-button = Show
findings-which-all = All
findings-which-open = Open
findings-which-taken = Taken up
findings-which-merged = Merged
findings-which-dismissed = Dismissed
findings-kind = Only
findings-every-kind = every kind
findings-keys = Keys
findings-keys-on = Use these keys on this device
findings-key-j = next finding
findings-key-k = finding before
findings-key-a = take up
findings-key-e = take up and edit; open the draft
findings-key-m = say the same as another: merge
findings-key-x = dismiss, for the reason chosen above the text
findings-key-u = undo your last decision
findings-key-c = choose, to do one thing with several
findings-key-n = take up the words that are selected, or that you type
findings-key-help = show or hide this list
findings-lot = { $count ->
    [one] { $shown } draft is to be proposed.
   *[other] { $shown } drafts are to be proposed.
}
findings-lot-with-document = { $count ->
    [one] { $shown } draft is to be proposed; the document goes along, so that the others can read what it rests on.
   *[other] { $shown } drafts are to be proposed; the document goes along, so that the others can read what they rest on.
}
findings-lot-empty = Nothing has been taken up yet that is still to be proposed.
findings-propose = Look over all of it and propose
findings-state = Look over all of it and publish
lot-stated = { $count ->
    [one] { $shown } draft published.
   *[other] { $shown } drafts published.
}
review-state = { $count ->
    [one] Look over { $shown } draft
   *[other] Look over { $shown } drafts
}
review-state-lead = With one act all that are chosen are stated in the register, for everyone to read, or none.
review-state-button = Publish those chosen
refused-state-no-source = It rests on no passage of a document: add a source first.
refused-state-not-ours = It is not for the registrar to change this: the parties have agreed on it, or another voice has stated it.
refused-state-nothing = This is recorded already: nothing would change.
refused-state-meanwhile = Somebody else has recorded something meanwhile. Nothing was published; do it once more.
findings-document-draft = The document’s own record, a draft
findings-table = Findings as a table (CSV)
findings-data = Findings as data (JSON)
findings-pick-page = Choose all on this page
findings-tools = With those chosen
findings-take-picked = Take up those chosen
findings-dismiss-picked = Dismiss those chosen
findings-because = Reason for dismissing
findings-undo-picked = Undo those chosen
findings-undo-last = Undo your last: { $finding }
findings-none-picked = Choose at least one finding.
findings-done-take = { $count ->
    [one] { $shown } finding taken up.
   *[other] { $shown } findings taken up.
}
findings-done-source = { $count ->
    [one] { $shown } further source added.
   *[other] { $shown } further sources added.
}
findings-done-merge = { $count ->
    [one] { $shown } finding merged.
   *[other] { $shown } findings merged.
}
findings-done-dismiss = { $count ->
    [one] { $shown } finding dismissed.
   *[other] { $shown } findings dismissed.
}
findings-done-undo = { $count ->
    [one] { $shown } decision undone.
   *[other] { $shown } decisions undone.
}
findings-left = { $count ->
    [one] { $shown } was left as it is: it had been decided meanwhile, or there was nothing to undo.
   *[other] { $shown } were left as they are: they had been decided meanwhile, or there was nothing to undo.
}
findings-need = { $count ->
    [one] { $shown } needs more than the program knows: open it to take it up.
   *[other] { $shown } need more than the program knows: open each to take it up.
}
findings-kept = { $count ->
    [one] { $shown } draft stays, because somebody has written it since.
   *[other] { $shown } drafts stay, because somebody has written them since.
}
finding = Finding
finding-undertaking = Undertaking
finding-recommendation = Recommendation
finding-result = Result
finding-meeting = Meeting
finding-person = Person in a post
finding-institution = Institution
finding-figure = Figure
finding-instrument = Instrument
finding-numbered = { $kind } { $number }
finding-sure = { $share } % sure
finding-by-hand = chosen by hand
finding-by-hand-title = A passage chosen by hand
finding-who = Who: { $words }
finding-who-meant = Who: { $words } ({ $meant })
finding-when = When: { $words }
finding-what = What: { $words }
finding-take = Take up
finding-edit = Take up and edit
finding-edit-short = Edit
finding-dismiss = Dismiss
finding-more = More
finding-undo = Undo
finding-understood = Understood
finding-why = Why it is proposed
finding-rule = rule { $rule }
finding-back = Back to the document
finding-take-as = Take it up
finding-as = As
finding-as-button = Change
finding-source = It is recorded already
finding-source-text = Then this passage becomes a further source of it. What has words in common is offered; whether it says the same, you decide.
finding-source-button = Add as a further source
finding-other-record = Another record
finding-other-record-hint = The address of its page, or of a draft of your side.
likely-none = Nothing that is recorded or drafted has much in common with it.
likely-draft = draft of your side
likely-on-passage = rests on these very words
likely-words = words in common: { $words }
likely-due = same date: { $date }
likely-differs = They differ in { $aspect }: here { $here }, there { $there }.
likely-negation = One denies what the other does not: here { $here }, there { $there }.
finding-merge = It says the same as another finding
finding-merge-text = Both are then one: when that one is taken up, this passage is a further source of it.
finding-merge-into = The same as
finding-merge-button = Merge
finding-dismiss-why = Reason
finding-dismiss-said = For your side, if there is more to say
finding-no-source = Choose a record or draft, or enter an address.
finding-no-other = Choose the other finding.
finding-no-why = Choose a reason.
why-misread = not what the program takes it for
why-recorded = recorded already
why-outside = not for this register
why-past = done, or no longer holds
why-other = another reason
decided-take-up = Taken up
decided-source = A further source
decided-merge = Merged
decided-dismiss = Dismissed
decided-by = { $what } by { $name } on { $date }
document-not-public = a document that is proposed with it
proposal-text = The text of the document
troubles = { $count ->
    [one] The program could not make out one place
   *[other] The program could not make out { $shown } places
}
trouble-after = { $what }: “{ $words }”
passage-missed = Is something missing?
passage-missed-text = The program does not find everything. Copy the words that say it into this field: it becomes a finding like the others.
field-words = Words of the passage, as they stand in the document
field-what = What they are
passage-choose = Look them up
passage-choose-selected = Take up what is selected
not-chosen-nothing = Type or paste the words of the passage first.
not-chosen-not-there = These words do not stand in the document like this. Copy them from the text above, from one paragraph.
not-chosen-too-long = These are too many words: { $most } characters at most.
not-chosen-often = { $count ->
    [one] These words stand in the document { $shown } time. Add the words before or after them.
   *[other] These words stand in the document { $shown } times. Add the words before or after them.
}
findings-document = This document
trouble-bytes-replaced = some characters could not be read
trouble-list-missing = a list is announced, and none follows
trouble-sentence-cut = a sentence is longer than any sentence is, and was cut
trouble-too-many = there was more to find than is listed
trouble-part-unread = some pages or parts hold no text that can be read
trouble-rest-left-out = what comes after the limits of reading was left out
trouble-changes-accepted = tracked changes were read as accepted
