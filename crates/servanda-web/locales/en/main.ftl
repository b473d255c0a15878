# Words on screen, English (Canada). Sentence case, plain words, no blame.

## The site
site-title = Agreements must be kept
site-lead = Servanda is a public register of what governments have agreed to do together: every commitment, who owes it, by when, and the passage it comes from.
claim = A record that is tamper-evident and independently verifiable.
home = Home
about = About this register
about-this-page = About this page
skip-to-content = Skip to content
language-choice = Language
parts = Parts of this register
where-you-are = Where you are
search = Search
search-button = Search
as-recorded-on = As recorded on
cite-as-label = Cite as
cite-as = { $partnership } – Servanda register. “{ $title }”. { $address } (read on { $date }).
cite-as-site = Servanda register. “{ $title }”. { $address } (read on { $date }).
permanent-address = Permanent address
more-forms = This page as
as-data = Data (JSON)
as-proof = Entry in the journal

## Home
registers-kept-here = Registers kept here
no-registers = No register is kept here yet. Load a described data set with “servanda load”.
what-this-is = What this is
what-read-title = From the document
what-read = Each record rests on passages of published documents. You can read the passage in its place, and go from any marked passage to what was recorded from it.
what-agree-title = In three languages
what-agree = English, French and Spanish stand side by side. None is a translation of another, and all can be read on every page.
what-check-title = To the proof
what-check = Everything is stated in a signed, append-only journal. Anyone can download it and check that nothing was rewritten.
state-today = The partnership today
state-commitments = { $count ->
    [one] commitment
   *[other] commitments
}
state-caveat = The numbers count what published documents say was undertaken. They do not say what was kept: neither side has stated progress here yet.
by-body = Commitments by body
last-recorded-on = Last recorded on { $date }.
last-recorded = Last recorded
recorded = { $act }: { $what }

## Standing
standing-documented = Documented
standing-proposed = Proposed
standing-agreed = Agreed
standing-superseded = Superseded
standing-concluded = Concluded
standing-retracted = Retracted
standing-meaning-documented = Taken from a published document by whoever keeps the register. The parties have not confirmed these words here.
standing-meaning-proposed = Put forward by one party; the others have not yet agreed.
standing-meaning-agreed = Agreed by every party, to the same words in every authentic language.
standing-meaning-superseded = Replaced by a later agreed version.
standing-meaning-concluded = Ended by agreement of the parties.
standing-meaning-retracted = Taken back by whoever stated it. It stays visible, with the reason.

## Kinds
kind-partnership = Partnership
kind-party = Party
kind-institution = Institution
kind-person = Person
kind-post = Post
kind-term = Term
kind-body = Body
kind-instrument = Instrument
kind-section = Pillar or theme
kind-meeting = Meeting
kind-commitment = Commitment
kind-recommendation = Recommendation
kind-observation = Observation
kind-participation = Participation
kind-engagement = Engagement
kind-figure = Figure
kind-document = Document
kinds-partnership = Partnerships
kinds-party = Parties
kinds-institution = Institutions
kinds-person = People and posts
kinds-post = Posts
kinds-term = Terms
kinds-body = Bodies
kinds-instrument = Instruments
kinds-section = Pillars and themes
kinds-meeting = Meetings
kinds-commitment = Commitments
kinds-recommendation = Recommendations
kinds-observation = Questions and statements
kinds-participation = Participants
kinds-engagement = Missions, deployments and programmes
kinds-figure = Figures
kinds-document = Documents
kind-meaning-partnership = What a register is kept about: its parties, instruments and bodies.
kind-meaning-party = A state that can bind itself. All parties are equal.
kind-meaning-institution = An organisation, with its names in each language.
kind-meaning-person = A human being, with as little personal data as the record needs.
kind-meaning-post = A seat that outlives its holder, such as a co-chair.
kind-meaning-term = A person holding a post.
kind-meaning-body = A committee, working group, dialogue or lab.
kind-meaning-instrument = A text the parties adopt: a framework, memorandum, action plan or work plan.
kind-meaning-section = A part of an instrument under which commitments stand.
kind-meaning-meeting = A session of the partnership or of a body.
kind-meaning-commitment = One thing that the parties, or one of them, undertake to do.
kind-meaning-recommendation = What someone asks a party or body to do.
kind-meaning-observation = What someone asked or said about a matter of the partnership, in their own name.
kind-meaning-participation = Somebody taking part in a meeting, in which capacity and for which side.
kind-meaning-engagement = What follows a call or plan: a deployment, a mission, a course, a programme.
kind-meaning-figure = A number taken from a document, with what it counts, when, and the passage.
kind-meaning-document = Bytes as received, never altered. Its text is read from them.
intro-partnership = The partnerships whose registers are kept here.
intro-party = The parties of the partnership.
intro-institution = The organisations that take part.
intro-person = Who held which post, as the documents show. A post without a known holder is listed too.
intro-post = The seats of the partnership and its bodies.
intro-term = Who held which post.
intro-body = The working groups, dialogues and mechanisms of the partnership.
intro-instrument = The texts that the parties have adopted, with their pillars and themes.
intro-section = The parts of instruments under which commitments stand.
intro-meeting = The annual meetings, hosted in turn, and the sessions of the groups on their own dates.
intro-commitment = What the parties have undertaken to do, one thing at a time, each with the passage it comes from.
intro-recommendation = What was asked of the parties and bodies, by whom.
intro-observation = What was asked and said about matters of the partnership, by whom.
intro-participation = Who took part in which meeting.
intro-engagement = Crews that were sent, missions, courses and programmes under the instruments of the partnership.
intro-figure = Numbers taken from the documents. Groups can overlap: figures are never added up here.
intro-document = The documents that the register rests on, with the passages marked.

