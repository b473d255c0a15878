### La página de búsqueda.

search-intro = Busque compromisos, reuniones, personas, cada pasaje de los documentos y todo lo demás, en los tres idiomas.
search-for = Búsqueda: { $words }
search-found = { $count ->
    [0] Sin resultados
    [one] { $shown } resultado
   *[other] { $shown } resultados
}
search-examples = No importan los acentos, las mayúsculas ni el plural. Las palabras entre comillas deben ir juntas. Por ejemplo:
search-example-one = incendios forestales
search-example-two = "plan de acción"
search-example-three = movilidad laboral
search-corrected = Ninguna ficha contiene exactamente estas palabras; se muestran grafías cercanas: { $words }.
search-widened = Nada contiene todas estas palabras; estos resultados contienen algunas.
search-also = También se buscó, después de sus palabras: { $terms }.
search-being-made = El índice de búsqueda se está preparando. Intente de nuevo en un momento.
search-nothing = Pruebe con menos palabras, con otras, con parte de una palabra o con otra grafía. Las palabras se buscan en español, inglés y francés.
search-try-filters = Quite un filtro:
search-without-filters = Todos los filtros
search-try-alone = Busque una sola palabra:
search-try-related = Busque un término del ámbito:

## Filtros y orden
search-filters-on = Filtros activos
search-filter = { $facet }: { $value }
search-facet-kind = Clase
search-facet-body = Órgano
search-facet-pillar = Pilar o tema
search-facet-party = Parte
search-facet-year = Año
search-facet-lens = Concierne a
search-facet-standing = Situación
search-facet-language = Idioma del texto
search-sort = Orden
search-sort-relevance = Primero lo más pertinente
search-sort-date = Primero lo más reciente
kind-passage = Pasaje de un documento
kinds-passage = Pasajes de documentos
search-another-day = Este registro es demasiado grande para buscar en él como estaba en el momento elegido. La búsqueda se hace en el de hoy: lo que no constaba entonces queda fuera de los resultados; las cantidades son las de hoy.
