## A document beside an earlier one
succession = Deux documents côte à côte
succession-compare = Comparer avec un document antérieur ou postérieur
succession-title = { $later }, à côté de { $earlier }
succession-lead = Le programme propose ce que le document postérieur reprend, modifie, déclare fait, ajoute et laisse de côté, et nomme ce qui diffère. Des mots semblables peuvent différer par un « ne… pas » ou un nombre : lisez les deux passages. C’est votre partie qui dit ce qu’il en est; l’autre ne le voit pas.
succession-before = Antérieur
succession-after = Postérieur
succession-turned = Les comparer dans l’autre sens
succession-turned-days = Le document placé comme antérieur est daté : { $earlier }; le postérieur : { $later }. Si c’est exact, comparez-les dans l’autre sens.
succession-left-out = Seuls les { $most } premiers engagements et recommandations de chaque document sont comparés.
succession-nothing = Aucun engagement ni aucune recommandation n’a été trouvé dans ces deux documents : il n’y a rien à comparer. Vous pouvez toujours les lire un à un.
succession-none-here = Aucun ici.
succession-progress = { $judged } sur { $all } examinés
succession-count-carried-over = { $count ->
    [one] { $shown } repris
   *[other] { $shown } repris
}
succession-count-changed = { $count ->
    [one] { $shown } modifié
   *[other] { $shown } modifiés
}
succession-count-done = { $count ->
    [one] { $shown } déclaré fait
   *[other] { $shown } déclarés faits
}
succession-count-new = { $count ->
    [one] { $shown } nouveau
   *[other] { $shown } nouveaux
}
succession-count-gone = { $count ->
    [one] { $shown } disparu
   *[other] { $shown } disparus
}
became-carried-over = Repris
became-changed = Modifié
became-done = Déclaré fait
became-new = Nouveau
became-gone = Disparu
became-apart = Sans rapport
succession-which-all = Tous
succession-which-open = À examiner
succession-which-apart = Sans rapport
succession-suggested = Proposé : { $what }
succession-said-by = { $what }, dit par { $name } le { $date }
succession-not-before = Rien de tel n’a été trouvé dans le document antérieur.
succession-not-after = Rien de tel n’a été trouvé dans le document postérieur.
succession-same-who = le même acteur
succession-same-heading = sous des titres semblables
succession-say-carried-over = Identique
succession-say-changed = Modifié
succession-say-done = Fait
succession-say-new = Nouveau
succession-say-gone = Disparu
succession-say-apart = Sans rapport
succession-say-undo = Annuler
succession-confirm-picked = Confirmer ceux qui sont choisis comme proposé
succession-apart-picked = Ceux qui sont choisis sont sans rapport
succession-with = Va avec le nº
succession-together = Mettre les deux ensemble
succession-no-row = Écrivez le numéro d’une ligne que seul l’autre document contient.
succession-none-picked = Choisissez au moins une ligne.
succession-said = { $count ->
    [one] C’est dit pour { $shown } ligne.
   *[other] C’est dit pour { $shown } lignes.
}
succession-left = { $count ->
    [one] { $shown } est restée telle quelle : quelqu’un en avait dit autre chose entre-temps. Annulez cela d’abord.
   *[other] { $shown } sont restées telles quelles : quelqu’un en avait dit autre chose entre-temps. Annulez cela d’abord.
}
succession-these = Ces deux documents
succession-another = Comparer avec un autre document
succession-table = Comparaison en tableau (CSV)
succession-data = Comparaison en données (JSON)
succession-key-j = ligne suivante
succession-key-k = ligne précédente
succession-key-a = dire ce qui est proposé
succession-key-e = dire l’autre chose : modifié, ou identique
succession-key-x = sans rapport
succession-key-u = annuler ce que vous avez dit en dernier
succession-key-c = choisir, pour en traiter plusieurs à la fois
succession-key-help = afficher ou masquer cette liste
differs-in = Différence : { $aspect }; antérieur : { $earlier }, postérieur : { $later }.
differs-negation = L’un nie ce que l’autre ne nie pas; antérieur : { $earlier }, postérieur : { $later }.
differs-who = Qui; antérieur : { $earlier }, postérieur : { $later }.
differs-due = Quand; antérieur : { $earlier }, postérieur : { $later }.
differs-words = Mots que l’un est seul à avoir; antérieur : { $earlier }; postérieur : { $later }.
differs-order = Les mêmes mots dans un autre ordre.
differs-languages = Langues différentes ({ $earlier }, { $later }) : il faut lire les deux pour savoir s’ils disent la même chose.

## Which document it is compared with
succession-choose = Comparer « { $title } »
succession-choose-lead = Choisissez un document d’une autre année. Le programme met côte à côte ce que chacun promet et recommande.
succession-earlier = Documents antérieurs
succession-earlier-none = Votre partie n’a reçu aucun document antérieur. Déposez celui de l’année précédente :
succession-later = Documents postérieurs
succession-likely = proposé : celui qui le précède sous le même nom
succession-public = Publiés, pas encore lus par votre partie
succession-public-text = Ces documents sont dans le registre. Pour en comparer un, il faut d’abord le lire, ce qui peut prendre une minute; votre partie l’a ensuite parmi ses documents.
succession-read = Le lire et comparer
succession-unread = Votre partie n’a pas encore lu « { $title } ». Lisez-le ci-dessous, et il sera comparé.
succession-unread-more = Les { $most } plus récents sont affichés. Pour en lire un autre, téléchargez-le depuis sa page et déposez-le parmi vos documents.
succession-same = Un document se compare avec un autre, non avec lui-même. Choisissez-en un autre ci-dessous.
succession-no-copy = Le registre n’a pas de copie lisible de ce document. Déposez-le parmi vos documents.

## What was said of a finding beside other documents
finding-beside = À côté d’autres documents
finding-beside-said = { $what } : { $document }
likely-continued = votre partie en a dit, à côté de { $document } : { $what }
