# Le temps et les personnes : chronologie, séries de réunions, postes et mandats, lignes des engagements.

## Chronologie
timeline = Chronologie
intro-timeline = Le partenariat depuis ses débuts : ses réunions selon l’hôte, ce qui a été adopté et lancé, et qui en a pris la direction.
timeline-title = Chronologie, de { $first } au { $last }
timeline-table = Tout ce que montre la chronologie
timeline-what = Ce qui s’est passé
timeline-event = Fiche
timeline-legend = Un cercle est une réunion annuelle, avec son numéro. Dans les rangées du bas, un carré dit combien il y en a eu dans l’année. Un carré en tirets compte les coprésidences qu’un document montre en poste pour la première fois : elles ont pu commencer plus tôt. Le tableau dit tout, avec les noms.
timeline-hosted = { $host } : hôte de { $meetings }.
timeline-count-instrument = { $count ->
    [one] { $shown } instrument a été adopté.
   *[other] { $shown } instruments ont été adoptés.
}
timeline-count-body = { $count ->
    [one] { $shown } organe a été lancé.
   *[other] { $shown } organes ont été lancés.
}
timeline-count-term = { $count ->
    [one] { $shown } mandat de coprésidence a commencé.
   *[other] { $shown } mandats de coprésidence ont commencé.
}
timeline-count-documented = { $count ->
    [one] { $shown } coprésidence est attestée sans début connu.
   *[other] { $shown } coprésidences sont attestées sans début connu.
}
lane-hosted = Hôte : { $host }
lane-instrument = Instruments adoptés
lane-body = Organes lancés
lane-term = Coprésidences
event-meeting = Réunion annuelle
event-meeting-hosted = Réunion annuelle; hôte : { $host }
event-instrument = Instrument adopté
event-body = Organe lancé
event-term = Début d’un mandat de coprésidence
event-documented = Coprésidence attestée pour la première fois
person-in-post = { $person }, { $post }

## Séries de réunions
ordinal = { $form ->
    [first] { $number }re
   *[th] { $number }e
}
turn-annual = La { $ordinal } réunion annuelle est à tenir; hôte à son tour : { $host }. Les parties accueillent en alternance; hôte de la { $last } : { $lasthost }.
turn-meeting = La { $ordinal } réunion est à tenir; hôte à son tour : { $host }. Les parties accueillent en alternance; hôte de la { $last } : { $lasthost }.
turn-annual-if = La { $ordinal } réunion annuelle est la prochaine. Si les parties accueillent en alternance, hôte à son tour : { $host }; hôte de la { $last } : { $lasthost }.
turn-meeting-if = La { $ordinal } réunion est la prochaine. Si les parties accueillent en alternance, hôte à son tour : { $host }; hôte de la { $last } : { $lasthost }.
next-meeting = Prochaine réunion
last-meeting = Dernière réunion inscrite
no-meeting-on-record = aucune réunion n’est inscrite

## Postes et mandats
holding-since = depuis : { $date }
holding-last-known = dernier titulaire connu : documenté, { $date }
holding-vacant = à pourvoir; vacant depuis : { $date }
holding-never-named = à pourvoir : aucun titulaire connu
holding-other = { $person } ({ $when })
bars-legend = Une barre pleine est un mandat aux dates connues; une barre pâle n’a pas de fin connue. Un point est un jour où un document montre le titulaire : rien n’est affirmé des autres jours. Une barre en tirets signifie que personne n’est connu pour occuper le poste.

## Institutions
intro-institutions = Les organisations de chaque partie et les organes auxquels elles participent, d’après les postes, les réunions et les engagements.
institutions-and-bodies = { $count ->
    [one] { $shown } institution et les organes auxquels elle participe
   *[other] { $shown } institutions et les organes auxquels elles participent
}
takes-part-in = Participe à
owes = Engagements à sa charge
no-side = aucune partie

## Sources divergentes
sources-differ = les sources divergent
sources-differ-on-date = Les sources divergent sur la date
sources-differ-on-value = Les sources divergent sur le nombre
sources-differ-on-mode = Les sources divergent sur la façon de se réunir
sources-differ-how = Le registre ne tranche pas. Voici ce que dit chaque document.
says = Dit
passage = Passage

## Lignes des engagements
list-line = Son parcours au fil des ans
this-record = la présente fiche
course-carried-over = repris

## Un organe
list-body-state = Où il en est
body-is-active-since = Il est à l’œuvre; depuis : { $date }.
body-is-dormant = Il existe, mais ne se réunit pas. Depuis quand, rien ne l’indique.
body-is-dormant-since = Il existe, mais ne se réunit pas; depuis : { $date }.
body-is-planned = Il a été annoncé. Rien n’indique quand il commence.
body-is-planned-since = Il a été annoncé pour : { $date }.
body-is-concluded = Il a pris fin. Rien n’indique quand.
body-is-concluded-since = Il a pris fin : { $date }.
body-was-renamed = Il poursuit, sous un nouveau nom : { $bodies }.
body-was-split-off = Il est issu du partage de : { $bodies }.
body-was-merged = Il est né de la fusion de : { $bodies }.
body-renamed-to = Il se poursuit sous un nouveau nom : { $bodies }.
body-merged-into = Il a été fusionné avec d’autres dans : { $bodies }.
body-split-into = Il a été partagé en : { $bodies }.

## Une réunion
none-sessions = Aucune séance d’un organe n’est inscrite.
no-session-on-record = aucune séance inscrite
none-made = Aucune recommandation n’est inscrite.
none-took-part = Personne n’est nommé ici parmi les participants.
none-documents = Aucun document n’est indiqué.
document-says = Selon les documents
figure-said = { $title } : { $value }
no-number-said = aucun nombre inscrit
named-here = Nommés ici
count-named = { $count ->
    [0] personne n’est nommé
    [one] { $shown } personne nommée
   *[other] { $shown } personnes nommées
}
named-of-side = { $side } : { $people }

## Recommandations
list-answered = Recommandations auxquelles il répond
answered-by-commitment = un engagement y répond
unanswered = sans réponse
answer-given = Réponse ({ $who }) : { $answer }.
answer-owed = Sans réponse : aucune n’est inscrite. Doit répondre : { $who }; aucune date n’est fixée.
answer-owed-when = Sans réponse : aucune n’est inscrite. Doit répondre : { $who }; échéance : { $date }.

## Missions, déploiements et programmes
engagement-forms-deployment = Déploiements
engagement-forms-mission = Missions
engagement-forms-course = Cours
engagement-forms-event = Événements
engagement-forms-programme = Programmes
list-year-totals = Personnes envoyées, par année
year-totals-how = Ce qui est énuméré ici figure à côté de ce qu’un document dit de toute l’année. Les deux ne sont pas forcément égaux : une liste peut être incomplète.
year = Année
listed-here = Énuméré ici
people-sent = { $count ->
    [one] { $shown } personne en tout
   *[other] { $shown } personnes en tout
}
without-any-number = aucun nombre de personnes n’est donné
without-number = { $count ->
    [one] dont { $shown } sans nombre de personnes
   *[other] dont { $shown } sans nombre de personnes
}
