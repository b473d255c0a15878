## A document beside an earlier one
succession = Two documents side by side
succession-compare = Compare with an earlier or later document
succession-title = { $later }, beside { $earlier }
succession-lead = The program suggests what the later document carries over, changes, reports as done, adds and leaves out, and names what differs. Words that look alike may differ by a “not” or a number: read both passages. What it is, your side says; the other side does not see it.
succession-before = Earlier
succession-after = Later
succession-turned = Compare them the other way round
succession-turned-days = The document that stands as the earlier one is dated { $earlier }, the later one { $later }. If that is so, compare them the other way round.
succession-left-out = Only the first { $most } undertakings and recommendations of each document are compared.
succession-nothing = No undertaking and no recommendation was found in these two documents, so there is nothing to compare. You can still read them one by one.
succession-none-here = None here.
succession-progress = { $judged } of { $all } looked at
succession-count-carried-over = { $count ->
    [one] { $shown } carried over
   *[other] { $shown } carried over
}
succession-count-changed = { $count ->
    [one] { $shown } changed
   *[other] { $shown } changed
}
succession-count-done = { $count ->
    [one] { $shown } reported as done
   *[other] { $shown } reported as done
}
succession-count-new = { $count ->
    [one] { $shown } new
   *[other] { $shown } new
}
succession-count-gone = { $count ->
    [one] { $shown } gone
   *[other] { $shown } gone
}
became-carried-over = Carried over
became-changed = Changed
became-done = Reported as done
became-new = New
became-gone = Gone
became-apart = Not the same
succession-which-all = All
succession-which-open = Open
succession-which-apart = Not the same
succession-suggested = Suggested: { $what }
succession-said-by = { $what }, said by { $name } on { $date }
succession-not-before = Nothing in the earlier document was found to say this.
succession-not-after = Nothing in the later document was found to say this.
succession-same-who = the same actor
succession-same-heading = under headings that are alike
succession-say-carried-over = The same
succession-say-changed = Changed
succession-say-done = Done
succession-say-new = New
succession-say-gone = Gone
succession-say-apart = Not the same
succession-say-undo = Undo
succession-confirm-picked = Confirm those chosen as suggested
succession-apart-picked = Those chosen are not the same
succession-with = Belongs with no.
succession-together = Put the two together
succession-no-row = Write the number of a row that only the other document has.
succession-none-picked = Choose at least one row.
succession-said = { $count ->
    [one] Said of { $shown } row.
   *[other] Said of { $shown } rows.
}
succession-left = { $count ->
    [one] { $shown } was left as it is: somebody had said something else of it meanwhile. Undo that first.
   *[other] { $shown } were left as they are: somebody had said something else of them meanwhile. Undo that first.
}
succession-these = These two documents
succession-another = Compare with another document
succession-table = Comparison as a table (CSV)
succession-data = Comparison as data (JSON)
succession-key-j = next row
succession-key-k = row before
succession-key-a = say what is suggested
succession-key-e = say the other: changed, or the same
succession-key-x = not the same
succession-key-u = undo what you said last
succession-key-c = choose, to do one thing with several
succession-key-help = show or hide this list
differs-in = They differ in { $aspect }: earlier { $earlier }, later { $later }.
differs-negation = One denies what the other does not: earlier { $earlier }, later { $later }.
differs-who = Who: earlier { $earlier }, later { $later }.
differs-due = When: earlier { $earlier }, later { $later }.
differs-words = Words that only one has: earlier { $earlier }; later { $later }.
differs-order = The same words in another order.
differs-languages = Written in { $earlier } and in { $later }: whether they say the same has to be read.

## Which document it is compared with
succession-choose = Compare “{ $title }”
succession-choose-lead = Choose a document of another year. The program puts what each undertakes and recommends side by side.
succession-earlier = Earlier documents
succession-earlier-none = Your side has received no earlier document. Drop in the one of the year before:
succession-later = Later documents
succession-likely = suggested: the one before it of the same name
succession-public = Published, not read by your side yet
succession-public-text = These documents are in the register. To be compared, one is read first, which may take a minute; your side then has it among its documents.
succession-read = Read it and compare
succession-unread = “{ $title }” has not been read by your side yet. Read it below, and it is compared.
succession-unread-more = The newest { $most } are shown. To read another, download it from its page and drop it in among your documents.
succession-same = A document is compared with another one, not with itself. Choose another below.
succession-no-copy = The register holds no copy of this document that could be read. Drop it in among your documents.

## What was said of a finding beside other documents
finding-beside = Beside other documents
finding-beside-said = { $what }: { $document }
likely-continued = your side said of it beside { $document }: { $what }