## Counts
count-commitments = { $count ->
    [one] { $shown } commitment
   *[other] { $shown } commitments
}
count-bodies = { $count ->
    [one] { $shown } body
   *[other] { $shown } bodies
}
count-meetings = { $count ->
    [one] { $shown } meeting
   *[other] { $shown } meetings
}
count-documents = { $count ->
    [one] { $shown } document
   *[other] { $shown } documents
}
count-instruments = { $count ->
    [one] { $shown } instrument
   *[other] { $shown } instruments
}
count-sections = { $count ->
    [one] { $shown } pillar or theme
   *[other] { $shown } pillars and themes
}
count-people = { $count ->
    [one] { $shown } person
   *[other] { $shown } people
}
count-posts = { $count ->
    [one] { $shown } post
   *[other] { $shown } posts
}
count-terms = { $count ->
    [one] { $shown } term
   *[other] { $shown } terms
}
count-institutions = { $count ->
    [one] { $shown } institution
   *[other] { $shown } institutions
}
count-parties = { $count ->
    [one] { $shown } party
   *[other] { $shown } parties
}
count-partnerships = { $count ->
    [one] { $shown } partnership
   *[other] { $shown } partnerships
}
count-recommendations = { $count ->
    [one] { $shown } recommendation
   *[other] { $shown } recommendations
}
count-observations = { $count ->
    [one] { $shown } observation
   *[other] { $shown } observations
}
count-participations = { $count ->
    [one] { $shown } participant
   *[other] { $shown } participants
}
count-engagements = { $count ->
    [one] { $shown } engagement
   *[other] { $shown } engagements
}
count-figures = { $count ->
    [one] { $shown } figure
   *[other] { $shown } figures
}
count-passages = { $count ->
    [one] { $shown } passage recorded
   *[other] { $shown } passages recorded
}

## Facts
fact-since = Since
fact-until = Until
fact-from = From
fact-parties = Parties
fact-party = Party
fact-country-code = Country code
fact-part-of = Part of
fact-post-role = Role
fact-seat-of = Seat of
fact-for-party = For
fact-person = Held by
fact-post = Post
fact-institution = Institution
fact-documented-on = Documented on
fact-body-form = What it is
fact-body-state = At work
fact-instrument-form = What it is
fact-adopted = Adopted
fact-adopted-by = Adopted by
fact-period = Covers
fact-made-under = Made under
fact-instrument = Instrument
fact-number = Number
fact-date = Date
fact-place = Place
fact-host = Host
fact-mode = Mode
fact-series = Meeting of
fact-session-of = Session of
fact-owed-by = Who owes it
fact-due = Due
fact-made-on = Made on
fact-made-in = Made in
fact-body = Body
fact-section = Pillar or theme
fact-lenses = Concerns
fact-by = Made by
fact-to = Addressed to
fact-value = Value
fact-when = When
fact-about = About
fact-continues = Carries on
fact-course = How it goes on
fact-answer-due = Answer owed by
fact-response = Answer
fact-observation-form = What it is
fact-participation-role = In the capacity of
fact-meeting = Meeting
fact-engagement-form = What it is
fact-sent-by = Sent or organized by
fact-received-by = Received by
fact-organizers = Organized by
fact-answers = Answers
fact-concerns = To bring about or repeat
fact-part-of-figure = Counts a part of
course-ongoing = goes on
course-suspended = suspended
course-reactivated = taken up again
course-concluded = concluded
course-complete = complete
response-accepted = accepted
response-accepted-in-part = accepted in part
response-noted = noted
response-declined = declined
observation-form-question = question
observation-form-testimony = testimony
observation-form-statement = statement
observation-form-representation = representation to officials
participation-role-co-chair = co-chair
participation-role-head-of-delegation = head of delegation
participation-role-delegate = delegate
participation-role-youth-delegate = youth delegate
participation-role-presenter = presenter
participation-role-participant = participant
engagement-form-deployment = deployment
engagement-form-mission = mission
engagement-form-course = course
engagement-form-event = event
engagement-form-programme = programme
fact-language = Language
fact-published-on = Published on
fact-published-at = Published at
fact-original = Original
fact-digest = SHA-256
fact-name = Name
fact-entries = Entries
fact-checkpoint = Checkpoint and tiles
fact-last-entry = Last entry
fact-act = Act
fact-record = Record
fact-account = Account
fact-effect = Effect
fact-leaf = Leaf hash
no-due-date = no date given
due-by = due { $date }
by-to = { $by }, to { $to }
documented-when = documented { $date }
no-known-holder = no known holder
erased = (erased)
unknown-record = (not in this register)

