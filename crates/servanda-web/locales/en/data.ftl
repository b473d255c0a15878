# The register in other forms: tables, feeds, calendars, and the addresses that programs ask.

## Forms of a page
as-table = Table (CSV)
as-feed = Feed (Atom)
as-calendar = Calendar (iCalendar)
for-programs = Data and programs

## Feeds
feed-everything = Everything recorded
feed-author = Register of { $partnership }
feed-entry = { $act }: { $title }
change-state = Stated
change-change = Stated again
change-retract = Retracted
change-erase = Erased in part
filtered = { $list }: { $filters }

## Calendars
calendar-due = Due dates – { $list }
calendar-due-event = Due: { $title }

## The page for people who write programs
api-title = Data and programs
api-lead = Everything in this register can be read by programs, without a key and without asking. Lists and records have other forms, and a few addresses answer questions about many records at once.
api-endings = Other forms of a page
api-endings-text = Add one of these to the address of a list or a record, before any question mark. Filters go along.
api-ending-data = Data: every fact of the page, with the passages it rests on and what is needed to check it.
api-ending-table = A table for spreadsheets: one record a row, the same columns for all records of a kind, at most 50,000 rows. More rows are at the address in the Link header, or with page=2.
api-ending-feed = A feed of what was recorded, newest first: of a partnership, a list with its filters, or a record and everything that refers to it.
api-ending-calendar = A calendar of meetings, or of the due dates of commitments, that your own calendar can follow.
api-addresses = Addresses
api-addresses-text = All of them are described for programs (OpenAPI 3.1) at:
api-does-describe = This description.
api-does-partnerships = The partnerships whose registers are kept here, with how many records each has.
api-does-commitments = Commitments of a partnership, with filters.
api-does-records = Records of one kind.
api-does-record = One record, with its history and the parts that its journal entry commits to.
api-does-changes = What was recorded, newest first.
api-fields = What can be added to a question
api-fields-text = Whatever else is added is refused with a message, so that nothing mistyped is passed over.
api-field-language = The language of labels, addresses and messages: en, fr or es.
api-field-as-of = A day, such as 2026-03-01: the register as it was known at the end of that day. Or sizes of journals, such as registrar:388: their first entries.
api-field-on = A day, such as 2026-03-01: what held on that day.
api-field-limit = How many records or changes at once, from 1 to 200.
api-field-after = Where to go on: take it from “next” in the answer before.
api-field-body = The identifier of a body that the commitment belongs to.
api-field-pillar = The identifier of the pillar or theme that it stands under.
api-field-party = The identifier of a party that owes it.
api-field-year = The year in which it was made, such as 2021.
api-field-due = Whether its due date has passed: passed, ahead or undated.
api-field-state = What has become of it: silent, open, carried-on, suspended, concluded, complete or retracted.
api-field-lens = What it concerns: gender, indigenous, youth, inclusion or climate.
api-field-standing = How it stands: documented, proposed, agreed, superseded, concluded or retracted.
api-field-partnership = The name of a partnership, as in the addresses of its pages.
api-field-collection = The kind of records: one of the collections.
api-field-id = The identifier of a record: ten letters and digits.
api-collections = Collections
api-ids = Identifiers
api-ids-text = A record keeps its identifier and its address for ever, through every change and when it is retracted. Entries of feeds and events of calendars keep theirs too.
api-paging = Many records
api-paging-text = An answer gives at most 200 records, in the order of their identifiers, and the address of what follows under “next”. What is recorded meanwhile moves nothing: you get every record once. When “next” is null you have them all.
api-tags = Asking again
api-tags-text = Every answer has an ETag. Send it back as If-None-Match, and as long as nothing has changed you are told so with status 304 and no more. Each answer says how far it goes: “as-of” is the number of entries of each journal.
api-problems = When something is wrong
api-problems-text = The answer is then a problem (RFC 9457): a title, and in “detail” what to do. Status 400 means that the question cannot be read, 404 that nothing is there, 405 that the address is only for reading, 500 that something broke here.
api-proof = Checking it
api-proof-text = The journals themselves are published as static files (C2SP tlog-tiles). What a record says can be checked against them without trusting these pages; the journal page says how.
api-answers-200 = The answer.
api-answers-304 = What you have still holds.
api-answers-400 = The question cannot be read; the detail says which part.
api-answers-404 = Nothing is at this address.
api-answers-405 = The address is only for reading.
api-answers-500 = Something broke; nothing was lost or changed.
api-answers-tag = The tag of this answer, for If-None-Match.

## Problems
problem-not-found = Nothing is at this address
problem-not-found-next = Check the name of the partnership, the collection and the identifier. The description at /api/v1/openapi.json names all addresses.
problem-only-read = This address is only for reading
problem-only-read-next = Ask with GET or HEAD.
problem-unknown-field = The question has a part that is not known here
problem-unknown-field-next = Leave out “{ $name }”, or use one of these: { $known }.
problem-unreadable = A part of the question cannot be read
problem-unreadable-next = Give “{ $name }” once, like this: { $about }
problem-failed = Something went wrong
