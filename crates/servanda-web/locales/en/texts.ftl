### Words that a side takes back or opens: erasing and making public.

## The page
texts = Erase or make public
texts-link = Erase or make public
texts-of-record = Erase words of this record, or make public what was for the parties only
texts-lead = What your side has recorded can be erased, where the law or a mistake calls for it. What it said to the parties only can be made public. Each is looked over before it is done, and neither can be undone.
texts-erase = Erase words
texts-search = Words to look for in what your side has recorded
texts-search-hint = A name, for example. Versions that no longer stand are looked through too, and proposals that nobody else may read.
texts-search-button = Look for them
texts-of = Words of “{ $title }” that can be erased
texts-with = Words with “{ $words }” that can be erased
texts-erase-text = Choose what is to go. The same words go wherever they stand in the same record.
texts-none = Your side has recorded no such words, or they are erased.
texts-open = in a proposal that is still open: withdraw that first
texts-more = Only the first { $shown } are shown. Look for longer words, or take these first.
texts-place = { $act } on { $date }
texts-place-parties = { $act } on { $date }, for the parties only
texts-erase-look = Look over what would be erased
texts-reveal = Make public
texts-reveal-text = What your side has proposed, withdrawn or objected to and is over, with its reasons. The other side’s words are theirs to make public.
texts-reveal-none = Your side has nothing that is over and for the parties only.
texts-reveal-look = Look over what would be public
texts-done = What was erased and made public
texts-done-none = Your side has erased and made public nothing by itself.
proposal-erased = Words of this proposal are erased; below is what is left of it.
texts-older = Older ones
texts-done-erased = { $count ->
    [one] { $shown } text erased.
   *[other] { $shown } texts erased.
}
texts-done-revealed = { $count ->
    [one] { $shown } act is public.
   *[other] { $shown } acts are public.
}
texts-result-erased = { $count ->
    [one] erased, in one place
   *[other] erased, in { $shown } places
}
texts-result-revealed = everyone can read it

## Looking over
texts-follows = What follows from it
erase-review = { $count ->
    [one] Look over { $shown } text before you erase it
   *[other] Look over { $shown } texts before you erase them
}
erase-review-lead = Nothing is erased yet. These words go, in every place that is named.
erase-follows-gone = { $count ->
    [one] The words go from one place: from the journal’s parts, every page, file, feed and search.
   *[other] The words go from { $shown } places: from the journal’s parts, every page, file, feed and search.
}
erase-follows-proofs = The entries stay. They hold no words, and every proof still holds.
erase-follows-forever = It cannot be undone: the words are not kept anywhere here.
erase-follows-copies = Copies that others have taken, backups that have not run out, and drafts of your side with the same words are not reached by this.
erase-follows-agreed = Some of these words were agreed by all parties. They stay agreed, and nobody can read any more what was agreed. If they are wrong, correct them together instead.
erase-instead = What readers will see instead
erase-button = Erase for { $voice }
reveal-review = { $count ->
    [one] Look over { $shown } act before you make it public
   *[other] Look over { $shown } acts before you make them public
}
reveal-review-lead = Nothing is public yet. These words can then be read by everyone.
reveal-follows-everyone = Everyone can read the words on the page of the entry, which the history of the record leads to, and check that they are the ones that were written then.
reveal-follows-forever = It cannot be undone: what was public can be erased here, and not recalled from those who have read it.
reveal-follows-others = A reason may repeat words of the other side. Read it with that in mind.
reveal-follows-standing = It changes nothing about how the record stands.
reveal-button = Make public for { $voice }
field-ground = Why it has to go
ground-personal-data = It holds personal data that need not be kept
ground-order = A court or an authority has ordered it
ground-rights = It belongs to somebody else
ground-mistake = It was recorded by mistake
ground-because-personal-data = it held personal data that need not be kept
ground-because-order = a court or an authority ordered it
ground-because-rights = it belonged to somebody else
ground-because-mistake = it was recorded by mistake
refused-no-ground = Choose why it has to go: readers see it.
refused-text-gone = it is not there any more
refused-text-open = it stands in a proposal that is still open; withdraw that first
refused-revealed = everyone can read it already
refused-too-many-texts = At most { $shown } can be taken at once. Nothing was done; choose fewer.

## What everyone sees
entry-says = What it says
entry-says-parties = For the parties only.
entry-says-salt = salt { $salt }
entry-says-commitment = salted hash { $commitment }
history-revealed = What was for the parties only is public from here on.
history-act = Read what it says on the page of its entry.
