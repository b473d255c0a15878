# El tiempo y las personas: cronología, series de reuniones, cargos y periodos, líneas de los compromisos.

## Cronología
timeline = Cronología
intro-timeline = La asociación desde su inicio: sus reuniones según el anfitrión, lo que se adoptó y se puso en marcha, y quién pasó a dirigirla.
timeline-title = Cronología de { $first } al { $last }
timeline-table = Todo lo que muestra la cronología
timeline-what = Qué ocurrió
timeline-event = Ficha
timeline-legend = Un círculo es una reunión anual, con su número. En las franjas de abajo, un cuadro dice cuántos hubo en el año. Un cuadro de línea discontinua cuenta las copresidencias que un documento muestra en el cargo por primera vez: pudieron comenzar antes. La tabla lo contiene todo, con nombres.
timeline-hosted = { $host }: anfitrión de { $meetings }.
timeline-count-instrument = { $count ->
    [one] Se adoptó { $shown } instrumento.
   *[other] Se adoptaron { $shown } instrumentos.
}
timeline-count-body = { $count ->
    [one] Se puso en marcha { $shown } órgano.
   *[other] Se pusieron en marcha { $shown } órganos.
}
timeline-count-term = { $count ->
    [one] Comenzó { $shown } periodo de copresidencia.
   *[other] Comenzaron { $shown } periodos de copresidencia.
}
timeline-count-documented = { $count ->
    [one] { $shown } copresidencia consta sin inicio conocido.
   *[other] { $shown } copresidencias constan sin inicio conocido.
}
lane-hosted = Anfitrión: { $host }
lane-instrument = Instrumentos adoptados
lane-body = Órganos iniciados
lane-term = Copresidencias
event-meeting = Reunión anual
event-meeting-hosted = Reunión anual; anfitrión: { $host }
event-instrument = Instrumento adoptado
event-body = Órgano puesto en marcha
event-term = Comienza el periodo de una copresidencia
event-documented = Copresidencia documentada por primera vez
person-in-post = { $person }, { $post }

## Series de reuniones
ordinal = { $number }.ª
turn-annual = { $host } debe la { $ordinal } reunión anual: las partes son anfitrionas por turno y { $lasthost } recibió la { $last }.
turn-meeting = { $host } debe la { $ordinal } reunión: las partes son anfitrionas por turno y { $lasthost } recibió la { $last }.
turn-annual-if = La { $ordinal } reunión anual es la siguiente. Si las partes son anfitrionas por turno, la debe { $host }: { $lasthost } recibió la { $last }.
turn-meeting-if = La { $ordinal } reunión es la siguiente. Si las partes son anfitrionas por turno, la debe { $host }: { $lasthost } recibió la { $last }.
next-meeting = Próxima reunión
last-meeting = Última reunión registrada
no-meeting-on-record = no consta ninguna reunión

## Cargos y periodos
holding-since = desde: { $date }
holding-last-known = último titular conocido: documentado, { $date }
holding-vacant = por cubrir; vacante desde: { $date }
holding-never-named = por cubrir: sin titular conocido
holding-other = { $person } ({ $when })
bars-legend = Una barra llena es un periodo con fechas conocidas; una clara no tiene fin conocido. Un punto es un día en que un documento muestra al titular: nada se afirma de otros días. Una barra discontinua significa que no se conoce a nadie en el cargo.

## Instituciones
intro-institutions = Las organizaciones de cada parte y los órganos en que participan, según los cargos, las reuniones y los compromisos.
institutions-and-bodies = { $count ->
    [one] { $shown } institución y los órganos en que participa
   *[other] { $shown } instituciones y los órganos en que participan
}
takes-part-in = Participa en
owes = Compromisos a su cargo
no-side = ninguna parte

## Fuentes que difieren
sources-differ = las fuentes difieren
sources-differ-on-date = Las fuentes difieren en la fecha
sources-differ-on-value = Las fuentes difieren en el número
sources-differ-on-mode = Las fuentes difieren en la modalidad
sources-differ-how = El registro no decide entre ellas. Esto es lo que dice cada documento.
says = Dice
passage = Pasaje

## Líneas de los compromisos
list-line = Su recorrido a lo largo de los años
this-record = esta ficha
course-carried-over = retomado

## Un órgano
list-body-state = Cómo está
body-is-active-since = Está en funciones; desde: { $date }.
body-is-dormant = Existe, pero no se reúne. No consta desde cuándo.
body-is-dormant-since = Existe, pero no se reúne; desde: { $date }.
body-is-planned = Ha sido anunciado. No consta cuándo comienza.
body-is-planned-since = Ha sido anunciado para: { $date }.
body-is-concluded = Ha terminado. No consta cuándo.
body-is-concluded-since = Terminó: { $date }.
body-was-renamed = Continúa, con otro nombre: { $bodies }.
body-was-split-off = Se separó de: { $bodies }.
body-was-merged = Nació de la fusión de: { $bodies }.
body-renamed-to = Continúa con otro nombre: { $bodies }.
body-merged-into = Se fusionó con otros en: { $bodies }.
body-split-into = Se dividió en: { $bodies }.

## Una reunión
none-sessions = No consta ninguna sesión de un órgano.
no-session-on-record = no consta ninguna sesión
none-made = No consta ninguna recomendación.
none-took-part = No se nombra aquí a nadie de quienes participaron.
none-documents = No se indica ningún documento.
document-says = Según los documentos
figure-said = { $title }: { $value }
no-number-said = no consta ningún número
named-here = Nombrados aquí
count-named = { $count ->
    [0] no se nombra a nadie
    [one] se nombra a { $shown } persona
   *[other] se nombra a { $shown } personas
}
named-of-side = { $side }: { $people }

## Recomendaciones
list-answered = Recomendaciones a las que responde
answered-by-commitment = un compromiso le responde
unanswered = sin respuesta
answer-given = Respuesta ({ $who }): { $answer }.
answer-owed = Sin respuesta: no consta ninguna. Debe responder: { $who }; no hay fecha fijada.
answer-owed-when = Sin respuesta: no consta ninguna. Debe responder: { $who }; plazo: { $date }.

## Misiones, despliegues y programas
engagement-forms-deployment = Despliegues
engagement-forms-mission = Misiones
engagement-forms-course = Cursos
engagement-forms-event = Actividades puntuales
engagement-forms-programme = Programas
list-year-totals = Personas enviadas, por año
year-totals-how = Lo que se enumera aquí está junto a lo que un documento dice de todo el año. No tienen que coincidir: a una lista le pueden faltar datos.
year = Año
listed-here = Enumerado aquí
people-sent = { $count ->
    [one] { $shown } persona en total
   *[other] { $shown } personas en total
}
without-any-number = no se da ningún número de personas
without-number = { $count ->
    [one] { $shown } de ellos sin número de personas
   *[other] { $shown } de ellos sin número de personas
}
