### En un coup d’œil : l’accueil d’un partenariat, le tableau, les enjeux, les chiffres.

## Ce qu’un engagement est devenu
facet-state = État
commitment-state-silent = sans nouvelles
commitment-state-open = en cours
commitment-state-carried-on = repris par un autre
commitment-state-suspended = suspendu
commitment-state-concluded = conclu
commitment-state-complete = achevé
commitment-state-retracted = retiré
in-state-silent = sans nouvelles
in-state-open = en cours
in-state-carried-on = { $count ->
    [one] repris par un engagement ultérieur
   *[other] repris par des engagements ultérieurs
}
in-state-suspended = { $count ->
    [one] suspendu
   *[other] suspendus
}
in-state-concluded = { $count ->
    [one] conclu
   *[other] conclus
}
in-state-complete = { $count ->
    [one] achevé
   *[other] achevés
}
in-state-retracted = { $count ->
    [one] retiré
   *[other] retirés
}
silent-meaning = Un engagement est sans nouvelles quand son échéance est passée et que rien n’a été consigné à son sujet depuis : aucun document ne dit qu’il a été suspendu ou qu’il a pris fin, et aucun engagement ultérieur ne le reprend. Il a fort bien pu être tenu.

## Accueil d’un partenariat
due-next = Prochaines échéances
due-last = Dernières échéances passées
none-due-next = Aucun engagement en cours n’a d’échéance à venir.
none-due-last = Aucune échéance n’est encore passée.
ways = Tout à la fois
matrix-shows = Piliers et organes, par état, partie, enjeu ou année; chaque nombre mène à ses engagements.
way-timeline = Chronologie
way-timeline-shows = Ce qui a été convenu, tenu et attendu, année après année.
lenses-shows = Égalité des genres, peuples autochtones, jeunesse, inclusion, climat : qui fait quoi pour qui.
way-engagements = Missions, déploiements et programmes
way-engagements-shows = Les missions, déploiements, formations et programmes, et le total de leurs nombres.
way-figures = Chiffres
way-figures-shows = Les nombres des documents, avec des graphiques et les passages d’où ils viennent.
by-pillar = Engagements par pilier
by-year = Quand ils ont été pris
none-pillars = Aucun pilier n’est consigné.
how-they-stand = Leur statut : { $counts }.
split-documented = { $count ->
    [one] { $shown } documenté
   *[other] { $shown } documentés
}
split-proposed = { $count ->
    [one] { $shown } proposé
   *[other] { $shown } proposés
}
split-agreed = { $count ->
    [one] { $shown } convenu
   *[other] { $shown } convenus
}
split-superseded = { $count ->
    [one] { $shown } remplacé
   *[other] { $shown } remplacés
}
split-concluded = { $count ->
    [one] { $shown } conclu
   *[other] { $shown } conclus
}
split-retracted = { $count ->
    [one] { $shown } retiré
   *[other] { $shown } retirés
}

## Tableau
matrix = En un coup d’œil
matrix-intro = Les piliers et les organes avec le nombre de leurs engagements. Chaque nombre mène à ce qu’il compte.
matrix-columns = Colonnes
matrix-total = Tous
matrix-none = rien de cela
matrix-parties-overlap = Un engagement que doivent plusieurs parties est compté sous chacune d’elles.
matrix-lenses-overlap = Un engagement qui touche plusieurs enjeux est compté sous chacun d’eux.
matrix-all-documented = Tous sont documentés : tirés de documents publiés, et pas encore confirmés ici par les parties.
matrix-all-proposed = Tous sont proposés.
matrix-all-agreed = Tous sont convenus.
matrix-all-superseded = Tous sont remplacés.
matrix-all-concluded = Tous sont conclus.
matrix-all-retracted = Tous sont retirés.
matrix-cut = Seules les { $shown } premières lignes sont montrées.
matrix-empty-themes = { $count ->
    [one] { $shown } thème, sans engagement ici
   *[other] { $shown } thèmes, aucun avec un engagement ici
}
of-no-body = d’aucun organe
under-no-pillar = Hors des piliers et des thèmes
under-no-pillar-row = Tous ceux qui relèvent d’ailleurs
crosswalk = Où sont passés les piliers antérieurs
crosswalk-intro = Les piliers et thèmes d’un texte antérieur, et ceux d’un texte ultérieur qui les reprennent.
crosswalk-earlier = Pilier ou thème antérieur
crosswalk-later = Repris par
crosswalk-not-carried = aucun document ne dit par lequel
crosswalk-none = Aucun pilier ni thème n’est consigné comme reprenant un pilier antérieur.
commitments-at-a-glance = Tous en un coup d’œil

## Enjeux
lenses = Enjeux transversaux
lenses-intro = Certains engagements touchent les mêmes personnes ou la même question dans tous les domaines. Ils sont réunis ici, par-delà les groupes et les plans.
lenses-table = Ce qui est consigné pour chacun
lens-hint = Le registraire marque ce que chaque fiche concerne. Une fiche peut toucher plusieurs enjeux.
lens-shows = Consigné ici : { $counts }.
lens-nothing = Rien n’est encore consigné pour cet enjeu.
lens-rest = Tout voir : { $count }
lens-asker = Qui demande
lens-asked-one = À qui
lens-made-there = Ce qui y a été formulé
lens-table-owed-by = Qui s’y est engagé
lens-table-bodies = Dans quels organes
lens-table-asked = Qui recommande à qui
lens-table-meetings = À quelles réunions
lens-no-owed-by = Aucun engagement n’est consigné pour cet enjeu.
lens-no-bodies = Aucun engagement n’est consigné pour cet enjeu.
lens-no-asked = Aucune recommandation n’est consignée pour cet enjeu.
lens-no-meetings = Aucune réunion où il en a été question n’est consignée.
lens-none-commitment = Aucun engagement n’est consigné pour cet enjeu.
lens-none-recommendation = Aucune recommandation n’est consignée pour cet enjeu.
lens-none-observation = Aucune question ni déclaration n’est consignée pour cet enjeu.
lens-none-engagement = Aucune mission, aucun déploiement ni programme n’est consigné pour cet enjeu.
lens-none-figure = Aucun chiffre n’est consigné pour cet enjeu.

## Chiffres
figures-nothing = Aucun chiffre n’est encore consigné.
figures-csv = Tous les chiffres sous forme de tableau (CSV)
figures-cut = Seuls les { $shown } chiffres les plus récents sont montrés ici. Les données les ont tous.
figure-share = { $part } sur { $whole } ({ $share } %)
figure-exceeds = Plus grand que le tout : les sources ne concordent pas.
figure-overlap = Les parties peuvent se recouper. Elles ne sont jamais additionnées.
figure-counted = Ce qui est compté
figure-of-whole = Part du tout
figure-number = Nombre
figure-source = Source
figure-alike = { $year } : { $unit }, réunion par réunion
figure-alike-hint = Chaque nombre est ce qu’un document dit d’une réunion. Une même personne a pu assister à plusieurs : ils ne sont jamais additionnés.
chart-nested = Graphique à barres. Chaque barre part de zéro et montre un chiffre; un contour montre le chiffre dont elle compte une partie. La plus longue représente { $most }.
chart-alike = Graphique à barres. Chaque barre part de zéro et montre une réunion. La plus longue représente { $most }.
list-newest-of = Les plus récents sur { $count }.
