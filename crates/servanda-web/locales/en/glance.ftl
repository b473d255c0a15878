### At a glance: the home of a partnership, the matrix, the lenses, the figures.

## What became of a commitment
facet-state = State
commitment-state-silent = silent
commitment-state-open = open
commitment-state-carried-on = carried on
commitment-state-suspended = suspended
commitment-state-concluded = concluded
commitment-state-complete = complete
commitment-state-retracted = retracted
in-state-silent = silent
in-state-open = open
in-state-carried-on = carried on by a later one
in-state-suspended = suspended
in-state-concluded = concluded
in-state-complete = complete
in-state-retracted = retracted
silent-meaning = A commitment is silent when its due date has passed and nothing has been recorded of it since: no document says that it was suspended or ended, and no later commitment carries it on. It may well have been kept.

## Home of a partnership
due-next = Due next
due-last = Last due
none-due-next = No commitment that is open has a date from today on.
none-due-last = No due date has passed yet.
ways = Everything at once
matrix-shows = Pillars and bodies, by state, party, concern or year; every number leads to its commitments.
way-timeline = Timeline
way-timeline-shows = What was agreed, held and due, year by year.
lenses-shows = Gender equality, Indigenous Peoples, youth, inclusion, climate: who does what for whom.
way-engagements = Missions, deployments and programmes
way-engagements-shows = Missions, deployments, courses and programmes, and what their numbers come to.
way-figures = Figures
way-figures-shows = Numbers from the documents, with charts and the passages they come from.
by-pillar = Commitments by pillar
by-year = When they were made
none-pillars = No pillar is recorded.
how-they-stand = How they stand: { $counts }.
split-documented = { $shown } documented
split-proposed = { $shown } proposed
split-agreed = { $shown } agreed
split-superseded = { $shown } superseded
split-concluded = { $shown } concluded
split-retracted = { $shown } retracted

## Matrix
matrix = At a glance
matrix-intro = Pillars and bodies with the number of their commitments. Every number leads to what it counts.
matrix-columns = Columns
matrix-total = All
matrix-none = none of these
matrix-parties-overlap = A commitment that several parties owe is counted under each of them.
matrix-lenses-overlap = A commitment that has several concerns is counted under each of them.
matrix-all-documented = All of them are documented: taken from published documents, not yet confirmed here by the parties.
matrix-all-proposed = All of them are proposed.
matrix-all-agreed = All of them are agreed.
matrix-all-superseded = All of them are superseded.
matrix-all-concluded = All of them are concluded.
matrix-all-retracted = All of them are retracted.
matrix-cut = Only the first { $shown } rows are shown.
matrix-empty-themes = { $count ->
    [one] { $shown } theme, without a commitment here
   *[other] { $shown } themes, none with a commitment here
}
of-no-body = of no body
under-no-pillar = Not under a pillar or theme
under-no-pillar-row = All that stand elsewhere
crosswalk = Where earlier pillars went
crosswalk-intro = Pillars and themes of an earlier text, and those of a later one that carry them on.
crosswalk-earlier = Earlier pillar or theme
crosswalk-later = Carried on by
crosswalk-not-carried = no document says by which
crosswalk-none = No pillar or theme is recorded as carrying on an earlier one.
commitments-at-a-glance = All of them at a glance

## Lenses
lenses = Cross-cutting concerns
lenses-intro = Some commitments concern the same people or the same question in every field. Here they stand together, across groups and plans.
lenses-table = What is recorded under each
lens-hint = Whoever keeps the register marks what a record concerns. A record may concern several.
lens-shows = Recorded here: { $counts }.
lens-nothing = Nothing is recorded under this concern yet.
lens-rest = All: { $count }
lens-asker = Who asks
lens-asked-one = Who is asked
lens-made-there = Made there
lens-table-owed-by = Who undertook it
lens-table-bodies = In which bodies
lens-table-asked = Who recommends to whom
lens-table-meetings = At which meetings
lens-no-owed-by = No commitment is recorded under this concern.
lens-no-bodies = No commitment is recorded under this concern.
lens-no-asked = No recommendation is recorded under this concern.
lens-no-meetings = No meeting is recorded at which it came up.
lens-none-commitment = No commitment is recorded under this concern.
lens-none-recommendation = No recommendation is recorded under this concern.
lens-none-observation = No question or statement is recorded under this concern.
lens-none-engagement = No mission, deployment or programme is recorded under this concern.
lens-none-figure = No figure is recorded under this concern.

## Figures
figures-nothing = No figure is recorded yet.
figures-csv = All figures as a table (CSV)
figures-cut = Only the newest { $shown } figures are shown here. The data has all of them.
figure-share = { $part } of { $whole } ({ $share }%)
figure-exceeds = Larger than its whole: the sources do not fit together.
figure-overlap = Parts may overlap. They are never added up.
figure-counted = What is counted
figure-of-whole = Share of the whole
figure-number = Number
figure-source = Source
figure-alike = { $year }: { $unit }, meeting by meeting
figure-alike-hint = Each number is what a document says of one meeting. Somebody may have been at several: they are never added up.
chart-nested = Bar chart. Each bar begins at nought and shows one figure; an outline shows the figure that it counts a part of. The longest is { $most }.
chart-alike = Bar chart. Each bar begins at nought and shows one meeting. The longest is { $most }.
list-newest-of = The newest of { $count }.
