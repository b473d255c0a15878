### La page de recherche.

search-intro = Cherchez des engagements, des réunions, des personnes, chaque passage des documents et tout le reste, dans les trois langues.
search-for = Recherche : { $words }
search-found = { $count ->
    [0] Aucun résultat
    [one] { $shown } résultat
   *[other] { $shown } résultats
}
search-examples = Les accents, les majuscules et le pluriel ne comptent pas. Les mots entre guillemets doivent se suivre. Par exemple :
search-example-one = feux de forêt
search-example-two = « plan d’action »
search-example-three = mobilité de la main-d’œuvre
search-corrected = Aucune fiche ne contient exactement ces mots; voici des graphies proches : { $words }.
search-widened = Rien ne contient tous ces mots; ces résultats en contiennent une partie.
search-also = Également cherché, après vos mots : { $terms }.
search-being-made = L’index de recherche est en préparation. Réessayez dans un instant.
search-nothing = Essayez moins de mots, d’autres mots, une partie de mot ou une autre graphie. Les mots sont cherchés en français, en anglais et en espagnol.
search-try-filters = Retirez un filtre :
search-without-filters = Tous les filtres
search-try-alone = Cherchez un mot seul :
search-try-related = Cherchez un terme du domaine :

## Filtres et ordre
search-filters-on = Filtres en place
search-filter = { $facet } : { $value }
search-facet-kind = Nature
search-facet-body = Organe
search-facet-pillar = Pilier ou thème
search-facet-party = Partie
search-facet-year = Année
search-facet-lens = Concerne
search-facet-standing = Statut
search-facet-language = Langue du texte
search-sort = Ordre
search-sort-relevance = Les plus pertinents d’abord
search-sort-date = Les plus récents d’abord
kind-passage = Passage d’un document
kinds-passage = Passages de documents
search-another-day = Ce registre est trop grand pour y chercher tel qu’il était au moment choisi. La recherche porte sur celui d’aujourd’hui : ce qui n’y était pas consigné alors est laissé de côté; les nombres sont ceux d’aujourd’hui.
