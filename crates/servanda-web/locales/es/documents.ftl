## Documentos que recibió una parte
documents-received = Documentos que recibió su parte
documents-lead = Minutas, planes y declaraciones, en archivos. El programa lee cada uno una vez y propone lo que podría hacerse constar. Su parte decide; nadie más ve nada hasta que lo proponga.
documents-choose = Elija un documento, o suéltelo aquí
documents-hint = Se leen { $formats }; { $size } MB como máximo; en español, inglés o francés.
documents-send = Enviar y leer
documents-sending = Se está enviando el documento.
documents-reading = Llegó y se está leyendo. Puede tardar un minuto.
documents-failed = El documento no llegó. Revise la conexión y envíelo otra vez.
documents-those = Los recibidos
documents-none = Todavía ninguno. Elija la minuta de su última reunión para empezar.
documents-decided = { $count ->
    [one] { $shown } hallazgo resuelto
   *[other] { $shown } hallazgos resueltos
}
documents-received-by = recibido por { $name } el { $date }
documents-away = El documento se retiró. Sus bytes, su texto y los hallazgos quedaron borrados.
documents-put-away = Retirar este documento
documents-put-away-text = Para un archivo recibido por error o que ya no sirve. Se borran sus bytes, su texto y los hallazgos. Lo que se propuso permanece.
documents-put-away-button = Retirar y borrar
side-documents = { $count ->
    [one] { $shown } documento recibido
   *[other] { $shown } documentos recibidos
}
side-documents-begin = Tomar compromisos de un documento

## Por qué no se lee un documento
not-read-here = Esta instalación no lee documentos. Consulte a quien la opera.
field-dated = Día del que es el documento, si él mismo no lo dice
field-dated-hint = «El próximo año» y similares se cuentan desde ese día. Se puede cambiar en el borrador del documento hasta que se publique.
refused-day = No se entendió este día: escríbalo como 2 de marzo de 2026.
not-read-missing = Elija primero un archivo. Si ya lo había elegido, no llegó completo: envíelo otra vez.
not-read-empty = Este archivo no contiene texto. Revise que sea el correcto.
not-read-too-large = El archivo es demasiado grande: se aceptan { $size } MB como máximo. Envíelo sin imágenes, o por partes.
not-read-other-format = No se leen archivos de este tipo. Estos sí: { $formats }. Guárdelo en uno de ellos y envíelo.
not-read-scanned = Las páginas son imágenes, sin texto. Pida el archivo original, o haga reconocer el texto (OCR), y envíelo.
not-read-protected = El archivo está protegido con contraseña. Guárdelo sin ella y envíelo.
not-read-damaged = El archivo está dañado, o no es lo que dice su nombre. Ábralo, guárdelo otra vez y envíelo.
not-read-too-long = La lectura del archivo tardó demasiado y se suspendió. Envíelo por partes.

## Lo que se rechaza
refused-document-not-found = Este documento ya no está aquí.
refused-document-too-many = Su parte ya tiene aquí el máximo de documentos. Retire primero algunos.
refused-document-no-finding = Este hallazgo no está en el documento. Abra otra vez el documento.
refused-document-no-passage = Las palabras de este pasaje aparecen más de una vez en el documento y nada alrededor las distingue. Empiece un borrador a mano.
refused-document-no-target = Aquello de lo que sería fuente, o que diría lo mismo, no existe. Elija otra cosa.
refused-document-proposed = Lo que salió de ahí ya está propuesto. Retire primero la propuesta.
refused-document-too-often = Es demasiado a la vez. Elija menos hallazgos.
refused-document-in-use = { $count ->
    [one] { $shown } borrador se apoya en este documento. Propóngalo o descártelo primero.
   *[other] { $shown } borradores se apoyan en este documento. Propóngalos o descártelos primero.
}

