# Le moment dont parle une page, et ce qui a changé entre deux.
moment-change = changer de date
moment-as-of-label = Tel que consigné le
moment-as-of-hint = Ce que le registre savait à la fin de cette journée.
moment-on-label = Tel que c’était le
moment-on-hint = Laisse de côté ce qui s’est passé ensuite; échéances et mandats se mesurent à cette date.
moment-show = Afficher
moment-as-of = Vous voyez le registre tel qu’il était consigné le { $date }.
moment-on = Vous voyez ce que le registre sait de la période allant jusqu’au { $date }.
moment-both = Vous voyez ce que le registre savait le { $date } de la période allant jusqu’au { $on }.
moment-now = Afficher le registre d’aujourd’hui
moment-unread = « { $words } » ne se lit pas comme une date; voici le registre d’aujourd’hui. Écrivez une date comme 2026-11-22.
not-found-then-title = Pas encore consigné à cette date
not-found-then-what = À la date choisie, le registre ne contenait rien à cette adresse.
not-found-then-next = Choisissez une date ultérieure ou affichez le registre d’aujourd’hui.
history-of = Historique de « { $title } »
history-intro = Chaque acte sur cette fiche, du plus récent au plus ancien, et ce qu’il a changé. Rien n’est jamais retiré du journal.
history-changes = Ce qui a changé, mot à mot
history-first = Consigné pour la première fois.
history-erased = Un texte a été détruit; on peut toujours prouver qu’il y était.
history-same = Rien de ce qui s’affiche ici n’a changé : seulement le texte ou le plan d’une copie.
history-text-in = { $text } ({ $language })
history-facts = Ce qui a changé
history-before = Avant
history-after = Après
history-then = tel que c’était alors
history-more = { $count ->
    [one] Un acte antérieur figure au journal.
   *[other] { $shown } actes antérieurs figurent au journal.
}
fact-standing = Statut
fact-sources = Passages
role-acronym = Sigle
role-due-words = Échéance en mots
role-mandate = Mandat
role-name = Nom
role-note = Note
role-place = Lieu
role-publisher = Éditeur
role-reason = Motif
role-summary = Résumé
role-text = Texte
role-title = Titre
role-unit = Unité
role-wording = Libellé
