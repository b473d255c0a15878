### La page de recherche.

search-intro = Cherchez des engagements, des réunions, des personnes, des documents et tout le reste, dans les trois langues.
search-for = Recherche : { $words }
search-found = { $count ->
    [0] Aucun résultat
    [one] { $shown } résultat
   *[other] { $shown } résultats
}
search-nothing = Essayez moins de mots, d’autres mots, une partie de mot ou une autre graphie. Les accents ne comptent pas.
search-widened = Rien ne contient tous ces mots; ces résultats en contiennent une partie.
search-being-made = L’index de recherche est en préparation. Réessayez dans un instant.
