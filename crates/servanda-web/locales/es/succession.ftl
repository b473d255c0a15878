## A document beside an earlier one
succession = Dos documentos lado a lado
succession-compare = Comparar con un documento anterior o posterior
succession-title = { $later }, junto a { $earlier }
succession-lead = El programa propone qué retoma, modifica, da por hecho, agrega y omite el documento posterior, y nombra lo que difiere. Palabras parecidas pueden diferir por un «no» o por un número: lea los dos pasajes. Lo que es, lo dice su parte; la otra no lo ve.
succession-before = Anterior
succession-after = Posterior
succession-turned = Compararlos al revés
succession-turned-days = El documento puesto como anterior tiene fecha { $earlier }; el posterior, { $later }. Si es así, compárelos al revés.
succession-left-out = Solo se comparan los primeros { $most } compromisos y recomendaciones de cada documento.
succession-nothing = No se encontró ningún compromiso ni recomendación en estos dos documentos: no hay nada que comparar. Puede leerlos uno por uno.
succession-none-here = Ninguno aquí.
succession-progress = { $judged } de { $all } revisados
succession-count-carried-over = { $count ->
    [one] { $shown } retomado
   *[other] { $shown } retomados
}
succession-count-changed = { $count ->
    [one] { $shown } modificado
   *[other] { $shown } modificados
}
succession-count-done = { $count ->
    [one] { $shown } informado como hecho
   *[other] { $shown } informados como hechos
}
succession-count-new = { $count ->
    [one] { $shown } nuevo
   *[other] { $shown } nuevos
}
succession-count-gone = { $count ->
    [one] { $shown } desaparecido
   *[other] { $shown } desaparecidos
}
became-carried-over = Retomado
became-changed = Modificado
became-done = Informado como hecho
became-new = Nuevo
became-gone = Desaparecido
became-apart = Sin relación
succession-which-all = Todos
succession-which-open = Por revisar
succession-which-apart = Sin relación
succession-suggested = Propuesto: { $what }
succession-said-by = { $what }, dicho por { $name } el { $date }
succession-not-before = No se encontró nada así en el documento anterior.
succession-not-after = No se encontró nada así en el documento posterior.
succession-same-who = el mismo actor
succession-same-heading = bajo títulos parecidos
succession-say-carried-over = Es lo mismo
succession-say-changed = Modificado
succession-say-done = Hecho
succession-say-new = Nuevo
succession-say-gone = Desaparecido
succession-say-apart = Sin relación
succession-say-undo = Deshacer
succession-confirm-picked = Confirmar los elegidos como se propone
succession-apart-picked = Los elegidos no tienen relación
succession-with = Va con el n.º
succession-together = Juntar las dos
succession-no-row = Escriba el número de una fila que solo tiene el otro documento.
succession-none-picked = Elija al menos una fila.
succession-said = { $count ->
    [one] Dicho de { $shown } fila.
   *[other] Dicho de { $shown } filas.
}
succession-left = { $count ->
    [one] { $shown } quedó como estaba: alguien había dicho otra cosa mientras tanto. Deshaga eso primero.
   *[other] { $shown } quedaron como estaban: alguien había dicho otra cosa mientras tanto. Deshaga eso primero.
}
succession-these = Estos dos documentos
succession-another = Comparar con otro documento
succession-table = Comparación como tabla (CSV)
succession-data = Comparación como datos (JSON)
succession-key-j = fila siguiente
succession-key-k = fila anterior
succession-key-a = decir lo que se propone
succession-key-e = decir lo otro: modificado, o es lo mismo
succession-key-x = sin relación
succession-key-u = deshacer lo último que usted dijo
succession-key-c = elegir, para hacer algo con varios
succession-key-help = mostrar u ocultar esta lista
differs-in = Diferencia en { $aspect }; anterior: { $earlier }, posterior: { $later }.
differs-negation = Uno niega lo que el otro no niega; anterior: { $earlier }, posterior: { $later }.
differs-who = Quién; anterior: { $earlier }, posterior: { $later }.
differs-due = Cuándo; anterior: { $earlier }, posterior: { $later }.
differs-words = Palabras que solo tiene uno; anterior: { $earlier }; posterior: { $later }.
differs-order = Las mismas palabras en otro orden.
differs-languages = Idiomas distintos ({ $earlier }, { $later }): hay que leer los dos para saber si dicen lo mismo.

## Which document it is compared with
succession-choose = Comparar «{ $title }»
succession-choose-lead = Elija un documento de otro año. El programa pone lado a lado lo que cada uno promete y recomienda.
succession-earlier = Documentos anteriores
succession-earlier-none = Su parte no ha recibido ningún documento anterior. Suelte el del año anterior:
succession-later = Documentos posteriores
succession-likely = propuesto: el que lo precede con el mismo nombre
succession-public = Publicados, aún no leídos por su parte
succession-public-text = Estos documentos están en el registro. Para comparar uno, primero se lee, lo que puede tardar un minuto; su parte lo tiene después entre sus documentos.
succession-read = Leerlo y comparar
succession-unread = Su parte aún no ha leído «{ $title }». Léalo abajo y se comparará.
succession-unread-more = Se muestran los { $most } más recientes. Para leer otro, descárguelo de su página y suéltelo entre sus documentos.
succession-same = Un documento se compara con otro, no consigo mismo. Elija otro abajo.
succession-no-copy = El registro no tiene una copia legible de este documento. Suéltelo entre sus documentos.

## What was said of a finding beside other documents
finding-beside = Junto a otros documentos
finding-beside-said = { $what }: { $document }
likely-continued = su parte dijo de él, junto a { $document }: { $what }