## Codes
body-form-working-group = Working group
body-form-dialogue = Dialogue
body-form-mechanism = Mechanism
body-form-lab = Lab
body-form-secretariat = Secretariat
body-state-active = active
body-state-dormant = dormant
body-state-planned = announced
body-state-concluded = concluded
instrument-form-framework = Framework
instrument-form-action-plan = Action plan
instrument-form-memorandum = Memorandum of understanding
instrument-form-work-plan = Work plan
instrument-form-operating-plan = Operating plan
instrument-form-report = Report
section-form-pillar = Pillar
section-form-theme = Theme
mode-in-person = in person
mode-virtual = virtual
mode-hybrid = hybrid
post-role-national-co-chair = National co-chair
post-role-co-chair = Co-chair
post-role-private-co-chair = Co-chair for the private sector
post-role-contact-point = Point of contact
post-role-head-of-delegation = Head of delegation
post-role-delegate = Delegate
lens-gender = Gender equality
lens-indigenous = Indigenous Peoples
lens-youth = Youth
lens-inclusion = Inclusion and anti-racism
lens-climate = Climate and nature
language-en = English
language-fr = French
language-es = Spanish
voice-registrar = the registrar

## Lists
list-institutions = Institutions
list-commitments = Commitments
list-posts = Posts and who holds them
list-terms = Terms
list-meetings = Meetings
list-addressed = Recommendations addressed to it
list-made = Recommendations made
list-parts = Parts
list-sections = Pillars and themes
list-under = Instruments made under it
list-sessions = Sessions
list-figures = Figures
list-pillars = Pillars of the Action Plan
list-last-meetings = Last meetings
list-annual-meetings = Annual meetings
list-body-meetings = Sessions of groups and mechanisms
list-resting = What rests on this document
list-carried-on = Carried on by
list-said = What was asked and said about it
list-answers = Commitments that answer it
list-took-part = Who took part
list-concerning = Commitments about it
list-engagements = Missions, deployments and programmes
list-outside-meetings = Held outside the partnership
none-answers = No answer is recorded. It is owed by whoever was asked.
none-commitments = No commitments are recorded here.
none-meetings = No meetings are recorded.
none-terms = No holder is known. The post is owed.
none-recorded = Nothing is recorded yet.

## Filters and pages
filters = Filters
filters-clear = Show all
filters-nothing = No commitment matches all of these filters. Take one off, or show all.
filter-off = (take off)
facet-body = Body
facet-pillar = Pillar or theme
facet-party = Party that owes it
facet-year = Year made
facet-lens = Concerns
facet-due = Due date
due-passed = has passed
due-ahead = from today on
due-undated = none given
facet-standing = Standing
pages = Pages
pages-end = Pages, at the end
previous = Previous page
next = Next page
page-of = Page { $page } of { $last }
newest = Newest entries
older = Older entries

## A record
in-other-languages = In the other languages
languages-are-equal = The language versions are equal: none is a translation of another.
no-version-in-language = There is no version in English. It stands here in the languages it has.
where-it-comes-from = Where it comes from
no-sources = No passage is given for this record.
read-in-document = Read it in the document
where-published = Where it was published
no-copy-of-document = This installation holds no copy of the document: only the first and last words are shown.
history = History
act-by = { $act } by { $voice }
entry-number = Entry { $number }
agreed-by = Agreed by
agreed-by-one = { $voice } ({ $right }), { $date }
by-right = { $role }, not signed with a passkey
by-right-signed = { $role }, signed with a passkey
remark-dispute = { $voice } sees this otherwise ({ $date }): { $reason }
remark-diverge = { $voice } says that the languages do not agree ({ $date }): { $reason }
retracted-because = This statement was taken back. Reason: { $reason }
part-erased = { $what }: erased on { $date } by { $voice }, because { $because }. Every proof still holds.

