### La página de búsqueda.

search-intro = Busque compromisos, reuniones, personas, documentos y todo lo demás, en los tres idiomas.
search-for = Búsqueda: { $words }
search-found = { $count ->
    [0] Sin resultados
    [one] { $shown } resultado
   *[other] { $shown } resultados
}
search-nothing = Pruebe con menos palabras, con otras, con parte de una palabra o con otra grafía. Los acentos no importan.
search-widened = Nada contiene todas estas palabras; estos resultados contienen algunas.
search-being-made = El índice de búsqueda se está preparando. Intente de nuevo en un momento.
