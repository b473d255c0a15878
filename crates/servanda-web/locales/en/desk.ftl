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
refused-not-offered = no record here has the name “{ $name }”. Choose one of those offered.
refused-facts = The facts do not fit together. Look through them once more.

## A new record
draft-new-kind = Or begin a draft of a new
draft-new-kind-button = Go on
draft-new-lead = First what it cannot be without. Everything else comes after, and all of it can be changed until it is proposed.
draft-new-lead-bare = A draft is begun; what it says comes after. Nobody but your side sees it until it is proposed.
