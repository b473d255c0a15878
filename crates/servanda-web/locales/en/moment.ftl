# The moment a page speaks of, and what changed between two.
moment-change = change date
moment-as-of-label = As recorded on
moment-as-of-hint = What the register knew at the end of that day.
moment-on-label = As it was on
moment-on-hint = Leaves out what happened later, and holds due dates and terms against that day.
moment-show = Show
moment-as-of = You see the register as it was recorded by { $date }.
moment-on = You see what the register knows of the time up to { $date }.
moment-both = You see what the register knew by { $date } of the time up to { $on }.
moment-now = Show today’s register
moment-unread = “{ $words }” could not be read as a date; this is today’s register. Write a date such as 2026-11-22.
not-found-then-title = Not recorded at that time
not-found-then-what = On the date you chose, the register held nothing at this address.
not-found-then-next = Choose a later date, or show today’s register.
history-of = History of “{ $title }”
history-intro = Every act on this record, newest first, and what each one changed. Nothing is ever taken out of the journal.
history-changes = What changed, word for word
history-first = Recorded for the first time.
history-erased = A text was destroyed; that it was there can still be proved.
history-same = Nothing that is shown here changed: only the text or outline of a copy.
history-text-in = { $text } ({ $language })
history-facts = What changed
history-before = Before
history-after = After
history-then = as it stood then
history-more = { $count ->
    [one] One earlier act is in the journal.
   *[other] { $shown } earlier acts are in the journal.
}
fact-standing = Standing
fact-sources = Passages
role-acronym = Acronym
role-due-words = Due date in words
role-mandate = Mandate
role-name = Name
role-note = Note
role-place = Place
role-publisher = Publisher
role-reason = Reason
role-summary = Summary
role-text = Text
role-title = Title
role-unit = Unit
role-wording = Wording
