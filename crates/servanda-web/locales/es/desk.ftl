## Datos de un borrador
fact-section-form = Qué es
fact-measure = Qué cuenta
fact-person-there = Quién
measure-participants = personas que participaron
measure-personnel = personas enviadas
choose-none = –
name-hint = Empiece a escribir un nombre y elija uno de los que se ofrecen. También sirve la dirección de la página de una ficha.
text-of-all-languages = En todos los idiomas
refused-of-field = { $field }: { $what }
refused-needed = este dato es necesario.
refused-neither = Indique uno de estos datos: { $fields }.
refused-none-chosen = elija al menos uno.
refused-number = escriba un número entero a partir de 1.
refused-value = escriba un número, con o sin decimales.
refused-country = escriba dos letras mayúsculas.
refused-address = escriba la dirección entera, desde https://.
refused-not-offered = ninguna ficha de aquí tiene el nombre “{ $name }”. Elija uno de los que se ofrecen.
refused-facts = Los datos no concuerdan entre sí. Revíselos una vez más.

## Una ficha nueva
draft-new-kind = O empezar el borrador de otra ficha
draft-new-kind-button = Continuar
draft-new-lead = Primero lo indispensable. Lo demás viene después, y todo se puede cambiar hasta que se proponga.
draft-new-lead-bare = Se empieza un borrador; lo que dice viene después. Solo su parte lo ve hasta que se proponga.

## Quién lo continúa
draft-of-whom = Quién lo continúa
draft-of-nobody = nadie en particular
draft-assign = Asignar
draft-assigned = a cargo de { $name }
comment-tell = Decirlo a una persona
comment-to-all = a nadie en particular
comment-to = para { $name }
comment-tick = Ya está
refused-not-of-side = Elija a una persona de su parte.

## Lo que espera a una persona
waits = Le espera
waits-link = { $count ->
    [0] Nada le espera
    [one] Le espera ({ $shown })
   *[other] Le espera ({ $shown })
}
waits-lead = Lo que le toca hacer, de todas las partes por las que actúa.
waits-empty = Por ahora nada le espera. Aquí aparece lo que otros proponen, le asignan o le dicen.
waits-told = Lo que le dijeron
waits-proposals = Propuestas de otros por responder
waits-assigned = Borradores que usted continúa
waits-ready = Borradores de su parte que se pueden proponer
waits-stale = por revisar: { $languages }

## Lo que se escribió y no se guardó
draft-kept = Esto es lo que escribió el { $date } sin guardarlo. Solo usted lo ve.
draft-kept-theirs = { $name } guardó este borrador después de que usted escribió, el { $date }, algo que no guardó. Ambos están aquí; el formulario muestra lo guardado.
draft-kept-mine = El formulario muestra lo que escribió el { $date } sin guardarlo. { $name } guardó el borrador después; abajo ve en qué difiere lo suyo. Si guarda ahora, lo suyo será la versión siguiente y la otra quedará entre las anteriores.
draft-kept-show-mine = Mostrar lo que escribí
draft-kept-show-saved = Mostrar lo guardado
draft-kept-forget = Descartar lo que escribí
draft-others-write = Escribió aquí algo que aún no está guardado: { $names }.
script-kept = Lo que escribió se conserva para usted. Los demás lo ven cuando guarde el borrador.
script-meanwhile = Alguien de su parte guardó este borrador entretanto. Lo que escribió se conserva: abra de nuevo el borrador para ver ambos.
script-offline = Aún no está guardado: no hay conexión. Lo que escribió se conserva en este navegador y se envía cuando la haya.
script-signed-out = Aún no está guardado: su sesión terminó. Lo que escribió se conserva en este navegador. Inicie sesión en otra ventana y continúe aquí.
script-refused = Aún no está guardado: no se pudo conservar por sí solo. Guarde el borrador.
script-again = Lo último que escribió en este navegador está aquí de nuevo. Aún no está guardado.

