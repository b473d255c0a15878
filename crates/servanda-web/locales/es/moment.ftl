# El momento del que habla una página, y lo que cambió entre dos.
moment-change = cambiar la fecha
moment-as-of-label = Como constaba el
moment-as-of-hint = Lo que el registro sabía al final de ese día.
moment-on-label = Como era el
moment-on-hint = Deja fuera lo que ocurrió después; los plazos y los periodos en el cargo se miden a esa fecha.
moment-show = Mostrar
moment-as-of = Usted ve el registro como constaba el { $date }.
moment-on = Usted ve lo que el registro sabe del tiempo hasta el { $date }.
moment-both = Usted ve lo que el registro sabía el { $date } del tiempo hasta el { $on }.
moment-now = Mostrar el registro de hoy
moment-unread = «{ $words }» no se puede leer como fecha; este es el registro de hoy. Escriba una fecha como 2026-11-22.
not-found-then-title = Aún no constaba en esa fecha
not-found-then-what = En la fecha elegida, el registro no tenía nada en esta dirección.
not-found-then-next = Elija una fecha posterior o muestre el registro de hoy.
history-of = Historial de «{ $title }»
history-intro = Cada acto sobre esta ficha, del más reciente al más antiguo, y lo que cambió. Nada se quita nunca del diario.
history-changes = Lo que cambió, palabra por palabra
history-first = Registrado por primera vez.
history-erased = Un texto fue destruido; todavía se puede probar que estuvo ahí.
history-same = No cambió nada de lo que aquí se muestra: solo el texto o el esquema de una copia.
history-text-in = { $text } ({ $language })
history-facts = Lo que cambió
history-before = Antes
history-after = Después
history-then = como constaba entonces
history-more = { $count ->
    [one] Hay un acto anterior en el diario.
   *[other] Hay { $shown } actos anteriores en el diario.
}
fact-standing = Situación
fact-sources = Pasajes
role-acronym = Sigla
role-due-words = Plazo en palabras
role-mandate = Mandato
role-name = Nombre
role-note = Nota
role-place = Lugar
role-publisher = Editor
role-reason = Motivo
role-summary = Resumen
role-text = Texto
role-title = Título
role-unit = Unidad
role-wording = Redacción