## Documents
reader-hint = Marked passages lead to what was recorded from them.
outline = Outline
download-original = Download as received
no-copy-of-document-long = This installation holds no copy of the document, so its text cannot be shown. What was recorded from it stands below; the original is at the address above. To add a copy, load the data set again with “--documents”.

## Journal
journal = Journal
journal-intro = Everything in this register was stated in a journal: a signed, append-only sequence of entries.
journal-what = An entry says who stated what and when, and commits to the words without containing them. Each entry is a leaf of a Merkle tree (RFC 6962); the checkpoint is the signed root of that tree, laid out as C2SP tlog-tiles. If an entry were changed or removed, the root would no longer match.
journal-limits = This shows that nothing was rewritten since a checkpoint you have kept. It does not show that what was stated is true, and whoever holds the key could show different journals to different readers until checkpoints are compared.
journal-one-keeper = All of these journals are kept by this installation, each with a key of its own. Whoever runs it could write in the name of any of them: ask both sides for their checkpoints, and keep your own.
journal-of-registrar = Journal of the registrar
journal-of = Journal of { $voice }
journal-entries-intro = Entries, newest first, counted from 0. Each leads to its bytes and to the record it states.
checkpoint = Checkpoint
how-to-check = How to check it
how-to-check-text = On the machine that holds the register, this verifies every entry, every signature and every text that is still held, and that the journal begins with a checkpoint you kept (leave --since out if you kept none). Others can download the checkpoint and the tiles and verify them with any C2SP client.
verifier-label = Key that checks the signature:
checkpoint-label = Last checkpoint:
entry-intro = The entry as it stands in the journal. It holds identifiers, numbers and commitments, never prose.
entry-proof = Proof that it is in the journal
entry-proof-intro = Hashed one after the other with the leaf hash above (RFC 6962), these hashes give the root of the first { $size } entries, which the checkpoint signs: { $root }
entry-bytes = The entry
act-state = Stated
act-retract = Retracted
act-erase = Erased
act-propose = Proposed
act-accept = Accepted
act-seal = Sealed
act-withdraw = Withdrawn
act-object = Objected to
act-reveal = Published
act-dispute = Disputed
act-diverge = Languages questioned
act-key = Passkey named
act-revoke = Passkey revoked
act- = Not understood
effect-effective = effective
effect-not-understood = no effect: of a later version of the format
effect-malformed = no effect: not a well-formed entry
effect-stale = no effect: it does not build on the statement that stands
effect-not-its-own = no effect: the record belongs to another voice
effect-unknown = no effect: the record or text is not known
effect-unreadable = no effect: its facts cannot be read
effect-waiting = no effect yet: what it answers is not known here or has no effect itself
effect-blocked = no effect: another act of the same party on this version was open
effect-late = no effect: it came after the seal
effect-mismatch = no effect: it is not about the words that were proposed
effect-not-party = no effect: whoever acted is no party to the partnership
effect-not-signed = no effect: it is not signed with the passkey of its account

## Errors
not-found-title = Page not found
not-found-what = There is nothing at this address.
not-found-next = Check the address. If you followed a link, the record may be in another register.
failed-title = Something went wrong
failed-what = The page could not be made. Nothing was lost or changed.
failed-next = Try again in a moment. If it goes on, tell whoever runs this installation.
only-read-title = This address is for reading
only-read-what = Nothing can be sent to this address; it only shows a page.
only-read-next = Open the address in a browser instead.
error-search = Search for what you are looking for with the box above.

## About
about-maxim = Pacta sunt servanda: agreements must be kept. Servanda is kept so that everyone can see what was agreed, where it was said, and what became of it.
about-standing = How a record stands
about-standing-text = A record always says how it came to be here. What was taken from a report is never shown as if two parties had agreed to it here.
about-words = Words of this register
about-check = How to check it
about-check-text = Every statement is an entry in a signed, append-only journal. The journal page shows the last checkpoint, the key, and how to verify both.
about-languages = Languages
about-data = Data
about-data-text = Every page has a twin for programs: add “.json” to its address.

## Dates
date-between = { $first } – { $last }
date-from = from { $date }
date-until = by { $date }
date-spring = spring { $year }
date-summer = summer { $year }
date-autumn = fall { $year }
date-winter = winter { $year }
date-quarter = { $quarter ->
    [q1] first
    [q2] second
    [q3] third
   *[other] fourth
} quarter of { $year }
