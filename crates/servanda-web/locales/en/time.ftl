# Time and people: timeline, series of meetings, posts and terms, lines through the years.

## Timeline
timeline = Timeline
intro-timeline = The partnership from its beginning on: its meetings by host, what was adopted and launched, and who came to lead it.
timeline-title = Timeline from { $first } to { $last }
timeline-table = Everything on the timeline
timeline-what = What happened
timeline-event = Record
timeline-legend = A circle is an annual meeting, with its number. In the lanes below, a square says how many there were in that year. A dashed square counts co-chairs whom a document shows in office for the first time: they may have begun before. The table has all of it, with names.
timeline-hosted = { $host }: host of { $meetings }.
timeline-count-instrument = { $count ->
    [one] { $shown } instrument was adopted.
   *[other] { $shown } instruments were adopted.
}
timeline-count-body = { $count ->
    [one] { $shown } body was launched.
   *[other] { $shown } bodies were launched.
}
timeline-count-term = { $count ->
    [one] { $shown } term of a co-chair began.
   *[other] { $shown } terms of co-chairs began.
}
timeline-count-documented = { $count ->
    [one] { $shown } co-chair is shown in office without a known beginning.
   *[other] { $shown } co-chairs are shown in office without a known beginning.
}
lane-hosted = Hosted by { $host }
lane-instrument = Instruments adopted
lane-body = Bodies launched
lane-term = Co-chairs
event-meeting = Annual meeting
event-meeting-hosted = Annual meeting, hosted by { $host }
event-instrument = Instrument adopted
event-body = Body launched
event-term = Term of a co-chair begins
event-documented = Co-chair first documented
person-in-post = { $person }, { $post }

## Series of meetings
ordinal = { $form ->
    [first] { $number }st
    [st] { $number }st
    [nd] { $number }nd
    [rd] { $number }rd
   *[th] { $number }th
}
turn-annual = The { $ordinal } annual meeting is owed by { $host }: the parties host in turn, and { $lasthost } hosted the { $last }.
turn-meeting = The { $ordinal } meeting is owed by { $host }: the parties host in turn, and { $lasthost } hosted the { $last }.
turn-annual-if = The { $ordinal } annual meeting is next. If the parties host in turn, it is owed by { $host }: { $lasthost } hosted the { $last }.
turn-meeting-if = The { $ordinal } meeting is next. If the parties host in turn, it is owed by { $host }: { $lasthost } hosted the { $last }.
next-meeting = Next meeting
last-meeting = Last meeting on record
no-meeting-on-record = no meeting is on record

## Posts and terms
holding-since = since { $date }
holding-last-known = last known: documented { $date }
holding-vacant = owed: vacant since { $date }
holding-never-named = owed: no known holder
holding-other = { $person } ({ $when })
bars-legend = A full bar is a term with known dates; a light one has no known end. A dot is a day on which a document shows the holder: nothing is claimed of other days. A dashed bar means that nobody is known to hold the post.

## Institutions
intro-institutions = The organizations on each side and the bodies they take part in, as posts, meetings and commitments show.
institutions-and-bodies = { $count ->
    [one] { $shown } institution and the bodies it takes part in
   *[other] { $shown } institutions and the bodies they take part in
}
takes-part-in = Takes part in
owes = Commitments it owes
no-side = no party

## Sources that differ
sources-differ = sources differ
sources-differ-on-date = The sources differ on the date
sources-differ-on-value = The sources differ on the number
sources-differ-on-mode = The sources differ on how people met
sources-differ-how = The register does not decide between them. This is what each document says.
says = Says
passage = Passage

## Lines through the years
list-line = Its line through the years
this-record = this record
course-carried-over = carried over

## A body
list-body-state = How it stands
body-is-active-since = It is at work, since { $date }.
body-is-dormant = It exists but does not meet. Since when is not on record.
body-is-dormant-since = It exists but does not meet, since { $date }.
body-is-planned = It has been announced. When it begins is not on record.
body-is-planned-since = It has been announced for { $date }.
body-is-concluded = It has ended. When is not on record.
body-is-concluded-since = It ended: { $date }.
body-was-renamed = It carries on { $bodies } under a new name.
body-was-split-off = It was split off from { $bodies }.
body-was-merged = It was formed by merging { $bodies }.
body-renamed-to = It is carried on under a new name: { $bodies }.
body-merged-into = It was merged with others into { $bodies }.
body-split-into = It was split into { $bodies }.

## A meeting
none-sessions = No session of a body is recorded.
no-session-on-record = no session on record
none-made = No recommendation is recorded.
none-took-part = Nobody who took part is named here.
none-documents = No document is given.
document-says = The documents say
figure-said = { $title }: { $value }
no-number-said = no number is recorded
named-here = Named here
count-named = { $count ->
    [0] nobody is named
    [one] { $shown } person is named
   *[other] { $shown } people are named
}
named-of-side = { $side }: { $people }

## Recommendations
list-answered = Recommendations it answers
answered-by-commitment = answered by a commitment
unanswered = unanswered
answer-given = Answer of { $who }: { $answer }.
answer-owed = Unanswered: no answer is recorded. It is owed by { $who }; no date is set for it.
answer-owed-when = Unanswered: no answer is recorded. It is owed by { $who }, { $date }.

## Missions, deployments and programmes
engagement-forms-deployment = Deployments
engagement-forms-mission = Missions
engagement-forms-course = Courses
engagement-forms-event = Events
engagement-forms-programme = Programmes
list-year-totals = People sent, by year
year-totals-how = What is listed here stands beside what a document says of the whole year. The two need not be equal: a list can lack some.
year = Year
listed-here = Listed here
people-sent = { $count ->
    [one] { $shown } person in all
   *[other] { $shown } people in all
}
without-any-number = no number of people is given
without-number = { $count ->
    [one] { $shown } of them without a number of people
   *[other] { $shown } of them without a number of people
}