## Correcciones
role-correction = Qué estaba mal
correct = Corregir lo acordado
correct-text = Para un error en un texto acordado, como una fecha equivocada o idiomas que difieren. Todas las partes acuerdan la corrección como cualquier otra versión, y en ella se dice qué estaba mal. Después vale como si el texto hubiera sido así desde el principio.
correct-button = Empezar una corrección
correction-draft = Borrador de una corrección
correction = Propuesta de una corrección
correction-meaning = Esto corrige lo acordado: una vez sellado, el texto vale como si hubiera sido así desde el principio.
corrected-what = Corregido por todas las partes, sellado el { $date }; el texto vale como si hubiera sido así desde el principio. Qué estaba mal: { $wrong }
history-correction = Una corrección: el texto vale como si hubiera sido así desde el principio. Lo que el registro decía hasta entonces se puede leer en la fecha de entonces.
refused-nothing-to-correct = Aún no hay nada acordado que se pueda corregir. Proponga mejor otras palabras.

## Varios a la vez
lot-heading = { $what } ({ $count })
lot-choose-all = Elegir todo
lot-choose-none = No elegir ninguno
lot-everything = { $count ->
    [one] Revisar { $shown }, en todas las páginas
   *[other] Revisar las { $shown }
}
review-more = { $count ->
    [one] Se revisa { $shown } a la vez. Las demás quedan donde están.
   *[other] Se revisan { $shown } a la vez. Las demás quedan donde están.
}
review-pages = Lo que marca y escribe aquí se conserva al pasar a otra página. Nada se envía antes del botón de abajo, que vale para todas las páginas.
waits-proposals-all = { $count ->
    [one] { $shown } propuesta espera
   *[other] Las { $shown } que esperan
}
lot-results = Qué pasó con cada uno
lot-result-accepted = aceptada
lot-result-objected = objetada
lot-result-proposed = propuesta
review-accept = { $count ->
    [one] Revise { $shown } propuesta antes de aceptarla
   *[other] Revise { $shown } propuestas antes de aceptarlas
}
review-accept-lead = Todavía no se acepta nada. Quite lo que deja para después; dé una razón donde objete. Cada respuesta es un acto aparte.
review-accept-button = Dar estas respuestas por { $voice }
review-propose = { $count ->
    [one] Revise { $shown } borrador antes de proponerlo
   *[other] Revise { $shown } borradores antes de proponerlos
}
review-propose-lead = Todavía no se propone nada. Quite lo que deja para después. Cada propuesta es un acto aparte.
review-propose-button = Proponerlos por { $voice }
review-take = Con los demás
review-except = U objetar esta, por esta razón
review-words = Sus palabras y datos
review-back = Volver sin hacer nada

## Varias a la vez: retirar, responder con otras palabras, pronunciarse
lot-withdraw = Retirar las elegidas por { $voice }
lot-counter = Responder a las elegidas con palabras propias
lot-withdrawn = { $count ->
    [one] { $shown } propuesta retirada.
   *[other] { $shown } propuestas retiradas.
}
lot-countered = { $count ->
    [one] { $shown } borrador empezado con las palabras propuestas. Está entre los borradores de su parte.
   *[other] { $shown } borradores empezados con las palabras propuestas. Están entre los borradores de su parte.
}
lot-disputed = { $count ->
    [one] { $shown } ficha controvertida.
   *[other] { $shown } fichas controvertidas.
}
lot-diverged = { $count ->
    [one] Se dijo de { $shown } ficha que sus idiomas no concuerdan.
   *[other] Se dijo de { $shown } fichas que sus idiomas no concuerdan.
}
lot-result-withdrawn = retirada
lot-result-countered = se empezó un borrador
lot-result-disputed = controvertida
lot-result-diverged = se dijo que sus idiomas no concuerdan
review-withdraw = { $count ->
    [one] Revisar { $shown } propuesta antes de retirarla
   *[other] Revisar { $shown } propuestas antes de retirarlas
}
review-withdraw-lead = Todavía no se retira nada. Quite lo que deja pendiente. Cada retiro es un acto propio.
review-withdraw-button = Retirar estas por { $voice }
review-withdraw-reason = Motivo, el mismo para todas (puede dejarlo vacío)
withdraw-follows-parties = Las otras partes leen que se retiraron y por qué. Nada de ellas se hace público.
withdraw-follows-over = Nadie puede aceptarlas ya, y los borradores de los que vienen quedan archivados.
withdraw-follows-again = Puede proponer de nuevo las mismas palabras: en la página de cada una, un borrador puede partir de ellas.
review-counter = { $count ->
    [one] Revisar { $shown } propuesta antes de responderla con palabras propias
   *[other] Revisar { $shown } propuestas antes de responderlas con palabras propias
}
review-counter-lead = Todavía no se empieza ningún borrador. Quite las que responde de otro modo. Un borrador de su parte parte de las palabras de cada una.
review-counter-button = Empezar estos borradores por { $voice }
review-counter-draft = Seguir con ese borrador
review-to-counter = Responder a las marcadas con palabras propias
counter-follows-open = Solo su parte ve los borradores. Cámbielos y luego propóngalos juntos.
counter-follows-first = Las propuestas siguen pendientes. Para que las suyas puedan aceptarse, la otra parte retira antes las de ella.
refused-drafted = Su parte ya tiene un borrador de esta ficha. Queda como está.
refused-too-long-together = Tiene demasiados textos para un solo asiento si se firma junto con otras. Las demás van sin ella; acórtela o hágalo aparte, en su propia página.
do-again = Proponerla de nuevo
do-again-text = La propuesta está cerrada y sus palabras siguen aquí. Un borrador de su parte parte de ellas.
do-again-button = Empezar un borrador por { $voice }