## Hallazgos
findings-of = Documento recibido
findings-progress = { $decided } de { $all } hallazgos resueltos
findings-first-open = al primero pendiente
findings-nothing = El programa no encontró nada en él que pudiera hacerse constar. Lo que se le haya escapado puede retomarlo por sus palabras, al final de esta página.
findings-show = Mostrar
findings-show-button = Mostrar
findings-which-all = Todos
findings-which-open = Pendientes
findings-which-taken = Retomados
findings-which-merged = Reunidos
findings-which-dismissed = Descartados
findings-kind = Solo
findings-every-kind = de toda clase
findings-keys = Teclas
findings-keys-on = Usar estas teclas en este equipo
findings-key-j = hallazgo siguiente
findings-key-k = hallazgo anterior
findings-key-a = retomar
findings-key-e = retomar y editar; abrir el borrador
findings-key-m = dice lo mismo que otro: reunir
findings-key-x = descartar, por el motivo elegido sobre el texto
findings-key-u = deshacer su última decisión
findings-key-c = elegir, para hacer lo mismo con varios
findings-key-n = retomar las palabras seleccionadas, o las que escriba
findings-key-help = mostrar u ocultar esta lista
findings-lot = { $count ->
    [one] Hay { $shown } borrador por proponer.
   *[other] Hay { $shown } borradores por proponer.
}
findings-lot-with-document = { $count ->
    [one] Hay { $shown } borrador por proponer; el documento lo acompaña, para que las demás lean en qué se apoya.
   *[other] Hay { $shown } borradores por proponer; el documento los acompaña, para que las demás lean en qué se apoyan.
}
findings-lot-empty = Todavía no se ha retomado nada que esté por proponer.
findings-propose = Revisar todo y proponer
findings-state = Revisar todo y publicar
lot-stated = { $count ->
    [one] { $shown } borrador publicado.
   *[other] { $shown } borradores publicados.
}
review-state = { $count ->
    [one] Revisar { $shown } borrador
   *[other] Revisar { $shown } borradores
}
review-state-lead = Con un solo acto, todo lo elegido se hace constar en el registro, a la vista de todos, o nada.
review-state-button = Publicar los elegidos
refused-state-no-source = No se apoya en ningún pasaje de un documento: agregue primero una fuente.
refused-state-not-ours = No le corresponde a quien lleva el registro cambiar esto: las partes lo acordaron, u otra voz lo hizo constar.
refused-state-nothing = Ya consta: nada cambiaría.
refused-state-meanwhile = Alguien más hizo constar algo entretanto. No se publicó nada; hágalo otra vez.
findings-document-draft = La ficha del documento, un borrador
findings-table = Hallazgos en tabla (CSV)
findings-data = Hallazgos como datos (JSON)
findings-pick-page = Elegir todos los de esta página
findings-tools = Con los elegidos
findings-take-picked = Retomar los elegidos
findings-dismiss-picked = Descartar los elegidos
findings-because = Motivo para descartar
findings-undo-picked = Deshacer los elegidos
findings-undo-last = Deshacer su última decisión: { $finding }
findings-none-picked = Elija al menos un hallazgo.
findings-done-take = { $count ->
    [one] { $shown } hallazgo retomado.
   *[other] { $shown } hallazgos retomados.
}
findings-done-source = { $count ->
    [one] { $shown } fuente más agregada.
   *[other] { $shown } fuentes más agregadas.
}
findings-done-merge = { $count ->
    [one] { $shown } hallazgo reunido.
   *[other] { $shown } hallazgos reunidos.
}
findings-done-dismiss = { $count ->
    [one] { $shown } hallazgo descartado.
   *[other] { $shown } hallazgos descartados.
}
findings-done-undo = { $count ->
    [one] { $shown } decisión deshecha.
   *[other] { $shown } decisiones deshechas.
}
findings-left = { $count ->
    [one] { $shown } quedó como estaba: ya se había resuelto, o no había nada que deshacer.
   *[other] { $shown } quedaron como estaban: ya se habían resuelto, o no había nada que deshacer.
}
findings-need = { $count ->
    [one] { $shown } requiere más de lo que el programa sabe: ábralo para retomarlo.
   *[other] { $shown } requieren más de lo que el programa sabe: abra cada uno para retomarlo.
}
findings-kept = { $count ->
    [one] { $shown } borrador permanece, porque alguien lo redactó después.
   *[other] { $shown } borradores permanecen, porque alguien los redactó después.
}
finding = Hallazgo
finding-undertaking = Compromiso asumido
finding-recommendation = Recomendación
finding-result = Resultado
finding-meeting = Reunión
finding-person = Persona en un cargo
finding-institution = Institución
finding-figure = Cifra
finding-instrument = Instrumento
finding-numbered = { $kind } { $number }
finding-sure = { $share } % seguro
finding-by-hand = elegido a mano
finding-by-hand-title = Un pasaje elegido a mano
finding-who = Quién: { $words }
finding-who-meant = Quién: { $words } ({ $meant })
finding-when = Cuándo: { $words }
finding-what = Qué: { $words }
finding-take = Retomar
finding-edit = Retomar y editar
finding-edit-short = Editar
finding-dismiss = Descartar
finding-more = Más
finding-undo = Deshacer
finding-understood = Se entendió
finding-why = Por qué se propone
finding-rule = regla { $rule }
finding-back = Volver al documento
finding-take-as = Retomarlo
finding-as = Como
finding-as-button = Cambiar
finding-source = Ya consta
finding-source-text = Entonces este pasaje pasa a ser una fuente más. Se ofrece lo que tiene palabras en común; usted decide si dice lo mismo.
finding-source-button = Agregar como fuente
finding-other-record = Otra ficha
finding-other-record-hint = La dirección de su página, o de un borrador de su parte.
likely-none = Nada de lo que consta o está en borrador tiene mucho en común con él.
likely-draft = borrador de su parte
likely-on-passage = se apoya en estas mismas palabras
likely-words = palabras en común: { $words }
likely-due = misma fecha: { $date }
likely-differs = Difieren ({ $aspect }): aquí { $here }, allá { $there }.
likely-negation = Uno niega lo que el otro no: aquí { $here }, allá { $there }.
finding-merge = Dice lo mismo que otro hallazgo
finding-merge-text = Los dos pasan a ser uno: al retomar el otro, este pasaje es una fuente más.
finding-merge-into = Lo mismo que
finding-merge-button = Reunir
finding-dismiss-why = Motivo
finding-dismiss-said = Para su parte, si hay algo más que decir
finding-no-source = Elija una ficha o un borrador, o escriba una dirección.
finding-no-other = Elija el otro hallazgo.
finding-no-why = Elija un motivo.
why-misread = no es lo que el programa cree
why-recorded = ya consta
why-outside = ajeno a este registro
why-past = ya se hizo, o ya no vale
why-other = otro motivo
decided-take-up = Retomado
decided-source = Fuente más
decided-merge = Reunido
decided-dismiss = Descartado
decided-by = { $what } por { $name } el { $date }
document-not-public = un documento que se propone junto con esto
proposal-text = El texto del documento
troubles = { $count ->
    [one] El programa no pudo distinguir un lugar
   *[other] El programa no pudo distinguir { $shown } lugares
}
trouble-after = { $what }: “{ $words }”
passage-missed = ¿Falta algo?
passage-missed-text = El programa no lo encuentra todo. Copie en este campo las palabras que lo dicen: se convierten en un hallazgo como los demás.
field-words = Palabras del pasaje, tal como están en el documento
field-what = Qué son
passage-choose = Buscarlas
passage-choose-selected = Retomar lo seleccionado
not-chosen-nothing = Escriba o pegue primero las palabras del pasaje.
not-chosen-not-there = Estas palabras no están así en el documento. Cópielas del texto de arriba, de un solo párrafo.
not-chosen-too-long = Es demasiado largo: { $most } caracteres como máximo.
not-chosen-often = { $count ->
    [one] Estas palabras están { $shown } vez en el documento. Agregue las que están antes o después.
   *[other] Estas palabras están { $shown } veces en el documento. Agregue las que están antes o después.
}
findings-document = Este documento
trouble-bytes-replaced = algunos caracteres no se pudieron leer
trouble-list-missing = se anuncia una lista, y no sigue ninguna
trouble-sentence-cut = una oración es más larga que cualquiera, y se cortó
trouble-too-many = había más por encontrar de lo que se lista
trouble-part-unread = algunas páginas o partes no tienen texto legible
trouble-rest-left-out = lo que rebasa los límites de lectura se dejó fuera
trouble-changes-accepted = los cambios con seguimiento se leyeron como aceptados