remarks = Pronunciarse sobre fichas
remarks-link = Pronunciarse sobre varias fichas acordadas o documentadas
remarks-around = { $count ->
    [one] Pronunciarse sobre la ficha que se refiere a esta
   *[other] Pronunciarse sobre las { $shown } fichas que se refieren a esta
}
remarks-lead = Controvierta fichas o diga que sus idiomas no concuerdan. Se muestra a todos junto a cada una, ahí queda, y no cambia la situación de la ficha.
remarks-of = Fichas que se refieren a “{ $title }”
remarks-of-any = Mostrar cualquier ficha
remarks-search = Palabras del título
remarks-search-button = Mostrar
remarks-any = Cualquiera
remarks-records = Fichas
remarks-none = Ninguna ficha acordada o documentada coincide.
remarks-recorded = registrada el { $date }
remarks-look-dispute = Controvertir las elegidas
remarks-look-diverge = Decir de las elegidas que sus idiomas no concuerdan
remarks-all-dispute = { $count ->
    [one] Controvertir { $shown }
   *[other] Controvertir las { $shown }
}
remarks-all-diverge = { $count ->
    [one] Decir de { $shown } que sus idiomas no concuerdan
   *[other] Decir de las { $shown } que sus idiomas no concuerdan
}
field-kind = Tipo
field-standing = Situación
review-dispute = { $count ->
    [one] Revisar { $shown } ficha antes de controvertirla
   *[other] Revisar { $shown } fichas antes de controvertirlas
}
review-dispute-lead = Todavía no se dice nada. Quite lo que no controvierte. Cada una es un acto propio.
review-dispute-button = Controvertir estas por { $voice }
review-dispute-reason = Cómo lo ve su parte, lo mismo para todas
review-diverge = { $count ->
    [one] Revisar { $shown } ficha antes de decir que sus idiomas no concuerdan
   *[other] Revisar { $shown } fichas antes de decir que sus idiomas no concuerdan
}
review-diverge-lead = Todavía no se dice nada. Quite aquellas cuyos idiomas concuerdan. Cada una es un acto propio.
review-diverge-button = Decirlo por { $voice }
review-diverge-reason = Dónde no concuerdan los idiomas, lo mismo para todas
review-remark-except = De esta, decir otra cosa
remark-follows-everyone = Todos leen lo que usted dice, junto a cada una de estas fichas.
remark-follows-forever = Queda en su diario y junto a la ficha. No puede retirarse.
remark-follows-standing = La situación de las fichas no cambia.
remark-words = Estas palabras están vigentes: { $standing }.
refused-no-remark = Diga de qué se trata, para todas o para cada una: todos lo leen.
refused-record-gone = Esta ficha ya no está aquí.
refused-record-meanwhile = Otras palabras están vigentes para esta ficha desde que la vio. Son las de abajo: léalas y elíjala de nuevo.

## Preview
preview-notice = Una vista previa de lo último guardado, solo para su parte: así verán todos la página cuando todos hayan acordado.
draft-preview = Mostrar la página como será pública
preview-of = Vista previa: { $kind }
